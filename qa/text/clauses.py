"""Where a clause or a sentence begins, and what ends it; of keys."""

import re
from itertools import repeat
from typing import Final

SENTENCE_ENDS: Final = "。!?\n"
CLAUSE_ENDS: Final = f",;{SENTENCE_ENDS}"
PART_ENDS: Final = f":{CLAUSE_ENDS}"  # and what a colon leads to is apart
CLAUSE_END: Final = re.compile(f"[{CLAUSE_ENDS}]")
BORDER: Final = re.compile(f"[、{PART_ENDS}]")  # of the items of a list, too


def clause_start(key: str, place: int, ends: str) -> int:
    """Where the clause begins that a place lies in: behind the last mark before it, else at 0.

    Args:
        key: The text.
        place: An offset in it.
        ends: The marks that end a clause.
    """
    return max(map(key.rfind, ends, repeat(0), repeat(place))) + 1


def begun_clause(key: str, place: int, ends: str) -> str:
    """What of the clause that a place lies in stands before it."""
    return key[clause_start(key, place, ends) : place]
