"""The mapped dictionary: what was written is found, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.frequencies import MappedFrequencies, open_frequencies, write_frequencies

WORDS = {"渡轮": 12, "渡": 0, "新桥": 4_000_000_000, "gdp": 3, "𠮷": 1, "é": 2}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "缓存" / "a.words"
    write_frequencies(file, WORDS, 2**40)
    return file


def test_words_are_found_with_their_frequencies(file: Path) -> None:
    found = MappedFrequencies(file)
    assert {word: found.get(word) for word in WORDS} == WORDS
    assert found.total == 2**40
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("word", ["", "轮", "渡轮船", "gd", "GDP", "\ud800", "\uffff"])
def test_other_words_are_not(file: Path, word: str) -> None:
    assert MappedFrequencies(file).get(word) is None


@given(words=st.dictionaries(st.text(), st.integers(0, 2**32 - 1)), other=st.text())
def test_a_file_is_as_good_as_a_dictionary(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, int], other: str
) -> None:
    file = tmp_path_factory.mktemp("words") / "a"
    write_frequencies(file, words, sum(words.values()))
    found = MappedFrequencies(file)
    assert [found.get(word) for word in [*words, other]] == [*words.values(), words.get(other)]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_half_a_file_is_none(file: Path, caplog: pytest.LogCaptureFixture, share: float) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: int(share * len(data))])
    assert open_frequencies(file) is None
    assert "loaded whole" in caplog.text


def test_no_file_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert open_frequencies(tmp_path / "none") is None
    assert not caplog.records
