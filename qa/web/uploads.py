"""Files that visitors have sent: which may be read, and how many at once."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradio import FileData
from gradio.utils import get_upload_folder

from corpus.article import ReadError
from qa.adding import Received

MOST_FILES: Final = 1000
LARGEST: Final = 256  # MB of a file that is sent
_DEEPEST: Final = 20  # folders of a path that are kept: the last
_LONGEST: Final = 200  # characters of a folder's name
_LONGEST_NAME: Final = 255  # characters of a file's, as no system has longer ones: the last


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent.

    Attributes:
        path: Where it lies.
        name: What it is called, with the folders it lay in where the browser says.
    """

    path: Path
    name: str


def uploaded(files: Iterable[object]) -> list[Sent]:
    """The files, each as ``/upload``, a client or Gradio names it; in order.

    Raises:
        ReadError: One is no file that was uploaded here, or there are too many.
    """
    given = list(files)
    if len(given) > MOST_FILES:
        raise ReadError("at most {most} files at once; put them into an archive", most=MOST_FILES)
    return [_uploaded(each) for each in given]


def received(sent: Sequence[Sent]) -> list[Received]:
    """The uploaded files by their names, each content of a name once; in order.

    Raises:
        ReadError: A file is gone.
    """
    found: dict[tuple[str, str], Received] = {}
    for each in sent:
        found.setdefault((each.name, _content(each.path)), Received(each.path, each.name))
    return list(found.values())


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadError("an uploaded file is gone; choose the files again") from error


def _uploaded(file: object) -> Sent:
    given = file.model_dump() if isinstance(file, FileData) else file
    fields = given if isinstance(given, dict) else {"path": given}
    named = fields.get("path")
    if isinstance(named, str) and "\0" not in named:
        path = Path(named).resolve()
        if path.is_relative_to(Path(get_upload_folder()).resolve()) and path.is_file():
            return Sent(path, _name(fields.get("orig_name")) or path.name)
    raise ReadError(
        "this is no uploaded file; send it to /gradio_api/upload, and name what that says"
    )


def _name(told: object) -> str:
    """What a browser calls a file, with its folders: words, and no way anywhere; maybe empty.

    Gradio cuts the name that it gives the file itself.
    """
    parts = str(told or "").replace("\\", "/").split("/")
    *folders, name = ("".join(filter(str.isprintable, part)).strip() for part in parts)
    if not name.strip("."):
        return ""
    kept = [part[:_LONGEST] for part in folders if part.strip(".")][-_DEEPEST:]
    return "/".join((*kept, name[-_LONGEST_NAME:]))
