"""Lone surrogates: halves of characters, which JSON can write and nothing can hold."""

import re

SURROGATE = re.compile(r"[\ud800-\udfff]")


def mend(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no file or database could hold."""
    return SURROGATE.sub("\ufffd", text)


def has_surrogate(text: str) -> bool:
    """Whether the text holds a lone surrogate, told faster than by looking for one."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
