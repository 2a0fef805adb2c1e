"""How long a page of the list of articles takes: python -m benchmarks.listing LIBRARY [WORDS…].

Prints, in milliseconds, the first, middle and last page in every order and direction, then a page
of the articles with each of the words. The library is only read.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from itertools import product
from typing import get_args

from benchmarks.arguments import library
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints how long each takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=library, help="the library's folder")
    parser.add_argument("words", nargs="*", default=_WORDS, help="what the list is searched for")
    options = parser.parse_args(arguments)
    with open_library(options.library, read_only=True) as opened:
        total = opened.page("").total
        opened.page("的")  # the words of the library are read once
        works = {
            f"by {order}{' downwards' if down else ''}, from {offset}": partial(
                opened.page, order=order, descending=down, offset=offset
            )
            for order, down, offset in product(
                get_args(Order), (True, False), (0, total // 2, total)
            )
        }
        works |= {f"with {each}": partial(opened.page, each) for each in options.words}
        timed = {name: partial(seconds_of, work) for name, work in works.items()}
        found = interleaved(timed, _ROUNDS)
    say(f"`{command_line('benchmarks.listing')}`\n\n{surroundings(())}\n\n{total:,} articles\n")
    rows = [(name, spread([1000 * each for each in some], 0)) for name, some in found.items()]
    say(table(("page", "ms"), rows))


if __name__ == "__main__":
    main()
