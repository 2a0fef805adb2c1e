"""Finding passages by meaning: an index of most vectors, and beside it what has come since."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.article import id_of, number_of
from corpus.vectors import Vectors
from index.encoder import Matrix
from index.faiss_index import FaissIndex, Numbers
from index.hits import Hit, best

# Above this share of late and hidden passages, all are put into one index again.
_STALE_SHARE = 0.05
_NONE: Numbers = np.zeros(0, np.int64)


class DenseIndex:
    """The vectors of some passages, searchable by inner product. Never changed once made.

    `grown` gives a new one, so that whoever searches this one goes on undisturbed. It shares the
    base, which in a large library is some hundred megabytes: what has come since lies beside it,
    what has gone since is hidden.

    Args:
        base: The index of most passages.
        late: The numbers of passages that are not in the base, or otherwise there.
        rows: Their vectors, (n, dim), rows of unit length.
        hidden: The numbers of passages in the base that do not count any more.
    """

    def __init__(
        self,
        base: FaissIndex,
        late: Numbers = _NONE,
        rows: Vectors | None = None,
        hidden: Numbers = _NONE,
    ) -> None:
        self._base = base
        self._late = late
        self._rows = np.zeros((0, base.dim), np.float16) if rows is None else rows
        self._hidden = hidden
        self._beside = FaissIndex.build(late, self._rows, base.dim) if len(late) else None

    @classmethod
    def build(cls, ids: Sequence[str], rows: Vectors, dim: int) -> "DenseIndex":
        """An index of the passages ``ids`` by their vectors, (n, dim), rows of unit length."""
        return cls(FaissIndex.build(_numbers(ids), rows, dim))

    @classmethod
    def load(cls, path: Path) -> "DenseIndex | None":
        """The index in a file that `save` wrote; None where there is none that can be read."""
        base = FaissIndex.load(path)
        return cls(base) if base else None

    def save(self, path: Path) -> None:
        """Writes the index to a file, whole or not at all.

        Raises:
            OSError: The file cannot be written.
        """
        self.compacted()._base.save(path)

    @property
    def kind(self) -> str:
        """FAISS's name of its kind, as `index.faiss_index.index_kind` gives it."""
        return self._base.kind

    @property
    def dim(self) -> int:
        """The number of columns."""
        return self._base.dim

    @property
    def is_stale(self) -> bool:
        """Whether so much is late or hidden that searching would take longer for it."""
        return len(self._late) + len(self._hidden) > _STALE_SHARE * len(self._base)

    def __len__(self) -> int:
        return len(self._base) - len(self._hidden) + len(self._late)

    def ids(self) -> frozenset[str]:
        """The ids of the passages that are in it."""
        standing = np.setdiff1d(self._base.numbers, self._hidden)
        return frozenset(map(id_of, [*standing.tolist(), *self._late.tolist()]))

    def grown(self, ids: Sequence[str], rows: Vectors, removed: Sequence[str] = ()) -> "DenseIndex":
        """A new index with the passages ``removed`` taken out, then ``ids`` put in.

        What is put in takes the place of what was there, and what is taken out need not be there.
        """
        came = _numbers(ids)
        touched = np.concatenate([came, _numbers(removed)])
        hidden = touched[np.isin(touched, self._base.numbers)]
        kept = ~np.isin(self._late, touched)
        return DenseIndex(
            self._base,
            np.concatenate([self._late[kept], came]),
            np.concatenate([self._rows[kept], rows.reshape(-1, self.dim)]),
            np.union1d(self._hidden, hidden),
        )

    def compacted(self) -> "DenseIndex":
        """The same passages in one index, with nothing beside it."""
        if not len(self._late) and not len(self._hidden):
            return self
        return DenseIndex(self._base.merged(self._hidden, self._late, self._rows))

    def retrieve(self, row: Matrix, k: int, only: Sequence[str] | None = None) -> tuple[Hit, ...]:
        """The k passages nearest to a question's vector, best first, ties by passage id.

        Fewer where fewer are indexed, none where none is. The score is the cosine.

        Args:
            row: The question's vector, float32, (dim,), of unit length.
            k: How many.
            only: Rank these passages alone; None ranks all.
        """
        if k < 1 or not len(self):
            return ()
        chosen = None if only is None else _numbers(only)
        return best(lambda size: self._found(row, size, chosen), k)

    def _found(self, row: Matrix, k: int, only: Numbers | None) -> list[tuple[str, float]]:
        standing = None if only is None else np.setdiff1d(only, self._hidden)
        found = self._base.search(row, k, standing, self._hidden) if len(self._base) else []
        if self._beside:
            found += self._beside.search(row, k, only)
            found.sort(key=lambda pair: -pair[1])
        return [(id_of(number), score) for number, score in found[:k]]


def _numbers(ids: Sequence[str]) -> Numbers:
    return np.fromiter(map(number_of, ids), dtype=np.int64, count=len(ids))
