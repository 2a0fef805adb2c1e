"""Which of the page's languages a browser asks for."""

import re
from typing import Final

from qa.question import Language

_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})
_REFUSED: Final = re.compile(r"0(?:\.0*)?")  # a language's weight, in Accept-Language


def preferred_language(accepted: str) -> Language:
    """The page's language for a browser that sends this ``Accept-Language``.

    The first language in it that the page speaks; English where there is none.
    """
    for part in accepted.lower().replace(" ", "").split(","):
        tag, _, weight = part.partition(";q=")
        language, *subtags = tag.split("-")
        if _REFUSED.fullmatch(weight):
            continue
        if language == "en":
            return "en"
        if language == "zh":
            traditional = "hans" not in subtags and not _TRADITIONAL.isdisjoint(subtags)
            return "zh-Hant" if traditional else "zh-Hans"
    return "en"
