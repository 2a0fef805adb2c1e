"""Reads the files of layers and of columns that `training` writes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from index.rounded import COLUMNS
from index.weights import EncoderError

if TYPE_CHECKING:
    import torch

    Tensors = dict[str, torch.Tensor]


def read_columns(path: Path) -> "Tensors":
    """By each product's name, the columns that a file names.

    Raises:
        EncoderError: The file is broken.
    """
    import torch  # noqa: PLC0415  takes over a second: only where something is encoded

    try:
        named: dict[str, list[int]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return {name: torch.tensor(each) for name, each in named.items()}


def read_layers(path: Path) -> "tuple[Tensors, Tensors]":
    """The layers of a file, float32, and by each product's name its columns.

    Raises:
        EncoderError: The file is broken.
    """
    from safetensors import SafetensorError  # noqa: PLC0415  with the next, imports torch
    from safetensors.torch import load_file  # noqa: PLC0415  as above

    try:
        found = load_file(path)
    except (OSError, SafetensorError) as error:
        raise _unreadable(path, error) from error
    ending = f".{COLUMNS}"
    columns = {
        name.removesuffix(ending): found.pop(name) for name in list(found) if name.endswith(ending)
    }
    return {name: row.float() for name, row in found.items()}, columns


def _unreadable(path: Path, error: Exception) -> EncoderError:
    return EncoderError(f"{path} cannot be read: {error}; install Chuchu again")
