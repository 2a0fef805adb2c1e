"""English ordinals, and how Chinese writes their numbers."""

import pytest

from index.ordinals import ordinal, written


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("twelfth", 12),
        ("3rd", 3),
        ("forty-third", 43),
        ("twentieth", 20),
        ("twenty", None),
        ("fair", None),
        ("112", None),
    ],
)
def test_an_ordinal_is_read(word: str, number: int | None) -> None:
    assert ordinal(word) == number


@pytest.mark.parametrize(
    ("number", "ways"),
    [
        (3, ("第三", "第3")),
        (10, ("第十", "第10")),
        (12, ("第十二", "第12")),
        (43, ("第四十三", "第43")),
        (120, ("第120",)),
    ],
)
def test_a_number_is_written(number: int, ways: tuple[str, ...]) -> None:
    assert written(number) == ways
