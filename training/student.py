"""Trains the fast encoder: four layers of the default encoder taught to give its vectors.

``python -m training.student --articles NEWS --leave-out DEV --wordnet FOLDER --minutes 100``.
Two processes of one thread each: one asks the teacher, one teaches the student.
"""

import argparse
import itertools
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file, save_file
from torch.utils.data import DataLoader, IterableDataset

from index.bert import Network
from index.encoder_folder import own_folder
from index.pieces import Pieces
from index.student import layers_file
from training.texts import Kind, batches, kinds_of, read_news, read_wordnet

LAYERS: Final = (0, 4, 8, 11)  # of the teacher: where the student starts
_RATE, _WARM_UP = 6e-4, 300  # steps
_SPREAD: Final = 0.15  # of the teacher's vectors around their mean: what the loss is a share of
_LAYER = "encoder.layer."


@dataclass(frozen=True, slots=True)
class Lesson:
    """One batch with what the teacher says of it.

    Attributes:
        ids: Token ids, (n, width).
        mask: Which of them are tokens.
        states: The teacher's vector of each token that is one, (tokens, hidden).
        rows: The teacher's vectors of the texts, (n, hidden).
    """

    ids: torch.Tensor
    mask: torch.Tensor
    states: torch.Tensor
    rows: torch.Tensor


@dataclass(frozen=True, slots=True)
class Losses:
    """Of one lesson: the part of the teacher's variance that the student does not give.

    Attributes:
        texts: Of the texts' vectors.
        tokens: Of the tokens' vectors in the last layer.
    """

    texts: torch.Tensor
    tokens: torch.Tensor


class Lessons(IterableDataset[Lesson]):  # type: ignore[misc]  # torch is not typed
    """The teacher's lessons, without end, in an order that follows from the seed."""

    def __init__(self, teacher: Network, pieces: Pieces, kinds: Sequence[Kind], seed: int) -> None:
        self._teacher, self._pieces = teacher, pieces
        self._kinds, self._seed = kinds, seed

    def __iter__(self) -> Iterator[Lesson]:
        for texts in batches(self._kinds, self._seed):
            yield lesson(self._teacher, self._pieces.ids(texts))


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the student's layers, every minute and at the end."""
    options = _options(arguments)
    folder = own_folder()
    teacher = Network.open(folder)
    student = student_of(teacher, LAYERS)
    if options.start:
        resume(student, options.start)
    articles = read_news(options.articles, options.leave_out, options.every)
    kinds = kinds_of(articles, read_wordnet(options.wordnet), options.seed)
    _say(f"{len(articles)} articles; " + ", ".join(str(len(kind.texts)) for kind in kinds))
    torch.set_num_threads(1)
    lessons = Lessons(teacher, Pieces(folder), kinds, options.seed)
    given = iter(DataLoader(lessons, batch_size=None, num_workers=1))

    began = time.monotonic()
    trained = train(student, given, lambda: (time.monotonic() - began) / (60 * options.minutes))
    steps = watch(trained, lambda: save(student, options.out))
    save(student, options.out)
    _say(f"{steps} steps; wrote {options.out}")


def student_of(teacher: Network, layers: Sequence[int]) -> Network:
    """Some of the teacher's layers, to be trained, over its embeddings, which stay."""
    weights = {
        name: tensor for name, tensor in teacher.weights.items() if not name.startswith(_LAYER)
    }
    for number, layer in enumerate(layers):
        of_teacher = f"{_LAYER}{layer}."
        for name, tensor in teacher.weights.items():
            if name.startswith(of_teacher):
                own = f"{_LAYER}{number}.{name.removeprefix(of_teacher)}"
                weights[own] = tensor.clone().requires_grad_()
    return Network(weights, len(layers), teacher.heads, teacher.epsilon)


def resume(student: Network, path: Path) -> None:
    """Gives the student the layers that an earlier training has written."""
    with torch.no_grad():
        for name, tensor in load_file(path).items():
            student.weights[name].copy_(tensor)


def lesson(teacher: Network, tokens: Sequence[Sequence[int]]) -> Lesson:
    """What the teacher says of texts' token ids."""
    ids, mask = teacher.padded(tokens)
    with torch.no_grad():
        states = teacher.states(ids, mask)
        return Lesson(ids, mask, states[mask], teacher.means(states, mask))


def train(
    student: Network, lessons: Iterator[Lesson], part: Callable[[], float]
) -> Iterator[Losses]:
    """Trains a step for each of the losses that come, until ``part`` of the time is 1 or more.

    The learning rate falls with a cosine over the time, so that the end is always a settled one.
    """
    trained = [tensor for name, tensor in student.weights.items() if name.startswith(_LAYER)]
    optimizer = torch.optim.AdamW(trained, lr=_RATE, betas=(0.9, 0.95), weight_decay=0.01)
    for step in itertools.count(1):
        if (done := part()) >= 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = _RATE * min(1.0, step / _WARM_UP) * _fall(done)
        found = losses(student, next(lessons))
        optimizer.zero_grad(set_to_none=True)
        (found.texts + found.tokens).backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        yield Losses(found.texts.detach(), found.tokens.detach())


def watch(trained: Iterator[Losses], keep: Callable[[], None]) -> int:
    """Trains to the end, saying each minute how far the student is, and keeping it; the steps."""
    shown, steps = time.monotonic(), 0
    seen: list[Losses] = []
    for found in trained:
        steps += 1
        seen.append(found)
        if time.monotonic() - shown > 60:
            shown = time.monotonic()
            texts = sum(each.texts.item() for each in seen) / len(seen)
            tokens = sum(each.tokens.item() for each in seen) / len(seen)
            _say(f"{steps} steps: texts {texts:.3f}, tokens {tokens:.3f}")
            keep()
            seen = []
    return steps


def losses(student: Network, given: Lesson) -> Losses:
    """How far the student is from the teacher on one lesson."""
    states = student.states(given.ids, given.mask)
    rows = student.means(states, given.mask)
    off = (rows - given.rows).square().sum(1).mean() / _SPREAD
    spread = given.states.var(0).mean()
    return Losses(off, (states[given.mask] - given.states).square().mean() / spread)


def save(student: Network, path: Path) -> None:
    """Writes the student's layers in half precision, under BERT's names."""
    layers = {
        name: tensor.detach().half().contiguous()
        for name, tensor in student.weights.items()
        if name.startswith(_LAYER)
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(layers, path)


def _fall(part: float) -> float:
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * part))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, help="news to learn from")
    parser.add_argument("--leave-out", type=Path, required=True, help="articles to judge on")
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder of WordNet's data")
    parser.add_argument("--every", type=int, default=5, help="of the articles, each how many-th")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="layers to go on from, not the teacher's")
    parser.add_argument("--out", type=Path, default=layers_file())
    return parser.parse_args(arguments)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
