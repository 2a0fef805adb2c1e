"""Training in several processes that share what they learn."""

import sys
import tempfile
from collections.abc import Callable

import torch
from torch import distributed
from torch.multiprocessing import spawn


def in_processes(count: int, work: Callable[..., None], *given: object) -> None:
    """Runs ``work(rank, *given)`` in so many processes of one thread each; waits for all."""
    with tempfile.TemporaryDirectory() as folder:
        spawn(_start, args=(work, count, f"file://{folder}/meeting", given), nprocs=count)


def say_line(words: str) -> None:
    """Prints a line at once, even where the output is a file."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _start(
    rank: int, work: Callable[..., None], count: int, meeting: str, given: tuple[object, ...]
) -> None:
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", meeting, rank=rank, world_size=count)
    work(rank, *given)
    distributed.destroy_process_group()
