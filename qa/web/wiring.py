"""What gradio is told of events: who may call them, and which queue they stand in."""

from typing import Final

from qa.web.turns import AT_ONCE


def queue(name: str, at_once: int = 1) -> dict[str, str | int]:
    """A queue of its own: so many events of this name run at a time, and the others wait."""
    return {"concurrency_id": name, "concurrency_limit": at_once}


HIDDEN: Final = {"api_visibility": "private"}  # programs have calls of their own: `qa.web.api`
PRIVATE: Final = {"concurrency_limit": None, **HIDDEN}
QUIET: Final = {"queue": False, "show_progress": "hidden", **PRIVATE}
# The page and programs stand in the same queues. Whoever asks does not wait for a writer.
ASKING: Final = queue("ask", AT_ONCE)
WRITING: Final = queue("write")
