"""Raw articles become articles, and every offset leads back to the raw text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.article import CleanText, RawArticle, ReadError, Segment
from corpus.cleaning.clean import apply_cuts, clean, compose, make_article
from corpus.cleaning.wrapping import wrap_cuts

PIECES = [
    "责任编辑：吉正", "来源：临江晚报", "原标题：", "广告 新服 ×", "（", "）", "\n", "\n\n", "  ",
    "云河社临江7月22日电", "（记者 林一舟）", "。", "会议举行", "返回搜狐，查看更多", "(lán)", "蓝",
    "版权声明：本网转载", "2023-08-16 10:22", "\n2023-08-16\n", "，正文：", "阅读 12",
    "\u200b", "\x00", "\ud800", "\u3000", "王\u3000芳", "西\u3000城", "田\u3000",
]  # fmt: skip
dirty = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
any_text = st.text(st.characters(), max_size=200) | dirty


def check_map(raw: str, text: CleanText) -> None:
    place, behind = 0, 0
    for segment in text.segments:
        assert segment.text_start == place
        assert segment.raw_start >= behind
        assert segment.length > 0
        place, behind = place + segment.length, segment.raw_start + segment.length
    assert place == len(text.text)
    assert "".join(raw[text.raw_offset(i)] for i in range(place)) == text.text


@given(any_text)
def test_every_character_is_the_raw_one(raw: str) -> None:
    check_map(raw, clean(raw))


@given(dirty)
def test_cleaning_again_changes_nothing(raw: str) -> None:
    text = clean(raw).text
    assume(not any(wrap_cuts(text)))  # without empty lines, lines of one width look wrapped
    assert clean(text).text == text


@given(any_text)
def test_any_text_is_an_article_or_refused(raw: str) -> None:
    try:
        article = make_article(RawArticle(text=raw, address="a.txt"))
    except ReadError as error:
        assert ";" in str(error)
    else:
        assert article.text
        assert 0 <= article.body_start <= len(article.text)


@given(any_text, st.lists(st.tuples(st.integers(0, 250), st.integers(0, 9)), max_size=9))
def test_cuts_drop_what_they_cover(raw: str, sizes: list[tuple[int, int]]) -> None:
    cuts = sorted((a, min(a + size, len(raw))) for a, size in sizes if a <= len(raw))
    kept = [c for i, c in enumerate(raw) if not any(a <= i < b for a, b in cuts)]
    text = apply_cuts(raw, cuts)
    assert text.text == "".join(kept)
    check_map(raw, text)


def test_composed_maps_lead_through_both() -> None:
    outer = apply_cuts("ab--cd--ef", [(2, 4), (6, 8)])
    inner = apply_cuts(outer.text, [(1, 2), (3, 4)])
    assert compose(outer, inner) == CleanText(
        "acef", (Segment(0, 0, 1), Segment(1, 4, 1), Segment(2, 8, 2))
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  会议\t\t举行 \n\n\u3000\u3000第二段  ", "会议\t举行\n第二段"),
        ("会\u200b议\ufeff举\xad行\x00\u202e", "会议举行"),
        ("会\ud800议", "会议"),
        ("会 \u200b 议", "会 议"),
        ("会\u200b\n\u200b议", "会\n议"),
        ("\u200b\n ", ""),
        ("", ""),
        ("A  B", "A B"),
        ("会\u3000议", "会\u3000议"),
    ],
)
def test_white_space_keeps_one_character(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


WIDE = "会议今天在云河市举行与会者听取了关于春耕工作和水利建设的汇报随后"


def test_hard_line_ends_inside_a_paragraph_are_joined() -> None:
    raw = f"{WIDE}\n{WIDE}\n{WIDE}\n代表们讨论。\n{WIDE}\n结束。"
    assert clean(raw).text == f"{WIDE * 3}代表们讨论。\n{WIDE}结束。"


def test_an_empty_or_indented_line_begins_a_paragraph() -> None:
    raw = f"{WIDE}\n{WIDE}\n{WIDE}\n\n{WIDE}\n\u3000\u3000{WIDE[2:]}"
    assert clean(raw).text == f"{WIDE * 3}\n{WIDE}\n{WIDE[2:]}"


def test_lines_that_end_sentences_stay() -> None:
    raw = f"{WIDE}。\n" * 4
    assert clean(raw).text == raw.strip()


def test_the_line_end_between_latin_words_stays() -> None:
    line = "the quick brown fox jumps over the lazy dog and then the cat"
    assert clean(f"{line}\n{line}\n{line}").text == f"{line}\n{line}\n{line}"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("田\u3000晓\u3000南京博物院研究馆员", "田晓\u3000南京博物院研究馆员"),
        ("王\u3000芳", "王芳"),
        ("出席：王\u3000芳、李大江、陈\u3000明", "出席：王芳、李大江、陈明"),
        ("王\u3000芳\u3000\u3000李\u3000明", "王芳\u3000李明"),
        ("（王\u3000芳）", "（王芳）"),
        ("地\u3000点：临江", "地点：临江"),
        ("西\u3000城\u3000区\u3000更\u3000换\u3000路\u3000灯", "西城区更换路灯"),
        ("西 城 区 更 换 路 灯", "西城区更换路灯"),
    ],
)
def test_padding_is_joined(raw: str, expected: str) -> None:
    assert clean(f"名单\n{raw}\n会议结束。").text == f"名单\n{expected}\n会议结束。"


@pytest.mark.parametrize(
    "line",
    [
        "甲\u3000乙\u3000丙\u3000丁",
        "男\u3000女",
        "会议\u3000举行",
        "王 芳",
        "他姓王\u3000芳名不详",
        "红\u3000橙\u3000黄",
        "会\u3000议",
        "结束。王\u3000芳。",
    ],
)
def test_other_single_characters_stay_apart(line: str) -> None:
    assert clean(f"名单\n{line}\n会议结束。").text == f"名单\n{line}\n会议结束。"


def test_article_carries_its_record() -> None:
    raw = RawArticle(text="会议\u200b举行。", address="a", record="7", url="http://x.test/7")
    article = make_article(raw)
    assert (article.record, article.url, article.raw) == ("7", "http://x.test/7", raw.text)


def test_article_without_a_record_is_known_by_its_id() -> None:
    article = make_article(RawArticle(text="会议举行。", address="a"))
    assert article.record == article.id


def test_the_same_text_at_another_address_is_another_article() -> None:
    ids = {make_article(RawArticle(text="会议举行。", address=a)).id for a in ("a", "b", "a")}
    assert len(ids) == 2


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\u200b", "责任编辑：吉正"])
def test_an_article_without_text_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match=r"^no text is left to read"):
        make_article(RawArticle(text=text, address="a.txt"))


def test_a_glossed_article_is_read_whole() -> None:
    raw = "藍(lán)田出席\n雲河日報報道 7月22日,會議強(qiáng)調(diào)春耕。\n責(zé)任編輯: 吉正"
    article = make_article(RawArticle(text=raw, address="a"))
    assert article.text == "藍田出席\n雲河日報報道 7月22日,會議強調春耕。"
    assert (article.title, article.source, article.editor) == ("藍田出席", "雲河日報", "吉正")
    assert (article.published, article.date_words) == (None, "7月22日")


@pytest.mark.parametrize(
    "raw",
    [
        "(" * 10**6,
        " " * 10**6,
        "编辑：" * 10**5,
        "来源：" * 10**5,
        "广告 " * 10**5,
        "蓝(lán" * 10**5,
    ],
)
def test_hostile_text_is_cleaned_in_one_pass(raw: str) -> None:
    assert len(clean(raw).text) <= len(raw)
