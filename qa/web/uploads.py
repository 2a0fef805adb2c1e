"""Files that visitors have sent: which may be read, and how many at once."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gradio.utils import get_upload_folder

from corpus.article import ReadError
from qa.adding import Received

MOST_FILES: Final = 1000


def uploaded(files: Sequence[object]) -> list[Path]:
    """The files, each as ``/upload`` or a client named it; in order.

    Raises:
        ReadError: One is no file that was uploaded here, or there are too many.
    """
    if len(files) > MOST_FILES:
        raise ReadError(f"at most {MOST_FILES} files at once; put them into an archive")
    return [_uploaded(each) for each in files]


def received(paths: Sequence[Path]) -> list[Received]:
    """The uploaded files by their names, each content once; in order.

    Browsers do not say in which folders files lay. So of different files with one name, each has
    some digits of its content in its name: the same folder sent again is the same files.

    Raises:
        ReadError: A file is gone.
    """
    try:
        contents = {path: _content(path) for path in paths}
    except OSError as error:
        raise ReadError("an uploaded file is gone; choose the files again") from error
    names: dict[str, dict[str, Path]] = {}
    for path, content in contents.items():
        names.setdefault(path.name, {}).setdefault(content, path)
    found = []
    for name, versions in names.items():
        for content, path in versions.items():
            own = f"{path.stem}~{content}{path.suffix}" if len(versions) > 1 else name
            found.append(Received(path, own))
    return found


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:8]


def _uploaded(file: object) -> Path:
    named = file.get("path") if isinstance(file, dict) else file
    if isinstance(named, str) and "\0" not in named:
        path = Path(named).resolve()
        if path.is_relative_to(Path(get_upload_folder()).resolve()) and path.is_file():
            return path
    raise ReadError(
        "this is no uploaded file; send it to /gradio_api/upload, and name what that says"
    )
