"""Pinyin glosses: readings in brackets behind a Han character, and ruby markup."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from corpus.han import HAN

Span = tuple[int, int]

_BRACKETED = re.compile(
    rf"(?<=[{HAN}])[(（\[［【〔〈]\s?"
    r"([^\W\d_][\w\u0300-\u030c\u00b7'’ ]{0,30}?)\s?[)）\]］】〕〉]"
)
_RUBY = re.compile(r"<r([tp])>[^<\n]{0,40}</r\1>|</?(?:ruby|rb|rtc)>")
_TONES = dict(zip("\u0304\u0301\u030c\u0300", "1234", strict=True))
_BREVE = "\u0306"  # often typed for the third tone's caron
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "v": "ü"})

_ALONE = """a o e ai ei ao ou an en ang eng er yi ya ye yao you yan yin yang ying yong
wu wa wo wai wei wan wen wang weng yu yue yuan yun yo""".split()
# Which finals an initial takes, by the sounds that Mandarin has.
_TAKES = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "ch": "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "sh": "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang",
    "r": "e ao ou an en ang eng ong i u ua uo ui uan un",
    "z": "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
    "c": "a e ai ao ou an en ang eng ong i u uo ui uan un",
    "s": "a e ai ao ou an en ang eng ong i u uo ui uan un",
}
_EVIDENTLY = 10  # so many readings with tones make an article a glossed one


def gloss_cuts(text: str) -> Iterator[Span]:
    """The spans of the glosses and of ruby markup, brackets and all; in order.

    A gloss stands directly behind a Han character and is a Mandarin syllable with its tone, as a
    mark or as a digit 1 to 5, or several with tone marks, no more than Han characters before it.
    In a text with ten and more such glosses a syllable without a tone and a capitalised one is
    a gloss too. ``(WTO)``, ``(Li)``, ``(i)``, ``(a4)`` are none.
    """
    spans = [m.span() for m in _RUBY.finditer(text)]
    found = [(m.span(), _kind(m.group(1), text, m.start())) for m in _BRACKETED.finditer(text)]
    glossed = sum(kind == "toned" for _, kind in found) >= _EVIDENTLY
    wanted = ("toned", "unsure") if glossed else ("toned",)
    spans += [span for span, kind in found if kind in wanted]
    yield from sorted(spans)


def _kind(inside: str, text: str, bracket: int) -> str:
    """``toned``, ``unsure`` (a gloss only where there are many) or ``""`` (none)."""
    if inside[-1] in "12345":
        plain = inside[:-1].translate(_LOOKALIKES)
        return "toned" if len(plain) > 1 and plain in syllables() else ""
    if inside.isascii():
        return "unsure" if len(inside) > 1 and inside in syllables() else ""
    low = inside.lower()
    count = _count_toned(low)
    if not count or not _has_han_before(text, bracket, count):
        return ""
    return "toned" if low == inside else "unsure"


def _has_han_before(text: str, bracket: int, count: int) -> bool:
    before = text[max(0, bracket - count) : bracket]
    return len(before) == count and all(re.match(f"[{HAN}]", c) for c in before)


def _count_toned(reading: str) -> int:
    """How many syllables, each with one tone mark, make up the reading; 0 where they do not."""
    total = 0
    for part in re.split(r"[ '’·]", reading):
        count = _count_joined(part)
        if not count:
            return 0
        total += count
    return total


def _count_joined(part: str) -> int:
    """The same for syllables written together, by the fewest that fit; 0 where none do."""
    letters, tones = _untoned(part)
    best: dict[int, int] = {0: 0}
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            fits = letters[start:end] in syllables() and sum(tones[start:end]) == 1
            if fits and start in best:
                best[end] = min(best.get(end, 99), best[start] + 1)
    return best.get(len(letters), 0)


def _untoned(part: str) -> tuple[str, list[int]]:
    """The letters without tone marks, and how many marks each of them had."""
    letters: list[str] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", part):
        if char in _TONES or char == _BREVE:
            tones[-1:] = [tones[-1] + 1] if tones else []
        elif char == "\u0308" and letters and letters[-1] == "u":
            letters[-1] = "ü"
        else:
            letters.append(char.translate(_LOOKALIKES))
            tones.append(0)
    return "".join(letters), tones


@cache
def syllables() -> frozenset[str]:
    """Every syllable of Mandarin in pinyin, without tones, ``ü`` as such."""
    made = {initial + final for initial, finals in _TAKES.items() for final in finals.split()}
    return frozenset(made | set(_ALONE))
