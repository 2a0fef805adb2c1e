"""How long a page of the list of articles takes: python -m benchmarks.listing LIBRARY [WORDS…].

Prints, in milliseconds, the first, middle and last page in every order and direction, then a page
of the articles with each of the words. The library is only read.
"""

import sys
from functools import partial
from itertools import product
from pathlib import Path
from typing import get_args

from benchmarks.harness import (
    command_line,
    interleaved,
    say,
    seconds_of,
    spread,
    surroundings,
    table,
)
from corpus.listing import Order
from qa import open_library

_ROUNDS = 3
_WORDS = ("会议", "會議", "工作会议 北京")


def main(path: Path, words: tuple[str, ...]) -> None:
    """Prints how long each takes."""
    with open_library(path, read_only=True) as library:
        total = library.page("").total
        library.page("的")  # the words of the library are read once
        works = {
            f"by {order}{' downwards' if down else ''}, from {offset}": partial(
                library.page, order=order, descending=down, offset=offset
            )
            for order, down, offset in product(
                get_args(Order), (True, False), (0, total // 2, total)
            )
        }
        works |= {f"with {each}": partial(library.page, each) for each in words}
        timed = {name: partial(seconds_of, work) for name, work in works.items()}
        found = interleaved(timed, _ROUNDS)
    say(f"`{command_line('benchmarks.listing')}`\n\n{surroundings(())}\n\n{total:,} articles\n")
    rows = [(name, spread([1000 * each for each in some], 0)) for name, some in found.items()]
    say(table(("page", "ms"), rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or _WORDS)
