"""Markup in the texts of records: what it shows is read, and every offset leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ReadError
from corpus.clean import make_article
from corpus.reader.markup import shown
from corpus.reader.records import to_article

PIECES = [
    "<p>", "</p>", "<br/>", "<b>", "</b>", "<script>", "</script>", "<!--", "-->", "&nbsp;",
    "&quot;", "&#13;", "&#xd800;", "&lt;p&gt;", "&amp;", "<", ">", "&", "\n", "\r\n",
    "会议举行", "。", " ",
]  # fmt: skip
dirty = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("镇长&nbsp;说&ldquo;好&rdquo;&quot;行&quot;", '镇长\xa0说“好”"行"'),
        ("第一段。<br>第二段。<br/>第三段。", "第一段。\n第二段。\n第三段。"),
        ("<p>镇长<b>尉</b>迟恭</p>\n<P class='x'>到场</P>", "\n镇长尉迟恭\n\n\n到场\n"),
        ("<div><script>var a = '<p>';</script>雨停了</div>", "\n雨停了\n"),
        ("&lt;p&gt;雨停了&lt;/p&gt;", "\n雨停了\n"),
        ("雨停了<script>", "雨停了<script>"),
        ("<p>雨<script>停了", "\n雨停了"),
        ("第一行\r\n第二行", "第一行\n第二行"),
    ],
)
def test_what_markup_shows(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "若a<b>c则停",
        "见 https://news.example/?a=1&copy=2",
        "AT&T;",
        "5 < 6 > 3",
        "<ruby>洪</ruby>",
        "<b>",
        "写作<script>alert(1)</script>",
    ],
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert shown(text) == text


def test_entities_are_replaced_once() -> None:
    assert shown("写作 &amp;lt;") == "写作 &lt;"


def test_a_record_is_shown_and_keeps_its_address() -> None:
    record = {"title": "雨停了&nbsp;桥通了", "text": "<p>林一舟&middot;到场</p>"}
    raw = to_article(record, "a.jsonl")
    assert (raw.title, raw.text) == ("雨停了\xa0桥通了", "\n林一舟·到场\n")
    assert make_article(raw).text == "林一舟·到场"


def test_a_record_of_empty_markup_has_no_text() -> None:
    with pytest.raises(ReadError, match='an empty "text"'):
        to_article({"text": "<p>&nbsp;</p>"}, "a.jsonl")


@given(dirty)
def test_every_character_of_a_record_is_the_raw_one(text: str) -> None:
    try:
        article = make_article(to_article({"text": text}, "a.jsonl"))
    except ReadError:
        return
    clean = article.clean
    assert "".join(article.raw[clean.raw_offset(i)] for i in range(len(clean.text))) == clean.text


@given(st.text().filter(lambda text: not set(text) & set("<&\r")))
def test_a_text_without_markup_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize("piece", ["<p ", "<script>", "<!--", "&lt;p", "&", "</p>", "<a href="])
def test_hostile_markup_is_read_in_one_pass(piece: str) -> None:
    assert len(shown(piece * 10**5 + "<br>")) <= len(piece) * 10**5 + 4
