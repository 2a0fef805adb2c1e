"""The passages' vectors, kept beside them with the fingerprint of the encoder that made them."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.changes import Step, changed_since, last_step
from corpus.database import Database, Value
from corpus.rows import keep_setting, read_setting

Vectors = NDArray[np.float16]

_WITH_VECTOR = "passages p JOIN vectors v ON v.content = p.content AND v.encoder = ?"
# Of a passage p: it has no vector by the encoder that is named.
WAITING: Final = (
    "NOT EXISTS (SELECT 1 FROM vectors v WHERE v.content = p.content AND v.encoder = :encoder)"
)
_AMONG = "AND p.id IN (SELECT value FROM json_each(:ids))"
_MARK = "encoded-"  # the setting, with the encoder behind it, that keeps a step


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
        among, values = self._not_known_encoded()
        rows = self._database.rows(
            f"SELECT min(p.id) FROM passages p WHERE {WAITING} {among}"
            " GROUP BY p.content ORDER BY p.content",
            values,
        )
        return tuple(row[0] for row in rows)

    def count(self) -> int:
        """How many passages have a vector."""
        among, values = self._not_known_encoded()
        ((number,),) = self._database.rows(
            "SELECT (SELECT count(*) FROM passages)"
            f" - (SELECT count(*) FROM passages p WHERE {WAITING} {among})",
            values,
        )
        return int(number)

    def step(self) -> Step | None:
        """The newest step of the library's journal; None where it keeps none."""
        return last_step(self._database)

    def changed_since(self, step: Step | None) -> tuple[str, ...] | None:
        """The ids of the passages that came, went or got a vector since; None if unknown."""
        return changed_since(self._database, step, vectors=True)

    def mark_encoded(self, step: Step | None) -> None:
        """Remembers that every passage up to a step has a vector, which spares looking again.

        Raises:
            StoreError: The library cannot be written to.
        """
        if step is None or changed_since(self._database, self._marked()) == ():
            return  # no passage came or went since, and what is remembered says as much
        with self._database.writing() as db:
            keep_setting(db, _MARK + self.encoder, json.dumps(asdict(step)))

    def _marked(self) -> Step | None:
        kept = read_setting(self._database, _MARK + self.encoder)
        return Step(**json.loads(kept)) if kept else None

    def _not_known_encoded(self) -> tuple[str, dict[str, Value]]:
        """A condition on passages that leaves out those marked as encoded, with its values."""
        changed = changed_since(self._database, self._marked())
        values: dict[str, Value] = {"encoder": self.encoder}
        if changed is None:
            return "", values
        return _AMONG, values | {"ids": json.dumps(changed)}

    def ids(self, among: Sequence[str] | None = None) -> tuple[str, ...]:
        """The ids of the passages that have a vector, in order; of some of them, or of all."""
        if among is not None:
            rows = self._database.rows(
                f"SELECT p.id FROM {_WITH_VECTOR} WHERE p.id IN (SELECT value FROM json_each(?))"
                " ORDER BY p.id",
                (self.encoder, json.dumps(among)),
            )
            return tuple(row[0] for row in rows)
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
        for each, row in self._database.stream(
            f"SELECT p.id, v.row FROM {_WITH_VECTOR}"
            " WHERE p.id IN (SELECT value FROM json_each(?))",
            (self.encoder, json.dumps(ids)),
        ):
            rows[place[each]] = np.frombuffer(row, dtype="<f2")
        return rows

    def drop_others(self) -> int:
        """Removes the vectors of all other encoders; how many."""
        with self._database.writing() as db:
            db.execute(
                "DELETE FROM settings WHERE substr(name, 1, ?1) = ?2 AND name <> ?2 || ?3",
                (len(_MARK), _MARK, self.encoder),
            )
            return db.execute("DELETE FROM vectors WHERE encoder <> ?", (self.encoder,)).rowcount
