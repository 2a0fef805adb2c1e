"""NITF and NewsML, as agencies send them."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.reader import ReadFailure, read_articles

STORY = "浔阳渡口六日清晨试航新船，船工们燃放鞭炮，两岸居民冒着细雨赶来观看，码头上站满了人。"
MORE = "据渡口管理处介绍，新船一次可载客八十人，票价不变。"
NITF = (
    '<nitf><head><title>新船</title><docdata><doc-id id-string="x1"/>'
    '<date.issue norm="20240306T083000+0800"/><doc.copyright holder="浔阳日报"/></docdata></head>'
    "<body><body.head><hedline><hl1>新船试航</hl1></hedline><byline>江渡舟</byline>"
    "<dateline><location>浔阳</location></dateline></body.head>"
    f"<body.content><p>{STORY}</p><p>据<org>渡口管理处</org>{MORE[6:]}</p></body.content></body></nitf>"
)
G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x1"><itemMeta>'
    '<provider literal="浔阳社"/><firstCreated>2024-03-06T08:30:00+08:00</firstCreated></itemMeta>'
    "<contentMeta><headline>新船试航</headline><by>江渡舟</by></contentMeta><contentSet><inlineXML>"
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
    f"<p>{STORY}</p><p>{MORE}</p></body></html></inlineXML></contentSet></newsItem>"
)
ONE = (
    "<NewsML><NewsItem><NewsManagement><FirstCreated>20240306T083000</FirstCreated></NewsManagement>"
    "<NewsComponent><NewsLines><HeadLine>新船试航</HeadLine><ByLine>江渡舟</ByLine>"
    "<CreditLine>浔阳社</CreditLine></NewsLines><ContentItem><DataContent>"
    f"<p>{STORY}</p><p>{MORE}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)


def read(path: Path, markup: str, encoding: str = "utf-8") -> list[RawArticle | ReadFailure]:
    path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>\n{markup}'.encode(encoding))
    return list(read_articles(path))


@pytest.mark.parametrize(
    ("markup", "source", "text"),
    [
        (NITF, "浔阳日报", f"浔阳\n{STORY}\n{MORE}"),
        (G2, "浔阳社", f"{STORY}\n{MORE}"),
        (ONE, "浔阳社", f"{STORY}\n{MORE}"),
    ],
)
def test_an_item_is_an_article(tmp_path: Path, markup: str, source: str, text: str) -> None:
    (found,) = read(tmp_path / "a.xml", markup)
    assert isinstance(found, RawArticle)
    article = make_article(found)
    assert (article.title, str(article.published)) == ("新船试航", "2024-03-06")
    assert (article.author, article.source, article.text) == ("江渡舟", source, text)


def test_a_message_of_several_items(tmp_path: Path) -> None:
    other = G2.replace("urn:x1", "urn:x2").replace(STORY, "")
    picture = f"<newsItem>{G2[G2.index('<itemMeta>') : G2.index('<contentSet>')]}</newsItem>"
    markup = f"<newsMessage><itemSet>{G2}{other}{picture}</itemSet></newsMessage>"
    first, second, third = read(tmp_path / "a.xml", markup)
    assert isinstance(first, RawArticle) and first.address.endswith("a.xml#urn:x1")
    assert isinstance(second, RawArticle) and second.text == MORE
    assert isinstance(third, ReadFailure) and third.where.endswith("#3")


def test_another_encoding_and_entities_of_a_page(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.xml", NITF.replace("。</p>", "&hellip;</p>"), "gbk")
    assert isinstance(found, RawArticle) and found.text.endswith("票价不变…")


def test_lines_of_a_plain_text_stay(tmp_path: Path) -> None:
    markup = f"<newsItem><inlineData>\n{STORY}\n\n{MORE}</inlineData></newsItem>"
    (found,) = read(tmp_path / "a.xml", markup)
    assert isinstance(found, RawArticle) and found.text == f"{STORY}\n{MORE}"


def test_what_is_cut_off_is_told(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.xml", NITF[:-40])
    assert isinstance(found, ReadFailure) and found.reason.startswith("is no whole NITF")
