"""Our own encoders' weights as an ordinary sentence-transformers folder in the user's cache."""

import json
import logging
import os
import shutil
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import Final

from index.encoder_files import configuration, save_tensors
from index.pieces import MAX_TOKENS, save_pieces
from index.weights import EncoderError, Weights, find_weights, read_weights

logger = logging.getLogger(__name__)

NAME: Final = "multilingual-e5-small"

_REVISION: Final = 2  # raise it when the folder's contents change: a new folder is written then
_SAMPLES: Final = 64  # places of a file that are looked at to tell it from another
_SUFFIXES: Final = frozenset({".json", ".safetensors", ".bin", ".txt", ".model"})
_MANIFEST: Final = "chuchu.json"  # the sizes of the folder's files, written last
_STALE_SECONDS: Final = 3600  # a draft that old was left by a process that was killed


def cache_folder() -> Path:
    """The folder for what can be made again: ``CHUCHU_CACHE``, or the user's own cache folder."""
    own = os.environ.get("CHUCHU_CACHE")
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "chuchu" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "chuchu"


def own_folder() -> Path:
    """The folder of the exact encoder; written the first time: some seconds, each step logged.

    Several processes may call it at once: each writes a folder of its own, and the first one that
    is whole takes its place. A folder that was not finished is never used.

    Raises:
        EncoderError: The weights are missing or broken, or the folder cannot be written.
    """
    weights = find_weights()
    sample = sha256(_sample(weights)).hexdigest()
    folder = cache_folder() / f"{NAME}-{_REVISION}-{sample[:8]}"
    if _is_whole(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _convert_into(weights, folder)
    except OSError as error:
        raise EncoderError(
            f"the encoder {NAME} cannot be written to {folder} ({error.strerror or error}); "
            f"make room there, or name another folder in CHUCHU_CACHE"
        ) from error
    return folder


def write_folder(weights: Weights, folder: Path) -> None:
    """Writes the encoder's files into an existing folder."""
    save_tensors(weights, folder / "model.safetensors")
    save_pieces(weights.vocabulary, folder)
    for name, content in configuration(weights).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2), encoding="utf-8")
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in _files(folder)}
    (folder / _MANIFEST).write_text(json.dumps(sizes, indent=2), encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _is_whole(folder: Path) -> bool:
    """Whether every file has the size that was written: a crash may have left shorter ones."""
    try:
        sizes = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError):
        return False


def _convert_into(source: Path, folder: Path) -> None:
    _remove_stale(folder)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        logger.info("Reading the encoder's weights from %s", source)
        weights = read_weights(source)
        logger.info("Writing the encoder to %s (once)", folder)
        write_folder(weights, draft)
        _take_place(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _take_place(draft: Path, folder: Path) -> None:
    """Renames the draft; where another process was first, its folder stays if it is whole."""
    try:
        draft.replace(folder)
    except OSError:
        if _is_whole(folder):
            return
        folder.replace(draft.with_suffix(".broken"))
        draft.replace(folder)
        shutil.rmtree(draft.with_suffix(".broken"), ignore_errors=True)


def _remove_stale(folder: Path) -> None:
    """Removes the drafts that killed processes left."""
    for draft in folder.parent.glob(f"{folder.name}.*.part"):
        if time.time() - draft.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(draft, ignore_errors=True)


def fingerprint(folder: Path, name: str) -> str:
    """The name, and eight hexadecimal digits for the encoder's files in the folder.

    They stand for the files' names, sizes and some of their bytes, so that a large encoder is told
    from another one in milliseconds. Notes on the encoder and hidden files do not count.

    Raises:
        OSError: A file cannot be read.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix in _SUFFIXES]
    digest = sha256(str(MAX_TOKENS).encode())
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        if path.name != _MANIFEST:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + _sample(path))
    return f"{name}-{digest.hexdigest()[:8]}"


def encodable(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, replaced by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _sample(path: Path) -> bytes:
    """A digest of a file's size and of some of its bytes: of all, where it is small."""
    size = path.stat().st_size
    digest = sha256(str(size).encode())
    with path.open("rb") as file:
        for number in range(_SAMPLES):
            file.seek(size * number // _SAMPLES)
            digest.update(file.read(4096))
    return digest.digest()
