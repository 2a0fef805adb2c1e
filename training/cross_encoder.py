"""Trains the cross-encoder: the exact encoder's last layers learn to find what answers a question.

``python -m training.cross_encoder --articles NEWS --leave-out DEV --half --asked LIBRARY QUESTIONS
--set LIBRARY QUESTIONS --set …`` writes ``index/cross/layers.safetensors``.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import torch

from index.cross_encoder import (
    ENDS,
    HEAD,
    HERE,
    LAYERS,
    SETS,
    SIDES,
    CrossEncoder,
    passage_text,
    question_text,
)
from index.encoder_files import PROMPTS
from index.encoder_folder import own_folder
from index.fold import simplified
from index.layer_files import read_layers
from index.network import Network
from index.pieces import Pieces
from qa.library import open_library
from qa.quality.question_set import read_questions
from qa.question import read_question
from qa.ranking.reading import put_to
from qa.text.names import shared_finder
from training.clozes import made_questions
from training.columns import Watched, write_layers
from training.distilling import descend, layers_of, precision, rate_at, student_of
from training.english import in_english
from training.lessons import Lesson, Material, Refused, Sources, lessons
from training.materials import labelled_materials, refused_materials
from training.mistakes import with_mistakes
from training.processes import add_training, in_processes, say_line, shared_out
from training.sets import Named, add_sets, sampled
from training.texts import read_news

_APART: Final = 6  # layers that question and passage go through apart, which learn nothing
_WARM_UP: Final = 100  # steps
_PAUSE: Final = 60  # seconds between what is said and kept
_BATCH: Final = 8  # lessons of a process in a step
_HEAD_RATE: Final = 5.0  # how much faster what is new learns than the layers
_BIAS: Final = -1e4  # on the logits of a question's pieces, which are no answers
_SHOWN: Final = 60  # texts by which columns are found

Names = dict[str, torch.Tensor]


class Learner:
    """A cross-encoder that learns.

    Args:
        exact: The exact encoder's network.
        pieces: Cuts texts.
        seed: Of the weights that are new.
        apart: How many of its layers each text goes through alone.
        half: Whether products are computed in bfloat16.

    Attributes:
        together: The layers that learn.
        head: What is new and learns.
    """

    def __init__(
        self, exact: Network, pieces: Pieces, seed: int, *, apart: int = _APART, half: bool = False
    ) -> None:
        self._half, self._pieces = half, pieces
        self._first = exact.first(apart)
        self.together = student_of(exact, range(apart, exact.layers))
        chance = torch.Generator().manual_seed(seed)
        ends = torch.randn(2, exact.hidden + 1, generator=chance) * 0.02
        ends[:, -1] = 0
        self.head: Names = {SIDES: torch.zeros(2, exact.hidden), ENDS: ends}
        for tensor in self.head.values():
            tensor.requires_grad_()
        self._pairs = CrossEncoder(self._first, self.together, self.head, pieces)

    def loss(self, given: Sequence[Lesson]) -> torch.Tensor:
        """The cross entropy of where answers begin and end; none: at the question's first piece."""
        asked = self._pieces.ids([question_text(each.question) for each in given])
        read, golds = zip(*(self._cut(each) for each in given), strict=True)
        with precision(half=self._half):
            with torch.no_grad():
                states = self._first.apart([*asked, *read])
            found = self._pairs.logits(states[: len(given)], states[len(given) :])
        terms = [
            torch.nn.functional.cross_entropy(
                _masked(logits, len(its)).T, torch.tensor(gold) + (len(its) if any(gold) else 0)
            )
            for logits, its, gold in zip(found, asked, golds, strict=True)
        ]
        return torch.stack(terms).mean()

    def _cut(self, lesson: Lesson) -> tuple[list[int], tuple[int, int]]:
        """A text's ids, and the pieces that the answer begins and ends with: 0 for none."""
        ids, spans = self._pieces.placed(passage_text(lesson.text))
        if lesson.answer is None:
            return ids, (0, 0)
        first, last = (at + len(PROMPTS["document"]) for at in lesson.answer)
        inside = [
            n for n, (start, end) in enumerate(spans) if start < min(last, end) and end > first
        ]
        return ids, (inside[0], inside[-1]) if inside else (0, 0)

    def resume(self, path: Path) -> None:
        """Takes the layers and the head that an earlier training has written."""
        with torch.no_grad():
            for name, tensor in read_layers(path)[0].items():
                mine = self.head if name.startswith(HEAD) else self.together.weights
                mine[name.removeprefix(HEAD)].copy_(tensor)

    def save(self, path: Path, some: Sequence[Lesson], sets: Sequence[str]) -> None:
        """Writes the layers in half precision, the head, and the columns found by some lessons.

        With the names of the sets that were learnt from.
        """
        head = {f"{HEAD}{name}": tensor.detach() for name, tensor in self.head.items()}
        columns = self._columns(some)
        write_layers(path, self.together, columns, head, {SETS: " ".join(sets)})

    def _columns(self, some: Sequence[Lesson]) -> Names:
        watched = Watched(self.together)
        watching = CrossEncoder(self._first, watched, self.head, self._pieces)
        for lesson in some:
            watching.read(lesson.question, [(lesson.text, 0)])
        return watched.columns()


def train(learner: Learner, given: Iterator[Lesson], steps: int, rate: float) -> Iterator[float]:
    """Trains one step for each of the losses that come; the rate falls as in `distilling.train`."""
    layers = list(layers_of(learner.together).values())
    groups = [(layers, rate), (list(learner.head.values()), rate * _HEAD_RATE)]
    optimizer = torch.optim.AdamW(
        [{"params": tensors, "lr": each} for tensors, each in groups],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )
    for step in range(1, steps + 1):
        for group, (_, highest) in zip(optimizer.param_groups, groups, strict=True):
            group["lr"] = highest * rate_at(step, steps, _WARM_UP)
        loss = learner.loss(list(islice(given, _BATCH)))
        descend(optimizer, loss)
        yield loss.item()


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the layers, every minute and at the end."""
    options = _options(arguments)
    chance = random.Random(options.seed)  # noqa: S311  nothing is secret
    asked, refused = _materials(options, options.asked, chance)
    labelled, none = _materials(options, options.set, chance)
    made = with_mistakes(_made(options, chance), shared_finder(), chance)
    sources = Sources(asked, (*refused, *none), labelled, made)
    say_line(", ".join(f"{len(its)} {kind}" for kind, its in sources.kinds().items()))
    in_processes(options.processes, _work, options, sources)


def _materials(
    options: argparse.Namespace, sets: Sequence[Named], chance: random.Random
) -> tuple[list[Material], list[Refused]]:
    """What sets have to learn from: their questions with mistaken ones beside, and the refused."""
    count = options.processes
    parts = [(each, options.most, slice(n, None, count)) for each in sets for n in range(count)]
    found = shared_out(count, _found, parts)
    materials = [each for some, _ in found for each in some]
    refused = [each for _, some in found for each in some]
    return with_mistakes(materials, shared_finder(), chance), refused


def _found(given: tuple[Named, int, slice]) -> tuple[list[Material], list[Refused]]:
    """What a part of a set, of so many questions at the most, has to learn from."""
    (folder, questions), most, part = given
    some = sampled(read_questions(questions), most)[part]
    with open_library(folder, read_only=True) as library:
        return list(labelled_materials(library, some)), list(refused_materials(library, some))


def _made(options: argparse.Namespace, chance: random.Random) -> list[Material]:
    articles = read_news(options.articles, options.leave_out, options.every)
    chance.shuffle(articles)
    return list(islice(made_questions(articles, shared_finder(), chance), options.made))


def _work(rank: int, options: argparse.Namespace, sources: Sources) -> None:
    """One of the processes: all of them hold the same layers, and each has its own lessons."""
    learner = Learner(
        Network.open(own_folder()), Pieces(own_folder()), options.seed, half=options.half
    )
    if options.start:
        learner.resume(options.start)
    chance = random.Random(options.seed + 1000 * rank)  # noqa: S311  nothing is secret
    given = lessons(
        sources,
        chance,
        lambda question: in_english(simplified(question), shared_finder(), chance),
        lambda question, text: put_to(read_question(question), text),
    )
    some = list(islice(given, _SHOWN))
    shown, seen = time.monotonic(), []
    for step, loss in enumerate(train(learner, given, options.steps, options.rate), 1):
        seen.append(loss)
        if rank == 0 and (time.monotonic() - shown > _PAUSE or step == options.steps):
            say_line(f"{step} steps: loss {sum(seen) / len(seen):.3f}")
            learner.save(options.out, some, [its.name for _, its in (*options.asked, *options.set)])
            shown, seen = time.monotonic(), []


def _masked(logits: torch.Tensor, asked: int) -> torch.Tensor:
    """The logits, float32, those of the question's pieces but the first out of the question."""
    bias = torch.zeros(len(logits), 1)
    bias[1:asked] = _BIAS
    return logits.float() + bias


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add_sets(parser)
    add_sets(parser, "--asked", needed=False)
    parser.add_argument("--articles", type=Path, required=True, help="news to make questions of")
    parser.add_argument("--leave-out", type=Path, required=True, help="articles to judge on")
    parser.add_argument("--every", type=int, default=9, help="of the articles, each how many-th")
    parser.add_argument("--made", type=int, default=14_000, help="how many questions to make")
    parser.add_argument("--most", type=int, default=100_000, help="learn from so many of a set")
    add_training(parser, steps=1300, rate=3e-4, out=HERE / LAYERS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
