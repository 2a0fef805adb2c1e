"""Questions that leave out what they are about: within a conversation they mean what it is about.

有多少观众？ names nothing of its own; 6月呢？ and What about June? ask the last question again, of
another month.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from index.fold import HAN, fold
from index.translation import translate
from qa.conversations.follow_ups import names_nothing
from qa.conversations.other_dates import is_english_date, with_date, with_english_date, year_meant
from qa.conversations.other_numbers import with_english_number, with_number
from qa.conversations.other_sides import with_opposite
from qa.question import Question
from qa.text.names import PERSON, Word, names_in, shared_finder
from qa.text.pieces import meanings

# Longer questions name what they mean: characters in Chinese, words in English.
_CHINESE_AT_MOST, _ENGLISH_AT_MOST = 14, 7
_OTHER_AT_MOST, _ENGLISH_OTHER_AT_MOST = 10, 4  # characters before 呢, words behind what about

_PLACE: Final = "LOC"
_REPLACED: Final = frozenset({PERSON, _PLACE, "ORG"})
_SUBJECTS: Final = frozenset({_PLACE, "ORG"})
_THINGS: Final = frozenset("n vn an nw".split())
_OWN_DATE = re.compile(r"[0-9一二三四五六七八九十〇零](?:年|月|日|号)")
_ENGLISH_OWN = re.compile(r"(?<!^)\b(?!I\b)[A-Z]|[\u3400-\u9fff0-9]")
_ENGLISH_WORD = re.compile(r"[A-Za-z]+")

_WHAT_OF = re.compile(r"(?:那么?|所以|还有|[,、]|\s)*(?P<other>\S.*?)的?呢[?!。 ]*")
_ASKS = re.compile(r"[谁哪几怎何]|什么|多[少久长大远高]")
_AT = r"(?:in|at|from|near)"
_BEFORE = rf"(?:(?P<at>{_AT})|on|for|with|of|by|during)"
_WHAT_ABOUT = re.compile(
    r"(?:(?:and|but|or|so|then|ok|okay|well)\b[, ]*)*"
    rf"(?:(?:what|how) about |(?<=and )|(?<=but )|(?<=or )|(?={_AT} |on |during ))"
    rf"(?:{_BEFORE} )?(?P<other>.+?)[?.! ]*"
)
_ENGLISH_ASKS = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b")
_NUMBERED = r"No\. ?[0-9]+"
_NAME_WORD = rf"(?:{_NUMBERED}|[A-Z][A-Za-z]+(?:['’](?!s\b)[a-z]+)?)"  # Long'an, but not Wen's
_ENGLISH_NAME = re.compile(rf"{_NAME_WORD}(?:[ -]{_NAME_WORD})*")
_AT_A_PLACE = re.compile(rf"\b{_AT} (?:the )?$")
_MEANINGS = 5  # of a name in English: one of the first is the place, if it is one
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
    return not names_in(question.key)


def share_told(question: Question, key: str) -> float:
    """The share of the things that a question names which a key holds; 1 where it names none.

    In English, of all words that the dictionary knows, each in any of its meanings.
    """
    if question.language == "en":
        told = [
            any(word in key for word in meanings(term))
            for term in translate(question.text)
            if len(term.forms) > 1  # else the word itself alone
        ]
    else:
        told = [thing in key for thing in _things(question.key)]
    return sum(told) / len(told) if told else 1.0


def _things(key: str) -> Iterator[str]:
    for word in shared_finder().words(key):
        text = key[word.start : word.end]
        if word.tag in _THINGS and len(text) > 1 and not names_nothing(text):
            yield text


def what_of(question: Question) -> str:
    """Of 那6月的呢？ 6月, of What about June? June: of what the last question is asked again.

    Empty for another question.
    """
    match = _matched(question)
    return question.text[slice(*match.span("other"))] if match else ""


def _matched(question: Question) -> re.Match[str] | None:
    english = question.language == "en"
    match = (_WHAT_ABOUT if english else _WHAT_OF).fullmatch(question.key)
    if match is None or (_ENGLISH_ASKS if english else _ASKS).search(match["other"]):
        return None
    other = match["other"].replace("no. ", "no.") if english else match["other"]
    length = len(other.split() if english else other)
    return match if length <= (_ENGLISH_OTHER_AT_MOST if english else _OTHER_AT_MOST) else None


def restated(question: Question, last: str) -> str:
    """The last question, asked again of another day, number, place or person; else empty.

    A date takes the place of the one that the last question names, which keeps the year; where it
    names none, the date is added. So does a number: 第十届, 二季度, 二中; and women for men. A name
    takes the place of the only one of its sort.

    Args:
        question: 6月呢？, 那上海呢？, And in Shanghai? and the like.
        last: The text of the last question.
    """
    match = _matched(question)
    if match is None:
        return ""
    other = question.text[slice(*match.span("other"))]
    other = year_meant(other, last) or other
    if question.language != "en":
        put = with_date(other, last) or with_number(other, last) or with_opposite(other, last)
        return put or _renamed(other, last)
    if HAN.search(last):
        return ""
    dated = with_english_date(other, last) or with_english_number(other, last)
    return dated or _english_renamed(other, last, match["at"] or "")


def rank_asked(question: Question, last: Question) -> str:
    """Of 第二名呢？ behind a question after people 第二名是谁？; empty for other questions."""
    other = what_of(question)
    if not other or last.kind != "who":
        return ""
    if question.language != "en":
        return f"{other}是谁？" if _PLACING.fullmatch(fold(other)) else ""
    if _ENGLISH_NAME.fullmatch(other):
        return ""
    meant = (word for term in translate(other)[-1:] for word in meanings(term))
    is_rank = any(map(_PLACING.fullmatch, meant))
    return f"Who is {other}?" if is_rank else ""


def _renamed(other: str, last: str) -> str:
    """The last question with another name in place of the only one of the same sort.

    Or where there is none, of a firm's or a place's name in place of what the question begins with.
    """
    finder = shared_finder()
    tags = [word.tag for word in finder.words(fold(other))]
    words = finder.words(fold(last))
    old = [word for word in words if word.tag == tags[0] and tags[0] in _REPLACED]
    if len(tags) == 1 and len(old) == 1:
        return last[: old[0].start] + _joined(other, last[old[0].end :])
    if _SUBJECTS.isdisjoint(tags) or (len(tags) == 1 and old):
        return ""
    end = _subject_end(words)
    return _joined(other, last[end:]) if end else ""


def _joined(other: str, rest: str) -> str:
    """A name before the rest of a question; what ends the one and begins the other stands once."""
    sizes = range(min(len(other), len(rest)), 1, -1)
    return other + rest[next((size for size in sizes if other.endswith(rest[:size])), 0) :]


def _subject_end(words: Sequence[Word]) -> int:
    """Where the name ends that a question begins with; 0 where it begins with none.

    What is asked of it is no part of the name: 海拔 in 边城机场海拔多少.
    """
    run = list(takewhile(lambda word: word.tag in _THINGS | _SUBJECTS, words))
    asked_of_it = len(run) < len(words) and words[len(run)].tag in {"r", "v"}
    named = run[: len(run) - asked_of_it]
    return named[-1].end if named else 0


def _english_renamed(other: str, last: str, at: str) -> str:
    """The same in English, where names are of two sorts: places, and all others.

    Args:
        other: The other name, as typed.
        last: The last question.
        at: The word before the other name that says that it is a place; may be empty.
    """
    if not _ENGLISH_NAME.fullmatch(other):
        return ""
    place = bool(at) or _is_place(other)
    names = [match for match in _ENGLISH_NAME.finditer(last) if match.start()]
    old = [each for each in names if not is_english_date(each[0]) and _at_place(each) == place]
    if at and not old:
        return f"{last.rstrip(' ?')} {at} {other}?"
    if len(old) != 1:
        return ""
    start = old[0].start() + _before_number(other, old[0][0])
    return f"{last[:start]}{other}{last[old[0].end() :]}"


def _before_number(other: str, old: str) -> int:
    """How much of a name stays: of Xunyang No. 2 Middle School Xunyang, behind No. 3."""
    number = re.search(_NUMBERED, old) if re.match(_NUMBERED, other) else None
    return number.start() if number else 0


def _at_place(name: re.Match[str]) -> bool:
    return bool(_AT_A_PLACE.search(name.string[: name.start()])) or _is_place(name[0])


def _is_place(name: str) -> bool:
    """Whether an English name is a place, by one of the first meanings of each of its words."""
    meant = [meanings(term)[:_MEANINGS] for term in translate(name)]
    finder = shared_finder()
    found = ([words for words in finder.words_of(each) if len(words) == 1] for each in meant)
    return bool(meant) and all(any(word.tag == _PLACE for (word,) in each) for each in found)
