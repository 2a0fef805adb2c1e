"""Questions put into English word by word, by the dictionary: who reads closely learns from them.

Labelled questions in English on Chinese passages are rare. Words put into another language one by
one teach a network nearly as well (code-switching: Qin et al. 2020, CoSDA-ML): what it has to learn
is to find a word's meaning in the passage, not grammar.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from corpus.once import once
from index.dictionary import meanings, readings
from qa.text.names import PERSON, NameFinder

# Longer ones first: the first that fits is taken.
_ASKING: Final = {
    "什么时候": ("when",),
    "什么地方": ("where", "what place"),
    "什么人": ("who",),
    "为什么": ("why",),
    "哪一天": ("on what day", "when"),
    "哪一年": ("in what year", "when"),
    "几月几日": ("on what date",),
    "多少": ("how many", "how much"),
    "哪里": ("where",),
    "哪儿": ("where",),
    "何处": ("where",),
    "何时": ("when",),
    "为何": ("why",),
    "如何": ("how",),
    "怎么": ("how",),
    "怎样": ("how",),
    "哪些": ("which", "what"),
    "哪位": ("who", "which"),
    "哪天": ("on what day", "when"),
    "哪年": ("in what year", "when"),
    "哪个": ("which", "what"),
    "什么": ("what", "which"),
    "多大": ("how large", "how old"),
    "多长": ("how long",),
    "多高": ("how high", "how tall"),
    "多久": ("how long",),
    "谁": ("who",),
    "哪": ("which",),
    "几": ("how many",),
    "何": ("what",),
}
_ASKED: Final = re.compile("|".join(_ASKING))
_NUMBERS: Final = "two three four five six seven eight nine ten".split()
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_DAY: Final = re.compile(r"(?:(\d{4})年)?(?:(1[0-2]|[1-9])月)?(?:(\d{1,2})[日号])?")
_SMALL: Final = {  # words that the dictionary has too many meanings for
    "的": ("", "of", "'s"),
    "了": ("",),
    "是": ("is", "was"),
    "在": ("in", "at", "on"),
    "于": ("in", "at", "on"),
    "被": ("by", "was"),
    "和": ("and",),
    "与": ("and", "with"),
    "有": ("have", "has", "there are"),
    "一": ("a", "one"),
    "个": ("",),
    "所": ("",),
    "这": ("this", "the"),
    "年": ("", "year"),
    "人": ("people", "person"),
    "中": ("in", "among"),
    "上": ("on", "in"),
    "两": ("two",),
    **{number: (english,) for number, english in zip("二三四五六七八九十", _NUMBERS, strict=True)},
}
_HELPING: Final = ("", "", "did", "does", "is", "was", "were", "the")
_PLACES: Final = frozenset({"LOC", "ORG", "nz", "nt"})  # tags of what is written with capitals
_NO_MEANING: Final = ("classifier for", "suffix for", "prefix for")
_LEAST: Final = 0.7  # what a meaning must be worth
_ASKS_FIRST: Final = 0.8
_WORD: Final = re.compile(r"\w+")


@once
def _english() -> Mapping[str, tuple[str, ...]]:
    """For each Simplified word of the dictionary, the English that means it, likeliest first."""
    found: dict[str, dict[str, float]] = {}
    for english, chinese in meanings().items():
        for word, worth in chinese.items():
            if worth >= _LEAST and not english.startswith(_NO_MEANING):
                found.setdefault(word, {})[english] = worth
    return {word: tuple(sorted(its, key=lambda e: -its[e])) for word, its in found.items()}


@once
def _sounds() -> Mapping[str, str]:
    """For each character, one syllable that it is read as."""
    return {each: syllable for syllable, every in readings().items() for each in every}


def in_english(question: str, finder: NameFinder, chance: random.Random) -> str:
    """A Simplified question word by word; words that nobody knows by their sound, as names are."""
    match = _ASKED.search(question)
    if match is None:
        return " ".join(_words(question, finder, chance))
    asking = chance.choice(_ASKING[match[0]])
    before = list(_words(question[: match.start()], finder, chance))
    behind = list(_words(question[match.end() :], finder, chance))
    if chance.random() < _ASKS_FIRST:
        # 林建国出席了什么会议: what meeting (did) Lin Jianguo attend
        said = [asking, *behind[:1], chance.choice(_HELPING), *before, *behind[1:]]
    else:
        said = [*before, asking, *behind]
    text = " ".join(each for each in said if each)
    return text[:1].upper() + text[1:] + chance.choice(("?", "?", ""))


def _words(text: str, finder: NameFinder, chance: random.Random) -> Iterator[str]:
    for word in finder.words(text):
        said = text[word.start : word.end]
        if word.tag == PERSON:
            yield _name(said, chance)
        elif word.tag == "TIME" and (day := _DAY.fullmatch(said)) and any(day.groups()):
            yield _day(*day.groups())
        elif word.tag in _PLACES:
            yield from (each.title() for each in _meant(said, chance))
        elif _WORD.fullmatch(said):
            yield from _meant(said, chance)


def _day(year: str | None, month: str | None, day: str | None) -> str:
    return " ".join(filter(None, (_MONTHS[int(month) - 1] if month else "", day, year)))


def _name(said: str, chance: random.Random) -> str:
    known = _english().get(said)
    if known:
        return known[0].title()
    surname = said[: 2 if len(said) > 3 else 1]  # four characters: two and two
    return " ".join(filter(None, (_sound(surname), _sound(said[len(surname) :], chance))))


def _sound(said: str, chance: random.Random | None = None) -> str:
    between = chance.choice(("", "", "-")) if chance else ""
    sounds = [_sounds().get(each, each).replace("v", "u") for each in said]
    return between.join(sounds).capitalize()


def _meant(said: str, chance: random.Random) -> Iterator[str]:
    """What a word means; of one that is not known, its longest parts that are."""
    if said in _SMALL:
        yield chance.choice(_SMALL[said])
    elif said.isascii():
        yield said
    elif known := _english().get(said):
        yield _one_of(known, chance)
    else:
        yield from _in_parts(said, chance)


def _in_parts(said: str, chance: random.Random) -> Iterator[str]:
    known, at = _english(), 0
    while at < len(said):
        sizes = (size for size in range(len(said) - at, 1, -1) if said[at : at + size] in known)
        size = next(sizes, 1)
        part = said[at : at + size]
        if size > 1:
            yield _one_of(known[part], chance)
        else:
            yield chance.choice(_SMALL[part]) if part in _SMALL else _sound(part)
        at += size


def _one_of(known: Sequence[str], chance: random.Random) -> str:
    """Mostly the likeliest meaning."""
    return known[min(int(chance.expovariate(1.2)), len(known) - 1)]
