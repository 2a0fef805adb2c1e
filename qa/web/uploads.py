"""Files that visitors have sent: which may be read, and how many at once."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from gradio import FileData
from gradio.utils import get_upload_folder

from corpus.article import ReadError
from qa.adding import Received

MOST_FILES: Final = 1000
_DEEPEST: Final = 20  # folders of a path that are kept: the last
_LONGEST: Final = 200  # characters of a folder's name


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
    """The uploaded files by their names, each content once; in order.

    Not every browser says in which folders files lay. So of different files with one name, each
    has some digits of its content in its name: the same files sent again are the same files.

    Raises:
        ReadError: A file is gone.
    """
    names: dict[str, dict[str, Path]] = {}
    for each in sent:
        names.setdefault(each.name, {}).setdefault(_content(each.path), each.path)
    found = []
    for name, versions in names.items():
        whole = PurePosixPath(name)
        for content, path in versions.items():
            own = whole.with_name(f"{whole.stem}~{content}{whole.suffix}")
            found.append(Received(path, str(own) if len(versions) > 1 else name))
    return found


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:8]
    except OSError as error:
        raise ReadError("an uploaded file is gone; choose the files again") from error


def _uploaded(file: object) -> Sent:
    given = file.model_dump() if isinstance(file, FileData) else file
    fields = given if isinstance(given, dict) else {"path": given}
    named = fields.get("path")
    if isinstance(named, str) and "\0" not in named:
        path = Path(named).resolve()
        if path.is_relative_to(Path(get_upload_folder()).resolve()) and path.is_file():
            return Sent(path, "/".join((*_folders(fields.get("orig_name")), path.name)))
    raise ReadError(
        "this is no uploaded file; send it to /gradio_api/upload, and name what that says"
    )


def _folders(name: object) -> list[str]:
    """The folders of a path that a browser gave as a file's name: words, and no way anywhere."""
    parts = str(name or "").replace("\\", "/").split("/")[:-1]
    clean = ("".join(filter(str.isprintable, part)).strip()[:_LONGEST] for part in parts)
    return [part for part in clean if part.strip(".")][-_DEEPEST:]
