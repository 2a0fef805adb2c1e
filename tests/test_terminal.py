"""What people read in a terminal: quotations whole, sentences marked, columns aligned."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Heading, Passage
from qa.answer import Answer, Evidence, Person, ShortAnswer, Span
from qa.cli.terminal import answer_text, article_text, status_text
from qa.cli.terminal_figures import evaluation_text
from qa.quality.figures import Certainty, Evaluation, Figures, Names, Shorts
from qa.quality.metrics import Ranks
from qa.report import Status
from tests.builders import make_article

TEXT = "开会了。桑若谷出席。散会了。"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def heading(title: str = "开会", source: str = "青岚日报") -> Heading:
    return Heading("aa", "r1", title, source, date(2024, 5, 6), "", TEXT)


def answer(
    question: str = "会上怎样？",
    spans: tuple[Span, ...] = (),
    sentence: tuple[int, int] = (4, 10),
    reprints: tuple[Heading, ...] = (),
) -> Answer:
    passage = Passage("1", "aa", 0, len(TEXT), TEXT)
    evidence = Evidence(passage, heading(), 1.0, 1, sentence, spans, reprints)
    return Answer(question, (evidence,), (), 0.756, answered=True, complete=True)


def test_without_colour_the_best_sentence_stands_between_marks() -> None:
    assert answer_text(answer()) == (
        "桑若谷出席。\n"
        "有答案的把握 76%\n"
        "\n"
        "[1] 开会  青岚日报 · 2024-05-06\n"
        "    开会了。«桑若谷出席。»散会了。\n"
    )


def test_nothing_is_certain() -> None:
    assert "有答案的把握 99%" in answer_text(replace(answer(), confidence=0.999))


def test_what_one_person_did_is_joined_as_the_language_does() -> None:
    chair = Person("桑若谷", "", ("出席", "主持"), "1", 4, 7)
    english = replace(answer("Who was there?"), people=(chair,))
    assert answer_text(english).startswith("桑若谷, attended and chaired [1]")
    assert answer_text(replace(english, question="谁在？")).startswith("桑若谷，出席、主持 [1]")


def test_an_article_without_a_title_is_named_by_how_it_begins() -> None:
    assert article_text(make_article("渡轮首航。\n票价二十元。")).endswith(
        "渡轮首航。 票价二十元。…"
    )


def test_a_short_answer_stands_above_with_its_day_and_passage() -> None:
    there = date(2024, 5, 5)
    short = ShortAnswer("昨日", "date", "1", 0, 2, days=(there, there), disputed=True)
    said = ShortAnswer("“好。”", "quote", "1", 0, 2, speaker="桑若谷", also=("2",))
    shown = answer_text(replace(answer(), short=(short, said)))
    assert shown.startswith("昨日 (2024-05-05，各篇说法不一) [1]\n桑若谷：“好。” [1]\n有答案的把握")


def test_short_answers_have_columns_where_they_are_labelled() -> None:
    none = Ranks((0, 0, 0), 0)
    rows = [Figures("when", 2, none, none, 0, 0, Shorts(2, 1, 1 / 2, 1 / 4))]
    rows.append(Figures("who", 2, none, none, 0, 0))
    certainty, names = Certainty(0, None, None), Names(0, 0, 0, 0, 0)
    shown = evaluation_text(Evaluation(2, 10, tuple(rows), None, certainty, names, 0, 0))
    lines = [line.split() for line in shown.splitlines()]
    assert lines[0][-2:] == ["short", "short|top3"]
    assert (lines[1][-2:], lines[2][-2:]) == (["50.0", "25.0"], ["-", "-"])


@pytest.mark.parametrize(
    ("k", "columns"),
    [(1, "@1"), (2, "@1 @2"), (5, "@1 @5"), (7, "@1 @5 @7"), (20, "@1 @5 @10")],
)
def test_no_cut_is_deeper_than_the_passages_shown(k: int, columns: str) -> None:
    ranks, names = Ranks((0.1, 0.2, 0.3), 0.4), Names(0, 0, 0, 0, 0)
    figures = (Figures("all", 2, ranks, ranks, 0, 0),)
    table = Evaluation(2, k, figures, None, Certainty(0, None, None), names, 0, 0)
    head, row, *_ = (line.split() for line in evaluation_text(table).splitlines())
    cuts = columns.split()
    evidence, article = ([f"{name}{cut}" for cut in cuts] for name in ("evidence", "article"))
    assert head == ["questions", *evidence, f"mrr{cuts[-1]}", *article, "read@300", "read@1000"]
    assert len(row) == len(head) + 1
    assert row[1 + len(cuts)] == "30.0"  # the deepest


def test_in_colour_the_sentence_is_bold_and_what_is_lit_is_yellow() -> None:
    shown = answer_text(answer(spans=(Span(4, 7, "person"),)), colour=True)
    assert "开会了。\x1b[1m\x1b[33m桑若谷\x1b[22;39m\x1b[1m出席。\x1b[22;39m散会了。" in shown


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(st.lists(spans, max_size=4), spans)
def test_colours_change_no_character(lit: list[list[int]], sentence: list[int]) -> None:
    found = answer(
        spans=tuple(Span(start, end, "match") for start, end in lit),
        sentence=(sentence[0], sentence[1]),
    )
    shown = answer_text(found, colour=True)
    assert TEXT in ANSI.sub("", shown)
    assert shown.rstrip().endswith("。") or shown.rstrip().endswith("\x1b[22;39m")


def test_reprints_are_named() -> None:
    shown = answer_text(answer("What happened?", reprints=(heading(source="云川晚报"),)))
    assert "    The same in: 云川晚报 · 2024-05-06\n" in shown


def test_an_article_without_title_is_named_by_its_lead() -> None:
    passage = Passage("1", "aa", 0, len(TEXT), TEXT)
    evidence = Evidence(passage, heading(title=""), 1.0, 1, (0, 4), ())
    shown = answer_text(Answer("何事？", (evidence,), (), 0.9, answered=True, complete=True))
    assert "[1] 开会了。桑若谷出席。散会了。…" in shown


def test_a_status_says_how_much_is_encoded_and_names_the_first_sources() -> None:
    sources = tuple((f"报{number}", 20 - number) for number in range(12))
    shown = status_text(Status("lib", 20, 40, 30, "e", "t", sources))
    assert "passages   40, 30 encoded\n" in shown
    assert shown.endswith("报9 11, and 2 more")


def test_a_status_says_of_how_many_articles_the_source_is_not_known() -> None:
    shown = status_text(Status("lib", 3, 3, 3, "e", "t", (("晨报", 2), ("", 1))))
    assert shown.endswith("sources    晨报 2, not known 1")


def test_the_table_is_aligned_and_in_percent() -> None:
    ranks = Ranks((0.5, 1.0, 1.0), 0.755)
    figures = tuple(
        Figures(name, n, ranks, ranks, 0.3, 0.9) for name, n in (("all", 10), ("en", 2))
    )
    none = Names(0, 0, 0, 0, 0)
    shown = evaluation_text(
        Evaluation(10, 10, figures, None, Certainty(0, None, None), none, 0.0204, 0.0406)
    )
    head, first, second, empty, last = shown.splitlines()
    assert len(head) == len(first) == len(second)
    assert first.split() == "all 10 50.0 100.0 100.0 75.5 50.0 100.0 100.0 30.0 90.0".split()
    assert empty == ""
    assert last == "time of a question: median 20 ms, 95th percentile 41 ms"
