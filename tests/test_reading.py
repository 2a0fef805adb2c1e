"""What close reading does to the order of passages and to the sentences marked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Heading, Passage
from index.cross_encoder import Reading
from index.hits import Hit
from qa.question import read_question
from qa.ranking.found import Found, Sentence
from qa.ranking.reading import Readings, read_closely
from qa.short import Candidate
from tests.builders import make_reading

QUESTION = read_question("大桥哪天通车？")


class Scripted:
    """Reads what it was told of each text's last character: where an answer begins, how surely."""

    def __init__(self, **told: tuple[int, float]) -> None:
        self.told = told
        self.read_texts: list[str] = []
        self.asked: list[str] = []

    def read(self, asked: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        self.asked.append(asked)
        self.read_texts += [text for text, _ in texts]
        told = [self.told[text[-1]] for text, _ in texts]
        return [make_reading({at: odds}) for at, odds in told]


def found(name: str, rank: int, *odds: float) -> Found:
    """A passage of two-character sentences, the last of which ends with its name."""
    text = "桥。" * (len(odds) - 1) + f"桥{name}"
    sentences = tuple(Sentence(2 * n, 2 * n + 2, each) for n, each in enumerate(odds))
    passage = Passage(name, "article", 0, len(text), text)
    heading = Heading("article", "", "", "", None, "", "")
    return Found(Hit(name, 1.0 / rank, rank), passage, text, heading, sentences=sentences)


def order(read: Sequence[Found]) -> list[str]:
    return [each.passage.id for each in read]


def test_a_passage_that_answers_comes_before_a_likelier_one_that_does_not() -> None:
    two = (found("a", 1, 1.0), found("b", 2, 0.0))
    read = read_closely(
        two, Readings(QUESTION, Scripted(a=(0, -5.0), b=(0, 5.0))), 3, settled=False
    )
    assert order(read) == ["b", "a"]
    assert [each.hit.rank for each in read] == [1, 2]
    assert [each.hit.score for each in read] == [1.0, 0.5]
    assert [each.read_anywhere for each in read] == [5.0, -5.0]


def test_what_is_far_behind_is_not_read_and_stays_behind() -> None:
    three = (found("a", 1, 4.0), found("b", 2, 0.0), found("c", 3, 2.0))
    scripted = Scripted(a=(0, -9.0), c=(0, 1.0))
    read = read_closely(three, Readings(QUESTION, scripted), 3, settled=False)
    assert order(read) == ["c", "a", "b"]
    assert read[2].read_anywhere is None
    assert len(scripted.read_texts) == 2


def test_no_more_are_read_than_allowed() -> None:
    three = tuple(found(name, n, 0.0) for n, name in enumerate("abc", 1))
    scripted = Scripted(a=(0, 0.0), b=(0, 1.0))
    assert order(read_closely(three, Readings(QUESTION, scripted), 2, settled=False)) == [
        "b",
        "a",
        "c",
    ]


def test_where_the_order_is_settled_only_the_first_is_read() -> None:
    two = (found("a", 1, 0.0), found("b", 2, 5.0))
    read = read_closely(two, Readings(QUESTION, Scripted(a=(0, -9.0))), 3, settled=True)
    assert order(read) == ["a", "b"]
    assert [each.read_anywhere for each in read] == [-9.0, None]


def test_the_sentence_that_is_read_to_answer_becomes_the_likeliest() -> None:
    two = (found("a", 1, 1.0, 0.0),)
    (read,) = read_closely(two, Readings(QUESTION, Scripted(a=(2, 4.0))), 3, settled=False)
    assert read.sentences[1].odds == pytest.approx(3.2)  # 0.8 of 4
    assert read.sentences[1].odds > read.sentences[0].odds


def test_ties_stay_in_order() -> None:
    two = (found("a", 1, 0.0), found("b", 2, 0.0))
    scripted = Scripted(a=(0, 1.0), b=(0, 1.0))
    assert order(read_closely(two, Readings(QUESTION, scripted), 3, settled=False)) == ["a", "b"]


def test_a_chinese_question_is_put_as_it_is_and_once() -> None:
    two, scripted = (found("a", 1, 0.0), found("b", 2, 0.0)), Scripted(a=(0, 1.0), b=(0, 1.0))
    read_closely(two, Readings(QUESTION, scripted), 3, settled=False)
    assert scripted.asked == ["大桥哪天通车？"]


def test_an_english_question_is_put_in_the_words_of_each_passage_too() -> None:
    asked = read_question("When did the bridge open?")
    two, scripted = (found("a", 1, 0.0), found("b", 2, 0.0)), Scripted(a=(0, 1.0), b=(0, 2.0))
    read = read_closely(two, Readings(asked, scripted), 3, settled=False)
    assert order(read) == ["b", "a"]
    assert len(scripted.asked) == len(scripted.read_texts) == 2
    for put in scripted.asked:
        assert put.startswith("When did the bridge open? ")
        assert put.endswith("什么时候？")
        assert "桥" in put


def test_of_an_english_question_the_reading_counts_less_for_the_order() -> None:
    two = (found("a", 1, 2.1), found("b", 2, 0.0))
    told = {"a": (0, 0.0), "b": (0, 4.0)}  # 4 is worth 3.2 in Chinese, 2 in English
    english = read_question("When did the bridge open?")
    assert order(read_closely(two, Readings(QUESTION, Scripted(**told)), 3, settled=False)) == [
        "b",
        "a",
    ]
    assert order(read_closely(two, Readings(english, Scripted(**told)), 3, settled=False)) == [
        "a",
        "b",
    ]


def test_what_answers_anywhere_is_told_whatever_sentence_is_marked() -> None:
    one = (found("a", 1, 40.0, 0.0),)
    (read,) = read_closely(one, Readings(QUESTION, Scripted(a=(2, 4.0))), 3, settled=False)
    assert read.read_anywhere == pytest.approx(4.0)


def test_what_was_read_once_is_not_read_again() -> None:
    two, scripted = (found("a", 1, 0.0), found("b", 2, 0.0)), Scripted(a=(0, 1.0), b=(0, 2.0))
    readings = Readings(QUESTION, scripted)
    assert len(readings.of(two[:1])) == 1
    assert order(read_closely(two, readings, 3, settled=False)) == ["b", "a"]
    assert len(scripted.read_texts) == 2


def test_what_an_answer_may_begin_at_is_surer_than_what_it_may_not() -> None:
    near, far = Candidate(0, 2, "date", 0.5, "1"), Candidate(6, 8, "date", 0.55, "2")
    one = (replace(found("a", 1, 0.0, 0.0, 0.0, 0.0), answers=(far, near)),)
    (read,) = read_closely(one, Readings(QUESTION, Scripted(a=(0, 3.0))), 3, settled=False)
    assert [each.value for each in read.answers] == ["1", "2"]
    # 0.5 + 0.08 · (3 - -5.4); 0.55 + 0.08 · (-6 - -5.4), where nothing begins
    assert [each.score for each in read.answers] == pytest.approx([1.172, 0.502])


def test_what_a_question_is_about_is_read_before_it() -> None:
    scripted = Scripted(a=(0, 1.0))
    readings = Readings(QUESTION, scripted, "大桥合龙")
    read_closely((found("a", 1, 1.0),), readings, 3, settled=False)
    assert scripted.asked == ["大桥合龙，大桥哪天通车？"]


def test_the_words_of_whom_alone_is_asked_after_answer() -> None:
    far = replace(
        found("b", 2, -9.0, -9.0), answers=(Candidate(0, 2, "quote", 0.9, "", speaker=(2, 4)),)
    )
    far = replace(far, key="很好林满")
    asked = Readings(read_question("林满说了什么？"), Scripted(a=(0, -5.0), b=(0, -6.0)))
    read = read_closely((found("a", 1, 1.0), far), asked, 3, settled=False)
    assert [each.read_anywhere for each in read if each.passage.id == "b"] == [1.0]
    of_more = Readings(read_question("林满对桥说了什么？"), Scripted(a=(0, -3.0), b=(0, -6.0)))
    read = read_closely((found("a", 1, 1.0), far), of_more, 3, settled=False)
    assert [each.read_anywhere for each in read] == [-3.0, None]


def test_where_what_seemed_likely_says_nothing_the_rest_is_read() -> None:
    two = (found("a", 1, 20.0), found("b", 2, 0.0))
    read = read_closely(
        two, Readings(QUESTION, Scripted(a=(0, -9.0), b=(0, 2.0))), 3, settled=False
    )
    assert {each.passage.id: each.read_anywhere for each in read} == {"a": -9.0, "b": 2.0}
    read = read_closely(
        two, Readings(QUESTION, Scripted(a=(0, -9.0), b=(0, 2.0))), 1, settled=False
    )
    assert [each.read_anywhere for each in read] == [-9.0, None]


SPEECH = "局长林小满指出，票价不变。"


def speaking(rank: int, title: str) -> Found:
    """A passage in which somebody speaks, and nothing is likely to answer."""
    passage = Passage("s", "article", 0, len(SPEECH), SPEECH)
    heading = Heading("article", "", title, "", None, "", "")
    words = Candidate(8, 13, "quote", 0.5, SPEECH[8:13], speaker=(0, 5))
    return Found(
        Hit("s", 1.0 / rank, rank),
        passage,
        SPEECH,
        heading,
        sentences=(Sentence(0, len(SPEECH), -9.0),),
        answers=(words,),
    )


@pytest.mark.parametrize(
    ("question", "title", "is_told"),
    [
        ("林小满说了什么？", "", True),
        ("林小满在通车仪式上说了什么？", "大桥举行通车仪式", True),
        ("林小满在通车仪式上说了什么？", "大桥通车", False),
        ("陆青禾说了什么？", "", False),
        ("林小满对票价说了什么？", "", False),  # a subject is named: the reader judges it
    ],
)
def test_the_words_of_whom_alone_is_asked_after_are_told(
    question: str, title: str, is_told: bool
) -> None:
    scripted = Scripted(**{"a": (0, -5.0), "b": (0, -5.0), "。": (8, -8.0)})
    three = (found("a", 1, 4.0), found("b", 2, 4.0), speaking(3, title))
    read = read_closely(three, Readings(read_question(question), scripted), 2, settled=False)
    told = {each.passage.id: each.read_anywhere for each in read}
    assert (told["s"] is not None and told["s"] > 0) == is_told


def test_what_was_read_already_stays_as_it_is() -> None:
    readings = Readings(QUESTION, Scripted(a=(0, 2.0), b=(0, 1.0)))
    once = read_closely((found("a", 1, 1.0), found("b", 2, 0.0)), readings, 2, settled=False)
    assert read_closely(once, readings, 2, settled=True) == once
    assert read_closely(once, readings, 2, settled=True)[0].sentences == once[0].sentences
