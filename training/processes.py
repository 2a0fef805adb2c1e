"""Work in several processes of one thread each: training that is shared, and what comes before."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import torch
from torch import distributed
from torch.multiprocessing import spawn

T = TypeVar("T")
R = TypeVar("R")


def add_training(parser: argparse.ArgumentParser, *, steps: int, rate: float, out: Path) -> None:
    """Lets a command line say how a network is trained; these are the defaults."""
    parser.add_argument("--steps", type=int, default=steps, help="how many steps of learning")
    parser.add_argument("--rate", type=float, default=rate, help="of learning, at its highest")
    parser.add_argument("--processes", type=int, default=2, help="of one thread each")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn by chance")
    parser.add_argument("--half", action="store_true", help="compute products in bfloat16")
    parser.add_argument("--start", type=Path, help="a file of layers to go on from")
    parser.add_argument("--out", type=Path, default=out, help="the file to write")


def in_processes(count: int, work: Callable[..., None], *given: object) -> None:
    """Runs ``work(rank, *given)`` in so many processes of one thread each; waits for all."""
    with tempfile.TemporaryDirectory() as folder:
        spawn(_start, args=(work, count, f"file://{folder}/meeting", given), nprocs=count)


def shared_out(count: int, work: Callable[[T], R], given: Sequence[T]) -> list[R]:
    """What ``work`` makes of each, in their order; each is made by one of so many processes."""
    context = get_context("spawn")
    with ProcessPoolExecutor(count, context, torch.set_num_threads, (1,)) as pool:
        return list(pool.map(work, given))


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
