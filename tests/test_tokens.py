"""Words: the same for both scripts, without punctuation, all of them from the key."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import tokens
from index.fold import fold
from index.tokens import JiebaTokenizer

TOKENIZER, JIEBA = JiebaTokenizer(), jieba.Tokenizer()
PIECES = [
    "县长",
    "出席会议",
    "上海证券交易所",
    "Bridge ",
    "3.5%",
    "2023",
    "，",
    "。",
    " ",
    "\n",
    "蘑",
]
keys = st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=60)


@given(keys | st.text("的和国会长出席证券交易所上海北京人民大学生前进藍佛安", max_size=60))
@settings(deadline=None)  # dictionaries are loaded at the first call
def test_words_are_those_of_jieba(key: str) -> None:
    plain = [word for word in JIEBA.cut_for_search(key) if re.search(r"\w", word)]
    assert TOKENIZER.words(key) == plain


def test_long_words_give_the_words_inside_them_too() -> None:
    assert TOKENIZER.words("上海证券交易所") == ["上海", "证券", "交易", "交易所", "上海证券交易所"]


@pytest.mark.parametrize("key", ["", " \n\t", "，。！？“”（）…—"])
def test_what_has_no_letters_has_no_words(key: str) -> None:
    assert TOKENIZER.words(key) == []


def test_words_come_in_order_with_repetitions() -> None:
    assert TOKENIZER.words("大雨，大雨！暴雨。") == ["大雨", "大雨", "暴雨"]


def test_both_scripts_have_the_same_words() -> None:
    assert TOKENIZER.words(fold("縣長出席會議")) == TOKENIZER.words(fold("县长出席会议"))


def test_widths_and_case_make_no_other_words() -> None:
    assert TOKENIZER.words(fold("ＧＤＰ增长")) == TOKENIZER.words(fold("gdp增长"))


@given(keys)
@settings(deadline=None)  # dictionaries are loaded at the first call
def test_every_word_stands_in_the_key(key: str) -> None:
    assert all(word in key for word in TOKENIZER.words(key))


def test_the_fingerprint_names_tokenizer_version_and_mode() -> None:
    name, version, mode = TOKENIZER.fingerprint.split("-")
    assert (name, mode) == ("jieba", "search")
    assert version[0].isdigit()


def test_few_words_are_looked_up_as_if_the_dictionary_were_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHUCHU_CACHE", str(tmp_path))
    texts = ["上海证券交易所三县联防值守。", "江滩上的渡轮首航GDP增长3.5%"]
    expected = [[*filter(re.compile(r"\w").search, JIEBA.cut_for_search(t))] for t in texts]
    first, again = JiebaTokenizer(), JiebaTokenizer()
    assert [first.words(text) for text in texts] == expected
    (file,) = tmp_path.iterdir()
    assert [again.words(text) for text in texts] == expected
    monkeypatch.setattr(tokens, "_FEW", 0)
    assert [again.words(text) for text in texts] == expected
    file.write_bytes(b"")
    assert [JiebaTokenizer().words(text) for text in texts] == expected
    monkeypatch.setenv("CHUCHU_CACHE", str(file))
    assert [JiebaTokenizer().words(text) for text in texts] == expected


def test_threads_may_share_a_new_tokenizer() -> None:
    tokenizer = JiebaTokenizer()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(tokenizer.words, ["县长出席会议"] * 16))
    assert found == [TOKENIZER.words("县长出席会议")] * 16
