"""How well offices are told: python -m benchmarks.offices LIBRARY.

Asks after people drawn by chance whom some passage of the library names with a title, and after as
many whom none does, and prints how many answers tell a title, and how many questions count as
answered. The library is only read.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from random import Random
from typing import Final

from benchmarks import arguments
from benchmarks.harness import command_line, say, table
from corpus.surnames import SURNAMES
from index.fold import fold
from qa import open_library
from qa.library import Library
from qa.people import PeopleReader
from qa.text.names import shared_finder

_SEED: Final = 31
_PEOPLE: Final = 100
_NAME, _TITLE = 3, 5  # characters of a name, and at least of a title
_FIRST: Final = 2  # passages of an article that are read for people
_ASKED: Final = ("{}是什么职务？", "{}是谁？")
_GIVEN: Final = "冠蔚霁骞翀淏荇蘅瑄琬霏笙"


def main(words: Sequence[str] | None = None) -> None:
    """Prints a row for each way to ask, of those whom the library knows and of others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=arguments.library, help="the library's folder")
    path = parser.parse_args(words).library
    chance = Random(_SEED)  # noqa: S311  nothing is secret
    with open_library(path, read_only=True) as library:
        people = list(islice(_titled(library, chance), _PEOPLE))
        nobody = _unknown(library, chance, len(people))
        rows = [
            (asked.format("…"), who, *_told(library, [asked.format(each) for each in names]))
            for asked in _ASKED
            for who, names in (("somebody", people), ("nobody", nobody))
        ]
    say(f"`{command_line('benchmarks.offices')}`\n")
    say(table(("asked", "of", "questions", "title told", "answered"), rows))


def _titled(library: Library, chance: Random) -> Iterator[str]:
    """People, each once, whom passages name with a title, from articles in an order by chance."""
    articles = [article.id for article in library.articles()]
    chance.shuffle(articles)
    reader = PeopleReader(shared_finder())
    known: set[str] = set()
    for passage in chain.from_iterable(library.passages_of(each)[:_FIRST] for each in articles):
        for person in reader.people(passage.text, fold(passage.text)):
            named = len(person.name) == _NAME and len(person.title) >= _TITLE
            if named and person.name not in known:
                known.add(person.name)
                yield person.name


def _unknown(library: Library, chance: Random, many: int) -> list[str]:
    """As many names that no article holds, as far as its search by words tells."""
    surnames = sorted(SURNAMES)
    made = (chance.choice(surnames) + "".join(chance.sample(_GIVEN, 2)) for _ in iter(int, 1))
    return list(islice((name for name in made if not library.page(name).total), many))


def _told(library: Library, questions: Sequence[str]) -> tuple[str, str, str]:
    """How many questions, how many answers tell the title of whom they name, and are answered."""
    answers = [library.ask(each) for each in questions]
    titled = sum(
        any(person.title and person.name in each.question for person in each.people)
        for each in answers
    )
    return str(len(answers)), str(titled), str(sum(each.answered for each in answers))


if __name__ == "__main__":
    main()
