"""How long a page of the list of articles takes: python -m benchmarks.listing LIBRARY [WORDS…].

Prints, in milliseconds, the slowest of the first, middle and last page in every order and
direction, then a page of the articles with each of the words. The library is only read.
"""

import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import get_args

from corpus.listing import Order
from qa import open_library

_WORDS = ("会议", "會議", "工作会议 北京")


def main(path: Path, words: tuple[str, ...]) -> None:
    """Prints how long each takes."""
    with open_library(path, read_only=True) as library:
        total = library.page("").total
        sys.stdout.write(f"{total} articles\n")
        for order in get_args(Order):
            slowest = max(
                _milliseconds(library.page, order=order, descending=down, offset=offset)
                for down, offset in product((True, False), (0, total // 2, total))
            )
            sys.stdout.write(f"by {order:12} {slowest:6.0f}\n")
        library.page("的")  # the words of the library are read once
        for each in words:
            found = library.page(each).total
            spent = _milliseconds(library.page, each)
            sys.stdout.write(f"with {each}: {found} articles {spent:6.0f}\n")


def _milliseconds(work: Callable[..., object], *given: object, **options: object) -> float:
    began = time.perf_counter()
    work(*given, **options)
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or _WORDS)
