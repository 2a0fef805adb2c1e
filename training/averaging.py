"""Averages two files of layers that were trained one from the other.

``python -m training.averaging EARLIER LATER --share 0.5 --out FILE``. The mean of what a network
knew and what it has learnt since is often better than either, on what it learnt and on what it did
not see (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from index.cross_encoder import HERE, LAYERS

Tensors = dict[str, torch.Tensor]


def averaged(earlier: Tensors, later: Tensors, share: float = 0.5) -> Tensors:
    """The mean of each weight, in its precision; what is no weight, as the later ones have it.

    Args:
        earlier: The ones trained from.
        later: The ones trained further.
        share: How much the later ones count, 0 to 1.

    Raises:
        KeyError: The earlier ones lack a weight.
    """
    return {
        name: torch.lerp(earlier[name].float(), tensor.float(), share).to(tensor.dtype)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in later.items()
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the mean of two files, with the notes of the later one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("earlier", type=Path, help="the layers as they were")
    parser.add_argument("later", type=Path, help="the layers trained from those")
    parser.add_argument("--share", type=float, default=0.5, help="how much the later counts")
    parser.add_argument("--out", type=Path, default=HERE / LAYERS, help="the file to write")
    options = parser.parse_args(arguments)
    (earlier, _), (later, notes) = _read(options.earlier), _read(options.later)
    save_file(averaged(earlier, later, options.share), options.out, metadata=notes)


def _read(path: Path) -> tuple[Tensors, dict[str, str] | None]:
    with safe_open(path, framework="pt") as file:
        return {name: file.get_tensor(name) for name in file.keys()}, file.metadata()


if __name__ == "__main__":
    main()
