"""When two texts are the same news: pure functions over what their letters and figures are."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from rensa import RMinHash  # type: ignore[import-untyped]

# Raised whenever the same articles would be grouped otherwise.
REPRINTS_VERSION = 1

_HASHES = 128
_SEED = 42
# 42 bands of three hashes meet at least once for 99.6 % of the pairs with a Jaccard of 0.5, for
# 85 % at 0.35, and for 4 % at 0.1, where pairs of unlike articles begin.
_BAND_BYTES = 12
_GRAM = 5

# Longer texts are judged by so many characters of their beginnings, which bounds time and memory.
LONGEST = 40_000

_ALIKE = 0.5  # Jaccard: edited heads and tails, and 3 % of the characters changed
_SHORT, _SHORT_ALIKE = 150, 0.7  # a name in a form makes less difference than that
_CUT_ALIKE, _CUT_WITHIN = 0.35, 0.8  # the shorter is the longer with its tail cut off
_LEAD, _LEAD_WITHIN = 120, 0.4  # news tells itself first; shared boilerplate stands behind
_LEAST_GRAMS = 40  # below, texts are too short for shares to mean much: only equal ones count
_FEW_CONFLICTS, _CONFLICTS = 1, 0.15  # of the figures that stand in the same words

_NOISE = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What of a text counts when it is compared.

    Attributes:
        key: Its letters and digits, NFKC, lower case: quotation marks, full width and white space
            differ between papers that print the same news.
        grams: The key's runs of five characters.
        figures: The values of its figures, by the characters around them.
    """

    key: str
    grams: frozenset[str]
    figures: Mapping[str, frozenset[str]]


def read_wording(text: str) -> Wording:
    """The wording of a text; of a very long one, of its first 40,000 characters."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    key = _NOISE.sub("", folded)[:LONGEST]
    return Wording(key, _grams(key), _figures(key))


def signature(wording: Wording) -> bytes:
    """The MinHash of a wording: 128 little-endian uint32; equal wordings have equal ones."""
    minhash = RMinHash(_HASHES, _SEED)
    minhash.update(list(wording.grams))  # their order makes no difference
    return np.array(minhash.digest(), dtype="<u4").tobytes()


def band_keys(mark: bytes) -> tuple[int, ...]:
    """The 42 signed 64-bit numbers of a signature; like wordings share at least one of them."""
    starts = range(0, len(mark) - _BAND_BYTES + 1, _BAND_BYTES)
    return tuple(_band_key(start, mark[start : start + _BAND_BYTES]) for start in starts)


def same_news(one: Wording, other: Wording) -> bool:
    """Whether two wordings are the same news, whole or nearly so; the order does not matter.

    They share half of their runs of characters, and one's beginning stands in the other; or the
    shorter is nearly all in the longer, and begins as that does. Forms filled in with other
    figures (prices, forecasts, results) are different news, however much of the form they share.
    """
    if one.key == other.key:
        return bool(one.key)
    short, long = sorted((one, other), key=lambda wording: len(wording.grams))
    shared = len(short.grams & long.grams)
    if shared < _LEAST_GRAMS:
        return False
    alike = shared / (len(short.grams) + len(long.grams) - shared)
    return _told_alike(short, long, alike, shared) and not _filled_otherwise(one, other)


def within(part: Wording, whole: Wording) -> float:
    """The share of a wording's runs of characters that stand in the other, 0 to 1."""
    return len(part.grams & whole.grams) / len(part.grams) if part.grams else 0.0


def joined(wordings: Iterable[Wording]) -> Wording:
    """What several wordings say together; its key is empty, since they have no order."""
    grams: set[str] = set()
    figures: dict[str, frozenset[str]] = {}
    for each in wordings:
        grams |= each.grams
        for place, values in each.figures.items():
            figures[place] = figures.get(place, frozenset()) | values
    return Wording("", frozenset(grams), figures)


def conflicts(one: Wording, other: Wording) -> tuple[int, int]:
    """How many figures stand in the same words with other values, and how many in the same."""
    places = one.figures.keys() & other.figures.keys()
    unlike = sum(one.figures[place].isdisjoint(other.figures[place]) for place in places)
    return unlike, len(places)


def _told_alike(short: Wording, long: Wording, alike: float, shared: int) -> bool:
    if alike >= (_SHORT_ALIKE if len(short.grams) < _SHORT else _ALIKE):
        return _leads(long, short) or _leads(short, long)
    cut = alike >= _CUT_ALIKE and shared >= _CUT_WITHIN * len(short.grams)
    return cut and _leads(long, short)


def _leads(one: Wording, other: Wording) -> bool:
    """Whether the beginning of one stands in the other."""
    lead = _grams(one.key[:_LEAD])
    return len(lead & other.grams) >= _LEAD_WITHIN * len(lead)


def _filled_otherwise(one: Wording, other: Wording) -> bool:
    unlike, places = conflicts(one, other)
    return unlike > max(_FEW_CONFLICTS, _CONFLICTS * places)


def _grams(key: str) -> frozenset[str]:
    if not key:
        return frozenset()
    return frozenset([key[at : at + _GRAM] for at in range(max(1, len(key) - _GRAM + 1))])


def _figures(key: str) -> dict[str, frozenset[str]]:
    """The figures by the four characters before and the one behind, figures there made alike."""
    found: dict[str, frozenset[str]] = {}
    for figure in _FIGURE.finditer(key):
        before = _FIGURE.sub("#", key[max(0, figure.start() - 4) : figure.start()])
        place = f"{before}#{key[figure.end() : figure.end() + 1]}"
        found[place] = found.get(place, frozenset()) | {figure.group()}
    return found


def _band_key(start: int, band: bytes) -> int:
    hashed = blake2b(band, digest_size=8, salt=start.to_bytes(8, "little"))
    return int.from_bytes(hashed.digest(), "little", signed=True)
