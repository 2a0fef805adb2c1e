"""What was wrong, in the language of who reads.

Of files that could not be read, a library keeps the English sentence alone, as the command line and
programs show it. So the page knows it by its words, and takes what stands in its gaps over;
libraries of before are told alike.
"""

import re
from functools import cache
from string import Formatter

from corpus.article import SentenceError
from qa.messages.catalogue import Texts
from qa.messages.reasons import REASONS

# Two sentences named the file themselves, which stands before them anyway.
_ADDRESS_BEFORE = re.compile(r"\A.+?: (?=no text is left to read;|more than \d+ runs of white)")
_SENTENCE = "problem"  # the gap that holds one of the sentences itself


def said(error: SentenceError, texts: Texts) -> str:
    """The error's sentence in the language of the texts; in English where they have none of it."""
    known = texts.get(error.sentence)
    if known is None:
        return str(error)
    values = {
        gap: told(str(value), texts) if gap == _SENTENCE else value
        for gap, value in error.values.items()
    }
    return known.format(**values)


def told(reason: str, texts: Texts) -> str:
    """The reason in the language of the texts; as it stands where they do not know it."""
    reason = _ADDRESS_BEFORE.sub("", reason)
    if reason in REASONS:
        return texts[reason]
    for english in REASONS:
        known = _pattern(english).fullmatch(reason)
        if known:
            return texts[english].format(**_values(known, texts))
    return reason


def _values(known: re.Match[str], texts: Texts) -> dict[str, str]:
    """What stands in the gaps; only whole values of ours are told, since others are quotations."""
    return {
        gap: told(value, texts) if gap == _SENTENCE or value in REASONS else value
        for gap, value in known.groupdict().items()
    }


@cache
def _pattern(english: str) -> re.Pattern[str]:
    parts = Formatter().parse(english)
    gaps = ((re.escape(words), f"(?P<{gap}>.*)" if gap else "") for words, gap, _, _ in parts)
    return re.compile("".join(words + gap for words, gap in gaps), re.DOTALL)
