"""Answers as HTML: what is shown, what is marked, and that nothing becomes markup."""

import datetime
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, CleanText, Heading, Passage, Segment
from qa.addresses import short_address, web_address
from qa.answer import Answer, Carried, Evidence, Person, ShortAnswer, Span
from qa.messages.catalogue import LANGUAGES, known_language, texts
from qa.messages.errors import ERRORS
from qa.messages.headings import day
from qa.messages.reasons import REASONS
from qa.report import Outcome
from qa.short.words import days_words
from qa.web.accepted import preferred_language
from qa.web.answer import answer_html, certainty
from qa.web.card import by_date, card_html
from qa.web.citation import gbt_citation, markdown_quotation, plain_quotation
from qa.web.marks import Layer, escape, marked
from qa.web.pages import (
    article_html,
    outcomes_html,
    time_left,
)

EN = texts("en")
TEXT = "市长江映雪主持会议。副市长岑学舟出席。"
HEADING = Heading("a1", "r1", "南汐开会", "南汐日报", datetime.date(2024, 4, 12), "", "市长")
EVIDENCE = Evidence(
    passage=Passage("p1", "a1", 5, 5 + len(TEXT), TEXT),
    heading=HEADING,
    score=0.5,
    rank=1,
    sentence=(10, 19),
    spans=(Span(13, 16, "person"), Span(16, 18, "match")),
)
PERSON = Person("岑学舟", "副市长", ("出席",), "p1", 13, 16)
ANSWER = Answer("谁出席？", (EVIDENCE,), (PERSON,), 0.9, answered=True, complete=True)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&${alert(1)}{{x}}"
TAG = re.compile(r"<[^>]*>")


def words_of(markup: str) -> str:
    """What a browser shows of HTML, the paragraphs run together."""
    return unescape(TAG.sub("", markup))


def article(text: str = "南汐开会\n" + TEXT, url: str = "", body_start: int = 0) -> Article:
    clean = CleanText(text, (Segment(0, 0, len(text)),))
    return Article(
        id="a1",
        record="r1",
        address="/somewhere/nanxi.txt",
        title="南汐开会",
        source="南汐日报",
        published=None,
        date_words="4月12日",
        author="",
        editor="",
        url=url,
        body_start=body_start,
        clean=clean,
        raw=text,
    )


def test_an_article_without_a_title_is_called_by_how_it_begins() -> None:
    assert "<h2><bdi>南汐开会" in article_html(replace(article(), title=""), EN)


def test_each_stretch_has_the_names_of_the_layers_over_it() -> None:
    layers = (Layer(0, 3, "sentence"), Layer(1, 2, "match"))
    assert marked("甲乙丙丁", layers) == (
        '<p dir="auto"><span class="sentence">甲</span><mark class="match sentence">乙</mark>'
        '<span class="sentence">丙</span>丁</p>'
    )


def test_a_layer_over_two_paragraphs_marks_both() -> None:
    assert marked("甲\n乙", (Layer(0, 3, "match"),)) == (
        '<p dir="auto"><mark class="match">甲</mark></p>'
        '<p dir="auto"><mark class="match">乙</mark></p>'
    )


def test_only_the_first_stretch_of_a_passage_is_scrolled_to() -> None:
    html = marked("甲\n乙丙", (Layer(0, 4, "passage"), Layer(3, 4, "match")))
    assert html.count("here") == 1
    assert html.index("here") < html.index("乙")


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=6),
)
def test_marking_never_changes_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    html = marked(text, [Layer(*span, "match") for span in spans])
    assert words_of(html) == words_of(escape(text)).replace("\n", "")


def test_nothing_of_a_text_becomes_markup() -> None:
    assert escape(HOSTILE).count("<") == 0
    assert '"' not in escape(HOSTILE)


def test_characters_that_reorder_text_are_not_shown() -> None:
    assert escape("甲\u202e乙\u2066丙\x00") == "甲乙丙"


def test_hostile_fields_stay_text_everywhere() -> None:
    heading = replace(HEADING, title=HOSTILE, source=HOSTILE, published=None, date_words=HOSTILE)
    passage = replace(EVIDENCE.passage, id=HOSTILE, text=HOSTILE)
    evidence = replace(EVIDENCE, passage=passage, heading=heading)
    person = replace(PERSON, name=HOSTILE, title=HOSTILE, passage_id=HOSTILE)
    html = answer_html(replace(ANSWER, evidence=(evidence,), people=(person,)), EN)
    assert "<script" not in html
    assert "<img" not in html
    assert all(tag.count('"') % 2 == 0 for tag in TAG.findall(html))


def test_people_are_listed_with_title_and_part() -> None:
    shown = words_of(answer_html(ANSWER, EN))
    assert "People the articles name" in shown
    assert "岑学舟 attended 副市长" in shown


def test_the_sentence_that_names_people_is_quoted_with_its_source() -> None:
    said = answer_html(ANSWER, EN).partition("</section>")[0]
    quoted = said[said.index("<blockquote") :]
    assert '<mark class="person">岑学舟</mark>' in quoted
    assert words_of(quoted).startswith("副市长岑学舟出席。")
    assert "南汐日报" in words_of(quoted)


def test_every_passage_that_names_people_is_quoted_with_its_source() -> None:
    heading = replace(HEADING, title="柳塘开会", source="柳塘日报")
    passage = Passage("p2", "a2", 0, 6, "桑若谷出席。")
    other = replace(EVIDENCE, passage=passage, heading=heading, rank=2)
    second = Person("桑若谷", "", ("出席",), "p2", 0, 3)
    answer = replace(ANSWER, evidence=(EVIDENCE, other), people=(PERSON, second))
    said = answer_html(answer, EN).partition("</section>")[0]
    quoted = words_of(said[said.index("<blockquote") :])
    assert quoted == (
        "副市长岑学舟出席。南汐开会 · 南汐日报 · 2024-04-12"
        "桑若谷出席。柳塘开会 · 柳塘日报 · 2024-04-12"
    )


def test_without_people_the_best_sentence_is_quoted() -> None:
    html = answer_html(replace(ANSWER, people=()), EN)
    said = html[: html.index("</section>")]
    assert words_of(said).startswith("In the article’s words")
    assert "副市长岑学舟出席。" in words_of(said)
    assert '<mark class="person">岑学舟</mark>' in said


DAY = datetime.date(2024, 4, 11)
SHORT = ShortAnswer("岑学舟", "name", "p1", 13, 16, also=("p2",))


def test_a_short_answer_stands_above_its_sentence_and_source() -> None:
    html = answer_html(replace(ANSWER, people=(), short=(SHORT,)), EN)
    said = html[: html.index("</section>")]
    assert words_of(said).startswith("What the articles say")
    assert 'data-goto="p1"><span class="value name"><bdi>岑学舟</bdi></span></button>' in said
    assert 'class="short"><p dir="auto">副市长<mark class="name">岑学舟</mark>出席。</p>' in said
    assert "南汐开会 · 南汐日报 · 2024-04-12" in words_of(said)
    assert "Other articles that say the same: 1." in said


def test_other_short_answers_follow_and_disagreement_is_said() -> None:
    other = replace(SHORT, text="江映雪", start=2, end=5)
    maybe = answer_html(replace(ANSWER, people=(), short=(SHORT, other)), EN)
    assert "Or perhaps:江映雪 南汐开会 · 南汐日报" in words_of(maybe)
    both = tuple(replace(short, disputed=True) for short in (SHORT, other))
    against = words_of(answer_html(replace(ANSWER, people=(), short=both), EN))
    assert "岑学舟 articles disagree" in against
    assert "Others say:江映雪 articles disagree" in against


def test_a_day_told_from_the_articles_date_is_written_out() -> None:
    short = ShortAnswer("昨日", "date", "p1", 0, 2, days=(DAY, DAY))
    assert "昨日 2024-04-11" in words_of(
        answer_html(replace(ANSWER, people=(), short=(short,)), EN)
    )
    assert days_words((DAY, DAY), "2024年4月11日") == ""
    assert days_words((DAY, datetime.date(2024, 4, 12))) == "2024-04-11 – 2024-04-12"
    assert days_words(None) == ""


def test_a_quotation_names_its_speaker() -> None:
    short = ShortAnswer("“好。”", "quote", "p1", 0, 4, speaker="市长<b>")
    assert "市长&lt;b&gt;" in answer_html(replace(ANSWER, people=(), short=(short,)), EN)


def test_a_cell_of_a_table_stands_under_the_names_of_its_columns() -> None:
    text = "代表团 金牌 <银牌>\n南汐市 41 38\n北汀市 29 33"
    first = ANSWER.evidence[0]
    passage = replace(first.passage, text=text, end=first.passage.start + len(text))
    table = replace(first, passage=passage, sentence=(0, 3), spans=())
    place = text.index("38")
    short = ShortAnswer("38", "number", passage.id, place, place + 2)
    html = answer_html(replace(ANSWER, people=(), short=(short,), evidence=(table,)), EN)
    assert '<span class="heads">代表团 金牌 &lt;银牌&gt;</span>' in html
    assert '南汐市 41 <mark class="number">38</mark>' in html


def test_a_short_answer_whose_passage_is_not_shown_is_left_out() -> None:
    html = answer_html(replace(ANSWER, people=(), short=(replace(SHORT, passage_id="p9"),)), EN)
    assert words_of(html).startswith("In the article’s words")


def test_unanswered_looks_different_and_still_shows_passages() -> None:
    html = answer_html(replace(ANSWER, people=(), answered=False, confidence=0.1), EN)
    assert 'class="said unanswered"' in html
    assert "The articles do not say" in html
    assert "Nearest passages" in html
    assert "岑学舟" in html


@pytest.mark.parametrize("found", [{"short": (SHORT,), "people": ()}, {"people": (PERSON,)}])
def test_what_was_found_but_does_not_count_is_marked_as_unsure(found: dict[str, Any]) -> None:
    elsewhere = replace(SHORT, text="江映雪", passage_id="p2")
    second = replace(EVIDENCE, rank=2, passage=replace(EVIDENCE.passage, id="p2"))
    unsure = replace(ANSWER, evidence=(EVIDENCE, second), answered=False, confidence=0.12, **found)
    html = answer_html(unsure, EN)
    said = words_of(html[: html.index("</section>")])
    assert said.startswith(f"{EN['unsure']}Chance that the articles say it: very low · 12%")
    assert EN["unsure_found"] in said
    assert "岑学舟" in said
    assert EN["unanswered"] not in words_of(html)
    assert "Nearest passages" in html
    assert EN["unanswered"] in answer_html(replace(unsure, confidence=0.04), EN)
    far = replace(unsure, people=(), short=(elsewhere,))
    assert EN["unanswered"] in answer_html(far, EN)


def test_where_nothing_is_found_the_library_need_not_be_empty() -> None:
    nothing = replace(ANSWER, evidence=(), people=(), answered=False, complete=False)
    html = answer_html(nothing, EN)
    assert "Nothing was found" in html
    assert EN["words_only"] in html
    assert EN["empty_title"] not in html
    assert "card" not in html


def test_an_unfinished_library_is_said() -> None:
    assert EN["words_only"] in answer_html(replace(ANSWER, complete=False), EN)
    assert EN["words_only"] not in answer_html(ANSWER, EN)


def test_the_legend_names_the_kinds_shown_alone() -> None:
    html = answer_html(ANSWER, EN)
    legend = html[html.index('<ul class="legend"') :].partition("</ul>")[0]
    assert words_of(legend) == "best sentencewords of the questionperson"


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [
        (1.0, "very high · 99%"),
        (0.85, "very high · 85%"),
        (0.844, "high · 84%"),
        (0.65, "high · 65%"),
        (0.52, "medium · 52%"),
        (0.36, "low · 36%"),
        (0.12, "very low · 12%"),
        (0.0, "very low · 0%"),
    ],
)
def test_certainty_in_words_and_percent(confidence: float, shown: str) -> None:
    assert certainty(confidence, EN, answered=False) == shown


def test_no_answer_is_called_very_unlikely() -> None:
    assert certainty(0.12, EN, answered=True) == "low · 12%"
    assert certainty(0.3, EN, answered=True) == "low · 30%"


def test_a_card_without_a_title_is_called_by_its_beginning_or_its_file() -> None:
    nameless = replace(HEADING, title="", address="/srv/news/2024年/港口<b>.txt")
    assert "<h4><bdi>市长</bdi></h4>" in card_html(replace(EVIDENCE, heading=nameless), EN)
    card = card_html(replace(EVIDENCE, heading=replace(nameless, lead="")), EN)
    assert "<h4><bdi>港口&lt;b&gt;.txt</bdi></h4>" in card
    assert 'aria-label="1. 港口&lt;b&gt;.txt"' in card
    assert "/srv" not in card
    assert "2024年" not in card
    unknown = replace(nameless, address="", lead="")
    assert EN["untitled"] in card_html(replace(EVIDENCE, heading=unknown), EN)


def test_dates_are_never_invented() -> None:
    assert day(HEADING, EN) == "2024-04-12"
    assert day(replace(HEADING, published=None, date_words="7月22日"), EN) == "7月22日"
    assert day(replace(HEADING, published=None), EN) == "date unknown"


def test_a_card_tells_why_it_was_found() -> None:
    assert "matched words: 出席" in card_html(EVIDENCE, EN)
    assert EN["why_meaning"] in card_html(replace(EVIDENCE, spans=()), EN)


def test_reprints_are_counted_and_named() -> None:
    other = replace(HEADING, article_id="a2", source="澄浦晚报")
    card = card_html(replace(EVIDENCE, reprints=(other,)), EN)
    assert "Also carried by 1 more南汐开会 · 澄浦晚报 · 2024-04-12" in words_of(card)
    assert "reprints" not in card_html(EVIDENCE, EN)


def test_quotations_name_their_source() -> None:
    assert plain_quotation(HEADING, "甲。") == "“甲。”——《南汐开会》，南汐日报，2024-04-12"
    assert markdown_quotation(HEADING, "甲*。\n乙") == (
        "> 甲\\*。\n> \n> 乙\n> \n> —— 《南汐开会》，南汐日报，2024-04-12"
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("他说：“好。”", "他说：‘好。’"),
        ("“他说‘好’。”", "‘他说“好”。’"),
        ("It’s “fine”", "It’s ‘fine’"),
        ("“一段。\n“二段。”", "‘一段。\n‘二段。’"),
        ("一段。”\n“二段。”", "一段。’\n‘二段。’"),
        ("他说：「好。」", "他说：「好。」"),
    ],
)
def test_marks_inside_a_quotation_are_inner_ones(text: str, quoted: str) -> None:
    assert plain_quotation(HEADING, text).startswith(f"“{quoted}”——《")


def test_title_marks_inside_a_title_are_inner_ones() -> None:
    heading = replace(HEADING, title="《江城》读者说“好”")
    assert "——《〈江城〉读者说“好”》，" in plain_quotation(heading, "甲。")


def test_a_citation_leaves_out_what_is_unknown() -> None:
    assert gbt_citation(HEADING) == "南汐开会[N]. 南汐日报, 2024-04-12."
    assert gbt_citation(replace(HEADING, source="", published=None)) == "南汐开会[N]."


def test_an_article_without_title_and_source_is_cited_by_how_it_begins() -> None:
    nameless = replace(HEADING, title="", source="", published=None, lead="市长江映雪昨天" * 5)
    begins = "市长江映雪昨天市长江映雪昨天市长江映雪…"
    assert gbt_citation(nameless) == f"{begins[:19]}…[N]."
    assert plain_quotation(nameless, "甲。") == f"“甲。”——{begins[:19]}…"
    unknown = replace(nameless, lead="")
    assert plain_quotation(unknown, "甲。") == "“甲。”"
    assert markdown_quotation(unknown, "甲。") == "> 甲。"


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("- 一", "\\- 一"),
        ("1. 一", "1\\. 一"),
        ("12) 一", "12\\) 一"),
        ("---", "\\---"),
        ("    一", "一"),
        ("&lt;b>", "\\&lt;b\\>"),
        ("3.5亿元", "3.5亿元"),
        ("-5度", "-5度"),
    ],
)
def test_no_line_of_a_markdown_quotation_is_markup(line: str, quoted: str) -> None:
    assert markdown_quotation(HEADING, line).startswith(f"> {quoted}\n")


def test_the_passage_is_marked_in_its_article() -> None:
    html = article_html(article(), EN, EVIDENCE)
    lit = re.findall(r'<(?:mark|span) class="[^"]*passage[^"]*">([^<]*)', html)
    assert "".join(lit) == TEXT
    assert html.count(" here") + html.count('"here ') == 1


def test_a_title_line_is_not_read_twice() -> None:
    html = article_html(article(body_start=5), EN, EVIDENCE)
    assert words_of(html).count("南汐开会") == 1
    assert '<mark class="passage person sentence">岑学舟</mark>' in html


def test_an_article_that_is_gone() -> None:
    assert EN["gone"] in article_html(None, EN)
    assert 'role="dialog" aria-modal="true"' in article_html(None, EN)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "http://["]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""
    assert "href" not in article_html(article(url=url), EN)


def test_a_web_address_is_a_link() -> None:
    html = article_html(article(url='https://news.example/"x'), EN)
    assert 'href="https://news.example/&quot;x" target="_blank" rel="noopener' in html


def test_file_names_are_shown_without_their_folders() -> None:
    assert short_address("/a/b/c.txt#3") == "c.txt#3"
    assert short_address("https://news.example/a/b") == "https://news.example/a/b"


def test_failures_stand_first_with_their_reason() -> None:
    outcomes = [Outcome("/a/one.txt", "added"), Outcome("/a/two.txt", "failed", "is <empty>")]
    shown = outcomes_html(outcomes, EN)
    assert shown.index("two.txt") < shown.index("one.txt")
    assert "is &lt;empty&gt;" in shown


def test_why_a_file_was_not_read_is_told_in_the_visitors_language() -> None:
    reason = "is locked with a password; save it without one"
    failed = [Outcome("a.pdf", "failed", reason), Outcome("b.pdf", "failed", "holds 3 <b>")]
    shown = outcomes_html(failed, texts("zh-Hans"))
    assert "有密码；请另存为没有密码的文件。" in shown
    assert "holds 3 &lt;b&gt;" in shown
    assert reason in outcomes_html(failed, EN)


def test_many_outcomes_are_cut_and_counted() -> None:
    shown = outcomes_html([Outcome(f"{n}.txt", "added") for n in range(230)], EN)
    assert shown.count("<tr>") == 201
    assert "30 more are not listed" in shown
    assert outcomes_html([], EN) == ""


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "10 s"), (44, "40 s"), (90, "2 min"), (3600, "60 min"), (9000, "2 h")],
)
def test_time_left_is_rough(seconds: float, shown: str) -> None:
    assert time_left(seconds, EN) == shown


def test_every_text_is_there_in_every_language() -> None:
    for _, language in LANGUAGES:
        assert texts(language).keys() == EN.keys()
        assert all(texts(language).values())


def test_every_text_has_the_same_gaps_in_every_language() -> None:
    gap = re.compile(r"\{\w+\}")
    for name in EN.keys() - ERRORS.keys() - REASONS.keys():
        for _, language in LANGUAGES:
            assert sorted(gap.findall(texts(language)[name])) == sorted(gap.findall(EN[name])), name


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-HK, en", "zh-Hans"),
        ("en;q=0, zh-MO;q=0.3", "zh-Hant"),
        ("fr-FR,zh;q=0.5", "zh-Hans"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_the_page_speaks_what_the_browser_prefers(accepted: str, language: str) -> None:
    assert preferred_language(accepted) == language


def test_a_stored_language_is_checked() -> None:
    assert known_language("zh-Hant") == "zh-Hant"
    assert known_language({"x": 1}) is None


def test_why_a_passage_was_found_tells_both_ranks() -> None:
    card = card_html(replace(EVIDENCE, by_words=3), EN)
    assert "by words: rank 3" in card
    assert EN["why_by_meaning_none"] in card
    assert EN["why_no_meaning"] in card_html(EVIDENCE, EN, complete=False)


def test_what_a_follow_up_took_over_is_told_and_can_be_dropped() -> None:
    carried = Carried(replace(HEADING, title=HOSTILE), ("岑学舟",), elsewhere=True)
    html = answer_html(replace(ANSWER, carried=carried), EN)
    assert 'data-drop="drop"' in html
    assert "meaning 岑学舟" in html
    assert EN["elsewhere"] in html
    assert "<script" not in html
    assert "data-drop" not in answer_html(ANSWER, EN)


def test_the_newest_article_comes_first_and_undated_ones_last() -> None:
    dates = (None, datetime.date(2024, 1, 1), datetime.date(2024, 5, 1), datetime.date(2024, 1, 1))
    some = [
        replace(EVIDENCE, rank=rank, heading=replace(HEADING, published=published))
        for rank, published in enumerate(dates, 1)
    ]
    assert [each.rank for each in by_date(some)] == [3, 2, 4, 1]


def verdicts(html: str) -> list[tuple[str, str]]:
    """The verdicts that can be given, each with its passage."""
    return re.findall(r'data-judge="(\w+)" data-judged="(\w*)"', html)


def test_an_answer_and_its_passages_can_be_judged() -> None:
    other = replace(EVIDENCE, rank=2, passage=replace(EVIDENCE.passage, id="p2"))
    answer = replace(ANSWER, evidence=(other, EVIDENCE))
    assert verdicts(answer_html(answer, EN)) == []
    assert verdicts(answer_html(answer, EN, judging=True)) == [
        ("right", "p1"),  # the person stands there
        ("wrong", "p1"),
        ("none", ""),
        ("right", "p2"),
        ("wrong", "p2"),
        ("right", "p1"),
        ("wrong", "p1"),
    ]


def test_silent_articles_can_be_confirmed_silent() -> None:
    html = answer_html(replace(ANSWER, answered=False), EN, judging=True)
    assert verdicts(html)[0] == ("none", "")
    assert EN["judge_this_one"] in html
    assert EN["judge_this_one"] not in answer_html(ANSWER, EN, judging=True)


def test_a_follow_up_is_not_judged() -> None:
    carried = replace(ANSWER, carried=Carried(HEADING, (), elsewhere=False))
    assert verdicts(answer_html(carried, EN, judging=True)) == []


def test_a_colon_is_of_the_language_that_it_stands_in() -> None:
    assert "答案在文章里的可能：" in words_of(answer_html(ANSWER, texts("zh-Hans")))
    assert "Chance that the articles say it: " in words_of(answer_html(ANSWER, EN))
