"""Pairs of neighbouring characters: what finds a name that the tokenizer cuts in another way.

Words and pairs together find more than either: "Comparing representations in Chinese information
retrieval" (Kwok, SIGIR 1997) has it so, and so have the development sets.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.han import HAN, IDEOGRAPHS

_RUN = re.compile(rf"[{HAN}]+|[a-z0-9]+(?:[.,][0-9]+)*")
_HAN_PAIR = re.compile(rf"(?=([{IDEOGRAPHS}]{{2}}))")
# What asks, and does not say what about.
_ASKING = re.compile(
    r"谁|哪[几些位个家座里儿天年月]?|什么|多少|几[个位名家]|为什么|为何|怎么|如何|[是的了在吗呢有]"
)
_ASKING_WORD = re.compile(
    r"谁|哪[几些位个家座里儿天年月]?|什么|多少|几[个位名家天年月]?|为什么|为何|怎么|如何"
)
_LINKS = "是有的在了"  # what stands between an asking word and what it asks about
_BESIDE = 4  # characters on either side


def pairs(key: str) -> list[str]:
    """Each two neighbouring Han characters of a key, in order, with repetitions.

    A Han character alone, a Latin word and a figure stand for themselves. None for an empty key.
    """
    return [pair for run in _RUN.findall(key) for pair in _pairs(run)]


def neighbours(text: str) -> Iterator[str]:
    """Each two neighbouring characters of a text, whatever they are, in order."""
    return map("".join, pairwise(text))


def han_pairs(text: str) -> frozenset[str]:
    """Each two neighbouring Han characters of a text, once."""
    return frozenset(_HAN_PAIR.findall(text))


def in_common(some: frozenset[str], others: frozenset[str]) -> float:
    """The share of the smaller of two sets of pairs that the other holds; 0 where it is empty."""
    least = min(len(some), len(others))
    return len(some & others) / least if least else 0.0


def asked_pairs(key: str) -> list[str]:
    """The pairs of a question's key, none of which holds or crosses what only asks."""
    return [pair for part in asked_parts(key) for pair in pairs(part)]


def asked_parts(key: str) -> list[str]:
    """What stands between the words of a question's key that only ask; some may be empty."""
    return _ASKING.split(key)


def asked_about(key: str) -> list[str]:
    """The pairs beside the first word that asks, in a question's key: 聘期 of 聘期是几年.

    None where no word asks.
    """
    word = _ASKING_WORD.search(key)
    if not word:
        return []
    before, behind = key[: word.start()].rstrip(_LINKS), key[word.end() :]
    return pairs(before[-_BESIDE:]) + pairs(behind[:_BESIDE])


def _pairs(run: str) -> list[str]:
    if len(run) < 2 or run.isascii():
        return [run]
    return list(neighbours(run))
