"""Teaches the last layers that English questions go through to find the passages that answer.

``python -m training.english_questions --half --set LIBRARY QUESTIONS --set …`` writes
``index/english/layers.safetensors``. Passages keep their vectors, so that no library has to be
encoded anew: questions move towards the passages that answer them, away from all others of their
library (query-side fine-tuning, Lee et al. 2021, "Learning Dense Representations of Phrases at
Scale"). Chinese questions are learnt from beside the English ones, of which there are few.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import save_file

from index.centre import SHARES, Centres, measure
from index.encoder import ENGLISH, open_encoder
from index.encoder_files import PROMPTS
from index.encoder_folder import encodable, own_folder
from index.fold import simplified
from index.network import Network
from index.pieces import Pieces
from training.averaging import averaged
from training.distilling import descend, layers_of, precision, rate_at, student_of
from training.finding import Lesson, batches, read_lessons
from training.processes import say_line
from training.sets import add_sets, opened

_APART: Final = 9  # layers that learn nothing
_BATCH: Final = 48  # questions
_WARM_UP: Final = 50  # steps
_SHARPNESS: Final = 50.0  # of the softmax over inner products: E5 was trained with 100
# What a gloss weighs beside its question: as it did when the layers that ship were made. A search
# takes `index.retriever.GLOSS_WEIGHT`, chosen afterwards, and no mean out of English questions.
_GLOSS: Final = 0.8
_SAID: Final = 60  # steps


class QuestionLearner:
    """The encoder of questions, whose last layers learn.

    Args:
        exact: The exact encoder's network.
        pieces: Cuts texts.
        centres: The means of its questions' vectors.
    """

    def __init__(self, exact: Network, pieces: Pieces, centres: Centres) -> None:
        self._first, self._pieces = exact.first(_APART), pieces
        self._before = exact
        self.last = student_of(exact, range(_APART, exact.layers))
        self._shares = {
            language: SHARES[language] * torch.from_numpy(mean)
            for language, mean in centres.means.items()
        }
        self._known: dict[str, torch.Tensor] = {}

    def rows(self, asked: Sequence[Lesson]) -> torch.Tensor:
        """The questions' vectors with their glosses', centred, (n, dim)."""
        rows = self._centred([each.text for each in asked], [each.language for each in asked])
        places = [place for place, each in enumerate(asked) if each.gloss]
        if not places:
            return rows
        glosses = self._centred([asked[n].gloss for n in places], ["zh-Hans"] * len(places))
        leaning = torch.zeros_like(rows).index_copy(0, torch.tensor(places), _GLOSS * glosses)
        return torch.nn.functional.normalize(rows + leaning)

    def _centred(self, texts: Sequence[str], languages: Sequence[str]) -> torch.Tensor:
        states = [self._through_first(text) for text in texts]
        lengths = [len(each) for each in states]
        rows = self.last.means(self.last.after(torch.cat(states), lengths).float(), lengths)
        shares = [self._shares.get(each, torch.zeros(rows.shape[1])) for each in languages]
        return torch.nn.functional.normalize(rows - torch.stack(shares))

    def _through_first(self, text: str) -> torch.Tensor:
        """What comes of the layers that learn nothing; kept, since texts come several times."""
        if text not in self._known:
            with torch.inference_mode():
                ids = self._pieces.ids([encodable(PROMPTS["query"] + simplified(text))])
                self._known[text] = self._first.states(ids).half()
        return self._known[text].float().clone()

    def learnt(self, share: float) -> dict[str, torch.Tensor]:
        """The last layers, counted from 0, in half precision: a share of what they learnt.

        The rest is as they were.
        """
        before = layers_of(student_of(self._before, range(_APART, self._before.layers)))
        mixed = averaged(before, layers_of(self.last), share)
        return {name: row.detach().half() for name, row in mixed.items()}


def loss(asked: Sequence[Lesson], found: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
    """How unlikely the passages that answer are among all: the mean of minus the log of it.

    Args:
        asked: The questions.
        found: Their vectors, (n, dim).
        rows: The passages' vectors, (passages, dim).
    """
    likely = torch.log_softmax(_SHARPNESS * found @ rows.T, 1)
    right = [torch.logsumexp(likely[n, list(each.right)], 0) for n, each in enumerate(asked)]
    return -torch.stack(right).mean()


def train(
    learner: QuestionLearner,
    given: Sequence[tuple[Sequence[Lesson], torch.Tensor]],
    rate: float,
    *,
    half: bool = False,
) -> Iterator[float]:
    """Trains one step a batch; the losses. The rate falls as in `training.distilling`."""
    trained = list(layers_of(learner.last).values())
    optimizer = torch.optim.AdamW(trained, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    for step, (asked, rows) in enumerate(given, 1):
        for group in optimizer.param_groups:
            group["lr"] = rate * rate_at(step, len(given), _WARM_UP)
        with precision(half):
            found = learner.rows(asked)
        lost = loss(asked, found.float(), rows)
        descend(optimizer, lost)
        yield lost.item()


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the layers at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sets(parser)
    parser.add_argument("--epochs", type=float, default=2.5, help="how often each is seen")
    parser.add_argument("--rate", type=float, default=1e-4, help="of learning, at its highest")
    parser.add_argument("--share", type=float, default=0.7, help="of what was learnt, in the file")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn by chance")
    parser.add_argument("--half", action="store_true", help="compute products in bfloat16")
    parser.add_argument("--out", type=Path, default=ENGLISH, help="the file to write")
    options = parser.parse_args(arguments)
    every = [read_lessons(library.path, library, its) for _, library, its in opened(options.set)]
    chance = random.Random(options.seed)  # noqa: S311  nothing is secret
    given = batches(every, options.epochs, _BATCH, chance)
    exact = open_encoder("exact")
    centres = measure(exact)
    learner = QuestionLearner(Network.open(own_folder()), Pieces(own_folder()), centres)
    losses: list[float] = []
    for lost in train(learner, given, options.rate, half=options.half):
        losses.append(lost)
        if len(losses) % _SAID == 0:
            say_line(f"{len(losses)} of {len(given)}: loss {sum(losses[-_SAID:]) / _SAID:.3f}")
    save_file(learner.learnt(options.share), options.out)


if __name__ == "__main__":
    main()
