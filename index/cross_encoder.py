"""Reads a passage beside a question: how likely it answers, and where in it the answer begins.

Vectors are made of each text alone; what a passage does not say of its subject can hardly be seen
in them. A cross-encoder sees both texts at once. Question and passage go apart through the exact
encoder's first layers, then together through layers taught by ``python -m training.cross_encoder``
to find the stretch that answers, or to say that there is none (as in SQuAD 2.0, Rajpurkar et al.
2018; the first layers apart as in DeFormer, Cao et al. 2020).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.once import once
from index.encoder_files import PROMPTS
from index.encoder_folder import encodable, own_folder
from index.fold import simplified
from index.layer_files import read_columns, read_layers
from index.network import Network
from index.pieces import Pieces
from index.rounded import RoundedNetwork
from index.rounded_encoder import WHOLE

if TYPE_CHECKING:
    import torch

    Tensors = dict[str, torch.Tensor]

LAYERS: Final = "layers.safetensors"
SETS: Final = "sets"  # the name under which the file tells what it was learnt from
HERE: Final = Path(__file__).parent / "cross"
LONGEST: Final = 30  # pieces of an answer
NOWHERE: Final = -30.0  # log odds for what no piece begins in
HEAD: Final = "head."  # what the names of the tensors begin with that are no layers
# What tells the two texts apart, and the weights that find an answer's beginning and end.
SIDES: Final = "sides"
ENDS: Final = "ends"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a passage says to a question.

    Attributes:
        starts: Where each piece begins in the passage; int64, (pieces,). Below 0 in its context.
        odds: The log odds that the answer begins there, against there being none; float32,
            (pieces,).
        ends: Where the likeliest answer that begins there ends, behind its last character; int64,
            (pieces,).
    """

    starts: NDArray[np.int64]
    odds: NDArray[np.float32]
    ends: NDArray[np.int64]

    def within(self, start: int, end: int) -> float:
        """The best odds of what begins in the passage's ``[start:end]``; `NOWHERE` for nothing."""
        inside = self._beginning(start, end)
        return float(self.odds[inside].max(initial=NOWHERE))

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """The likeliest answer of those that begin in ``[start:end]``; None where none does.

        The first of those that are as likely.
        """
        inside = self._beginning(start, end)
        if not inside.size:
            return None
        best = inside[self.odds[inside].argmax()]
        return int(self.starts[best]), int(self.ends[best])

    def raised(self, start: int, end: int, least: float) -> "Reading":
        """The reading, by which an answer begins in ``[start:end]`` with such odds at least.

        It begins with the first piece there; where there is none, the reading stays as it is.
        """
        inside = self._beginning(start, end)
        if not inside.size or self.odds[inside].max() >= least:
            return self
        odds, ends = self.odds.copy(), self.ends.copy()
        odds[inside[0]], ends[inside[0]] = least, end
        return replace(self, odds=odds, ends=ends)

    def _beginning(self, start: int, end: int) -> NDArray[np.intp]:
        """Which pieces begin in ``[start:end]``, in order."""
        return np.flatnonzero((self.starts >= start) & (self.starts < end))


class Reads(Protocol):
    """Whatever reads passages beside a question."""

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        """A reading of each text, which holds the passage from an offset on, in their order."""
        ...


class CrossEncoder:
    """The two stacks of layers, on the processor.

    Args:
        first: The layers that each text goes through alone.
        together: The layers that both go through together.
        head: The tensors `SIDES`, (2, hidden), and `ENDS`, (2, hidden + 1), the last a bias.
        pieces: Cuts texts.
    """

    def __init__(self, first: Network, together: Network, head: "Tensors", pieces: Pieces) -> None:
        import torch  # noqa: PLC0415  takes over a second: only where something is read

        self._torch = torch
        self._first, self._together, self._head = first, together, head
        self._pieces = pieces

    @classmethod
    def open(cls, folder: Path = HERE) -> "CrossEncoder":
        """The cross-encoder of a folder that ``python -m training.cross_encoder`` wrote, in 8 bits.

        Its layers stand in for as many of the exact encoder's last; each text goes through those
        before them alone.

        Raises:
            EncoderError: Its file, or the exact encoder, is missing or broken.
        """
        taught, columns = read_layers(folder / LAYERS)
        head = {
            name.removeprefix(HEAD): taught.pop(name)
            for name in list(taught)
            if name.startswith(HEAD)
        }
        exact = Network.open(own_folder())
        together = exact.with_layers(taught)
        return cls(
            RoundedNetwork(exact.first(exact.layers - together.layers), read_columns(WHOLE.file)),
            RoundedNetwork(together, columns),
            head,
            Pieces(own_folder()),
        )

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        """A reading of each text, which holds the passage from an offset on, in their order."""
        if not texts:
            return []
        with self._torch.inference_mode():
            asked = self._first.apart(self._pieces.ids([question_text(question)]))[0]
            return [self._reading(asked, text, offset) for text, offset in texts]

    def _reading(self, asked: "torch.Tensor", text: str, offset: int) -> Reading:
        ids, spans = self._pieces.placed(passage_text(text))
        (states,) = self._first.apart([ids])
        (logits,) = self.logits([asked], [states])
        starts, ends = np.array(spans, dtype=np.int64).T - len(PROMPTS["document"]) - offset
        odds, lasts = answer_odds(logits.numpy(), len(asked))
        real = starts < ends
        behind = np.maximum(ends[lasts], ends)  # what marks the end of all stands nowhere
        return Reading(starts[real], odds[real], behind[real])

    def logits(
        self, asked: "Sequence[torch.Tensor]", read: "Sequence[torch.Tensor]"
    ) -> "Sequence[torch.Tensor]":
        """Of each pair's pieces the logits of being an answer's first and last, (pieces, 2).

        Args:
            asked: The states of each pair's question, (pieces, hidden).
            read: The same of its passage.
        """
        sides = self._head[SIDES]
        pairs = [
            self._torch.cat([question + sides[0], passage + sides[1]])
            for question, passage in zip(asked, read, strict=True)
        ]
        lengths = [len(pair) for pair in pairs]
        states = self._together.after(self._torch.cat(pairs), lengths)
        ends = self._head[ENDS]
        found = states.float() @ ends[:, :-1].T + ends[:, -1]
        parts: Sequence[torch.Tensor] = found.split(lengths)
        return parts


def answer_odds(
    logits: NDArray[np.float32], asked: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The log odds of the likeliest answer that begins at each piece, and its last piece.

    Of the sums of the logits of a beginning and of an end up to `LONGEST` pieces on; against the
    question's first piece, at which a passage without an answer points.

    Args:
        logits: Of question and passage, float32, (pieces, 2).
        asked: How many of the pieces are the question's.
    """
    start, end = logits[asked:, 0], logits[asked:, 1]
    padded = np.pad(end, (0, LONGEST - 1), constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(padded, LONGEST)
    odds: NDArray[np.float32] = start + windows.max(axis=1) - logits[0].sum()
    return odds, windows.argmax(axis=1) + np.arange(len(start))


def question_text(question: str) -> str:
    """What is cut of a question."""
    return PROMPTS["query"] + encodable(simplified(question))


def passage_text(text: str) -> str:
    """What is cut of a passage in its context; as long as both and the prompt."""
    return PROMPTS["document"] + encodable(text)


def learnt_from(folder: Path = HERE) -> tuple[str, ...]:
    """The names of the sets of questions that the cross-encoder of a folder has learnt from."""
    from safetensors import safe_open  # noqa: PLC0415  imports torch

    with safe_open(folder / LAYERS, framework="pt") as file:
        return tuple((file.metadata() or {}).get(SETS, "").split())


@once
def shared_cross_encoder() -> CrossEncoder:
    """The one of this process, opened at the first call; several threads may use it."""
    return CrossEncoder.open()
