"""Labelled questions are read strictly, asked in order, and summed up as worked out by hand."""

import gzip
import lzma
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article, Heading, Passage
from qa.answer import Answer, Evidence, Person, ShortAnswer
from qa.conversations.conversation import Conversation
from qa.quality.evaluate import evaluate, unheld
from qa.quality.figures import Certainty, Names, Shorts
from qa.quality.metrics import Gold, Ranks
from qa.quality.question_set import GoldPerson, LabelledQuestion, QuestionSetError, read_questions
from qa.records.holdings import evaluation_record
from tests.builders import make_article

LINE = '{"id": "q1", "question": "谁？", "lang": "zh-Hans"'
GOLD = '"gold": [{"article": "a", "evidence": "桑若谷"}]'


class Answering:
    """Answers what it was told to, and remembers what it was asked, and what about."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self._answers = answers
        self.asked: list[tuple[str, int | None]] = []
        self.about: list[str] = []

    def ask(
        self, question: str, k: int | None = None, *, conversation: Conversation = Conversation()
    ) -> Answer:
        self.asked.append((question, k))
        self.about.append(conversation.topic.heading.record if conversation.topic else "")
        return replace(self._answers[question], question=question)


def found(*passages: tuple[str, str], sure: float = 0.5, people: tuple[Person, ...] = ()) -> Answer:
    """An answer of (article, text) passages whose best sentence is their first half."""
    evidence = tuple(
        Evidence(
            passage=Passage(f"{rank:016x}", article, 100 * rank, 100 * rank + len(text), text),
            heading=Heading(article, article, "", "", None, "", ""),
            score=1 / rank,
            rank=rank,
            sentence=(0, len(text) // 2),
            spans=(),
        )
        for rank, (article, text) in enumerate(passages, start=1)
    )
    return Answer("", evidence, people, sure, answered=True, complete=True)


def person(name: str, title: str) -> Person:
    return Person(name, title, ("出席",), "", 0, len(name))


WHO = LabelledQuestion(
    id="q1",
    question="谁？",
    lang="zh-Hans",
    type="who",
    gold=(Gold("a", "甲乙丙丁"),),
    people=(GoldPerson("桑若谷", "副县长"), GoldPerson("陆青禾", "县长")),
)
WHEN = LabelledQuestion("q2", "When?", "en", "when", gold=(Gold("b", "子丑寅卯"),))
NEVER = LabelledQuestion("q3", "何时？", "zh-Hans", "when", answerable=False)
ANSWERS = {
    "谁？": found(
        ("x", "无关"),
        ("a", "甲乙丙丁"),
        sure=0.9,
        people=(person("桑若谷", "副县长"), person("舒望", ""), person("桑若谷", "县长")),
    ),
    "When?": found(("b", "子丑寅卯无关无关"), ("b", "别的"), sure=0.4),
    "何时？": found(("b", "别的"), sure=0.6),
}


def test_figures_by_hand() -> None:
    figures = evaluate(Answering(ANSWERS), [WHO, WHEN, NEVER])
    everything = figures.figures[0]
    assert (everything.group, everything.questions) == ("all", 2)
    assert everything.evidence == Ranks((1 / 2, 1, 1), 3 / 4)
    assert everything.article == Ranks((1 / 2, 1, 1), 3 / 4)
    assert (everything.read_short, everything.read_long) == (1, 1)
    assert figures.sentences == 1
    assert figures.certainty == Certainty(unanswerable=1, auroc=0.5, answered=1)
    assert figures.names == Names(1, precision=1 / 2, recall=1 / 2, f1=1 / 2, titles=1)
    assert figures.questions == 3


def test_short_answers_count_where_an_answer_is_labelled() -> None:
    asked = [replace(WHEN, id=f"q{n}", question=f"{n}", answers=("5月3日",)) for n in range(4)]
    right = ShortAnswer("3日", "date", "", 0, 2, days=(date(2024, 5, 3), date(2024, 5, 3)))
    wrong = replace(right, days=None, text="4日")
    near, far = found(("b", "子丑寅卯")), found(("x", "一"))
    library = Answering(
        {
            "0": replace(near, short=(right, wrong)),
            "1": replace(near, short=(wrong, right)),
            "2": near,
            "3": replace(far, short=(wrong,)),
            "谁？": ANSWERS["谁？"],
        }
    )
    figures = evaluate(library, [*asked, replace(WHO, answers=("桑若谷",))]).figures
    shorts = {each.group: each.short for each in figures}
    assert shorts["when"] == shorts["all"] == Shorts(4, given=3 / 4, first=1 / 4, near=1 / 3)
    assert shorts["who"] is None


def test_groups_are_the_languages_then_the_types_of_answerable_questions() -> None:
    figures = evaluate(Answering(ANSWERS), [WHO, WHEN, NEVER]).figures
    assert [(f.group, f.questions) for f in figures] == [
        ("all", 2),
        ("zh-Hans", 1),
        ("en", 1),
        ("who", 1),
        ("when", 1),
    ]
    assert figures[1].evidence == Ranks((0, 1, 1), 1 / 2)


def test_a_right_passage_whose_sentence_misses() -> None:
    library = Answering({"When?": found(("b", "无关无关子丑寅卯"))})
    assert evaluate(library, [WHEN]).sentences == 0


def test_no_right_first_passage_leaves_the_sentences_open() -> None:
    assert evaluate(Answering({"When?": found()}), [WHEN]).sentences is None


def test_people_do_not_count_without_a_right_passage_in_the_first_three() -> None:
    far = found(("x", "一"), ("x", "二"), ("x", "三"), ("a", "甲乙丙丁"))
    assert evaluate(Answering({"谁？": far}), [WHO]).names.questions == 0


def test_each_answer_is_told_in_order_and_the_first_question_warms_up() -> None:
    library, told = Answering(ANSWERS), list[str]()
    evaluate(library, [WHO, WHEN], 7, lambda question, _: told.append(question.id))
    assert library.asked == [("谁？", 7), ("谁？", 7), ("When?", 7)]
    assert told == ["q1", "q2"]


def test_a_follow_up_is_asked_after_what_it_follows_and_judged_alone() -> None:
    library, told = Answering(ANSWERS), list[str]()
    follow_up = replace(NEVER, after=("When?", "谁？"))
    found = evaluate(
        library, [WHO, follow_up, WHEN], 7, lambda question, _: told.append(question.id)
    )
    assert [question for question, _ in library.asked[2:]] == ["When?", "谁？", "何时？", "When?"]
    assert library.about[2:] == ["", "b", "x", ""]
    assert told == ["q1", "q3", "q2"]
    assert found.questions == 3


class Holding:
    """Holds one article, which is found by its id and by its record."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def article(self, article: str) -> Article | None:
        return self._article if article == self._article.id else None

    def article_ids(self, article: str) -> tuple[str, ...]:
        known = {self._article.id, self._article.record}
        return (self._article.id,) if article in known else ()


def test_questions_are_unheld_where_no_gold_article_has_that_record() -> None:
    library = Holding(replace(make_article("甲乙丙丁"), id="17", record="a"))
    either = replace(WHEN, gold=(Gold("b", "子丑寅卯"), Gold("a", "甲乙丙丁")))
    by_id = replace(WHEN, gold=(Gold("17", "甲乙丙丁"),))
    assert unheld(library, [WHO, WHEN, either, NEVER, by_id]) == (WHEN, by_id)


def test_no_questions_give_zeros() -> None:
    figures = evaluate(Answering({}), [])
    assert (figures.questions, figures.median_seconds, figures.slow_seconds) == (0, 0, 0)
    assert figures.figures[0].evidence.mrr == 0


def test_the_record_names_the_figures_as_the_field_does() -> None:
    record = evaluation_record(evaluate(Answering(ANSWERS), [WHO, WHEN, NEVER]))
    groups = record["groups"]
    assert isinstance(groups, dict)
    assert list(groups["all"]) == [
        "questions",
        "evidence@1",
        "evidence@5",
        "evidence@10",
        "mrr@10",
        "article@1",
        "article@5",
        "article@10",
        "article_mrr@10",
        "read@300",
        "read@1000",
    ]
    assert groups["all"]["evidence@1"] == 0.5


def test_a_full_line_is_read(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(
        LINE + ', "type": "who", "answerable": true, ' + GOLD + ', "answers": ["桑若谷"],'
        ' "people": [{"name": "桑若谷", "title": "副县长", "role": "出席"}],'
        ' "after": ["何时？"], "note": 1}\n\n',
        encoding="utf-8",
    )
    assert read_questions(file) == (
        LabelledQuestion(
            id="q1",
            question="谁？",
            lang="zh-Hans",
            type="who",
            answerable=True,
            gold=(Gold("a", "桑若谷"),),
            answers=("桑若谷",),
            people=(GoldPerson("桑若谷", "副县长", "出席"),),
            after=("何时？",),
        ),
    )


def test_packed_files_are_read(tmp_path: Path) -> None:
    data = (LINE + ', "answerable": false}\n').encode()
    (tmp_path / "q.jsonl.gz").write_bytes(gzip.compress(data))
    (tmp_path / "q.jsonl.xz").write_bytes(lzma.compress(data))
    assert read_questions(tmp_path / "q.jsonl.gz") == read_questions(tmp_path / "q.jsonl.xz")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json", "q.jsonl:2: is no JSON (key must be a string at column 2); write one"),
        ("[]", "q.jsonl:2: is no object; put it in braces"),
        ('{"id": "q2", "lang": "en"}', "q.jsonl:2: question: is missing; write it"),
        ('{"id": "q2", "question": " ", "lang": "en"}', "q.jsonl:2: question: is empty"),
        ('{"id": "q2", "question": "谁？", "lang": "en"}', "q.jsonl:2: gold: is missing"),
        (
            '{"id": "q2", "question": "谁？", "lang": "en", "gold": [{"article": "a"}]}',
            "q.jsonl:2: gold.0.evidence: is missing; write it",
        ),
        (
            '{"id": "q2", "question": "Qui ?", "lang": "fr", "answerable": false}',
            "q.jsonl:2: lang: is none of 'zh-Hans', 'zh-Hant', 'en'; write one",
        ),
        (
            LINE + ', "type": "whom", "answerable": false}',
            "q.jsonl:2: type: is none of 'who', 'when'",
        ),
        (LINE + ', "answerable": false}', "q.jsonl:2: the id 'q1' is that of line 1, too"),
        (LINE + ', "answerable": false, "after": "谁"}', "q.jsonl:2: after: is no list"),
        (LINE + ', "after": ["谁？", " "]}', "q.jsonl:2: after.1: is empty; say what is asked"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(LINE + ', "answerable": false}\n' + line, encoding="utf-8")
    with pytest.raises(QuestionSetError) as caught:
        read_questions(file)
    assert message in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"{}" * 99)[:-9])
    (tmp_path / "bad.jsonl.gz").write_bytes(gzip.compress(b"")[:10] + b"\xff" * 20)
    (tmp_path / "plain.jsonl.xz").write_bytes(b"{}")
    (tmp_path / "empty.jsonl").write_bytes(b"\n")
    names = [file.name for file in tmp_path.iterdir()]
    for name in [*names, "missing.jsonl"]:
        with pytest.raises(QuestionSetError, match=name):
            read_questions(tmp_path / name)


def test_a_folder_is_no_file_of_questions(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match="is a folder; name a file"):
        read_questions(tmp_path)


def test_a_file_that_is_not_there_is_named_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError) as caught:
        read_questions(tmp_path / "missing.jsonl")
    told = f"{tmp_path / 'missing.jsonl'}: does not exist; check the spelling of the path"
    assert str(caught.value) == told
