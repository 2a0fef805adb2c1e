"""Markup in the texts of records: what it shows is read, and every offset leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ReadError
from corpus.cleaning.clean import make_article
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
        ("<ul><li>雨停了</li><li>桥通了</li></ul>", "\n\n雨停了\n\n桥通了\n\n"),
        ("<section>雨停了</section>", "\n雨停了\n"),
        ("雨停了<img src='data:image/png;base64," + "A" * 9000 + "'>桥", "雨停了桥"),
        ("<p>雨停了<o:p></o:p></p>", "\n雨停了\n"),
        ("<p><st1:chmetcnv unitname='公里'>3公里</st1:chmetcnv></p>", "\n3公里\n"),
        ("<p><?xml:namespace prefix = o />雨停了</p>", "\n雨停了\n"),
        ("<p>雨<!--[if gte mso 9]><xml><w:Zoom>0</w:Zoom></xml><![endif]-->停了</p>", "\n雨停了\n"),
        ("<p><!--[if !mso]><!-->雨停了<!--<![endif]--></p>", "\n雨停了\n"),
        ("<p>雨<!-->停<!-- 注 -->了</p>", "\n雨停了\n"),
        ("<p>雨<!--停了</p>", "\n雨停了\n"),
        ("<p>雨<svg viewBox='0 0'><text>图</text></svg>停<svg/>了</p>", "\n雨停了\n"),
        ("<p><mark>雨</mark><mpvoice name='a'></mpvoice><time>停</time>了</p>", "\n雨停了\n"),
        ("<details><summary>背景</summary>雨<br></details>", "\n\n背景\n雨\n\n"),
        ("<p>写作&lt;details&gt;</p>", "\n写作<details>\n"),
        ("<p>若a<b 且 c>d</p>", "\n若a<b 且 c>d\n"),
        (
            "<p>见<https://news.example/7>与<a@news.example></p>",
            "\n见<https://news.example/7>与<a@news.example>\n",
        ),
        ("<p><ruby>洪<rt>hóng</rt></ruby></p>", "\n<ruby>洪<rt>hóng</rt></ruby>\n"),
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
        "</b>雨<b>",
        "用<details>与<mark>",
        "用<em>雨</em>",
        "写作<script>alert(1)</script>",
    ],
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '[caption id="a_7" width="600"]<img src="a.jpg" /> 渡口[/caption]雨停了',
            "\n 渡口\n雨停了",
        ),
        ('雨停了\n[gallery ids="1,2"]\n桥通了', "雨停了\n\n\n桥通了"),
        ("雨停了[embed]https://v.example/7[/embed]", "雨停了\n"),
        ("[video] 雨停了 [embed] [caption]", "[video] 雨停了 [embed] [caption]"),
    ],
)
def test_short_codes_around_pictures_are_not_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_entities_are_replaced_once() -> None:
    assert shown("写作 &amp;lt;") == "写作 &lt;"


def test_a_record_is_shown_and_keeps_its_address() -> None:
    record = {"title": "雨停了&nbsp;桥通了", "text": "<p>林一舟&middot;到场</p>"}
    raw = to_article(record, "a.jsonl")
    assert (raw.title, raw.text) == ("雨停了\xa0桥通了", "\n林一舟·到场\n")
    assert make_article(raw).text == "林一舟·到场"


def test_a_marked_title_is_shown_without_marks() -> None:
    record = {
        "title": "<em>青原</em>发现古墓",
        "source": '<a href="/x">云川发布</a>',
        "text": "<b>甲</b>",
    }
    raw = to_article(record, "a.jsonl")
    assert (raw.title, raw.source, raw.text) == ("青原发现古墓", "云川发布", "甲")


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


@pytest.mark.parametrize(
    "piece",
    [
        "<p ",
        "<script>",
        "<!--",
        "&lt;p",
        "&",
        "</p>",
        "<a href=",
        "<b>甲",
        "<o:",
        "<x a=",
        "[video a=",
    ],
)
def test_hostile_markup_is_read_in_one_pass(piece: str) -> None:
    text = piece * 10**5
    assert len(shown(f"{text}<br>")) <= len(text) + 4
    assert len(shown(text, of_record=True)) <= len(text)


@given(st.lists(st.sampled_from([*PIECES, "<o:p>", "<em>", "</em>", "<x y=1>", "<svg/>"])))
def test_words_are_lost_in_scripts_and_comments_alone(pieces: list[str]) -> None:
    text = "".join(each for each in pieces if "script" not in each and "--" not in each)
    assert shown(text).count("会议举行") == text.count("会议举行")


@pytest.mark.parametrize("of_record", [True, False])
def test_ends_of_elements_that_nothing_opened_stay_text(of_record: bool) -> None:
    text = "雨停了</blockquote></article><style>甲</style>乙。"
    assert shown(text, of_record=of_record) == text
    assert shown(f"<blockquote>{text}", of_record=of_record).split() == ["雨停了", "乙。"]
