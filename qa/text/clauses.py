"""Where a clause or a sentence begins."""

from itertools import repeat


def clause_start(key: str, place: int, ends: str) -> int:
    """Where the clause begins that a place lies in: behind the last mark before it, else at 0.

    Args:
        key: The text.
        place: An offset in it.
        ends: The marks that end a clause.
    """
    return max(map(key.rfind, ends, repeat(0), repeat(place))) + 1
