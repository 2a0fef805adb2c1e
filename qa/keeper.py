"""Keeper: the half of a library that takes articles in, lets them go, and builds."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from corpus.article import RawArticle, ReadError, StoreError
from corpus.database import DATABASE
from corpus.failures import failed_at, forget_failures
from corpus.reader import ReadFailure, ReadOptions
from corpus.store import Store
from index.builder import Progress, encode_pending, silent
from index.encoder import Encoder, own_name
from qa.adding import Received, named_path, read_into, read_received, take_given
from qa.opened import Opened
from qa.report import AddReport, Outcome
from qa.sync import sync_into
from qa.watching import USUAL, Pace, watch

ENCODER = "encoder"  # the setting that names the encoder a library was built with


def built_with(folder: Path, *, read_only: bool) -> str:
    """The name of our own encoder that the library in a folder was built with; empty for none.

    Raises:
        StoreError: There is a library that cannot be opened.
    """
    if not (folder / DATABASE).exists():
        return ""
    store = Store(folder / DATABASE, read_only=read_only)
    with closing(store.database):
        return own_name(store.setting(ENCODER))


class Keeper(Opened):
    """Changes a library's articles, and keeps its vectors and indexes in step with them."""

    def add(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        options: ReadOptions = ReadOptions(),
        on_outcome: Callable[[Outcome], None] = lambda outcome: None,
        on_indexed: Progress = silent,
        on_encoded: Progress = silent,
    ) -> AddReport:
        """Reads files and folders into the library; what became of each article.

        Articles are findable by words at once, by meaning when this returns. Interrupted at any
        moment, nothing stored is lost, and the next call goes on where this one was. In folders,
        a file that has not changed since it was read, or failed to be, is not read again.

        Args:
            paths: Files and folders, or a single one.
            options: Which files of folders, and how they are read.
            on_outcome: Called for each article and failure as it is read.
            on_indexed: Called with how many new passages words find and how many there are.
            on_encoded: Called with how many passages are encoded and how many there are to encode.

        Raises:
            ReadError: A path is empty.
            StoreError: The library cannot be written to, the disk is full.
        """
        given = [paths] if isinstance(paths, str | Path) else paths  # a text is no list of paths
        outcomes = read_into(self._store, list(map(named_path, given)), options)
        return self._taken(outcomes, on_outcome, on_indexed, on_encoded)

    def receive(
        self,
        files: Sequence[Received],
        *,
        on_file: Progress = silent,
        on_outcome: Callable[[Outcome], None] = lambda outcome: None,
        on_indexed: Progress = silent,
        on_encoded: Progress = silent,
    ) -> AddReport:
        """Takes in files that somebody sent; what became of each article. As `add`.

        Their articles are addressed by the file's name (``upload:NAME``), not by where it happens
        to lie: so the same file sent again changes nothing. Another file of that name takes the
        place of nothing: its articles are told apart (``upload:NAME~1a2b3c4d.txt``), which is said.

        Args:
            files: The files.
            on_file: Called with how many files are read and how many there are.
            on_outcome: Called for each article and failure as it is read.
            on_indexed: As in `add`; so is on_encoded.
            on_encoded: Called as passages are encoded.

        Raises:
            StoreError: The library cannot be written to, the disk is full.
        """
        outcomes = read_received(self._store, files, on_file)
        return self._taken(outcomes, on_outcome, on_indexed, on_encoded)

    def take(self, given: Iterable[RawArticle | ReadFailure]) -> AddReport:
        """Takes in articles that come from no file; what became of each. As `add`.

        Args:
            given: The articles, and what could not be read as one.

        Raises:
            StoreError: The library cannot be written to, the disk is full.
        """
        return self._taken(take_given(self._store, given), lambda outcome: None)

    def sync(
        self,
        folder: str | Path,
        *,
        options: ReadOptions = ReadOptions(),
        emptied: bool = False,
        on_outcome: Callable[[Outcome], None] = lambda outcome: None,
        on_indexed: Progress = silent,
        on_encoded: Progress = silent,
    ) -> AddReport:
        """Brings the library in step with a folder; what became of each article.

        As `add`, and then removes the articles whose file, record or archive member is no longer
        in the folder. What failed to be read, and what the options leave out, stays.

        Args:
            folder: The folder; what was added from elsewhere is not touched.
            options: As in `add`; so are on_outcome, on_indexed and on_encoded.
            emptied: Believe that a folder without any file is meant to be so.
            on_outcome: Called for each article and failure.
            on_indexed: Called as words are indexed.
            on_encoded: Called as passages are encoded.

        Raises:
            ReadError: The folder is not there, may not be read, or is suddenly empty; nothing was
                removed.
            StoreError: The library cannot be written to, the disk is full.
        """
        outcomes = sync_into(self._store, named_path(folder), options, emptied=emptied)
        return self._taken(outcomes, on_outcome, on_indexed, on_encoded)

    def watch(
        self,
        folder: str | Path,
        on_report: Callable[[AddReport], None],
        *,
        options: ReadOptions = ReadOptions(),
        on_refused: Callable[[ReadError], None] = lambda error: None,
        on_encoded: Progress = silent,
        pace: Pace = USUAL,
    ) -> None:
        """Keeps the library in step with a folder until a KeyboardInterrupt, which it swallows.

        Args:
            folder: As in `sync`; so are options and on_encoded.
            on_report: Told of the first round, and of each that brings news.
            options: Which files of the folder, and how they are read.
            on_refused: Told once when the folder is gone or suddenly empty; nothing is removed,
                and its return is waited for.
            on_encoded: Called as passages are encoded.
            pace: How often the folder is looked at.

        Raises:
            ReadError: As `sync`, in the first round.
            StoreError: As `sync`.
        """
        self.build(on_encoded)  # what an interrupted call has left

        def once() -> AddReport:
            outcomes = sync_into(self._store, Path(folder), options)
            return self._taken(outcomes, lambda outcome: None, on_encoded=on_encoded, idle=True)

        watch(once, on_report, on_refused, pace)

    def build(self, on_encoded: Progress = silent, on_indexed: Progress = silent) -> int:
        """Encodes what is not encoded yet and brings the indexes in step; how many passages.

        Whatever these raise ends it, and the next call goes on.

        Raises:
            StoreError: The library cannot be written to.
        """
        self._indexes.refresh(on_indexed)
        encoded = encode_pending(self._store, self._vectors, self._opened, on_encoded)
        if encoded:
            self._indexes.refresh()
        self._indexes.tidy()
        return encoded

    def rebuild(self, on_encoded: Progress = silent) -> int:
        """Encodes everything with this library's encoder; how many. Then drops others' vectors.

        Raises:
            EncoderError: The encoder cannot be opened; nothing has changed.
            StoreError: The library cannot be written to.
        """
        self.encoder.open()  # before anything changes: it may be none
        self._store.set_setting(ENCODER, self.encoder.fingerprint)
        encoded = self.build(on_encoded)
        self._vectors.drop_others()
        return encoded

    def remove(self, article: str) -> int:
        """Removes the articles whose id, record or address this is; how many there were."""
        removed = sum(map(self._store.remove, self._store.article_ids(article)))
        if removed:
            self._indexes.refresh()
        return removed

    def forget_failures(self, places: Collection[str]) -> int:
        """Forgets what could not be read of the files that these are, or are places in; how many.

        A file that lies where it lay is tried again when it is added again.

        Raises:
            StoreError: The library cannot be written to.
        """
        database = self._store.database
        return forget_failures(database, failed_at(database, places))

    def _opened(self) -> Encoder:
        """The encoder, which the library is from then on built with."""
        encoder = self.encoder.open()
        if not self._store.setting(ENCODER):
            self._store.set_setting(ENCODER, encoder.fingerprint)
        return encoder

    def _check_encoder(self, *, read_only: bool) -> None:
        """Refuses a library that was built with another encoder; a new one is of ours from now on.

        Of somebody else's it is once that has encoded something: it may be none.

        Raises:
            StoreError: It was.
        """
        known, mine = self._store.setting(ENCODER), self.encoder.fingerprint
        if known and known != mine:
            raise StoreError(
                f"{self.path}: this library was built with the encoder {known}, not {mine};"
                " leave CHUCHU_ENCODER unset, or set it to the folder or name of that encoder,"
                " or encode all anew with `python -m qa rebuild`"
            )
        if not known and own_name(mine) and not read_only:
            self._store.set_setting(ENCODER, mine)

    def _taken(
        self,
        outcomes: Iterable[Outcome],
        on_outcome: Callable[[Outcome], None],
        on_indexed: Progress = silent,
        on_encoded: Progress = silent,
        *,
        idle: bool = False,
    ) -> AddReport:
        """The report of outcomes; builds, unless nothing changed and it may be ``idle`` then."""
        taken = []
        for outcome in outcomes:
            taken.append(outcome)
            on_outcome(outcome)
        report = AddReport(tuple(taken), 0)
        return (
            report
            if idle and not report.changed
            else replace(report, encoded=self.build(on_encoded, on_indexed))
        )
