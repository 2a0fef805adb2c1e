"""Plain text: its top that names fields, tables saved as text, and the ends of lines."""

import time
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.reader import read_articles
from corpus.reader.labelled import read_labels
from corpus.reader.several import divided

BODY = "云港市三号码头三月五日启用，市长陈一舟出席启用仪式。\n码头长八百米，耗资两亿元。"


def labelled(text: str) -> RawArticle:
    return read_labels(RawArticle(text, "a.txt"))


@pytest.mark.parametrize(
    "head",
    [
        "【标题】新码头启用\n【日期】2024年3月6日\n【来源】云港日报\n【作者】毛宁\n【正文】\n",
        "标题：新码头启用\n\n来源：云港日报\n作者：毛宁\n日期：2024年3月6日\n正文：",
        "标　题: 新码头启用\n日 期: 2024年3月6日\n作 者: 毛宁\n来 源: 云港日报\n\n",
        "标题：\n新码头启用\n时间：\n2024年3月6日\n来源：\n云港日报\n作者：\n毛宁\n正文：\n",
        "【标题】\n新码头启用\n【日期】2024年3月6日\n【来源】\n云港日报\n【作者】\n毛宁\n\n",
        "Title: 新码头启用\nTime: 2024年3月6日\nSource: 云港日报\nAuthor: 毛宁\nContent:\n",
    ],
)
def test_what_the_top_names_is_known(head: str) -> None:
    article = labelled(head + BODY)
    assert (article.title, article.published) == ("新码头启用", "2024年3月6日")
    assert (article.source, article.author) == ("云港日报", "毛宁")
    assert article.text == BODY


def test_a_line_that_names_no_field_stays_text() -> None:
    article = labelled(f"标题：新码头启用\n导语：云港有了三号码头\n作者：毛宁\n正文：{BODY}")
    assert article.author == "毛宁"
    assert article.text == f"导语：云港有了三号码头\n{BODY}"


def test_an_address_with_its_signs_is_the_article_s() -> None:
    article = labelled(f"标题：新码头启用\n链接：https://news.example/a?b=1\n{BODY}")
    assert (article.url, article.text) == ("https://news.example/a?b=1", BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"标题：新码头启用\n{BODY}",  # a title alone
        f"来源：云港日报\n作者：毛宁\n{BODY}",  # none
        f"标题：专访陈一舟\n记者：码头何时启用？\n陈一舟：三月。\n{BODY}",  # an interview
        f"标题：专访陈一舟\n记者：您好\n陈一舟：请坐。\n{BODY}",
        f"标题：开会通知\n时间：下周一\n地点：云港\n{BODY}",
        f"题目：谈港口\n时间：2024年5月6日14:30\n主讲人：陈一舟\n内容：港口的过去。\n{BODY}",
        f"标题：新码头启用\n内容：{BODY}",
        "标题：新码头启用\n作者：毛宁",
        "",
    ],
)
def test_what_is_no_head_stays_as_it_is(text: str) -> None:
    assert labelled(text).text == text


def test_when_an_event_is_stays_text() -> None:
    event = "时间：2024年5月6日14:30\n地点：云港大学一号楼\n"
    article = labelled(f"题目：谈港口\n来源：云港大学\n{event}{BODY}")
    assert (article.source, article.published) == ("云港大学", "")
    assert article.text == event + BODY


@pytest.mark.parametrize(
    ("other", "day"),
    [("来源：云港日报\n", "2024-03-06"), ("编号：七\n", ""), ("编号：七\n正文：", "2024-03-06")],
)
def test_a_time_is_the_day_of_what_has_a_source_or_body(other: str, day: str) -> None:
    article = labelled(f"标题：新码头启用\n时间：2024-03-06\n{other}{BODY}")
    assert article.published == day
    assert article.text == ("" if day else "时间：2024-03-06\n") + BODY


@pytest.mark.parametrize("said", ["先请介绍一下码头的情况", "请介绍情况", "码头怎么样"])
def test_what_a_reporter_asks_is_no_name(said: str) -> None:
    talk = f"记者：{said}\n陈一舟：码头长八百米。"
    article = labelled(f"标题：专访陈一舟\n日期：2024-03-06\n{talk}")
    assert (article.author, article.text) == ("", talk)


@pytest.mark.parametrize(
    "names", ["毛宁 阿兰", "毛宁、尉迟恭（实习生）", "云港日报评论员", "Ann Lee", "阿里·玛依拉"]
)
def test_who_writes_has_a_name(names: str) -> None:
    assert labelled(f"标题：新码头启用\n作者：{names}\n正文：{BODY}").author == names


def test_a_long_title_and_a_long_unknown_line_are_of_the_head() -> None:
    title = "云港市三号码头三月五日正式启用可停靠十万吨级货轮"
    known = f"关键词：{'港口 码头 货轮 ' * 5}"
    article = labelled(f"标题：{title}\n{known}\n来源：云港日报\n正文：{BODY}")
    assert (article.title, article.source) == (title, "云港日报")


def test_the_top_of_a_word_file_names_its_fields(tmp_path: Path) -> None:
    document = Document()
    for line in ["标题：新码头启用", "来源：云港日报", "正文：", BODY]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    (article,) = read_articles(tmp_path / "a.docx")
    assert isinstance(article, RawArticle)
    assert (article.title, article.source, article.text) == ("新码头启用", "云港日报", BODY)


def test_a_name_that_tells_nothing_above_another() -> None:
    article = labelled(f"标题：新码头启用\n来源：\n作者：毛宁\n\n{BODY}")
    assert (article.title, article.source, article.author) == ("新码头启用", "", "毛宁")
    assert article.text == BODY


HEAD = "标题：{}\n来源：云港日报\n正文：\n"


def test_heads_one_below_another_divide_a_file(tmp_path: Path) -> None:
    one, two = (
        f"{HEAD.format(title)}{BODY}本报将继续关注。" for title in ("新码头启用", "旧码头停用")
    )
    (tmp_path / "a.txt").write_text(f"{one}\n\n日期：2024-03-06\n{two}", "utf-8")
    articles = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    told = [(each.title, each.published, each.source) for each in articles]
    assert told == [("新码头启用", "", "云港日报"), ("旧码头停用", "2024-03-06", "云港日报")]
    assert [each.text for each in articles] == [f"{BODY}本报将继续关注。"] * 2


TITLES = ("新码头启用", "旧码头停用")


@pytest.mark.parametrize(
    "foot", ["责任编辑：沈默\n\n", "责任编辑：沈默\n", "\n编辑：沈默\n\n", "\n编辑：沈默\n"]
)
def test_what_stands_below_an_article_is_not_the_next_one_s(tmp_path: Path, foot: str) -> None:
    both = (f"{HEAD.format(title)}{BODY}本报将继续关注。\n{foot}" for title in TITLES)
    (tmp_path / "a.txt").write_text("".join(both), "utf-8")
    found = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    assert [each.editor for each in found] == ["", ""]
    assert [make_article(each).editor for each in found] == ["沈默", "沈默"]


def test_heads_begin_as_the_first_one_does(tmp_path: Path) -> None:
    both = (
        f"日期：2024-03-0{n}\n{HEAD.format(title)}{BODY}\n" for n, title in enumerate(TITLES, 5)
    )
    (tmp_path / "a.txt").write_text("".join(both), "utf-8")
    found = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    assert [each.published for each in found] == ["2024-03-05", "2024-03-06"]


def test_an_article_between_signs_is_the_same_without_them() -> None:
    one, two = (f"{HEAD.format(title)}{BODY}" for title in TITLES)
    assert divided(f"{one}\n=====\n{two}", "a.txt") == divided(f"{one}\n{two}", "a.txt")


def test_the_title_of_a_person_is_no_article_s() -> None:
    text = f"Name: Lu Yuan\nTitle: Chief Engineer\nDate: March 6, 2024\n\n{BODY}"
    assert labelled(text) == RawArticle(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD.format('两则旧文')}{BODY}\n题目：甲\n来源：云港日报\n{BODY}",
        f"{HEAD.format('两则旧文')}{BODY}\n标题：甲\n作者：毛宁\n{BODY}",
        f"{HEAD.format('新码头启用')}{BODY}\n获奖名单\n题目：谈港口\n作者：毛宁",
        f"征文启事\n{BODY}\n题目：甲\n作者：毛宁\n{BODY}\n题目：乙\n作者：毛宁\n{BODY}",
    ],
)
def test_heads_within_an_article_divide_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert len(list(read_articles(tmp_path / "a.txt"))) == 1


def test_each_of_several_articles_has_its_own_head(tmp_path: Path) -> None:
    one, two = (
        f"标题：{title}\n日期：2024-03-06\n正文：{BODY}本报将继续关注。"
        for title in ("新码头启用", "旧码头停用")
    )
    (tmp_path / "a.txt").write_text(f"{one}\n==========\n{two}", "utf-8")
    articles = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    assert [each.title for each in articles] == ["新码头启用", "旧码头停用"]


LINES = [
    "标题：甲",
    "作者：乙",
    "【来源】丙",
    "正文：丁",
    "日期：2024-01-02",
    "地点：戊",
    "己。",
    "",
]


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_every_line_is_text_or_a_field(lines: list[str]) -> None:
    article = labelled("\n".join(lines))
    told = article.text + article.title + article.author + article.source + article.published
    for word in ("甲", "乙", "丙", "丁", "2024-01-02", "戊", "己。"):
        assert (word in told) == any(word in line for line in lines)


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_ends_one(tmp_path: Path, end: str) -> None:
    (tmp_path / "a.txt").write_text(f"新码头启用{end}{BODY}", "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert make_article(article).title == "新码头启用"
    assert end not in article.text


@pytest.mark.parametrize(
    "names", ["标题\t日期\t正文\n", '"标题"\t"日期"\t"正文"\n', "三月的报道\n\n标题\t日期\t正文\n"]
)
def test_a_text_file_that_is_a_table_gives_each_of_its_rows(tmp_path: Path, names: str) -> None:
    table = f"{names}新码头启用\t2024-03-06\t三号码头启用。\n庙会\t2024-03-07\t庙会开幕。\n"
    (tmp_path / "a.txt").write_text(table, "utf-16")
    articles = [each for each in read_articles(tmp_path / "a.txt") if isinstance(each, RawArticle)]
    assert [each.title for each in articles] == ["新码头启用", "庙会"]
    assert [each.text for each in articles] == ["三号码头启用。", "庙会开幕。"]


@pytest.mark.parametrize(
    "text",
    [
        "标题\t内容\n",
        "雨停了\n标题\t内容\n甲\t乙\n记者到场。\n",
        "年份\t正文\n去年\t千万吨\n",
        "标题\t日期\n甲\t乙\n",
    ],
)
def test_a_text_with_tabs_is_a_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == text


def test_a_long_line_of_spaces_takes_no_long_time() -> None:
    start = time.monotonic()
    labelled(f"标题：新码头启用\n{' ' * 3_000_000}\n来源：云港日报\n{BODY}")
    assert time.monotonic() - start < 2
