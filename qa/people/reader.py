"""Reads a passage: everybody it names, with title and part played."""

from qa.names import NameFinder
from qa.people.groups import groups
from qa.people.mention import Mention
from qa.people.names import named_words
from qa.roles import roles_of


class PeopleReader:
    """Reads persons out of passages.

    Args:
        finder: The recogniser of names; its names are mended, and judged by their surroundings.
    """

    def __init__(self, finder: NameFinder) -> None:
        self._finder = finder

    def people(self, text: str, key: str) -> tuple[Mention, ...]:
        """Everybody whom a passage names, by start; a person named twice stands there twice.

        Args:
            text: The passage's text.
            key: Its key, of the same length.

        Raises:
            ValueError: Text and key differ in length.
        """
        if len(text) != len(key):
            raise ValueError(
                f"a text of {len(text)} characters has a key of {len(key)}: fold the text again"
            )
        words = named_words(key, self._finder.words(key))
        return tuple(
            Mention(
                name=text[name.start : name.end],
                title=text[slice(*name.title)],
                roles=roles_of(group.acts),
                start=name.start,
                end=name.end,
                title_start=name.title[0] if name.title[0] < name.title[1] else name.start,
                title_end=name.title[1] if name.title[0] < name.title[1] else name.start,
                acts=group.acts,
                group=number,
                sentence=group.sentence,
                is_object=group.is_object,
            )
            for number, group in enumerate(groups(text, key, words))
            for name in group.names
        )
