"""A FAISS index that is never changed once made: built, kept in a file, searched in place there.

The only user of faiss. Passages are known by their numbers (see `corpus.article.number_of`).
"""

import logging
import math
from functools import cached_property
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.vectors import Vectors
from corpus.whole import written_whole
from index.encoder import Matrix

logger = logging.getLogger(__name__)

Numbers = NDArray[np.int64]

# Up to here the exact search of 384 columns costs a few milliseconds on two cores.
EXACT_UP_TO = 150_000
# Of the lists of an inverted file, the share that is searched: recall@100 ≥ 0.99 on news.
_PROBED_SHARE = 0.06
# From so many vectors a list the centres are learnt, in so many rounds. FAISS's 256 and 10 take
# two and a half times as long and find hardly more: on 182,000 vectors, 0.994 for 0.992.
_LEARNT_FROM = 40
_ROUNDS = 6
_PART = 16_384


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


class FaissIndex:
    """Vectors by the numbers of their passages, searchable by inner product.

    Args:
        index: An inverted file, which knows numbers itself, or another index inside a map.
        held: What the index reads from, kept as long as it is.
    """

    def __init__(self, index: faiss.Index, *held: object) -> None:
        self._index = index
        self._held = held

    @classmethod
    def build(cls, numbers: Numbers, rows: Vectors, dim: int) -> "FaissIndex":
        """An index of vectors, (n, dim), rows of unit length, by their numbers."""
        inner = faiss.index_factory(dim, index_kind(len(numbers)), faiss.METRIC_INNER_PRODUCT)
        if isinstance(inner, faiss.IndexIVF):
            sample = np.linspace(0, len(rows) - 1, min(len(rows), _LEARNT_FROM * inner.nlist))
            inner.cp.niter = _ROUNDS
            inner.train(rows[sample.astype(np.int64)].astype(np.float32))
            _put(inner, numbers, rows)
            return cls(_with_lists(inner))
        index = faiss.IndexIDMap2(inner)
        _put(index, numbers, rows)
        inner.this.disown()
        index.own_fields = True
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "FaissIndex | None":
        """The index in a file that `save` wrote, not read but mapped; None where there is none.

        None as well for what cannot be read, and for inverted files in a map, as they were once
        made: nothing can be taken out of these.
        """
        try:
            data = np.memmap(path, dtype=np.uint8, mode="r")
            reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(data), data.size)
            index = faiss.read_index(reader)
        except FileNotFoundError:
            return None
        # numpy says ValueError to an empty file, faiss RuntimeError to broken bytes, or believes
        # a broken size
        except (OSError, ValueError, RuntimeError, MemoryError) as error:
            logger.warning("%s cannot be read and is made anew: %s", path, error)
            return None
        mapped = isinstance(index, faiss.IndexIDMap2)
        inner = faiss.downcast_index(index.index) if mapped else index
        if mapped == isinstance(inner, faiss.IndexIVF):
            return None
        return cls(index if mapped else _with_lists(index), data, reader)

    def save(self, path: Path) -> None:
        """Writes the index to a file, whole or not at all.

        Raises:
            OSError: The file cannot be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as beside:
            beside.write_bytes(memoryview(faiss.serialize_index(self._index)))

    @property
    def kind(self) -> str:
        """FAISS's name of its kind, as `index_kind` gives it."""
        inner = self._index
        return f"IVF{inner.nlist},SQfp16" if isinstance(inner, faiss.IndexIVF) else "SQfp16"

    @property
    def dim(self) -> int:
        """The number of columns."""
        return int(self._index.d)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of its passages, in no order that means anything."""
        if not isinstance(self._index, faiss.IndexIVF):
            known: Numbers = faiss.vector_to_array(self._index.id_map)
            return known
        lists = (_entries(self._index, number)[0] for number in range(self._index.nlist))
        return np.concatenate([np.zeros(0, np.int64), *lists])

    def merged(self, without: Numbers, numbers: Numbers, rows: Vectors) -> "FaissIndex":
        """A new index of the same kind, with some taken out and then others put in."""
        if isinstance(self._index, faiss.IndexIVF):
            return self._relisted(without, numbers, rows)
        kept = ~np.isin(self.numbers, without)
        codes = faiss.vector_to_array(faiss.downcast_index(self._index.index).codes)
        old = codes.view("<f2").reshape(-1, self.dim)[kept]
        both = np.concatenate([self.numbers[kept], numbers])
        return FaissIndex.build(both, np.concatenate([old, rows.reshape(-1, self.dim)]), self.dim)

    def search(
        self, row: Matrix, k: int, only: Numbers | None = None, without: Numbers | None = None
    ) -> list[tuple[int, float]]:
        """Pairs of number and inner product of the k nearest, best first; of some alone, or not.

        Args:
            row: float32, (dim,).
            k: How many, 1 or more.
            only: Look at these alone; exactly, whatever the kind.
            without: Where all are looked at, not at these.
        """
        threads = faiss.omp_get_max_threads()
        faiss.omp_set_num_threads(1)  # for one question, they would only wait for each other
        try:
            batch = None if only is None else faiss.IDSelectorBatch(only)
            hidden = (
                faiss.IDSelectorBatch(without) if without is not None and len(without) else None
            )
            chosen = batch or (faiss.IDSelectorNot(hidden) if hidden else None)
            options = self._options(chosen, exact=batch is not None) if chosen else None
            scores, numbers = self._index.search(
                row.reshape(1, -1), min(k, len(self)), params=options
            )
        finally:
            faiss.omp_set_num_threads(threads)
        found = zip(numbers[0].tolist(), scores[0].tolist(), strict=True)
        return [(number, score) for number, score in found if number >= 0]  # FAISS pads with -1

    def _options(self, chosen: faiss.IDSelector, *, exact: bool) -> faiss.SearchParameters:
        if not isinstance(self._index, faiss.IndexIVF):
            return faiss.SearchParameters(sel=chosen)
        probed = self._index.nlist if exact else self._index.nprobe
        return faiss.SearchParametersIVF(sel=chosen, nprobe=probed)

    def _relisted(self, without: Numbers, numbers: Numbers, rows: Vectors) -> "FaissIndex":
        """The entries of the lists as they are, the new ones where their centres are nearest."""
        old = self._index
        new = faiss.index_factory(old.d, self.kind, faiss.METRIC_INNER_PRODUCT)
        new.quantizer.add(old.quantizer.reconstruct_n(0, old.nlist))
        new.is_trained = True
        for number in range(old.nlist):
            entries, codes = _entries(old, number)
            kept = ~np.isin(entries, without)
            some, its_codes = np.ascontiguousarray(entries[kept]), np.ascontiguousarray(codes[kept])
            if len(some):
                new.invlists.add_entries(
                    number, len(some), faiss.swig_ptr(some), faiss.swig_ptr(its_codes)
                )
                new.ntotal += len(some)
        _put(new, numbers, rows)
        return FaissIndex(_with_lists(new))


def _put(index: faiss.Index, numbers: Numbers, rows: Vectors) -> None:
    """Adds vectors in parts, since faiss takes them in twice the size."""
    for first in range(0, len(numbers), _PART):
        part = slice(first, first + _PART)
        index.add_with_ids(rows[part].astype(np.float32), numbers[part])


def _with_lists(index: faiss.IndexIVF) -> faiss.IndexIVF:
    index.nprobe = max(1, round(index.nlist * _PROBED_SHARE))
    return index


def _entries(index: faiss.IndexIVF, number: int) -> tuple[Numbers, NDArray[np.uint8]]:
    """The numbers in one of the lists, and their codes."""
    size = index.invlists.list_size(number)
    if not size:
        return np.zeros(0, np.int64), np.zeros((0, index.code_size), np.uint8)
    entries = faiss.rev_swig_ptr(index.invlists.get_ids(number), size)
    codes = faiss.rev_swig_ptr(index.invlists.get_codes(number), size * index.code_size)
    return entries, codes.reshape(size, -1)
