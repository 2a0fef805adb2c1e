"""The last lines of the log, kept in memory for the page."""

import logging
import re
from collections import deque
from typing import Final

_MOST: Final = 200
_LONGEST: Final = 500  # characters of a line
_OWN: Final = ("app", "qa", "index", "corpus")  # the project's own loggers, and no other's
_LINE: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# The folders of an absolute path; a URL's stay.
_FOLDERS = re.compile(r"(?<![\w:/.\\-])(?:[A-Za-z]:)?[/\\](?:[^\s/\\:'\"]+[/\\])+")


class LogTail(logging.Handler):
    """Keeps the last lines of a log.

    Visitors read them, so only what was said is kept: no traceback, and paths without folders.

    Args:
        most: How many lines are kept.
    """

    def __init__(self, most: int = _MOST) -> None:
        super().__init__(logging.INFO)
        self._kept: deque[str] = deque(maxlen=most)

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the line of a record."""
        plain = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
        line = logging.Formatter(_LINE).format(plain).replace("\n", " ")
        self._kept.append(without_folders(line)[:_LONGEST])

    def lines(self) -> tuple[str, ...]:
        """The lines kept, the oldest first."""
        return tuple(self._kept)


def keep_log(tail: LogTail) -> None:
    """Shows what the project's own loggers say on stderr, and keeps its end in ``tail``."""
    shown = logging.StreamHandler()
    shown.setFormatter(logging.Formatter(_LINE))
    for name in _OWN:
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO)
        logger.handlers = [shown, tail]
        logger.propagate = False


def without_folders(words: str) -> str:
    """The words, each absolute path in them cut down to ``…/`` and its last part."""
    return _FOLDERS.sub("…/", words)
