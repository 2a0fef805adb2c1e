"""Words of pinyin divided into syllables."""

import pytest

from index.syllables import fewest_syllables

KNOWN = frozenset("xi an xian shang fu shan g".split())


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("shangfu", ("shang", "fu")),
        ("xian", ("xian",)),
        ("anxi", ("an", "xi")),
        ("fux", ()),
        ("", ()),
    ],
)
def test_a_word_divides_into_the_fewest(word: str, syllables: tuple[str, ...]) -> None:
    assert fewest_syllables(word, KNOWN.__contains__) == syllables
