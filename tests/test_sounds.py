"""Names by their sound, and learning how foreign names are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sounds import Way, ways
from index.terms import Term
from training import sounds
from training.sounds import Written, chunks, foreign_names, learn


def written(name: str, chinese: str) -> bool:
    pattern = Term((), ways(name)).pattern
    return bool(pattern and re.search(pattern, chinese))


@pytest.mark.parametrize(
    ("name", "chinese"),
    [
        ("Huolinhe", "霍林河"),
        ("Fu'ao", "富奥"),
        ("Macron", "马克龙"),
        ("Halford", "哈尔福德"),
        ("Matlin", "马特林"),
        ("Jacksonville", "杰克逊维尔"),
    ],
)
def test_a_name_is_written_as_it_sounds(name: str, chinese: str) -> None:
    assert written(name, chinese)


@pytest.mark.parametrize(
    ("name", "chinese"), [("Huolinhe", "霍林"), ("Macron", "林克农"), ("Xu", "徐"), ("Ng", "吴")]
)
def test_what_sounds_otherwise_or_is_one_syllable_is_not_it(name: str, chinese: str) -> None:
    assert not written(name, chinese)


@given(st.text(max_size=30))
def test_any_name_has_ways_of_two_characters_or_more(name: str) -> None:
    found: tuple[Way, ...] = ways(name)
    assert len(set(found)) == len(found)
    assert all(len(way) > 1 and all(way) for way in found)


def test_names_are_learnt_from_where_letters_and_characters_go_side_by_side() -> None:
    names = [
        Written("mata", "马塔", ("ma", "ta")),
        Written("tama", "塔马", ("ta", "ma")),
        Written("mama", "马马", ("ma", "ma")),
        Written("tata", "塔塔", ("ta", "ta")),
    ]
    seen, kept = learn(names)
    assert len(kept) == len(names)
    assert seen["ma", "ma"] == pytest.approx(4, abs=0.1)
    assert seen["ta", "ta"] == pytest.approx(4, abs=0.1)
    found = chunks(seen, kept)
    assert {letters: its[0] for letters, its in found.items()} == {"ma": "马", "ta": "塔"}


def test_the_dictionarys_foreign_names_are_taken_word_for_word() -> None:
    names = foreign_names()
    assert Written("obama", "奥巴马", ("ao", "ba", "ma")) in names
    assert not any(name.letters == "henan" for name in names)


def test_a_misspelt_option_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounds, "foreign_names", lambda: pytest.fail("it began to learn"))
    with pytest.raises(SystemExit, match="2"):
        sounds.main(["--hlep"])
