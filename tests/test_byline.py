"""Titles, sources, dates and names, over an invented, labelled sample."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, RawArticle
from corpus.cleaning.clean import make_article
from corpus.dates import month_day, parse_date, year_given

SAMPLE = Path(__file__).parent / "data" / "datelines.jsonl"
LABELLED = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
ONES = "一二三四五六七八九"
TENS = ("", "十", "二十", "三十")
HAN_NUMBERS = [ten + one for ten in TENS for one in ("", *ONES)]
FIELDS = ("title", "source", "date_words", "author", "editor")


def read(row: dict[str, Any]) -> Article:
    return make_article(
        RawArticle(
            text=row["text"],
            address="sample",
            title=row.get("record_title", ""),
            source=row.get("record_source", ""),
            author=row.get("record_author", ""),
            published=row.get("record_published", ""),
        )
    )


def test_sample_is_large_enough() -> None:
    assert len(LABELLED) >= 40


@pytest.mark.parametrize("row", LABELLED, ids=[row["text"][:24] for row in LABELLED])
def test_reads_what_the_label_says(row: dict[str, Any]) -> None:
    article = read(row)
    found = {field: getattr(article, field) for field in FIELDS}
    found["published"] = article.published and article.published.isoformat()
    assert found == {field: row[field] for field in (*FIELDS, "published")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023-08-16", (2023, 8, 16)),
        ("2023-08-16T23:59:00+08:00", (2023, 8, 16)),
        ("2023年8月16日", (2023, 8, 16)),
        ("２０２３年８月１６日", (2023, 8, 16)),
        ("二〇二三年十二月二十一日", (2023, 12, 21)),
        ("2023/8/6 10:13", (2023, 8, 6)),
        ("20230816", (2023, 8, 16)),
        ("民國112年8月16日", (2023, 8, 16)),
        ("Wed, 16 Aug 2023 10:13:00 GMT", (2023, 8, 16)),
        ("August 16, 2023", (2023, 8, 16)),
        ("16/08/2023", (2023, 8, 16)),
        ("08/16/2023", (2023, 8, 16)),
        ("08/08/2023", (2023, 8, 8)),
    ],
)
def test_parses_full_dates(words: str, expected: tuple[int, int, int]) -> None:
    assert parse_date(words) == datetime.date(*expected)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "7月22日",
        "2023年8月",
        "2023-02-30",
        "16 Foo 2023",
        "03/04/2023",
        "16/17/2023",
        "昨天",
        "二〇二三年十十月一日",
        "二〇二三年二十十月三日",
    ],
)
def test_knows_no_date_where_a_part_is_missing(words: str) -> None:
    assert parse_date(words) is None


@pytest.mark.parametrize(("words", "expected"), [("7月22日", (7, 22)), ("13月1日", None)])
def test_month_and_day(words: str, expected: tuple[int, int] | None) -> None:
    assert month_day(words) == expected


def test_year_is_taken_only_with_the_same_day() -> None:
    assert year_given("2023年7月22日和2022年7月21日", 7, 22) == 2023


def test_two_years_with_the_same_day_give_none() -> None:
    assert year_given("2023年7月22日和2022年7月22日", 7, 22) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_reads_back_every_date(day: datetime.date) -> None:
    year = "".join("〇一二三四五六七八九"[int(figure)] for figure in str(day.year))
    assert parse_date(f"{year}年{HAN_NUMBERS[day.month]}月{HAN_NUMBERS[day.day]}日") == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day


@given(
    st.text(max_size=300)
    | st.text("〇零一二三四五六七八九十元年月日民国0123456789-/ ", min_size=4, max_size=24)
)
def test_any_words_are_a_date_or_none(words: str) -> None:
    assert parse_date(words) is None or isinstance(parse_date(words), datetime.date)


def test_a_chronicle_is_not_dated_by_the_days_that_it_lists() -> None:
    raw = "云桥大事记\n\n2020年3月9日\n云桥开工。\n2024年5月1日\n云桥通车。\n"
    assert make_article(RawArticle(text=raw, address="a")).published is None


@pytest.mark.parametrize(
    "credit",
    ["来源：白沙新闻网 2024-03-10", "（来源：白沙新闻网2024年3月10日）"],
)
def test_a_date_behind_the_source_is_no_part_of_its_name(credit: str) -> None:
    article = make_article(RawArticle(text=f"会议今天举行。\n{credit}", address="a"))
    assert (article.source, article.published) == ("白沙新闻网", datetime.date(2024, 3, 10))


@pytest.mark.parametrize("label", ["發布時間", "發佈時間", "發布日期"])
def test_the_head_of_a_traditional_page(label: str) -> None:
    head = f"{label}：2024/03/10 12:30\u3000來源：藍海時報"
    article = make_article(RawArticle(text=f"春耕會議\n{head}\n會議今天舉行。", address="a"))
    assert (article.source, article.published) == ("藍海時報", datetime.date(2024, 3, 10))
    assert article.text == "春耕會議\n會議今天舉行。"


@pytest.mark.parametrize(
    "line",
    ["蓝海时报  2024-03-10 07:02", "2024年3月10日 蓝海时报", "蓝海时报 | 2024-03-10 | 打印"],
)
def test_an_outlet_beside_a_date_under_the_title(line: str) -> None:
    raw = f"春耕会议\n{line}\n\n会议今天举行，各村都来了人。"
    article = make_article(RawArticle(text=raw, address="a"))
    assert (article.source, article.published) == ("蓝海时报", datetime.date(2024, 3, 10))
    assert article.text == "春耕会议\n会议今天举行，各村都来了人。"


@pytest.mark.parametrize("line", ["蓝海时报", "蓝海时报 2024-03-10 创刊", "村民 2024-03-10"])
def test_an_outlet_alone_or_with_more_than_a_date_is_text(line: str) -> None:
    raw = f"春耕会议\n{line}\n\n会议今天举行，各村都来了人。"
    assert line in make_article(RawArticle(text=raw, address="a")).text


BODY = "市府昨天宣布，东岸大桥修缮完工。工程历时十四个月。"
UNDER = [
    ("2024-03-15 09:20 来源：临江晚报 记者 周晓彤", "临江晚报", "周晓彤"),
    ("2024-03-15 临江发布", "临江发布", ""),
    ("2024-03-15 健康导报", "健康导报", ""),
    ("2024-03-15 财联快讯", "财联快讯", ""),
    ("2024-03-15 文汇周刊", "文汇周刊", ""),
    ("*2024-03-15 体坛快报*", "体坛快报", ""),
    ("２０２４年３月１５日\u3000\u3000西城通讯", "西城通讯", ""),
    ("2024年3月15日 星期五 临江晚报", "临江晚报", ""),
    ("临江晚报 2024年3月15日 第A03版", "临江晚报", ""),
    ("（2024年3月15日）", "", ""),
    ("字号：大 中 小 2024-03-15 10:00", "", ""),
    ("民國113年3月15日 東岸日報", "東岸日報", ""),
    ("二〇二四年三月十五日 临江晚报", "临江晚报", ""),
    ("March 15, 2024", "", ""),
    ("Published on March 15, 2024", "", ""),
    ("2024-03-15T09:20:00+08:00 | 临江发布", "临江发布", ""),
    ("Friday, March 15, 2024, 10:30 AM", "", ""),
    ("The Eastern Herald | March 15, 2024", "The Eastern Herald", ""),
    (
        "By Sarah Whitcombe, The Eastern Herald, 15 March 2024",
        "The Eastern Herald",
        "Sarah Whitcombe",
    ),
    ("15/03/2024 The Eastern Herald", "The Eastern Herald", ""),
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("line", "source", "author"), UNDER)
def test_a_line_under_the_headline_dates_and_credits(
    line: str, source: str, author: str, gap: str
) -> None:
    raw = f"东岸大桥恢复通车{gap}{line}{gap}{BODY}"
    article = make_article(RawArticle(text=raw, address="a"))
    assert article.published == datetime.date(2024, 3, 15)
    assert (article.title, article.source, article.author) == ("东岸大桥恢复通车", source, author)
    assert article.text == f"东岸大桥恢复通车\n{BODY}"


@pytest.mark.parametrize("line", ["記者林佳蓉／花蓮報導", "记者林佳蓉／花莲报道"])
def test_where_the_reporter_was_stays(line: str) -> None:
    raw = f"大橋恢復通車\n2024/03/15 東岸日報 {line}\n{BODY}"
    article = make_article(RawArticle(text=raw, address="a"))
    assert (article.source, article.author) == ("東岸日報", "林佳蓉")
    assert article.published == datetime.date(2024, 3, 15)
    assert article.text == f"大橋恢復通車\n{line}\n{BODY}"


def test_a_date_with_a_place_dates_the_article_and_stays() -> None:
    raw = f"大桥恢复通车\n2024年3月15日，深圳\n{BODY}"
    article = make_article(RawArticle(text=raw, address="a"))
    assert (article.published, article.text) == (datetime.date(2024, 3, 15), raw)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月15日 情况通报",
        "2024年3月15日 新品发布",
        "2024年3月15日 高考成绩发布",
        "2024年3月15日 乒乓球女单决赛直播频道",
        "2024年3月15日 国际新闻",
        "2024年3月15日 村民大会",
        "2024年3月15日，",
        "2024年3月15日—2024年3月20日",
        "2024-02-30 临江发布",
        "03/04/2024 The Eastern Herald",
        "2024年3月15日，市长来到临江发布",
    ],
)
def test_a_line_that_says_more_than_a_date_or_is_unsure_stays(line: str) -> None:
    article = make_article(RawArticle(text=f"大桥恢复通车\n{line}\n{BODY}", address="a"))
    assert line in article.text
    assert article.published is None


@pytest.mark.parametrize("first", ["2020年3月9日 临江发布", "2020年3月9日，开工"])
def test_the_days_of_a_list_stay(first: str) -> None:
    raw = f"大桥纪事\n{first}\n桥动工。\n2024年5月1日 东岸快讯\n桥通车。"
    article = make_article(RawArticle(text=raw, address="a"))
    assert (article.text, article.published) == (raw, None)


def test_body_starts_behind_the_title_line() -> None:
    article = make_article(RawArticle(text="春耕会议举行\n会议今天举行。", address="a"))
    assert article.text[article.body_start :] == "会议今天举行。"


def test_body_starts_behind_a_title_line_that_the_record_gives() -> None:
    raw = RawArticle(text="春耕 会议\n会议今天举行。", address="a", title="春耕会议")
    assert make_article(raw).body_start == len("春耕 会议\n")


def test_body_starts_behind_a_title_line_that_stands_twice() -> None:
    article = make_article(
        RawArticle(text="春耕会议举行\n春耕会议举行\n会议今天举行。", address="a")
    )
    assert article.text[article.body_start :] == "会议今天举行。"


def test_body_starts_at_the_beginning_where_no_title_line_stands() -> None:
    raw = RawArticle(text="会议今天举行。\n第二段。", address="a", title="春耕会议")
    assert make_article(raw).body_start == 0


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Qinglan Bridge reopens after 14-month repair", True),
        ("Qinglan Bridge reopens after 14-month repair, ending a long wait for commuters", True),
        ("Qinglan Bridge reopened on Friday, and the mayor walked over it.", False),
        ("The Qinglan Bridge reopened " * 5, False),
        ("东岸大桥恢复通车" * 6, False),
    ],
)
def test_a_headline_in_latin_letters_may_be_longer(head: str, title: bool) -> None:
    article = make_article(RawArticle(text=f"{head}\n{BODY}", address="a"))
    assert article.title == (head if title else "")


@pytest.mark.parametrize(
    "label",
    ["新闻稿  即时发布", "【快讯】", "新聞稿／即時發佈", "PRESS RELEASE", "FOR IMMEDIATE RELEASE"],
)
def test_a_label_above_the_headline_is_not_the_title(label: str) -> None:
    article = make_article(RawArticle(text=f"{label}\n东岸大桥恢复通车\n{BODY}", address="a"))
    assert article.title == "东岸大桥恢复通车"
    assert article.text[article.body_start :] == BODY


def test_a_title_that_begins_like_a_label_is_one() -> None:
    article = make_article(RawArticle(text=f"快讯社迁入新址\n{BODY}", address="a"))
    assert article.title == "快讯社迁入新址"


def test_what_stands_behind_a_writer_is_no_name() -> None:
    raw = "渡口启用\n来源：云港日报　作者：王小满　时间：2024-03-06\n渡口今天启用。"
    article = make_article(RawArticle(text=raw, address="a"))
    assert (article.author, str(article.published)) == ("王小满", "2024-03-06")


def test_an_address_above_the_title_is_none() -> None:
    raw = "https://news.example/7.html\n渡口启用\n2024-03-06\n渡口今天启用。"
    article = make_article(RawArticle(text=raw, address="a"))
    assert (article.title, str(article.published)) == ("渡口启用", "2024-03-06")
    assert article.text[article.body_start :] == "渡口今天启用。"
