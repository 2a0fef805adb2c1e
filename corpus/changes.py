"""The journal of a library: which passages came, went or got a vector, in the order of it.

Whoever derives something from the passages keeps the step that it is in step with, and asks what
has changed since, instead of comparing all of it. The database's own triggers write the journal.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.database import Database
from corpus.whole import written_whole

# So many lines that nobody needs any more are left before they are deleted.
_SPARE = 10_000


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the journal.

    Attributes:
        number: Steps count upwards and are never used twice.
        token: Random: in a copy of the library that went another way, the same number has another.
    """

    number: int
    token: str


def last_step(database: Database) -> Step | None:
    """The newest step; None where the library is too old to keep a journal."""
    if not database.has_table("changes"):
        return None
    (row,) = database.rows("SELECT number, hex(token) FROM changes ORDER BY number DESC LIMIT 1")
    return Step(*row)


def changed_since(
    database: Database, step: Step | None, *, vectors: bool = False
) -> tuple[str, ...] | None:
    """The ids of the passages that came or went after a step, in order, each once.

    None where that cannot be told: no step, one of another library, or forgotten by now.

    Args:
        database: The library's.
        step: The step.
        vectors: Those that got a vector as well.

    Raises:
        StoreError: The library cannot be read.
    """
    if step is None or last_step(database) is None:
        return None
    known = database.rows("SELECT hex(token) FROM changes WHERE number = ?", (step.number,))
    if known != [(step.token,)]:
        return None
    rows = database.rows(
        "SELECT DISTINCT passage FROM changes WHERE number > ? AND is_vector <= ? ORDER BY passage",
        (step.number, int(vectors)),
    )
    return tuple(row[0] for row in rows)


def forget_before(database: Database, step: Step) -> None:
    """Deletes the journal before a step, where enough has gathered there to be worth it.

    Raises:
        StoreError: The library cannot be written to.
    """
    ((first,),) = database.rows("SELECT min(number) FROM changes")
    if step.number - first > _SPARE:
        with database.writing() as db:
            db.execute("DELETE FROM changes WHERE number < ?", (step.number,))


def read_step(file: Path) -> Step | None:
    """The step that `write_step` kept in a file; None where there is none that can be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return Step(int(kept["number"]), str(kept["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_step(file: Path, step: Step | None) -> None:
    """Keeps a step in a file, whole or not at all; for None, the file is removed.

    Raises:
        OSError: The file cannot be written.
    """
    if step is None:
        file.unlink(missing_ok=True)
        return
    with written_whole(file) as beside:
        beside.write_text(json.dumps(asdict(step)), encoding="utf-8")
