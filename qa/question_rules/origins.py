"""Where somebody comes from, which news tells as 石浔人, asked by the words of forms."""

import re

from index.fold import fold

_ASKED = re.compile(
    r"(?P<who>.+?)的?(?:籍贯|祖籍|老家|家乡|故乡)(?:是|在|为|是在)?(?:哪里|哪儿|哪|什么地方|何处)"
    r"(?:的?人?|的)(?:[呢啊]|来着)?[?。 ]*"
)
_WHERE_FROM = "是哪里人？"


def as_origin(text: str) -> str:
    """A Chinese question after 籍贯 or 老家 put as 是哪里人？; empty for others.

    Close reading has learnt the one way of asking, and finds 石浔人 by it.
    """
    match = _ASKED.fullmatch(fold(text))
    return f"{text[: match.end('who')]}{_WHERE_FROM}" if match else ""
