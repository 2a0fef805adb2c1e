"""Spaces that pad: 王　芳 as wide as a longer name below it, headings with all letters apart."""

import re
from collections.abc import Iterator

from corpus.cleaning.spacing import Span
from corpus.han import IDEOGRAPHS
from corpus.surnames import SURNAMES

_LEAST = 4  # letters of a spaced heading
# Single characters, one space between any two, with something else or nothing around them.
_RUN = re.compile(
    rf"(?<![^\s、，,；;：:（(【|｜])[{IDEOGRAPHS}](?:[ \u3000][{IDEOGRAPHS}]){{1,80}}"
    r"(?![^\s、，,；;：:）)】|｜])"
)
# What stands as single characters beside one another: the head of a table, a choice.
_COUNTED = frozenset(
    "一二三四五六七八九十日月火水木金土甲乙丙丁戊己庚辛壬癸东南西北東中大小上下左右优良差男女春夏秋冬红黄蓝绿是否"
)


def padding_cuts(text: str) -> Iterator[Span]:
    """The spans of the spaces inside of padded names and spaced headings, in order.

    A name is padded where an ideographic space stands between a surname and one character more,
    and so is a word of two characters that a colon follows. A heading is a line of four single
    characters and more.
    """
    for run in _RUN.finditer(text):
        letters = run.group()[::2]
        if set(letters) <= _COUNTED:
            continue
        start, end = run.span()
        if _is_names(run) or (len(letters) == 2 and _is_word(run)):
            yield from ((place, place + 1) for place in range(start + 1, end, 4))
        elif len(letters) >= _LEAST and _is_line(run):
            yield from ((place, place + 1) for place in range(start + 1, end, 2))


def _is_names(run: re.Match[str]) -> bool:
    """Whether the run is names of two characters, with an ideographic space inside of each."""
    words = run.group()
    surnames = all(letter in SURNAMES for letter in words[::4])
    return len(words) % 4 == 3 and surnames and set(words[1::4]) == {"\u3000"}


def _is_word(run: re.Match[str]) -> bool:
    """Whether a run of two characters is one word, as before a colon: 地　点：…."""
    return run.group()[1] == "\u3000" and run.string[run.end() : run.end() + 1] in ("：", ":")


def _is_line(run: re.Match[str]) -> bool:
    start, end = run.span()
    before, behind = run.string[max(0, start - 1) : start], run.string[end : end + 1]
    return before in ("", "\n") and behind in ("", "\n")
