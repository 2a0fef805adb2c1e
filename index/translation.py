"""An English question in Chinese words: a term for each of its words, with all that may mean it.

The field calls this a structured query (Pirkola, "The effects of query structure and dictionary
setups in dictionary-based cross-language information retrieval", SIGIR 1998): the translations of
one word count as one term, so that a word with many does not outweigh one with few.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import contains

from index.dictionary import (
    EMPTY,
    meanings,
    news_meanings,
    readings,
    small_places,
)
from index.fold import fold
from index.ordinals import PATTERN as ORDINAL
from index.sounds import Way, ways, ways_in_pinyin
from index.syllables import fewest_syllables
from index.terms import Term
from index.word_meanings import forms_of, in_news, meant

_ELECTRONIC = re.compile(r"\be-([a-z]+)")
_MARK = r"(?:[a-z]{1,4}[0-9]+(?:\.[0-9]+)?[a-z]?|[0-9]g)(?![a-z0-9])"  # C919, PM2.5, 5G
_WORD = re.compile(rf"{ORDINAL}|{_MARK}|[a-z]+(?:['’][a-z]+)?|[0-9][0-9.,]*[0-9]|[0-9]")
_OWNER = re.compile(r"['’]s?$")
_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]+(?:['’][a-z]+)?")
_NAME = re.compile(  # each word may begin one: Did Li Ming
    r"\b(?=(?P<surname>[A-Z][a-z]{0,7}) (?P<given>[A-Z][a-z]{1,11}(?:-?[a-z]{1,7})?)\b)"
)
_ARTICLES = frozenset({"a", "an", "the"})
_POINTING = _ARTICLES | {"which", "what", "whom", "whose", "his", "her", "its", "their"}
_PREPOSITIONS = frozenset({"in", "on", "at", "to", "for", "with", "by", "from", "into", "off"})
_LETTERS = re.compile(r"\b(?:u\.s|u\.k|u\.n|e\.u)\.?(?![a-z])|\bu\.a\.e\.?(?![a-z])")
_LONGEST_PHRASE = 7  # words: ministry of human resources and social security
_SURNAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|surnamed)\.? (?P<surname>[A-Z][a-z]{0,7})\b(?! [A-Z][a-z])"
)
_BEHIND_SURNAME = "某先女小太老"  # 李某, 李先生, 李女士
_LONGEST_GIVEN_NAME = 2  # syllables
_SHORT = 2  # characters of a name that other words may hold by chance


@lru_cache(maxsize=256)  # a question is looked for, and then its words in what was found
def translate(question: str) -> tuple[Term, ...]:
    """The terms of an English question, in its order; names that are pinyin come last.

    A word that the dictionary does not know stands for itself, as figures do, and a name for what
    sounds so, too. None for a question of empty words.
    """
    return (*_terms(question), *_names(question), *_called(question))


def gloss(terms: Sequence[Term], count: Callable[[str], int]) -> str:
    """The question word for word: for each term the meaning of most worth, the commoner first.

    Args:
        terms: The question's terms.
        count: How many passages hold a word.
    """
    chosen = (
        max(term.forms, key=lambda form: (form[1] * _commonness(count(form[0])), form[0]))
        for term in terms
        if term.forms
    )
    return " ".join(word for word, _ in chosen)


def as_written(term: Term, keys: Sequence[str]) -> Term:
    """A term that texts mostly write in one of its ways, as that alone; of equals the first.

    Two characters that only one text has may be no name at all.

    Args:
        term: The term.
        keys: The texts, folded.
    """
    pattern = re.compile(term.pattern)
    texts = (pattern.finditer(key) for key in keys if term.ways)
    found = Counter(word for each in texts for word in dict.fromkeys(match[0] for match in each))
    for word, count in found.most_common(1):
        if len(word) > _SHORT or count > 1:
            return replace(term, forms=((word, 1.0),))
    return term


def worded(terms: Sequence[Term], key: str) -> str:
    """The question word for word, of all that its words may mean by what stands in a text.

    A word of which nothing stands there comes by its Chinese meaning of most worth, or as it is.

    Args:
        terms: The question's terms.
        key: The text, folded.
    """
    return " ".join(filter(None, (_worded(term, key) for term in terms)))


def _worded(term: Term, key: str) -> str:
    if term.pattern and (match := re.search(term.pattern, key)):
        return match[0]
    here = [(word, worth) for word, worth in term.forms if word in key]
    chinese = [(word, worth) for word, worth in term.forms if not word.isascii()]
    best = max(here or chinese, key=lambda form: (form[1], len(form[0])), default=None)
    return best[0] if best else term.text


def _commonness(count: int) -> float:
    """Grows slowly with the count: the commonest meaning is likeliest, but worth counts more."""
    return float((1 + (count + 1).bit_length()) ** 0.5)


def _terms(question: str) -> Iterator[Term]:
    key = _LETTERS.sub(lambda letters: letters[0].replace(".", ""), fold(question))
    key = _ELECTRONIC.sub(_joined, key)
    words = [_OWNER.sub("", word) for word in _WORD.findall(key)]
    names = {_OWNER.sub("", name).lower() for name in _CAPITALS.findall(question)}
    place = 0
    while place < len(words):
        size = _phrase(words, place, names)
        text = " ".join(words[place : place + size])
        if text not in EMPTY:
            forms = forms_of(text)
            sounding = _sounding(text, forms) if text in names else ()
            yield Term(forms, sounding, text, in_news(text))
        place += size


def _joined(match: re.Match[str]) -> str:
    """An electronic thing as one word, where that is known: ecommerce of e-commerce."""
    word = f"e{match[1]}"
    return word if word in news_meanings() or word in meanings() else match[0]


def _sounding(text: str, forms: tuple[tuple[str, float], ...]) -> tuple[Way, ...]:
    """How Chinese may write a name by its sound, where the dictionary has none or a small place."""
    if forms == ((text, 1.0),):
        return ways(text)
    return ways_in_pinyin(text) if text in small_places() else ()


def _phrase(words: Sequence[str], place: int, names: Container[str]) -> int:
    """How many words from that place are one phrase of the dictionary or news; at least one.

    What the dictionary has with 'in' before a name, or with an article before what goes on, means
    something else there: 在台 is 'in Taiwan', and 带头 'the first', but not in 'the first half'. So
    does a verb with the preposition of what follows: 陷入 is 'land in', but not in 'land in Rome'.
    """
    known, news = meanings(), news_meanings()
    for size in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1):
        some = words[place : place + size]
        phrase = " ".join(some)
        if phrase in news:
            return size
        if phrase in known and not EMPTY.issuperset(some):
            if some[-1] in _PREPOSITIONS and _is_thing(words, place + size, names):
                continue
            goes_on = some[0] in _ARTICLES and _phrase(words, place + 1, names) >= size
            apart = goes_on or (some[0] in EMPTY and some[1] in names)
            return 1 if apart else size
    return 1


def _is_thing(words: Sequence[str], place: int, names: Container[str]) -> bool:
    """Whether a name, a figure or something asked after begins at a place."""
    word = words[place] if place < len(words) else ""
    return word in names or word[:1].isdigit() or word in _POINTING


def _names(question: str) -> Iterator[Term]:
    """The names that are pinyin ("Li Shangfu"): any characters that are read so."""
    known, end = readings(), 0
    for match in _NAME.finditer(question):
        surname, given = match["surname"].lower(), match["given"].replace("-", " ").lower()
        syllables = fewest_syllables(given.replace(" ", ""), known.__contains__)
        if match.start() < end or surname not in known:
            continue
        if 1 <= len(syllables) <= _LONGEST_GIVEN_NAME:
            end = match.end("given")
            way = tuple(known[sound] for sound in (surname, *syllables))
            if _may_be_person(f"{surname} {given}", way):
                yield Term((), (way,), f"{surname} {given}")


def _called(question: str) -> Iterator[Term]:
    """Those who are called by their surnames alone: Mr Li, a man surnamed Li (李先生, 李某)."""
    known = readings()
    for match in _SURNAMED.finditer(question):
        surname = match["surname"].lower()
        if surname in known:
            yield Term((), ((known[surname], _BEHIND_SURNAME),), surname)


def _may_be_person(text: str, way: Way) -> bool:
    """Whether what looks like a name in pinyin is none of the dictionary's that are read otherwise.

    Hong Kong is 香港, and nobody who is called 洪空.
    """
    known = [word for word in meant(text) if len(word) == len(way)]
    return not known or any(all(map(contains, way, word)) for word in known)
