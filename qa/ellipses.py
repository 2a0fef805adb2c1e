"""Questions that leave out what they are about: within a conversation they mean what it is about.

有多少观众？ names nothing of its own; 6月呢？ asks the last question again, of another month.
"""

import re
from collections.abc import Iterator
from typing import Final

from index.fold import fold
from index.translation import translate
from qa.follow_ups import names_nothing
from qa.names import NAMING, PERSON, shared_finder
from qa.question import Question

# Longer questions name what they mean: characters in Chinese, words in English.
_CHINESE_AT_MOST, _ENGLISH_AT_MOST = 14, 7
_OTHER_AT_MOST = 10  # characters before 呢
_LIKELY: Final = 0.3  # the worth from which a meaning of an English word counts as the word

_REPLACED: Final = frozenset({PERSON, "LOC", "ORG"})
_THINGS: Final = frozenset("n vn an nw".split())
_OWN_DATE = re.compile(r"[0-9一二三四五六七八九十〇零](?:年|月|日|号)")
_ENGLISH_OWN = re.compile(r"(?<!^)\b(?!I\b)[A-Z]|[\u3400-\u9fff0-9]")
_ENGLISH_WORD = re.compile(r"[A-Za-z]+")

_WHAT_OF = re.compile(r"(?:(?:那么?|所以|还有|[,、 ])\s*)*(.+?)的?呢[?!。 ]*")
_ASKS = re.compile(r"[谁哪几怎何]|什么|多[少久长大远高]")
_DATE = re.compile(
    r"(?P<year>[0-9]{4}年|[〇零一二三四五六七八九]{4}年|今年|去年|前年|明年|后年)?"
    r"(?P<month>(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?)?"
    r"(?P<day>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
_PLACING = re.compile(r"第[0-9一二三四五六七八九十]+名?|.*(?:[冠亚季殿]军|[人者员手长]|名)")


def is_elliptic(question: Question) -> bool:
    """Whether a question is short and names nothing of its own: no person, place, work or day."""
    if question.names:
        return False
    if question.language == "en":
        words = _ENGLISH_WORD.findall(question.text)
        return len(words) <= _ENGLISH_AT_MOST and not _ENGLISH_OWN.search(question.text)
    if len(question.key) > _CHINESE_AT_MOST or _OWN_DATE.search(question.key):
        return False
    return not any(word.tag in NAMING for word in shared_finder().words(question.key))


def is_told_in(question: Question, key: str) -> bool:
    """Whether a key holds the things that a question names; so it is where it names none.

    In English, all words that the dictionary knows, each in any of its meanings.
    """
    if question.language == "en":
        return all(
            any(word in key for word, worth in term.forms if worth >= _LIKELY)
            for term in translate(question.text)
            if len(term.forms) > 1  # else the word itself alone
        )
    return all(thing in key for thing in _things(question.key))


def _things(key: str) -> Iterator[str]:
    for word in shared_finder().words(key):
        text = key[word.start : word.end]
        if word.tag in _THINGS and len(text) > 1 and not names_nothing(text):
            yield text


def what_of(question: Question) -> str:
    """Of 那6月的呢？ 6月: of what the last question is asked again; empty for another question."""
    if question.language == "en":
        return ""
    match = _WHAT_OF.fullmatch(question.key)
    if match is None or len(match[1]) > _OTHER_AT_MOST or _ASKS.search(match[1]):
        return ""
    return question.text[match.start(1) : match.end(1)]


def restated(question: Question, last: str) -> str:
    """The last question, asked again of another day, place or person; empty where that is not so.

    A date takes the place of the one that the last question names, which keeps the year; where it
    names none, the date comes first. A name takes the place of the only one of its sort.

    Args:
        question: 6月呢？, 那上海呢？ and the like.
        last: The text of the last question.
    """
    other = what_of(question)
    if not other:
        return ""
    date = _DATE.fullmatch(fold(other))
    return _dated(other, date, last) if date else _renamed(other, last)


def rank_asked(question: Question, last: Question) -> str:
    """Of 第二名呢？ behind a question after people 第二名是谁？; empty for other questions."""
    other = what_of(question)
    is_rank = bool(other) and last.kind == "who" and _PLACING.fullmatch(fold(other))
    return f"{other}是谁？" if is_rank else ""


def _dated(other: str, date: re.Match[str], last: str) -> str:
    """The last question with another date: what is coarser than that stays, what is finer goes."""
    matches = (match for match in _DATE.finditer(fold(last)) if match[0])
    old = next(matches, None)
    if old is None:
        return f"{other}{last}"
    year = date["year"] or old["year"] or ""
    stays = old["month"] if date["day"] or not old["day"] else ""
    new = f"{year}{date['month'] or stays or ''}{date['day'] or ''}"
    return f"{last[: old.start()]}{new}{last[old.end() :]}"


def _renamed(other: str, last: str) -> str:
    """The last question with another name in place of the only one of the same sort."""
    finder = shared_finder()
    tags = [word.tag for word in finder.words(fold(other))]
    if len(tags) != 1 or tags[0] not in _REPLACED:
        return ""
    old = [word for word in finder.words(fold(last)) if word.tag == tags[0]]
    if len(old) != 1:
        return ""
    return f"{last[: old[0].start]}{other}{last[old[0].end :]}"
