"""What a library holds, counted: articles by source, month and format, failures, space."""

from pathlib import Path

from corpus.counts import formats, months
from corpus.database import DATABASE
from corpus.failures import all_failures
from corpus.store import Store
from qa.report import Outcome, Status


def read_status(
    store: Store, folder: Path, *, encoded: int, encoder: str, tokenizer: str
) -> Status:
    """What a library holds, and how far it is built.

    Args:
        store: The library's store.
        folder: The library's folder.
        encoded: How many passages are encoded.
        encoder: The encoder's fingerprint.
        tokenizer: The tokenizer's fingerprint.

    Raises:
        StoreError: The library cannot be read.
    """
    articles, passages = store.counts()
    failures = all_failures(store.database)
    return Status(
        path=str(folder),
        articles=articles,
        passages=passages,
        encoded=encoded,
        encoder=encoder,
        tokenizer=tokenizer,
        sources=store.sources(),
        formats=formats(store.database),
        months=months(store.database),
        failures=tuple(Outcome(each.where, "failed", each.reason) for each in failures),
        database_bytes=sum(map(_size, folder.glob(f"{DATABASE}*"))),
        cache_bytes=sum(map(_size, (folder / "cache").rglob("*"))),
    )


def _size(path: Path) -> int:
    """In bytes; none for a folder, and for a file that is gone meanwhile."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0
