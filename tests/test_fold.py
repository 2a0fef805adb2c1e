"""Keys have their text's length, and what reads alike has one key."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.fold import HAN, fold, is_traditional, simplified, ways_written

any_text = st.text(st.characters(), max_size=200)
PHRASES = [
    "縣長出席會議", "县长出席会议", "圖書館裡的鐘錶", "他們隨著音樂跳舞", "乾隆皇帝", "晾乾衣服",
    "理髮師說", "Ａ股", "ＣＯＶＩＤ－１９", "ABC", "Ünïcode", "２０２３年", "①", "㎏", "ﬁ", "İ",
    "，", "。", "！", " ", "\n", "\ud800",
]  # fmt: skip
news = st.lists(st.sampled_from(PHRASES), max_size=20).map("".join)


@given(any_text | news)
@settings(deadline=None)  # dictionaries are loaded at the first call
def test_a_key_is_as_long_as_its_text(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(simplified(text)) == len(text)


def test_every_character_has_a_key_of_one_character() -> None:
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(characters)) == len(characters)


@given(news)
@settings(deadline=None)  # dictionaries are loaded at the first call
def test_the_key_of_a_key_is_itself(text: str) -> None:
    # not of any text whatever: OpenCC knows phrases, and 薴 alone goes to 苧, then to 苎
    key = fold(text)
    assert fold(key) == key


def test_the_key_of_a_single_character_keeps_its_key() -> None:
    plain = [chr(code) for code in (*range(0x3400), *range(0xE000, 0x10000))]
    assert all(fold(fold(character)) == fold(character) for character in plain)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("縣長出席會議", "县长出席会议"),
        ("县长出席会议", "县长出席会议"),
        ("ＡＢＣ　２０２３", "abc 2023"),
        ("Łódź", "łódź"),
        ("，：！", ",:!"),
        ("。“”《》", "。“”《》"),
        ("①", "1"),
        ("ﬁ㎏…", "ﬁ㎏…"),  # longer when written out: kept
        ("İ", "İ"),  # its lower case is two characters
        ("\ud800", "\ufffd"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_folds_in_place(text: str, key: str) -> None:
    assert fold(text) == key


def test_simplified_keeps_letters_and_widths() -> None:
    assert simplified("ＡB，縣長") == "ＡB，县长"


@pytest.mark.parametrize(
    "text", ["会议显著成效，晾干衣服", "著名作家写着信", "乾隆皇帝", "头发和发展"]
)
def test_simplified_text_stays(text: str) -> None:
    assert simplified(text) == text


def test_traditional_text_is_read_as_written_in_taiwan() -> None:
    # by itself, t2s leaves 隨著 as 随著
    assert (
        simplified("會議隨著音樂結束，縣長看著圖書館的鐘錶")
        == "会议随着音乐结束，县长看着图书馆的钟表"
    )


def test_one_traditional_word_makes_no_traditional_text() -> None:
    text = "著名画家的展览今天在市美术馆开幕，观众来自各地，" * 2
    assert simplified(text + "會") == text + "会"


@pytest.mark.parametrize("character", "会議㐀\U00020000")
def test_han_characters_are_known(character: str) -> None:
    assert HAN.fullmatch(character)


@pytest.mark.parametrize("character", "aあ，。1 ")
def test_other_characters_are_not_han(character: str) -> None:
    assert not HAN.search(character)


@pytest.mark.parametrize("text", ["里面", "裏面", "裡面"])
def test_a_word_is_written_in_either_script(text: str) -> None:
    assert ways_written(text) == {"里面", "裏面", "裡面"}


def test_what_has_one_way_is_written_in_it() -> None:
    assert ways_written("A股") == {"A股"}
    assert ways_written("") == {""}


@pytest.mark.parametrize(
    ("text", "traditional"),
    [("縣長出席會議", True), ("县长出席会议", False), ("乾隆皇帝，天下太平", False), ("", False)],
)
def test_which_text_is_traditional(text: str, *, traditional: bool) -> None:
    assert is_traditional(text) == traditional
