"""Timelines over a small library: real days, folding, what belongs to the event, looks."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qa.cli.timeline import timeline_text
from qa.library import Library
from qa.messages.catalogue import texts
from qa.messages.timeline import days
from qa.moments import folded, moments_of
from qa.question import QuestionError
from qa.records.timeline import timeline_record
from qa.timeline import Timeline
from qa.web.timeline import timeline_html
from tests.builders import make_found
from tests.shelves import open_library, write

# (id, source, published, text)
ARTICLES = (
    (
        "start",
        "青岚日报",
        "2024-05-07",
        "青岚大桥5月6日开工。去年11月，青岚大桥的图纸通过评审。",
    ),
    ("done", "松岛晚报", "2024-09-02", "青岚大桥昨日合龙，工人们放起了鞭炮。"),
    ("praise", "白沙时报", "2024-09-05", "青岚大桥是今年最美的桥，工程师们说。"),
    ("same", "河湾新闻", "2024-09-03", "9月1日青岚大桥合龙，工人们都放起了鞭炮。"),
    ("undated", "河湾新闻", "", "青岚大桥旁的老茶馆很热闹，客人不断。"),
    ("ferry", "松岛晚报", "2024-08-20", "松岛轮渡公司8月19日宣布，渡轮的票价是二十元。"),
)
EARLIEST_FIRST = [date(2023, 11, 1), date(2024, 5, 6), date(2024, 9, 1), date(2024, 9, 5)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("timeline")
    for name, source, published, text in ARTICLES:
        record = {"id": name, "source": source, "published": published, "text": text}
        write(folder / "articles" / f"{name}.jsonl", json.dumps(record))
    with open_library(folder / "library", threshold=0) as opened:
        opened.add([folder / "articles"])
        yield opened


@pytest.fixture(scope="module")
def timeline(library: Library) -> Timeline:
    return library.timeline("青岚大桥")


def test_moments_stand_in_the_order_of_their_real_days(timeline: Timeline) -> None:
    assert [moment.first for moment in timeline.moments] == EARLIEST_FIRST


def test_it_is_said_whether_the_sentence_or_the_article_gives_the_day(timeline: Timeline) -> None:
    assert [moment.told for moment in timeline.moments] == [True, True, True, False]


def test_each_moment_is_a_sentence_of_its_passage(timeline: Timeline) -> None:
    for moment in timeline.moments:
        assert moment.text
        assert moment.text in moment.passage.text


def test_the_same_of_the_same_day_is_told_once(timeline: Timeline) -> None:
    (joined,) = [moment for moment in timeline.moments if "合龙" in moment.text]
    assert {joined.heading.record, *(each.record for each in joined.also)} == {"done", "same"}


TOLD_BEFORE = "5月6日，云山大桥开工。工人放了鞭炮。县长说桥很长。"


def test_a_sentence_without_a_day_is_of_the_day_told_before_it() -> None:
    made = make_found(TOLD_BEFORE)
    found = replace(made, heading=replace(made.heading, published=date(2024, 5, 9)))
    (best, *_) = moments_of(found, (TOLD_BEFORE.index("县长"), len(TOLD_BEFORE)), ["鞭炮"])
    assert best is not None
    assert (best.first, best.told) == (date(2024, 5, 6), True)


def test_a_sentence_of_another_time_is_not_of_the_day_told_before_it() -> None:
    text = "9月1日，大桥合龙。据此前报道，大桥的图纸有误。"
    made = make_found(text)
    found = replace(made, heading=replace(made.heading, published=date(2024, 9, 3)))
    (moment,) = moments_of(found, (text.index("据"), len(text)), ())
    assert moment is not None
    assert (moment.first, moment.told) == (date(2024, 9, 3), False)


def test_of_two_tunnels_only_the_one_that_is_named_is_told_of(tmp_path: Path) -> None:
    accidents = ("北京隧道发生追尾事故", "2024-05-07"), ("上海隧道发生追尾事故", "2024-02-01")
    for n, (text, published) in enumerate(accidents):
        record = {"id": text[:2], "published": published, "text": f"昨日{text}，隧道封闭。"}
        write(tmp_path / "articles" / f"{n}.jsonl", json.dumps(record))
    with open_library(tmp_path / "library", threshold=0) as opened:
        opened.add([tmp_path / "articles"])
        moments = opened.timeline("北京隧道追尾事故").moments
    assert [moment.heading.record for moment in moments] == ["北京"]


def test_what_has_no_date_is_counted(timeline: Timeline) -> None:
    assert timeline.undated == 1


def test_another_event_is_left_out(timeline: Timeline) -> None:
    assert timeline.moments
    assert all("轮渡" not in moment.text for moment in timeline.moments)


def test_filters_that_no_article_fits_give_nothing(library: Library) -> None:
    empty = library.timeline("青岚大桥", since="2030-01-01")
    assert (empty.moments, empty.undated, empty.answered, empty.found) == ((), 0, False, False)
    with pytest.raises(QuestionError, match="no source 无名报"):
        library.timeline("青岚大桥", source="无名报")


def test_the_moment_that_says_when_itself_stays(timeline: Timeline) -> None:
    told = timeline.moments[1]
    by_article = replace(told, told=False, first=date(2024, 5, 7), last=date(2024, 5, 7))
    assert folded([by_article, told]) == [told]
    assert folded([told, replace(told, first=date(2024, 5, 8))]) != [told]


@pytest.mark.parametrize(
    ("precise", "first", "last", "expected"),
    [
        ("day", date(2024, 5, 6), date(2024, 5, 6), "2024-05-06"),
        ("range", date(2024, 5, 6), date(2024, 5, 8), "2024-05-06 – 2024-05-08"),
        ("month", date(2024, 5, 1), date(2024, 5, 31), "2024-05"),
        ("year", date(2023, 1, 1), date(2023, 12, 31), "2023"),
    ],
)
def test_a_date_is_as_fine_as_it_is_known(
    timeline: Timeline, precise: str, first: date, last: date, expected: str
) -> None:
    moment = replace(timeline.moments[0], precise=precise, first=first, last=last)  # type: ignore[arg-type]
    assert days(moment) == expected


def test_one_line_a_moment_in_a_terminal(timeline: Timeline) -> None:
    *lines, undated = timeline_text(timeline).splitlines()
    assert len(lines) == 4
    assert lines[1] == "2024-05-06  青岚大桥5月6日开工。  [青岚日报]"
    assert lines[2].endswith("另有 1 家转载]")
    assert lines[3].startswith("2024-09-05  (文章日期) ")
    assert undated == "另有 1 处日期不详，未列入。"


def test_where_nothing_has_a_date_that_is_said_and_counted(timeline: Timeline) -> None:
    undated = replace(timeline, moments=(), undated=2)
    lines = timeline_text(undated).splitlines()
    assert lines[-1] == "另有 2 处日期不详，未列入。"
    html = timeline_html(undated, texts("en"))
    assert "<h3>" in html
    assert "2 more" in html


def test_html_is_escaped_and_opens_the_passage(timeline: Timeline) -> None:
    first = timeline.moments[0]
    evil = replace(first.passage, text="<script>alert(1)</script>")
    bad = replace(first, passage=evil, sentence=(0, 25))
    html = timeline_html(replace(timeline, moments=(bad,)), texts("zh-Hans"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert f'data-open="{first.passage.id}"' in html


def test_a_timeline_of_nothing_says_so(timeline: Timeline) -> None:
    empty = replace(timeline, moments=(), undated=0)
    assert "没有日期完整的内容。" in timeline_html(empty, texts("zh-Hans"))
    assert timeline_text(empty) == "没有日期完整的内容。"


@pytest.mark.parametrize(
    ("question", "sentence", "nearest"),
    [
        ("青岚大桥", "文章里没有说。", "最接近的段落："),
        ("青嵐大橋", "文章裡沒有說。", "最接近的段落："),
        ("Qinglan bridge", "The articles do not say.", "The nearest passages:"),
    ],
)
def test_a_timeline_of_what_no_article_tells_begins_by_saying_so(
    timeline: Timeline, question: str, sentence: str, nearest: str
) -> None:
    denied = replace(timeline, question=question, answered=False)
    first, second, third, *_ = timeline_text(denied).splitlines()
    assert (first, second) == (sentence, nearest)
    assert third.startswith("2023-11")
    assert timeline_text(replace(denied, moments=(), undated=0)).splitlines()[0] == sentence
    assert "\n" not in timeline_text(replace(timeline, moments=(), undated=0))


def test_the_page_says_too_that_no_article_tells(timeline: Timeline) -> None:
    denied = replace(timeline, answered=False)
    html = timeline_html(denied, texts("en"))
    assert html.startswith(
        "<p><strong>The articles do not say.</strong></p><p>Below are the nearest"
    )
    assert "The articles do not say" not in timeline_html(timeline, texts("en"))


def test_json_places_each_sentence_in_its_article(library: Library, timeline: Timeline) -> None:
    record = timeline_record(timeline)
    assert json.loads(json.dumps(record)) == record
    for moment in record["moments"]:
        article = library.article(moment["article"])
        assert article is not None
        assert article.text[moment["start"] : moment["end"]].strip() == moment["text"]


CHRONICLE = "图纸画了两年。\n2022年7月，因洪水停工。\n2023年1月17日，南塔封顶。工人们2月回家。"


@pytest.mark.parametrize(("titled", "days_"), [(True, 3), (False, 1)])
def test_a_chronicle_tells_of_what_its_title_names(titled: bool, days_: int) -> None:
    found = make_found(CHRONICLE, "青岚大桥大事记")
    found = replace(found, heading=replace(found.heading, published=date(2023, 9, 1)))
    moments = list(moments_of(found, (0, 7), ["青岚大桥"], titled=titled))
    assert len(moments) == days_


def test_a_name_that_a_title_holds_is_answered(tmp_path: Path) -> None:
    record = {"id": "a", "title": "青岚大桥大事记", "published": "2023-09-01", "text": CHRONICLE}
    write(tmp_path / "articles" / "a.jsonl", json.dumps(record))
    with open_library(tmp_path / "library", threshold=1) as opened:
        opened.add([tmp_path / "articles"])
        named, other = opened.timeline("青岚大桥"), opened.timeline("青岚大桥的收费站")
    assert (named.answered, other.answered) == (True, False)
    assert date(2023, 1, 17) in [moment.first for moment in named.moments]
