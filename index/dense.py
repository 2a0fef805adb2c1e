"""Finding passages by meaning: FAISS over the stored vectors; the only user of faiss."""

import logging
import math
import os
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.article import id_of, number_of
from index.encoder import Matrix
from index.hits import Hit, best

logger = logging.getLogger(__name__)

# Up to here the exact search of 384 columns costs a few milliseconds on two cores.
EXACT_UP_TO = 150_000
# Of the lists of an inverted file, the share that is searched: recall@100 ≥ 0.99 on news.
_PROBED_SHARE = 0.06


def index_kind(count: int) -> str:
    """FAISS's name of the kind of index for so many vectors.

    Exact (float16, inner product) up to `EXACT_UP_TO`, beyond it an inverted file of about
    4·√n lists, as FAISS's guidelines for choosing an index advise below a million vectors;
    rounded to a power of two, so that a growing library seldom changes its kind.
    """
    if count <= EXACT_UP_TO:
        return "SQfp16"
    lists = 2 ** round(math.log2(4 * math.sqrt(count)))
    return f"IVF{lists},SQfp16"


class DenseIndex:
    """The vectors of some passages, searchable by inner product. Never changed once made.

    `grown` gives a new index, so that whoever searches this one goes on undisturbed.
    """

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, ids: Sequence[str], rows: NDArray[np.float16], dim: int) -> "DenseIndex":
        """An index of the passages ``ids`` by their vectors, (n, dim), rows of unit length."""
        inner = faiss.index_factory(dim, index_kind(len(ids)), faiss.METRIC_INNER_PRODUCT)
        if isinstance(inner, faiss.IndexIVF):
            inner.nprobe = max(1, round(inner.nlist * _PROBED_SHARE))
        matrix = rows.astype(np.float32)
        if not inner.is_trained:
            inner.train(matrix)
        index = faiss.IndexIDMap2(inner)
        if len(ids):
            index.add_with_ids(matrix, _numbers(ids))
        inner.this.disown()
        index.own_fields = True
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "DenseIndex | None":
        """The index in a file that `save` wrote; None where there is none that can be read."""
        try:
            data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
            return cls(faiss.deserialize_index(data))
        except FileNotFoundError:
            return None
        # faiss says RuntimeError to broken bytes, or believes a broken size
        except (OSError, RuntimeError, MemoryError) as error:
            logger.warning("%s cannot be read and is made anew: %s", path, error)
            return None

    def save(self, path: Path) -> None:
        """Writes the index to a file, whole or not at all.

        Raises:
            OSError: The file cannot be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_bytes(faiss.serialize_index(self._index).tobytes())
        beside.replace(path)

    @property
    def kind(self) -> str:
        """FAISS's name of its kind, as `index_kind` gives it."""
        inner = faiss.downcast_index(self._index.index)
        return f"IVF{inner.nlist},SQfp16" if isinstance(inner, faiss.IndexIVF) else "SQfp16"

    @property
    def dim(self) -> int:
        """The number of columns."""
        return int(self._index.d)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def ids(self) -> frozenset[str]:
        """The ids of the passages that are in it."""
        return frozenset(map(id_of, faiss.vector_to_array(self._index.id_map).tolist()))

    def grown(
        self, ids: Sequence[str], rows: NDArray[np.float16], removed: Sequence[str] = ()
    ) -> "DenseIndex":
        """A new index with the passages ``removed`` taken out, then ``ids`` put in."""
        index = faiss.clone_index(self._index)
        if removed:
            index.remove_ids(_numbers(removed))
        if ids:
            index.add_with_ids(rows.astype(np.float32), _numbers(ids))
        return DenseIndex(index)

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
        options = self._options(only)
        return best(lambda size: self._found(row, size, options), k)

    def _found(
        self, row: Matrix, k: int, options: "faiss.SearchParameters | None"
    ) -> list[tuple[str, float]]:
        scores, numbers = self._index.search(row.reshape(1, -1), min(k, len(self)), params=options)
        return [
            (id_of(number), score)
            for number, score in zip(numbers[0].tolist(), scores[0].tolist(), strict=True)
            if number >= 0  # FAISS pads with -1
        ]

    def _options(self, only: Sequence[str] | None) -> "faiss.SearchParameters | None":
        if only is None:
            return None
        selector = faiss.IDSelectorBatch(_numbers(only))
        inner = faiss.downcast_index(self._index.index)
        if isinstance(inner, faiss.IndexIVF):
            return faiss.SearchParametersIVF(sel=selector, nprobe=inner.nlist)
        return faiss.SearchParameters(sel=selector)


def _numbers(ids: Sequence[str]) -> NDArray[np.int64]:
    return np.fromiter(map(number_of, ids), dtype=np.int64, count=len(ids))
