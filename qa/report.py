"""What adding files did, file by file and in sum."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Change = Literal["added", "replaced", "unchanged", "removed", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article, or of one thing that could not be read.

    Attributes:
        where: The article's address, or what could not be read (``file:line``).
        change: What that did to the library.
        reason: For a failure, one sentence with what to do; for an article that was told apart
            from another of its name, or whose very text another has, that it is so; else empty.
        article_id: The article, where it was added, replaced or removed; else empty.
    """

    where: str
    change: Change
    reason: str = ""
    article_id: str = ""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `Library.add` or `Library.sync` did.

    Attributes:
        outcomes: One for each article and each failure, in the order of reading; what was removed
            comes last.
        encoded: How many passages were encoded.
    """

    outcomes: tuple[Outcome, ...]
    encoded: int

    def count(self, change: Change) -> int:
        """How many articles had this outcome."""
        return Counter(outcome.change for outcome in self.outcomes)[change]

    @property
    def changed(self) -> bool:
        """Whether the library holds anything else than before."""
        return any(self.count(change) for change in ("added", "replaced", "removed"))

    @property
    def failures(self) -> Sequence[Outcome]:
        """What could not be read, in the order of reading."""
        return [outcome for outcome in self.outcomes if outcome.change == "failed"]

    def summary(self) -> str:
        """One line for people, in English."""
        parts = [f"{self.count(change)} {change}" for change in ("added", "replaced", "unchanged")]
        if self.count("removed"):
            parts.append(f"{self.count('removed')} removed")
        if self.failures:
            parts.append(f"{len(self.failures)} failed")
        return f"{', '.join(parts)}; {self.encoded} passages encoded"


@dataclass(frozen=True, slots=True)
class Status:
    """What a library holds, and how far it is built.

    Attributes:
        path: Its folder.
        articles: How many articles.
        passages: How many passages; all are findable by words.
        encoded: How many passages are findable by meaning too.
        encoder: The encoder's fingerprint.
        tokenizer: The tokenizer's fingerprint.
        sources: The sources with their numbers of articles, most first.
        formats: The formats of the files with the numbers of articles they gave, most first; an
            archive is a format of its own. Articles added before files were remembered are not
            among them.
        months: The months ("2023-07") with their numbers of articles, newest first, and last ""
            for those without a date.
        failures: What could not be read, as it was when it was tried last, by path.
        database_bytes: The space that the database takes.
        cache_bytes: The space that the derived files take.
    """

    path: str
    articles: int
    passages: int
    encoded: int
    encoder: str
    tokenizer: str
    sources: tuple[tuple[str, int], ...]
    formats: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    failures: tuple[Outcome, ...] = ()
    database_bytes: int = 0
    cache_bytes: int = 0
