"""Articles of different files with one name: each keeps an address of its own, and none is lost.

Whoever sends files from several folders may send many of one name, and nothing else tells which of
them is meant. So one never takes the place of another.
"""

import zlib
from dataclasses import replace
from hashlib import sha256

from corpus.article import RawArticle
from corpus.database import Database

_DIGITS = 8  # of the content, in the address


def own_address(database: Database, raw: RawArticle) -> RawArticle:
    """The article, at an address where no other text is held or was set aside.

    The same text comes to the same address again, whatever was taken in or removed meanwhile.

    Raises:
        StoreError: The library cannot be read.
    """
    apart = _told_apart(raw)
    is_other = any(_words(text) != _words(raw.text) for text in _texts_at(database, raw.address))
    return replace(raw, address=apart) if is_other or _texts_at(database, apart) else raw


def _texts_at(database: Database, address: str) -> tuple[str, ...]:
    rows = database.rows(
        "SELECT raw FROM articles WHERE address = ?1"
        " UNION ALL SELECT raw FROM withdrawn_articles WHERE address = ?1",
        (address,),
    )
    return tuple(zlib.decompress(raw).decode("utf-8", "surrogatepass") for (raw,) in rows)


def _words(text: str) -> str:
    """A text without white space, which readers have come to read otherwise."""
    return "".join(text.split())


def _told_apart(raw: RawArticle) -> str:
    """The address with some digits of the text before its suffix: ``早报~1a2b3c4d.txt``."""
    digits = sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    folder, slash, name = raw.address.rpartition("/")
    stem, dot, suffix = name.rpartition(".")
    named = f"{stem}~{digits}{dot}{suffix}" if stem else f"{name}~{digits}"
    return f"{folder}{slash}{named}"
