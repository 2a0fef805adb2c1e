"""Text → key: the one-to-one folding of scripts, widths and case that matching works on."""

import importlib.metadata
import re
import unicodedata
from functools import cache
from typing import Protocol

from corpus.han import IDEOGRAPHS
from corpus.surrogates import mend

HAN = re.compile(f"[{IDEOGRAPHS}]")

# Above this share of Han characters that Traditional → Simplified conversion changes, a text counts
# as Traditional: running Traditional news lies near 0.3, Simplified news at 0.
TRADITIONAL_SHARE = 0.05
_TO_TRADITIONAL = ("s2t", "s2tw", "s2hk")  # 裏, 裡, 裏; 臺, 台


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(config: str) -> _Converter:
    from opencc import OpenCC  # noqa: PLC0415  loads dictionaries: only when first needed

    converter: _Converter = OpenCC(config)
    return converter


class _Plain(dict[int, str]):
    """NFKC and lower case of each character for which both are one character again."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        plain = plain if len(plain) == 1 else character
        lower = plain.lower()
        self[code] = folded = lower if len(lower) == 1 else plain
        return folded


@cache
def _plain_table() -> _Plain:
    return _Plain()


def _same_length(config: str, text: str) -> str:
    """OpenCC's conversion where it keeps the length, else its conversion character by character."""
    converter = _converter(config)
    converted = converter.convert(text)
    if len(converted) == len(text):
        return converted
    single = (converter.convert(character) for character in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, single, strict=True))


def simplified(text: str) -> str:
    """The text in Simplified script, as many characters as before; letters and widths untouched.

    A text that is Traditional (see `TRADITIONAL_SHARE`) is converted by OpenCC's ``tw2s``, any
    other by ``t2s``, which leaves Simplified text alone. Lone surrogates become U+FFFD. An empty
    text stays empty.
    """
    whole = mend(text)  # OpenCC refuses surrogates
    converted = _same_length("t2s", whole)
    if converted == whole:
        return whole
    changed = sum(a != b for a, b in zip(whole, converted, strict=True))
    if changed <= TRADITIONAL_SHARE * len(HAN.findall(whole)):
        return converted
    return _same_length("tw2s", whole)


def is_traditional(text: str) -> bool:
    """Whether a text counts as Traditional: more of its Han than `TRADITIONAL_SHARE` change."""
    changed = sum(a != b for a, b in zip(mend(text), simplified(text), strict=True))
    return changed > TRADITIONAL_SHARE * len(HAN.findall(text))


def ways_written(text: str) -> frozenset[str]:
    """The text as it is, in Simplified script, and in Traditional as its regions write it."""
    simple = simplified(text)
    return frozenset({text, simple, *(_same_length(way, simple) for way in _TO_TRADITIONAL)})


def check_key(text: str, key: str) -> None:
    """Refuses a key that cannot be its text's.

    Raises:
        ValueError: Text and key differ in length.
    """
    if len(text) != len(key):
        raise ValueError(
            f"a text of {len(text)} characters has a key of {len(key)}: fold the text again"
        )


def script_version() -> str:
    """What converts scripts, with its version: another one may fold the same text otherwise."""
    return f"opencc-{importlib.metadata.version('OpenCC')}"


def fold(text: str) -> str:
    """The key of a text: as many characters as the text, each folded in its own place.

    Full-width forms and other compatibility characters become plain ones, letters lower case,
    Traditional characters Simplified (see `simplified`), wherever that is one character for one
    character. An empty text gives an empty key.
    """
    return simplified(text.translate(_plain_table()))
