"""Questions that name a person and ask who that is, or what: 罗秉义是谁, 罗秉义任什么职."""

import re
from collections.abc import Sequence

from corpus.surnames import SURNAMES
from qa.people.lexicon import is_head
from qa.people.mended import HAN_ONLY
from qa.people.mention import Mention, PassagePeople, last_part
from qa.people.pinyin import is_romanised
from qa.people.who_question import WhoQuestion, read_who_question
from qa.question_rules.offices import holder_asked

_ASKING = re.compile(
    r"(?:请问|那么?|这个)?(?:谁是(?P<behind>[^,。;:?!的]{2,20})"
    r"|(?P<before>[^,。;:?!的]{2,20}?)(?:他|她)?[是系](?:谁|何人|什么人|啥人|哪一?位|哪个人)呀?啊?)[?!。]*"
)
_ENGLISH = re.compile(
    r"who(?: is|['’]s| was) (?P<name>(?!the |an? )[a-z.'’-]+(?: [a-z.'’-]+){0,3})\??"
)
_OWNER = re.compile(r"['’]s? ")
_NAME_LENGTHS = (2, 3)


def name_asked_after(asked: WhoQuestion) -> str:
    """What a question gives beside asking who that is, as keys have it; else empty."""
    if holder := holder_asked(asked.key):
        return holder
    match = _ENGLISH.fullmatch(asked.key)
    if match:
        return "" if _OWNER.search(match["name"]) else match["name"]
    match = _ASKING.fullmatch(asked.key)
    return (match["behind"] or match["before"]) if match else ""


def who_is(
    asked: WhoQuestion, passages: Sequence[PassagePeople]
) -> tuple[PassagePeople, Mention] | None:
    """The mention with the fullest title of the person whom a question asks after by name.

    A title that holds those of most other mentions is an office, not a part played for a day.
    """
    given = name_asked_after(asked)
    mentions = [
        (source, mention)
        for source in passages
        for mention in source.people
        if given and _is_meant(asked, given, source.name_of(mention))
    ]
    titles = [mention.title for _, mention in mentions if mention.title]
    return max(mentions, key=lambda pair: _fullness(pair[1].title, titles), default=None)


def _fullness(title: str, titles: Sequence[str]) -> tuple[int, int]:
    return sum(other in title for other in titles), len(title)


def is_asked_by_name(asked: WhoQuestion, name: str) -> bool:
    """Whether a question asks who the person is whom a key names so."""
    given = name_asked_after(asked)
    return bool(given) and _is_meant(asked, given, name)


def is_nowhere(question: str, keys: Sequence[str]) -> bool:
    """Whether a question asks who somebody is by a Chinese name that no passage holds.

    Args:
        question: As typed.
        keys: The passages, folded.
    """
    asked = read_who_question(question)
    given = name_asked_after(asked)
    sought = is_only_a_name(asked) and HAN_ONLY.fullmatch(given)
    return bool(sought) and not any(given in key for key in keys)


def is_only_a_name(asked: WhoQuestion) -> bool:
    """Whether a question asks who somebody is by what is hardly anything but a name."""
    given = name_asked_after(asked)
    if not HAN_ONLY.fullmatch(given):
        return bool(given and asked.romanised)
    return len(given) in _NAME_LENGTHS and given[0] in SURNAMES and not is_head(given)


def _is_meant(asked: WhoQuestion, given: str, name: str) -> bool:
    """Whether a name is what was given, or the last part of it, with at most a title before."""
    if not HAN_ONLY.search(given):
        romanised = any(is_romanised(name, known) for known in asked.romanised)
        return romanised or (not asked.romanised and asked.wording.is_named(name))
    if given in {name, last_part(name)}:
        return True
    return given.endswith(name) and is_head(given[: -len(name)])
