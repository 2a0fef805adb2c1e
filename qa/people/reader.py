"""Reads a passage: everybody it names, with title and part played."""

from collections.abc import Collection, Sequence

from index.fold import check_key
from qa.people.groups import Group, TitledName, groups
from qa.people.latin import with_latin_names
from qa.people.mention import Mention
from qa.people.names import NamedWords, named_words
from qa.text.names import NameFinder, Word
from qa.text.roles import roles_of

_FULL = 3  # characters of a name that is told apart from other words anywhere


class PeopleReader:
    """Reads persons out of passages.

    Args:
        finder: The recogniser of names; its names are mended, and judged by their surroundings.
    """

    def __init__(self, finder: NameFinder) -> None:
        self._finder = finder

    def people(self, text: str, key: str, known: Collection[str] = ()) -> tuple[Mention, ...]:
        """Everybody whom a passage names, by start; a person named twice stands there twice.

        Args:
            text: The passage's text.
            key: Its key, of the same length.
            known: Names, as keys write them, that are names wherever they stand.

        Raises:
            ValueError: Text and key differ in length.
        """
        check_key(text, key)
        words = self._finder.words_of([key])[0]
        return _mentions(text, key, _named(text, named_words(key, words), known))

    def people_of(self, passages: Sequence[tuple[str, str]]) -> tuple[tuple[Mention, ...], ...]:
        """The people of each of several passages, in their order.

        A full name that one of them gives with a title is found in the others too, even where the
        recogniser does not know it there.

        Args:
            passages: Text and key of each.

        Raises:
            ValueError: A text and its key differ in length.
        """
        for text, key in passages:
            check_key(text, key)
        words = self._finder.words_of([key for _, key in passages])
        apart = [
            named_words(key, its_words) for (_, key), its_words in zip(passages, words, strict=True)
        ]
        named = [_named(text, its) for (text, _), its in zip(passages, apart, strict=True)]
        first = [
            _mentions(text, key, its_named)
            for (text, key), its_named in zip(passages, named, strict=True)
        ]
        known = _titled_names(passages, first)
        again = [_named(text, its, known) for (text, _), its in zip(passages, apart, strict=True)]
        return tuple(
            before if its_named == its_first else _mentions(text, key, its_named)
            for (text, key), its_named, its_first, before in zip(
                passages, again, named, first, strict=True
            )
        )


def _named(text: str, words: NamedWords, known: Collection[str] = ()) -> tuple[Word, ...]:
    return with_latin_names(text, words.knowing(known))


def _titled_names(
    passages: Sequence[tuple[str, str]], people: Sequence[Sequence[Mention]]
) -> frozenset[str]:
    """The names of three or more characters that stand with a title, as keys write them."""
    return frozenset(
        key[mention.start : mention.end]
        for (_, key), mentions in zip(passages, people, strict=True)
        for mention in mentions
        if mention.title and mention.end - mention.start >= _FULL
    )


def _mentions(text: str, key: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    return tuple(
        _mention(text, group, number, name)
        for number, group in enumerate(groups(text, key, words))
        for name in group.names
    )


def _mention(text: str, group: Group, number: int, name: TitledName) -> Mention:
    title = name.title if name.title[0] < name.title[1] else (name.start, name.start)
    return Mention(
        name=text[name.start : name.end],
        title=text[slice(*title)],
        roles=roles_of(group.acts),
        start=name.start,
        end=name.end,
        title_start=title[0],
        title_end=title[1],
        acts=group.acts,
        group=number,
        sentence=group.sentence,
        is_object=group.is_object,
    )
