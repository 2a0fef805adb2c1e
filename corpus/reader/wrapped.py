"""Records of JSON: which of them name a text, and those that stand in what wraps them."""

from collections.abc import Mapping
from typing import TypeGuard

from corpus.reader.bodies import body
from corpus.reader.field_names import field_of, is_text

_ABSTRACT = "摘要"
_OF_READERS = frozenset(  # what they say of an article is none
    "comments comment_list commentlist hot_comments hotcomments replies 评论 評論".split()
)


def names_text(record: object, text_column: str) -> TypeGuard[Mapping[str, object]]:
    """Whether a record has a field for the text, even with a wrong value, which is to be told.

    A number there counts something, as its blocks. Objects there are no text, as an answer of a
    service may call its articles its content; unless they are the blocks of a record that has a
    title. An abstract is a text beside a title alone.
    """
    return isinstance(record, Mapping) and any(
        is_text(str(name), text_column)
        and not isinstance(value, int | float)
        and (not str(name).endswith(_ABSTRACT) or _is_titled(record))
        and (not _holds_objects(value) or (_is_titled(record) and body(value) is not None))
        for name, value in record.items()
    )


def _is_titled(record: Mapping[str, object]) -> bool:
    return any(each and field_of(str(name)) == "title" for name, each in record.items())


def _holds_objects(value: object) -> bool:
    inside = value if isinstance(value, list) else (value,)
    return any(isinstance(each, Mapping) for each in inside)


def unwrapped(record: object, text_column: str) -> object:
    """A record with the fields of the one object in it that names a text: a search's _source."""
    if not isinstance(record, Mapping) or names_text(record, text_column):
        return record
    inner = [each for each in of_papers(record).values() if names_text(each, text_column)]
    if len(inner) != 1:
        return record
    around = {name: each for name, each in record.items() if each is not inner[0]}
    return {**around, **inner[0]}


def of_papers(value: Mapping[str, object]) -> dict[str, object]:
    """What an object holds, less what readers said of it."""
    return {name: each for name, each in value.items() if str(name).lower() not in _OF_READERS}
