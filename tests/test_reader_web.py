"""Web pages, feeds and mail: the main text, and what the markup says about it."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.reader import ReadFailure, read_articles
from corpus.reader.blocks import plain

PAGE = (Path(__file__).parent / "data" / "reader" / "page.html").read_text("utf-8")
TEXT = (Path(__file__).parent / "data" / "reader" / "plain.txt").read_text("utf-8").strip()


def only(path: Path) -> RawArticle:
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle), article
    return article


def reason(path: Path) -> str:
    (failure,) = read_articles(path)
    assert isinstance(failure, ReadFailure)
    return failure.reason


def test_a_page_without_its_furniture(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    article = only(tmp_path / "a.html")
    assert article.title == "雨停了，桥通了"
    assert (article.published, article.source) == ("2024-07-21", "云川晚报网")
    assert (article.author, article.url) == ("邢牧之", "https://news.example/a/1.html")
    assert article.address == (tmp_path / "a.html").as_posix()
    assert article.text.startswith("雨停了，桥通了\n云川晚报讯")
    assert article.text.endswith("预计明年六月建成。")
    assert "被洪水冲断" in article.text
    for furniture in ("首页", "分享到", "相关阅读", "网友评论", "版权所有"):
        assert furniture not in article.text


def test_a_short_page_begins_at_its_title_and_is_credited_as_it_shows(tmp_path: Path) -> None:
    page = (
        "<html><head><title>新码头启用_云港网</title></head><body>"
        "<div><a href=/>首页</a> | <a href=/n>新闻</a></div><h1>新码头启用</h1>"
        "<div>2024-05-06 08:30 来源：云港日报 作者：邢牧之 字号：大 中 小</div>"
        "<p>云港新码头5日启用，首日靠泊12艘船。</p></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    article = make_article(only(tmp_path / "a.html"))
    assert article.text == "新码头启用\n云港新码头5日启用，首日靠泊12艘船。"
    assert (article.source, article.author) == ("云港日报", "邢牧之")
    assert str(article.published) == "2024-05-06"


def test_the_editor_below_the_text_and_a_page_within_a_form_are_read(tmp_path: Path) -> None:
    told = "云川市近日启动老旧小区改造三年行动，首批改造四十二个小区，惠及一万三千户居民。"
    page = (
        "<html><head><title>旧改启动</title></head><body><form id=aspnetForm><h1>旧改启动</h1>"
        "<div>2024-05-06 08:30 来源：云川日报</div>"
        f"<div class=zoom><p>{told}</p><p>{told[::-1]}</p><p>{told}市长说。</p></div>"
        "<div class=edit>责任编辑：邢牧之</div></form></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    article = make_article(only(tmp_path / "a.html"))
    assert (article.source, article.editor) == ("云川日报", "邢牧之")
    assert "责任编辑" not in article.text


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_pages_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    page = PAGE.replace("utf-8", "gb2312")
    (tmp_path / "a.htm").write_bytes(page.encode(encoding))
    assert only(tmp_path / "a.htm").text.endswith("预计明年六月建成。")


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    assert only(tmp_path / "a.txt").title == "雨停了，桥通了"


@pytest.mark.parametrize("page", ["", "<html></html>"])
def test_a_page_without_text(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert "holds no" in reason(tmp_path / "a.html")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一<b>二</b>三</p><p>四<br>五</p>", "一二三\n四\n五"),
        ("<ruby>會<rt>huì</rt></ruby>議", "會議"),
        (
            "<p>The <a>mayor</a>\n  said <b>yes</b>, <i> twice</i>.</p>",
            "The mayor said yes, twice.",
        ),
        ("<script>x</script>字<style>y</style>", "字"),
        ("<div>" * 1500 + "字", "字"),
    ],
)
def test_blocks(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "镇长<b>尉</b>迟恭出席庙会，副镇长<span>罗小川</span>主持开幕式。",
        "镇长<ruby>尉<rt>yù</rt></ruby>迟恭出席庙会，副镇长<a href='/p'>罗小川</a>主持开幕式。",
    ],
)
def test_a_short_page_keeps_its_sentences_whole(tmp_path: Path, sentence: str) -> None:
    page = f"<html><body><h1>庙会开幕</h1><p>{sentence}</p></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    text = "镇长尉迟恭出席庙会，副镇长罗小川主持开幕式。"
    assert only(tmp_path / "a.html").text.split("\n") == ["庙会开幕", text]


FAIR = "<p>镇长尉迟恭出席庙会，副镇长罗小川主持了热闹的开幕式，市民冒雨前来。</p>" * 6
LD = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'


@pytest.mark.parametrize(
    ("head", "above", "date"),
    [
        ("", "", ""),
        ('<meta property="article:published_time" content="2024-05-06">', "", "2024-05-06"),
        ('<link rel="canonical" href="https://news.example/2024/05/06/a.html">', "", "2024-05-06"),
        (LD % "2024-05-06", "", "2024-05-06"),
        ("", '<time datetime="2024-05-06">5月6日</time>', "2024-05-06"),
        ("", "<div class='info'>2024年5月6日 来源：云川网</div>", "2024年5月6日"),
        ("", "<div class='info'>２０２４年５月６日</div>", "2024年5月6日"),
        ("", "<div class='info'>二〇二四年五月六日</div>", "二〇二四年五月六日"),
    ],
)
def test_a_page_is_dated_by_itself_alone(tmp_path: Path, head: str, above: str, date: str) -> None:
    page = (
        f"<html><head><title>庙会开幕</title>{head}</head><body>"
        f"<article><h1>庙会开幕</h1>{above}{FAIR}</article>"
        "<div class='related'><p>春耕会议 <span class='date'>2022-03-04</span></p>"
        "<time datetime='2022-03-04'>3月4日</time></div>"
        "<footer>© 2001-2023 云川网 更新于2023-01-01</footer></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert only(tmp_path / "a.html").published == date


def test_a_line_of_full_width_gaps_dates_and_credits_a_page(tmp_path: Path) -> None:
    line = "2024-03-02 08:30　来源：青岚新闻网　作者：毛宁　编辑：阿兰"
    line += "　字号：大 中 小　分享到：微信 微博"
    page = f"<html><body><h1>庙会开幕</h1><div class='info'>{line}</div>{FAIR}</body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    article = make_article(only(tmp_path / "a.html"))
    assert (article.source, article.date_words) == ("青岚新闻网", "2024-03-02")
    assert (article.author, article.editor) == ("毛宁", "阿兰")
    assert "来源" not in article.text and "字号" not in article.text


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>云川晚报</title>
<item><title>雨停了</title><link>https://news.example/1</link><author>邢牧之</author>
<pubDate>Sun, 21 Jul 2024 08:30:00 +0800</pubDate>
<description>&lt;p&gt;第一段。&lt;/p&gt;&lt;p&gt;第二段。&lt;/p&gt;</description></item>
<item><title>空</title><guid>n-2</guid></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>云川晚报</title>
<entry><id>n-1</id><title>雨停了</title><updated>2024-07-21T08:30:00Z</updated>
<summary>短</summary><content type="html">&lt;p&gt;全文在此。&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    article, failure = read_articles(tmp_path / "feed.xml")
    assert article == RawArticle(
        text="第一段。\n第二段。",
        address="https://news.example/1",
        title="雨停了",
        published="Sun, 21 Jul 2024 08:30:00 +0800",
        source="云川晚报",
        author="邢牧之",
        record="",
        url="https://news.example/1",
    )
    assert isinstance(failure, ReadFailure)
    assert failure.reason.startswith("this entry holds no text")


def test_atom_gives_the_whole_content(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM, "utf-8")
    article = only(tmp_path / "a.atom")
    assert (article.text, article.record, article.title) == ("全文在此。", "n-1", "雨停了")
    assert article.published == "2024-07-21T08:30:00Z"
    assert article.address == f"{(tmp_path / 'a.atom').as_posix()}#n-1"


def test_a_feed_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text("https://news.example/feed", "utf-8")
    assert "is no feed" in reason(tmp_path / "a.rss")


def mail(body: str, charset: str = "utf-8", subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "雨停了"
    message["From"] = "云川晚报 <news@news.example>"
    message["To"] = "you@news.example"
    message["Date"] = "Sun, 21 Jul 2024 08:30:00 +0800"
    message["Message-ID"] = "<1@news.example>"
    message.set_content(body, charset=charset, subtype=subtype)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_mail(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.eml").write_bytes(mail(TEXT, charset).as_bytes())
    article = only(tmp_path / "a.eml")
    assert (article.text, article.title, article.record) == (TEXT, "雨停了", "1@news.example")
    assert article.published == "Sun, 21 Jul 2024 08:30:00 +0800"


def test_a_mail_that_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "saved.mht").write_bytes(mail(PAGE, subtype="html").as_bytes())
    assert only(tmp_path / "saved.mht").text.endswith("预计明年六月建成。")


def test_a_mail_whose_plain_part_is_blank_is_its_page(tmp_path: Path) -> None:
    message = mail(" ")
    message.add_alternative(PAGE, subtype="html")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    assert only(tmp_path / "a.eml").text.endswith("预计明年六月建成。")


def test_a_mailbox(tmp_path: Path) -> None:
    first, second, empty = mail(TEXT), mail(">From 甲"), mail("")
    second.replace_header("Message-ID", "<2@news.example>")
    box = b"".join(b"From a@b Sun Jul 21 08:30:00 2024\n%s\n\n" % bytes(m) for m in (first, second))
    box += b"From a@b Sun Jul 21 08:30:00 2024\n" + bytes(empty)
    (tmp_path / "box").write_bytes(box)
    one, two, failure = read_articles(tmp_path / "box")
    assert isinstance(one, RawArticle) and isinstance(two, RawArticle)
    assert (one.record, two.record) == ("1@news.example", "2@news.example")
    assert isinstance(failure, ReadFailure)
    assert failure.where.endswith(":message 3")
    assert "empty body" in failure.reason
