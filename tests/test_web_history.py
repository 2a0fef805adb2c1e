"""The history of a browser: what is read of it, found in it, and taken home; all of it escaped."""

import datetime
import json
from dataclasses import replace

from corpus.article import Filters, Heading, Passage
from qa.answer import Answer, Evidence, Person, ShortAnswer
from qa.messages.catalogue import texts
from qa.web.again import Again, Basis
from qa.web.history import (
    MOST,
    Past,
    history_html,
    history_json,
    history_markdown,
    kept_history,
    matching,
    read_history,
    said_line,
    without,
)
from qa.web.quoted import Quoted, quoted_of

EN = texts("en")
TEXT = "会议昨日召开。桑若谷出席会议。"
EVIDENCE = Evidence(
    Passage("p", "a", 0, len(TEXT), TEXT),
    Heading("a", "a", "", "", None, "", ""),
    1.0,
    1,
    (0, 7),
    (),
)
ANSWER = Answer("谁？", (EVIDENCE,), (), 0.9, answered=True, complete=True)
FLOOD = Past("谁主持了防汛会议？", "2024-05-06T08:30:00+00:00", "陆青禾")
FERRY = Past("Ticket price?", "2024-05-05T08:30:00+00:00", "二十元")
HISTORY = (FLOOD, FERRY)
QUOTED = Quoted("会议由陆青禾主持。", "防汛会议召开[N]. 青岚日报, 2024-05-06.", "a1", "a1#2")


def test_what_a_browser_kept_is_read_again() -> None:
    assert read_history(kept_history(HISTORY)) == HISTORY


def test_what_is_no_entry_is_left_out() -> None:
    entry = kept_history((FLOOD,))[0]
    assert read_history([3, {}, {**entry, "said": None}, entry]) == (FLOOD,)
    assert read_history({"question": "?"}) == ()
    assert read_history(None) == ()


def test_the_oldest_are_left_out_where_there_are_too_many() -> None:
    assert kept_history((FERRY, *[FLOOD] * MOST))[0]["question"] == FERRY.question
    assert len(kept_history((FERRY, *[FLOOD] * MOST))) == MOST


def test_how_a_question_was_asked_is_kept_and_shown() -> None:
    april = Filters("青岚日报", until=datetime.date(2024, 4, 30))
    asked = replace(
        FLOOD, again=Again(april, Basis("a1", "县里开会", "谁？", "会议昨日召开。", ()))
    )
    assert read_history(json.loads(json.dumps(kept_history((asked,))))) == (asked,)
    html = history_html((asked, FERRY), "", EN)
    assert (
        "Following on <bdi>县里开会</bdi> · Filters: <bdi>青岚日报 · until 2024-04-30</bdi>" in html
    )
    assert html.count("how") == 1
    assert 'data-again="{}"' in html


def test_all_words_must_stand_in_question_or_answer() -> None:
    assert matching(HISTORY, "防汛 陆青禾") == (FLOOD,)
    assert matching(HISTORY, "TICKET") == (FERRY,)
    assert matching(HISTORY, "防汛 二十") == ()
    assert matching(HISTORY, " ") == HISTORY


def test_one_question_is_forgotten() -> None:
    assert without(HISTORY, FLOOD.asked, FLOOD.question) == (FERRY,)
    assert without(HISTORY, FLOOD.asked, FERRY.question) == HISTORY


def test_a_question_is_forgotten_as_the_page_shows_it() -> None:
    marked = replace(FLOOD, question="谁主持了\u202e防汛\u200f会议？")
    assert without((marked, FERRY), FLOOD.asked, FLOOD.question) == (FERRY,)


def test_an_answer_in_one_line() -> None:
    person = Person("桑若谷", "", ("出席",), "p", 7, 10)
    there = datetime.date(2024, 5, 5)
    short = ShortAnswer("昨日", "date", "p", 2, 4, days=(there, there))
    assert said_line(ANSWER, EN) == "会议昨日召开。"
    assert said_line(replace(ANSWER, people=(person, person)), EN) == "桑若谷、桑若谷"
    assert "2024" in said_line(replace(ANSWER, short=(short,)), EN)
    assert said_line(replace(ANSWER, answered=False), EN) == EN["unanswered"]
    unsure = replace(ANSWER, answered=False, people=(person, replace(person, passage_id="q")))
    assert said_line(unsure, EN) == "Not sure: 桑若谷"
    assert said_line(replace(ANSWER, evidence=()), EN) == EN["nothing_found"]
    none = replace(ANSWER, evidence=(), filters=Filters("青岚日报"))
    assert said_line(none, EN) == EN["nothing_found_filtered"]


def test_the_sentence_that_answers_is_quoted_with_its_source() -> None:
    person = Person("桑若谷", "", ("出席",), "p", 7, 10)
    elsewhere = replace(person, passage_id="q")
    (best,) = quoted_of(ANSWER)
    assert best == Quoted("会议昨日召开。", "[N].", "a", "p")
    named = quoted_of(replace(ANSWER, people=(elsewhere, person)))
    assert named == (replace(best, sentence="桑若谷出席会议。"),)
    unsure = replace(ANSWER, answered=False, people=(person,))
    assert quoted_of(unsure) == named
    assert quoted_of(replace(ANSWER, answered=False)) == ()
    assert quoted_of(replace(ANSWER, evidence=())) == ()


def test_every_passage_that_names_somebody_who_answers_is_quoted() -> None:
    other = replace(EVIDENCE, passage=Passage("q", "b", 0, 6, "江映雪缺席。"), rank=2)
    people = tuple(
        Person(name, "", (), passage, start, start + 3)
        for name, passage, start in (("桑若谷", "p", 7), ("江映雪", "q", 0), ("桑若谷", "p", 7))
    )
    quoted = quoted_of(replace(ANSWER, evidence=(EVIDENCE, other), people=people))
    assert [(each.sentence, each.passage) for each in quoted] == [
        ("桑若谷出席会议。", "p"),
        ("江映雪缺席。", "q"),
    ]


def test_sentences_that_name_people_and_touch_are_one_quotation() -> None:
    text = "江映雪主持。桑若谷出席。会议结束。岑学舟离席。"
    evidence = replace(EVIDENCE, passage=Passage("p", "a", 0, len(text), text))
    people = tuple(Person("", "", (), "p", start, start + 3) for start in (17, 6, 0))
    quoted = quoted_of(replace(ANSWER, evidence=(evidence,), people=people))
    assert [each.sentence for each in quoted] == ["江映雪主持。桑若谷出席。", "岑学舟离席。"]


def test_what_was_kept_with_one_quotation_is_read() -> None:
    (entry,) = kept_history((replace(FLOOD, quoted=(QUOTED,)),))
    before = {**entry, "quoted": entry["quoted"][0]}
    assert read_history([before]) == (replace(FLOOD, quoted=(QUOTED,)),)


def test_a_long_answer_is_cut() -> None:
    passage = Passage("p", "a", 0, 200, "长" * 200)
    long = replace(EVIDENCE, passage=passage, sentence=(0, 200))
    said = said_line(replace(ANSWER, evidence=(long,)), EN)
    assert (len(said), said[-1]) == (80, "…")


def test_markdown_has_one_item_for_each_question() -> None:
    assert history_markdown((replace(FLOOD, question="谁\n主持？"), FERRY), EN) == (
        "- **谁 主持？** (2024-05-06 08:30 UTC)\n  陆青禾\n"
        "- **Ticket price?** (2024-05-05 08:30 UTC)\n  二十元\n"
    )


def test_what_is_taken_home_names_its_source() -> None:
    past = replace(FLOOD, quoted=(QUOTED,))
    assert history_markdown((past,), EN) == (
        "- **谁主持了防汛会议？** (2024-05-06 08:30 UTC)\n  陆青禾\n"
        "  > 会议由陆青禾主持。\n  >\n"
        "  > —— 防汛会议召开\\[N\\]. 青岚日报, 2024-05-06. (article a1, passage a1\\#2)\n"
    )
    (quoted,) = json.loads(history_json((past,)))[0]["quoted"]
    assert quoted == {
        "sentence": QUOTED.sentence,
        "cited": QUOTED.cited,
        "article": "a1",
        "passage": "a1#2",
    }
    assert read_history(json.loads(history_json((past,)))) == (past,)
    assert QUOTED.cited in history_html((past,), "", EN)


def test_every_quotation_is_taken_home_and_every_article_named_once() -> None:
    other = replace(QUOTED, sentence="岑学舟出席。")
    past = replace(FLOOD, quoted=(QUOTED, other))
    cited = "  > —— 防汛会议召开\\[N\\]. 青岚日报, 2024-05-06. (article a1, passage a1\\#2)\n"
    taken = history_markdown((past,), EN)
    assert taken.endswith(f"{cited}  >\n  > 岑学舟出席。\n  >\n{cited}")
    assert history_html((past,), "", EN).count('class="note cited"') == 1


def test_times_are_taken_home_as_the_visitor_s_clock_shows_them() -> None:
    past = replace(FLOOD, local="2024-05-06T16:30:00+08:00")
    assert "(2024-05-06 16:30)" in history_markdown((past,), EN)
    taken = json.loads(history_json((past,)))
    assert (taken[0]["asked"], "local" in taken[0]) == (past.local, False)


def test_nothing_of_a_history_becomes_markdown() -> None:
    hostile = "# <script>**a**\n- `b`"
    quoted = Quoted(hostile, hostile, hostile, hostile)
    past = Past(hostile, "2024-05-06T08:30:00+00:00", hostile, quoted=(quoted,))
    taken = history_markdown((past,), EN)
    assert taken.count("\\# \\<script\\>\\*\\*a\\*\\* - \\`b\\`") == 6
    assert len(taken.splitlines()) == 5


def test_json_is_read_as_the_history_again() -> None:
    assert read_history(json.loads(history_json(HISTORY))) == HISTORY


def test_nothing_of_a_history_becomes_markup() -> None:
    hostile = "<script>alert(1)</script>\"'&"
    html = history_html((Past(hostile, hostile, hostile),), "", EN)
    assert "<script" not in html
    assert "\"'" not in html


def test_an_empty_history_and_an_empty_search_say_so() -> None:
    assert EN["history_none"] in history_html((), "", EN)
    assert EN["history_no_match"] in history_html(HISTORY, "没有的词", EN)
