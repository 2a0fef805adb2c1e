"""The passages' vectors, kept beside them with the fingerprint of the encoder that made them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.database import Database
from corpus.store import batches, marks

Vectors = NDArray[np.float16]

_WITH_VECTOR = "passages p JOIN vectors v ON v.content = p.content AND v.encoder = ?"


class VectorStore:
    """The vectors of one library by one encoder.

    A vector belongs to a content (what the encoder reads of a passage), so that passages that
    read alike share one, and a passage that comes back finds its own.

    Args:
        database: The library's database.
        encoder: The encoder's fingerprint.
    """

    def __init__(self, database: Database, encoder: str) -> None:
        self._database = database
        self.encoder = encoder

    def put(self, ids: Sequence[str], rows: Vectors) -> None:
        """Stores the vectors of passages in one transaction; those already there are kept.

        A passage that is not there any more is passed over.

        Args:
            ids: Passage ids, n of them.
            rows: float16, (n, dim), in the order of the ids.
        """
        little = np.ascontiguousarray(rows, dtype="<f2")
        with self._database.writing() as db:
            db.executemany(
                "INSERT OR IGNORE INTO vectors SELECT content, ?2, ?3 FROM passages WHERE id = ?1",
                [
                    (each, self.encoder, row.tobytes())
                    for each, row in zip(ids, little, strict=True)
                ],
            )

    def pending(self) -> tuple[str, ...]:
        """The ids of passages without a vector, one for each content, in order of content."""
        rows = self._database.rows(
            "SELECT min(p.id) FROM passages p WHERE NOT EXISTS"
            " (SELECT 1 FROM vectors v WHERE v.content = p.content AND v.encoder = ?)"
            " GROUP BY p.content ORDER BY p.content",
            (self.encoder,),
        )
        return tuple(row[0] for row in rows)

    def ids(self) -> tuple[str, ...]:
        """The ids of the passages that have a vector, in order."""
        rows = self._database.rows(
            f"SELECT p.id FROM {_WITH_VECTOR} ORDER BY p.id", (self.encoder,)
        )
        return tuple(row[0] for row in rows)

    def rows(self, ids: Sequence[str], dim: int) -> Vectors:
        """The vectors of passages: float16, (n, dim), in the order of the ids.

        A passage without a vector has a row of zeros.
        """
        rows = np.zeros((len(ids), dim), dtype=np.float16)
        place = {each: number for number, each in enumerate(ids)}
        for some in batches(ids):
            for each, row in self._database.rows(
                f"SELECT p.id, v.row FROM {_WITH_VECTOR} WHERE p.id IN ({marks(some)})",
                (self.encoder, *some),
            ):
                rows[place[each]] = np.frombuffer(row, dtype="<f2")
        return rows

    def others(self) -> tuple[str, ...]:
        """The fingerprints of other encoders whose vectors are stored, in order."""
        rows = self._database.rows(
            "SELECT DISTINCT encoder FROM vectors WHERE encoder <> ? ORDER BY encoder",
            (self.encoder,),
        )
        return tuple(row[0] for row in rows)

    def drop_others(self) -> int:
        """Removes the vectors of all other encoders; how many."""
        with self._database.writing() as db:
            return db.execute("DELETE FROM vectors WHERE encoder <> ?", (self.encoder,)).rowcount
