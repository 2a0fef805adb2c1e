"""Who said the words that a question quotes: “先堵漏，再谈涨价”是谁说的."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qa.people.mention import Mention, PassagePeople
from qa.people.who_question import WhoQuestion, read_who_question
from qa.text.clauses import SENTENCE_ENDS, clause_start

_QUOTED: Final = re.compile(r"“([^“”]{4,})”|「([^「」]{4,})」|\"([^\"]{4,})\"")
_ASKS: Final = re.compile(
    r"谁(?:说|讲|提出|表示|喊|的话)|(?:话|句|说法)[^,。?]{0,4}是谁|哪一?[位个名][^,。?]{0,8}(?:说|讲|提|表示)|出自(?:谁|哪)"
    r"|\bwho (?:said|says|claimed|stated|told|called)|whose words"
)
_MARKS: Final = re.compile(r"[\s,。;:!?、.]")
_PRONOUN: Final = re.compile(r"[他她](?!们|人)")
_LONGEST: Final = 120  # characters from a speaker to what is quoted


def who_said(
    asked: WhoQuestion, passages: Sequence[PassagePeople]
) -> tuple[PassagePeople, Mention] | None:
    """The speaker of the words that a question quotes, and asks whose they are; None for none.

    Whoever is named last before the words, in their sentence; where 他 or 她 stands there instead,
    whoever the sentence before names first.
    """
    quoted = _QUOTED.search(asked.key) if _ASKS.search(asked.key) else None
    words = _MARKS.sub("", next(filter(None, quoted.groups()))) if quoted else ""
    for source in passages if words else ():
        for place in _places(words, source.key):
            if speaker := _speaker(source, place):
                return source, speaker
    return None


def speaker_of(question: str, source: PassagePeople) -> Mention | None:
    """The same of one passage, for a question as typed."""
    found = who_said(read_who_question(question), [source])
    return found[1] if found else None


def _places(words: str, key: str) -> Iterator[int]:
    """Where words begin in a key, whatever marks stand between them."""
    pattern = r"[\s,。;:!?、.]*".join(map(re.escape, words))
    return (match.start() for match in re.finditer(pattern, key))


def _speaker(source: PassagePeople, place: int) -> Mention | None:
    opening = source.key.rfind("“", max(0, place - _LONGEST), place)
    start = _sentence_start(source.key, opening if opening >= 0 else place)
    named = [each for each in source.people if start <= each.start and each.end <= place]
    if named:
        return named[-1]
    if not start or not _PRONOUN.search(source.key, start, place):
        return None
    before = _sentence_start(source.key, start - 1)
    return next((each for each in source.people if before <= each.start < start), None)


def _sentence_start(key: str, place: int) -> int:
    """Where the sentence begins that goes up to a place."""
    return max(clause_start(key, place, SENTENCE_ENDS), place - _LONGEST)
