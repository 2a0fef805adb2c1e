"""Encodings: found strictly, never guessed."""

import codecs
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ReadError
from corpus.reader.decode import decode, read_lines, read_text
from corpus.reader.encodings import codec_name, detect
from corpus.surrogates import mend

DATA = Path(__file__).parent / "data" / "reader"
SIMPLIFIED = DATA.joinpath("plain.txt").read_text("utf-8").strip()
TRADITIONAL = DATA.joinpath("plain-hant.txt").read_text("utf-8").strip()
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030")
CASES = [(SIMPLIFIED, name) for name in (*ENCODINGS, "gbk")]
CASES += [(TRADITIONAL, name) for name in (*ENCODINGS, "gbk", "big5", "big5hkscs")]
LENGTHS = (200, 240)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_every_window_of_200_characters_or_more_is_read_right(
    text: str, encoding: str, length: int
) -> None:
    for start in range(0, len(text) - length + 1, 3):
        sample = text[start : start + length]
        assert decode(sample.encode(encoding)) == sample


@pytest.mark.parametrize("length", [10, 20, 50])
@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_short_texts_are_read_right_or_reported(text: str, encoding: str, length: int) -> None:
    for start in range(0, len(text) - length + 1, 7):
        sample = text[start : start + length]
        try:
            assert decode(sample.encode(encoding)) == sample
        except ReadError as error:
            assert "no encoding" in str(error) or "binary" in str(error)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_english_in_utf_16_without_mark(encoding: str) -> None:
    text = "Visitors filled the new library.\n" * 3
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("서울시는 오늘 시청에서 회의를 열고 새로운 교통 정책을 발표했다. " * 9, "euc-kr"),
        ("東京都は今日、市役所で会議を開き、新しい政策を発表した。" * 9, "shift_jis"),
        ("東京都は今日、市役所で会議を開き、新しい政策を発表した。" * 9, "euc-jp"),
        ("Сегодня в городе прошло заседание совета. " * 9, "cp1251"),
        ("L'été, la mairie a décidé d'améliorer la bibliothèque. " * 9, "cp1252"),
    ],
)
def test_an_encoding_of_another_language_is_reported_not_guessed(text: str, encoding: str) -> None:
    with pytest.raises(ReadError, match="fits no encoding for sure"):
        decode(text.encode(encoding))


@pytest.mark.parametrize("text", ["通(154.77, 0.32)", "强        ", "        摘要"])
def test_gb18030_that_could_be_utf8_is_reported(text: str) -> None:
    with pytest.raises(ReadError, match="fits no encoding for sure"):
        decode(text.encode("gb18030"))


@pytest.mark.parametrize("text", ["café", "Ελλάδα", "Москва", "Ω 5", "naïve résumé"])
def test_short_utf8_of_other_scripts_is_read(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_label_helps_where_the_bytes_leave_doubt() -> None:
    text = "L'été, la mairie a décidé d'améliorer la bibliothèque. " * 3
    assert decode(text.encode("cp1252"), label="windows-1252") == text


def test_a_label_that_lies_is_not_believed() -> None:
    assert decode(TRADITIONAL.encode("big5"), label="gb2312") == TRADITIONAL
    assert decode(SIMPLIFIED.encode("utf-8"), label="gb2312") == SIMPLIFIED


@pytest.mark.parametrize(
    ("label", "codec"),
    [("GB2312", "gb18030"), ("Big5", "big5hkscs"), ("no-such", "utf-8"), ("a\0b", "utf-8")],
)
def test_labels_mean_the_wider_codec(label: str, codec: str) -> None:
    assert codec_name(label) == codec


def test_line_ends_become_newlines() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_line_end_across_two_blocks_is_one() -> None:
    data = b"x" * (256 * 1024 - 1) + b"\r\n" + b"y"
    assert decode(data)[-3:] == "x\ny"


def test_chinese_after_a_long_plain_beginning() -> None:
    text = "x" * 300_000 + SIMPLIFIED
    assert decode(text.encode("gb18030")) == text


def test_a_character_across_the_samples_end() -> None:
    text = SIMPLIFIED * 600
    for shift in ("", "x"):
        assert decode((shift + text).encode("utf-8")) == shift + text
        assert decode((shift + text).encode("gb18030")) == shift + text


@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(data)


def test_a_nul_in_a_text_is_refused() -> None:
    with pytest.raises(ReadError, match="binary"):
        decode("会议\0召开".encode())


def test_mostly_control_characters_are_refused() -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(b"\x01\x02\x03\x04\x05\x06abc")


def test_damaged_utf8_is_named() -> None:
    data = SIMPLIFIED.encode()
    with pytest.raises(ReadError, match="damaged UTF-8"):
        decode(data[:300] + b"\xff" + data[300:])


@pytest.mark.parametrize(("first", "times"), [(10, 1), (11, 1), (12, 9), (40, 1), (180, 1)])
@pytest.mark.parametrize("other", ["gb18030", "big5hkscs"])
def test_a_file_in_two_encodings_is_reported_not_guessed(
    first: int, times: int, other: str
) -> None:
    text = TRADITIONAL.replace("\n", "")
    parts = [text[:first].encode(), (text[:50] * times).encode(other)]
    for order in (parts, parts[::-1]):
        with pytest.raises(ReadError, match=r"is UTF-8 in some parts|damaged UTF-8"):
            decode(b"\n".join(order))


def test_a_second_encoding_far_behind_the_sample_is_reported() -> None:
    data = (TRADITIONAL * 500).encode("gb18030")
    with pytest.raises(ReadError, match="is UTF-8 in some parts"):
        decode(data + b"\n" + TRADITIONAL[:20].encode())


def test_damage_far_behind_the_sample_names_the_byte() -> None:
    data = (SIMPLIFIED * 500).encode()
    with pytest.raises(ReadError, match="damaged near byte 3000"):
        decode(data[:300_000] + b"\xff" + data[300_000:])


def test_a_mark_with_broken_bytes_behind_it_is_refused() -> None:
    with pytest.raises(ReadError, match="damaged"):
        decode(codecs.BOM_UTF8 + b"\xff\xff")


def test_empty_bytes_are_an_empty_text() -> None:
    assert decode(b"") == ""


def test_more_than_the_limit_is_refused() -> None:
    with pytest.raises(ReadError, match="more than 1 MB"):
        read_text(io.BytesIO(b"x" * 1_100_000), max_bytes=1024 * 1024)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_clean_text_or_a_read_error(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError:
        return
    assert mend(text) == text and "\0" not in text and "\r" not in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_a_sample_is_judged_or_refused(data: bytes) -> None:
    try:
        codecs.lookup(detect(data))
    except ReadError as error:
        assert len(str(error)) > 20


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_lines_in_any_encoding(encoding: str) -> None:
    stream = io.BytesIO(f"{SIMPLIFIED}\r\n\n{SIMPLIFIED}".encode(encoding))
    assert list(read_lines(stream, max_bytes=999)) == [SIMPLIFIED, "", SIMPLIFIED]


def test_a_line_over_the_limit_is_passed_over() -> None:
    stream = io.BytesIO(b"a\n" + b"x" * 50 + b"\nb\n")
    assert list(read_lines(stream, max_bytes=10)) == ["a", None, "b"]


def test_a_broken_line_behind_the_sample_is_none() -> None:
    good = SIMPLIFIED.encode() + b"\n"
    stream = io.BytesIO(good * 500 + b"\xff\xff\n" + good)
    assert list(read_lines(stream, max_bytes=999))[-2:] == [None, SIMPLIFIED]


def test_a_line_in_another_encoding_behind_the_sample_is_none() -> None:
    good = TRADITIONAL[:90].replace("\n", "").encode("gb18030") + b"\n"
    stream = io.BytesIO(good * 2000 + TRADITIONAL[:20].encode() + b"\n" + good)
    lines = list(read_lines(stream, max_bytes=999))
    assert [place for place, line in enumerate(lines) if line is None] == [2000]
