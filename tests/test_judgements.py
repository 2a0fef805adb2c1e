"""Judgements: which of them count, what questions they make, and that none is lost."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.article import StoreError
from qa.library import Library
from qa.quality.judgements import (
    Judgement,
    JudgementError,
    Verdict,
    append_judgement,
    labelled,
    read_journal,
    standing,
)
from qa.quality.metrics import Gold
from qa.quality.question_set import question_line, read_questions
from qa.question import QuestionError
from tests.shelves import open_library, write

WHO = "谁主持了开园仪式？"
NOTE = "柳塘公园开园\n\n4月9日，柳塘公园开园，园长欧阳霁主持仪式。\n\n副园长岑舟致辞。"


def said(verdict: str, evidence: str = "甲", question: str = WHO, article: str = "r") -> Judgement:
    place = ("", "") if verdict == "none" else (article, f"/{article}.txt")
    words = "" if verdict == "none" else evidence
    return Judgement(question, verdict, "2024-04-12T08:30:00+00:00", *place, "", words)  # type: ignore[arg-type]


def gold(judgement: Judgement) -> Sequence[Gold]:
    return [Gold(judgement.article, judgement.evidence)] if judgement.evidence else []


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / "柳塘.txt", NOTE)])
        yield opened


def passage_id(library: Library) -> str:
    return library.retrieve(WHO, 1)[0].passage_id


def test_of_two_judgements_on_one_evidence_the_later_counts() -> None:
    assert standing([said("right"), said("wrong")]) == (said("wrong"),)


def test_judgements_on_other_evidence_stand_beside_each_other() -> None:
    both = (said("right", "甲"), said("wrong", "乙"))
    assert standing(both) == both


def test_what_is_forgotten_does_not_count() -> None:
    assert standing([said("right"), said("forgotten")]) == ()


def test_that_none_answers_and_that_one_does_contradict() -> None:
    assert standing([said("right"), said("wrong", "乙"), said("none")]) == (
        said("wrong", "乙"),
        said("none"),
    )
    assert standing([said("none"), said("right")]) == (said("right"),)


def test_other_questions_are_not_contradicted() -> None:
    both = (said("right"), said("none", question="何时开园？"))
    assert standing(both) == both


def test_what_is_right_becomes_gold() -> None:
    (question,) = labelled([said("right", "甲"), said("right", "乙"), said("wrong", "丙")], gold)
    assert question.gold == (Gold("r", "甲"), Gold("r", "乙"))
    assert (question.lang, question.type, question.answerable) == ("zh-Hans", "who", True)


def test_a_question_that_none_answers_is_unanswerable() -> None:
    (question,) = labelled([said("none")], gold)
    assert not question.answerable
    assert question.gold == ()


def test_only_wrong_ones_label_nothing() -> None:
    assert labelled([said("wrong")], gold) == ()


def test_a_line_cut_off_by_a_crash_costs_that_line_alone(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    append_judgement(journal, said("right"))
    journal.write_bytes(journal.read_bytes() + '{"question": "谁'.encode()[:-1])
    append_judgement(journal, said("wrong"))
    assert read_journal(journal) == (said("right"), said("wrong"))


def test_a_library_without_judgements_has_none(library: Library) -> None:
    assert library.judgements() == ()
    assert library.judged_questions() == ()


def test_a_judged_passage_becomes_a_question_file(library: Library, tmp_path: Path) -> None:
    library.judge(f" {WHO} ", "right", passage_id(library))
    questions = library.judged_questions()
    file = tmp_path / "judged.jsonl"
    file.write_text("\n".join(map(question_line, questions)), encoding="utf-8")
    assert read_questions(file) == questions
    assert "欧阳霁主持仪式" in questions[0].gold[0].evidence
    assert questions[0].gold[0].article == next(library.articles()).record


def test_part_of_a_passage_can_be_judged(library: Library) -> None:
    judged = library.judge(WHO, "right", passage_id(library), evidence="园长欧阳霁主持仪式")
    assert judged.evidence == "园长欧阳霁主持仪式"


def test_an_article_judged_as_a_whole_gives_all_its_passages(library: Library) -> None:
    article = next(library.articles())
    library.judge(WHO, "right", article=article.address)
    golds = library.judged_questions()[0].gold
    assert [g.evidence for g in golds] == [p.text for p in library.passages_of(article.id)]


def test_judgements_survive_the_removal_of_their_article(library: Library) -> None:
    library.judge(WHO, "right", passage_id(library))
    library.remove(next(library.articles()).id)
    assert library.judged_questions()[0].gold


def test_a_changed_file_is_still_the_right_article(library: Library, tmp_path: Path) -> None:
    library.judge(WHO, "right", passage_id(library), evidence="园长欧阳霁主持仪式")
    before = next(library.articles()).record
    library.add([write(tmp_path / "柳塘.txt", NOTE + "\n\n增补一句。", at=9)])
    now = next(library.articles()).record
    assert before != now
    assert library.judged_questions()[0].gold[0].article == now


def test_a_judgement_can_be_taken_back(library: Library) -> None:
    library.forget(library.judge(WHO, "none"))
    assert library.judgements() == ()


def test_evidence_must_stand_in_the_article(library: Library) -> None:
    with pytest.raises(JudgementError, match="does not hold this evidence"):
        library.judge(WHO, "right", article=next(library.articles()).id, evidence="没有这句")


@pytest.mark.parametrize("where", [{"passage_id": "0" * 16}, {"article": "nowhere"}])
def test_what_is_judged_must_be_there(library: Library, where: dict[str, str]) -> None:
    with pytest.raises(JudgementError, match="there is no such"):
        library.judge(WHO, "right", **where)


def test_an_empty_question_is_not_judged(library: Library) -> None:
    with pytest.raises(QuestionError):
        library.judge(" ", "none")


def test_a_read_only_library_keeps_no_judgement(library: Library) -> None:
    with (
        open_library(library.path, read_only=True) as reading,
        pytest.raises(StoreError, match="reading alone"),
    ):
        reading.judge(WHO, "none")


@pytest.mark.parametrize(
    ("verdict", "message"), [("maybe", "maybe: is no verdict"), ("right", "nothing is named")]
)
def test_a_judgement_says_what_is_judged_and_how(
    library: Library, verdict: Verdict, message: str
) -> None:
    with pytest.raises(JudgementError, match=message):
        library.judge("谁？", verdict)
