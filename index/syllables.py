"""Dividing a word of pinyin into its syllables."""

from collections.abc import Callable

_LONGEST = 6  # letters: zhuang


def fewest_syllables(word: str, is_one: Callable[[str], object]) -> tuple[str, ...]:
    """The fewest syllables that a word divides into; none if it does not, or is empty.

    Of several ways with as few, the one whose last syllable is the longest.

    Args:
        word: In lower case.
        is_one: Whether letters are a syllable.
    """
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        ways = [
            (*best[start], word[start:end])
            for start in range(max(0, end - _LONGEST), end)
            if start in best and is_one(word[start:end])
        ]
        if ways:
            best[end] = min(ways, key=len)
    return best.get(len(word), ())
