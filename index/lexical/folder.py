"""The lexical index in its folder: opened, changed, or read where it may not be written."""

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

import tantivy

from corpus.article import number_of
from corpus.changes import Step, read_step, write_step
from index.lexical.fields import Entry, document_of, make_schema
from index.lexical.searcher import LexicalSearcher

logger = logging.getLogger(__name__)

_WRITER_BYTES = 64_000_000
# Files in the index's folder: ours, and those in which tantivy says what the others are.
STEP, _META, _MANAGED = "step", "meta.json", ".managed.json"
_TRIES = 3


class LexicalIndex:
    """The words of all passages, in a folder, or in memory alone.

    Args:
        folder: Where it is kept; made anew where there is none or a broken one. None keeps it
            in memory.

    Attributes:
        step: The step of the library's journal that it is in step with; None where unknown.
    """

    def __init__(self, folder: Path | None) -> None:
        self._schema = make_schema()
        self._index = _open(folder, self._schema)
        self._file = folder / STEP if folder else None
        self.step = read_step(self._file) if self._file else None

    @classmethod
    def borrowed(cls, folder: Path) -> "LexicalIndex":
        """An index that begins as the one in a folder is, and writes nothing there.

        Its files are only linked to, from a folder of its own that goes when it does. In memory,
        and empty, where there is none that can be read.
        """
        for _ in range(_TRIES):  # whoever writes may put other files in the place of these
            place = Path(mkdtemp(prefix="chuchu-"))
            try:
                _link(folder, place)
                index = cls(place)
                index.searcher()
            except (OSError, ValueError):
                shutil.rmtree(place, ignore_errors=True)
                continue
            finalize(index, shutil.rmtree, place, ignore_errors=True)
            return index
        return cls(None)

    def searcher(self) -> LexicalSearcher:
        """The index as it is now."""
        self._index.reload()
        return LexicalSearcher(self._index.searcher(), self._schema)

    def keep_step(self, step: Step | None) -> None:
        """Remembers which step of the library's journal the index is in step with."""
        if self._file:
            write_step(self._file, step)
        self.step = step

    def update(self, added: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Takes passages out and puts passages in, all of it or none.

        Raises:
            OSError: It cannot be written, or another process is writing to the same folder.
        """
        with _faults():
            writer = self._index.writer(_WRITER_BYTES, 1)
        try:
            for each in removed:
                writer.delete_documents_by_term("id", number_of(each))
            for entry in added:
                writer.add_document(document_of(entry))
            with _faults():
                writer.commit()
        finally:
            writer.wait_merging_threads()


@contextmanager
def _faults() -> Iterator[None]:
    """Turns tantivy's word for every fault, ValueError, into OSError."""
    try:
        yield
    except ValueError as error:
        raise OSError(str(error)) from error


def _open(folder: Path | None, schema: tantivy.Schema) -> tantivy.Index:
    if folder is None:
        return tantivy.Index(schema)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(schema, path=str(folder))
    except ValueError as error:  # tantivy's word for every fault
        logger.warning("%s cannot be read and is made anew: %s", folder, error)
        shutil.rmtree(folder)
        folder.mkdir(parents=True)
        with _faults():
            return tantivy.Index(schema, path=str(folder))


def _link(folder: Path, place: Path) -> None:
    """Puts the files of an index into another folder: those that are written to are copied.

    Raises:
        OSError: There is no index, or its files cannot be linked to.
    """
    for file in (_META, _MANAGED, STEP):
        if file != STEP or (folder / file).exists():
            shutil.copy(folder / file, place / file)
    for path in folder.iterdir():
        if not path.name.startswith(".") and path.name not in (_META, STEP):
            (place / path.name).symlink_to(path.absolute())
