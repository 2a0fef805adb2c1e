"""What one English word or phrase may mean, in Chinese words with their worth."""

from collections.abc import Mapping

from corpus.dates import MONTHS, month_number
from index.dictionary import attested_meanings, meanings, news_meanings
from index.fold import fold
from index.inflection import plain_forms, rarer_forms, spellings
from index.ordinals import ordinal, written

_LEAST = 0.15  # what a meaning must be worth
_MOST_FORMS = 30
_OTHERWISE = 0.6  # what other meanings are worth where news has its own
_INFLECTED = 0.9  # what the meanings of a word's plain form are worth beside its own
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_FROM_THIRD = 3  # first and second mean much else


def forms_of(text: str) -> tuple[tuple[str, float], ...]:
    """The folded words that stand for a word, itself too, each with its worth, best first."""
    if (number := ordinal(text)) and number >= _FROM_THIRD:
        return _ordinal_forms(text, number)
    if text[0].isdigit() and " " not in text:
        return tuple((form, 1.0) for form in dict.fromkeys((text, text.replace(",", ""))))
    if text in MONTHS:
        return ((f"{month_number(text)}月", 1.0), (text, 1.0))
    found = {text: 1.0}
    if len(text) == 1:  # of letters dictionaries know what they abbreviate: m is metres in news
        return _best(found | {fold(word): worth for word, worth in _of_news(text).items()})
    if text in _NUMBERS:
        found[str(_NUMBERS.index(text))] = 1.0
    for chinese, worth in meant(text).items():
        word = fold(chinese)
        found[word] = max(found.get(word, 0.0), worth)
    return _best(found)


def _ordinal_forms(text: str, number: int) -> tuple[tuple[str, float], ...]:
    """What an ordinal means: dictionaries know it of months and the like alone."""
    others = {fold(word): worth * _OTHERWISE for word, worth in meant(text).items()}
    return _best(others | dict.fromkeys((text, *written(number)), 1.0))


def _best(found: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    best = sorted(found.items(), key=lambda form: (-form[1], form[0]))
    return tuple(form for form in best if form[1] >= _LEAST)[:_MOST_FORMS]


def meant(text: str) -> Mapping[str, float]:
    """The Chinese words that a word means, what news means by it before what else it may mean."""
    found = of_dictionary(text)
    if news := _of_news(text):
        return {chinese: worth * _OTHERWISE for chinese, worth in found.items()} | dict(news)
    return found


def of_dictionary(text: str) -> Mapping[str, float]:
    """What a dictionary has a word mean, its other spellings and its plain forms.

    The rarer of its forms where it knows none of these.
    """
    known, found = meanings(), dict[str, float]()
    for words, share in ((spellings(text), 1.0), (plain_forms(text), _INFLECTED)):
        for word in words:
            for chinese, worth in known.get(word, {}).items():
                found[chinese] = max(found.get(chinese, 0.0), worth * share)
    return found or next(filter(None, map(meant, rarer_forms(text))), {})


def _of_news(text: str) -> Mapping[str, float]:
    """What news, or else the texts that answer, mean by a word; nothing where that is not known."""
    return news_meanings().get(text) or attested_meanings().get(text, {})


def in_news(text: str) -> tuple[str, ...]:
    """What news means by a word: mostly names, which tokenizers do not know."""
    return tuple(word for word in map(fold, _of_news(text)) if not word.isascii())
