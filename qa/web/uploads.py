"""Files that visitors have sent: which may be read, and how many at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gradio.utils import get_upload_folder

from corpus.article import ReadError

MOST_FILES: Final = 1000


def uploaded(files: Sequence[object]) -> list[Path]:
    """The files, each as ``/upload`` or a client named it; in order.

    Raises:
        ReadError: One is no file that was uploaded here, or there are too many.
    """
    if len(files) > MOST_FILES:
        raise ReadError(f"at most {MOST_FILES} files at once; put them into an archive")
    return [_uploaded(each) for each in files]


def _uploaded(file: object) -> Path:
    named = file.get("path") if isinstance(file, dict) else file
    if isinstance(named, str) and "\0" not in named:
        path = Path(named).resolve()
        if path.is_relative_to(Path(get_upload_folder()).resolve()) and path.is_file():
            return path
    raise ReadError(
        "this is no uploaded file; send it to /gradio_api/upload, and name what that says"
    )
