"""Trains the fast encoder: ten layers of the exact encoder taught to give its vectors.

``python -m training.student --articles NEWS --leave-out DEV --wordnet FOLDER --half``.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import torch

from index.encoder_folder import own_folder
from index.layer_files import read_layers
from index.network import Network, layer_number
from index.pieces import Pieces
from index.rounded_encoder import FAST
from training.columns import largest_columns, write_layers
from training.distilling import Losses, lesson, student_of, train
from training.processes import add_training, in_processes, say_line
from training.texts import add_sources, batches, read_kinds, some_of

# Two layers learn what the teacher's first four do, and its last eight follow. The last ones are
# the hardest to do without: before any training together, of the variance of news passages four
# taught layers and the teacher's last four missed 12 %, two taught ones and its last eight 5 %.
LAYERS: Final = (0, 2, 4, 5, 6, 7, 8, 9, 10, 11)  # of the teacher: where the student starts
TARGETS: Final = (1, 3, 4, 5, 6, 7, 8, 9, 10, 11)  # of it: what each layer of the student learns

Say = Callable[[str], None]


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the student's layers, every minute and at the end."""
    options = _options(arguments)
    in_processes(options.processes, _work, options)


def _work(rank: int, options: argparse.Namespace) -> None:
    """One of the processes: all of them hold the same student, and each has its own lessons."""
    say: Say = say_line if rank == 0 else lambda _: None
    teacher = Network.open(own_folder())
    student = student_of(teacher, LAYERS)
    if options.start:
        resume(student, options.start, options.first)
    kinds = read_kinds(options, options.every, options.seed)
    say("texts of each kind: " + ", ".join(str(len(kind.texts)) for kind in kinds))
    pieces = Pieces(own_folder())
    keep = partial(save, student, pieces.ids(some_of(kinds)), options.out)
    texts = batches(kinds, options.seed + 1000 * rank)
    given = (lesson(teacher, pieces.ids(batch), TARGETS, options.half) for batch in texts)
    trained = train(student, given, options.steps, options.rate, options.half)
    watch(trained, say, keep if rank == 0 else lambda: None)
    if rank == 0:
        keep()


def resume(student: Network, path: Path, first: int) -> None:
    """Gives the student the first layers that an earlier training has written."""
    with torch.no_grad():
        for name, tensor in read_layers(path)[0].items():
            if layer_number(name) < first:
                student.weights[name].copy_(tensor)


def watch(trained: Iterable[Losses], say: Say, keep: Callable[[], None]) -> None:
    """Trains to the end, saying each minute how far the student is, and keeping it."""
    shown = time.monotonic()
    seen: list[Losses] = []
    for steps, found in enumerate(trained, 1):
        seen.append(found)
        if time.monotonic() - shown > 60:
            shown = time.monotonic()
            say(f"{steps} steps: {_means(seen)}")
            keep()
            seen = []


def save(student: Network, texts: Sequence[Sequence[int]], path: Path) -> None:
    """Writes the student's layers in half precision, under BERT's names.

    Args:
        student: The student.
        texts: Token ids of texts by which its columns are found (see `index.rounded`).
        path: The file.
    """
    write_layers(path, student, largest_columns(student, texts))


def _means(seen: Sequence[Losses]) -> str:
    return ", ".join(
        f"{name} {sum(getattr(each, name).item() for each in seen) / len(seen):.3f}"
        for name in ("texts", "tokens", "inner")
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("--every", type=int, default=5, help="of the articles, each how many-th")
    add_training(parser, steps=2500, rate=6e-4, out=FAST.file)
    parser.add_argument("--first", type=int, default=len(LAYERS), help="of them, only so many")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
