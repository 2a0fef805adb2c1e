"""Paths → the files under them, in a settled order."""

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from corpus.reader.base import DEFAULTS, ReadFailure, ReadOptions

# What lies beside articles on any disk and never holds one: passed over in folders, in silence.
_PASSED_OVER = frozenset(
    ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .ico .png .jpg .jpeg .gif .webp .svg .bmp .tif"
    " .tiff .heic .mp3 .m4a .wav .ogg .flac .mp4 .m4v .mov .avi .mkv .webm .exe .dll .so .o .a"
    " .class .jar .pyc .db .sqlite .db-wal .db-shm .iso .dmg .bin .lock .tmp .part .ini .url .lnk"
    " .webloc .crdownload .download .下载 .下載".split()
)
_PASSED_OVER_FOLDERS = frozenset({"__MACOSX", "__pycache__", "node_modules"})
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_OF_PAGES = ("_files", ".files")  # what browsers call the folder of a page's scripts and frames
_OF_PAGE = re.compile(r"[_.]files(?=/)")
_REFUSED = "cannot be read ({reason}); check the path"


def find_files(
    paths: Sequence[Path], options: ReadOptions = DEFAULTS
) -> Iterator[Path | ReadFailure]:
    """The files at and under the paths, absolute, each once: path by path, folders by sorted name.

    In folders these are passed over: hidden files, ``__MACOSX``, pictures, sound, programs, what
    browsers saved beside pages, and what `ReadOptions.include` and `exclude` leave out. A file
    named itself is always given. A path that is missing, a folder that cannot be listed, and what
    is neither file nor folder come back as failures. A folder is entered once, so that links in
    loops end. No paths give nothing.
    """
    folders: set[tuple[int, int]] = set()
    given: set[Path] = set()
    for path in paths:
        top = Path(os.path.abspath(path))
        for found in _visit(top, folders):
            if isinstance(found, ReadFailure):
                yield found
            elif found not in given and (
                found == top or _is_included(found.relative_to(top).as_posix(), options)
            ):
                given.add(found)
                yield found


def shown(path: Path) -> str:
    """The path in a form that any file can hold: absolute, with ``/``, odd bytes written out."""
    return os.fsencode(Path(os.path.abspath(path)).as_posix()).decode("utf-8", "backslashreplace")


def _visit(path: Path, folders: set[tuple[int, int]]) -> Iterator[Path | ReadFailure]:
    """Depth first with a stack of its own, so that no depth of folders is too deep."""
    stack = [path]
    while stack:
        here = stack.pop()
        try:
            inside = _look(here, folders)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            yield _failure(here, error)
            continue
        if inside is None:
            yield here
        else:
            stack.extend(reversed(inside))


def _look(path: Path, folders: set[tuple[int, int]]) -> list[Path] | None:
    """What is to be visited under a folder, nothing where it was seen before; None for a file."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        identity = (status.st_dev, status.st_ino)
        if identity in folders:
            return []
        folders.add(identity)
        names = sorted(os.listdir(path))
        of_pages = folders_of_pages(names)
        return [path / name for name in names if name not in of_pages and _visible(name)]
    if not stat.S_ISREG(status.st_mode):
        raise OSError("is neither a file nor a folder; give one of these")
    return None


def folders_of_pages(names: Iterable[str]) -> frozenset[str]:
    """The folders that a browser saved beside the pages of these names: a_files beside a.html."""
    parted = map(os.path.splitext, names)
    pages = [page for page, suffix in parted if suffix.lower() in _PAGES]
    return frozenset(page + end for page in pages for end in _OF_PAGES)


def is_wanted(name: str, options: ReadOptions, of_pages: Collection[str] = frozenset()) -> bool:
    """Whether a file of this name, with its folders before it, is read in a folder or archive.

    Args:
        name: The name.
        options: What is included.
        of_pages: As `folders_of_pages` gives them.
    """
    folders = (name[: folder.end()] for folder in _OF_PAGE.finditer(name))
    return (
        all(map(_visible, filter(None, name.split("/"))))
        and not any(folder in of_pages for folder in folders)
        and _is_included(name, options)
    )


def _visible(name: str) -> bool:
    if (name.startswith((".", "~$")) and name != "..") or name in _PASSED_OVER_FOLDERS:
        return False
    return os.path.splitext(name)[1].lower() not in _PASSED_OVER


def _is_included(path: str, options: ReadOptions) -> bool:
    names = (path.rpartition("/")[2], path)

    def fits(patterns: tuple[str, ...]) -> bool:
        return any(fnmatch(name, pattern) for name in names for pattern in patterns)

    return (not options.include or fits(options.include)) and not fits(options.exclude)


def _failure(path: Path, error: OSError | ValueError) -> ReadFailure:
    if isinstance(error, FileNotFoundError):
        return ReadFailure(shown(path), "does not exist; check the spelling of the path")
    return ReadFailure(shown(path), system_reason(error))


def system_reason(error: OSError | ValueError) -> str:
    """One sentence for what the system refused."""
    if isinstance(error, FileNotFoundError):
        return "is gone since it was found; add it again if it comes back"
    if isinstance(error, PermissionError):
        return "may not be read; give yourself the right to read it"
    words = getattr(error, "strerror", None) or str(error)
    return words if words.startswith("is ") else _REFUSED.format(reason=words)
