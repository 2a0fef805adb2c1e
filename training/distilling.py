"""Teaching some of an encoder's layers to give what all of them give, token by token."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import distributed
from torch.nn.utils import parameters_to_vector, vector_to_parameters

from index.network import LAYER, Network

_WARM_UP: Final = 200  # steps
_SPREAD: Final = 0.15  # of the teacher's vectors around their mean: what the loss is a share of
_INNER: Final = 0.5  # what the layers before the last weigh beside it


@dataclass(frozen=True, slots=True)
class Lesson:
    """One batch with what the teacher says of it.

    Attributes:
        texts: Each text's token ids.
        states: For each layer of the student, the teacher's vector of each token, (tokens, hidden).
        rows: The teacher's vectors of the texts, (n, hidden).
    """

    texts: Sequence[Sequence[int]]
    states: tuple[torch.Tensor, ...]
    rows: torch.Tensor


@dataclass(frozen=True, slots=True)
class Losses:
    """Of one lesson: the part of the teacher's variance that the student does not give.

    Attributes:
        texts: Of the texts' vectors.
        tokens: Of the tokens' vectors in the last layer.
        inner: Of the tokens' vectors in the layers before it, on average.
    """

    texts: torch.Tensor
    tokens: torch.Tensor
    inner: torch.Tensor

    def whole(self) -> torch.Tensor:
        """What training makes small."""
        return self.texts + self.tokens + _INNER * self.inner


def student_of(teacher: Network, layers: Sequence[int]) -> Network:
    """Some of the teacher's layers, to be trained, over its embeddings, which stay."""
    own = {}
    for number, layer in enumerate(layers):
        of_teacher = f"{LAYER}{layer}."
        for name, tensor in teacher.weights.items():
            if name.startswith(of_teacher):
                rest = name.removeprefix(of_teacher)
                own[f"{LAYER}{number}.{rest}"] = tensor.clone().requires_grad_()
    return teacher.with_layers(own)


def layers_of(network: Network) -> dict[str, torch.Tensor]:
    """The tensors of a network's layers alone, by their names: what learns of it."""
    return {name: row for name, row in network.weights.items() if name.startswith(LAYER)}


def lesson(
    teacher: Network, texts: Sequence[Sequence[int]], targets: Sequence[int], half: bool = False
) -> Lesson:
    """What the teacher's layers ``targets``, of which the last is its last, say of token ids."""
    with torch.no_grad(), precision(half):
        depths = list(teacher.depths(texts))
        rows = teacher.means(depths[-1], [len(ids) for ids in texts])
        return Lesson(texts, tuple(depths[layer] for layer in targets), rows)


def train(
    student: Network, given: Iterator[Lesson], steps: int, rate: float, half: bool = False
) -> Iterator[Losses]:
    """Trains one step for each of the losses that come.

    The learning rate falls with a cosine over the steps, so that the end is always a settled one.
    Where several processes train, a step takes the mean of what their lessons ask for.
    """
    trained = list(layers_of(student).values())
    optimizer = torch.optim.AdamW(trained, lr=rate, betas=(0.9, 0.95), weight_decay=0.01)
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate * rate_at(step, steps, _WARM_UP)
        with precision(half):  # anew each step: within one, weights are cast once and kept
            found = losses(student, next(given))
        descend(optimizer, found.whole())
        yield Losses(found.texts.detach(), found.tokens.detach(), found.inner.detach())


def losses(student: Network, given: Lesson) -> Losses:
    """How far the student is from the teacher on one lesson."""
    depths = list(student.depths(given.texts))
    rows = student.means(depths[-1], [len(ids) for ids in given.texts])
    texts = (rows - given.rows).square().sum(1).mean() / _SPREAD
    *inner, tokens = (
        (mine - theirs).square().mean() / theirs.var(0).mean()
        for mine, theirs in zip(depths, given.states, strict=True)
    )
    return Losses(texts, tokens, torch.stack(inner).mean())


def descend(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> None:
    """One step down a loss, by gradients that all processes share and that are never too large."""
    trained = [tensor for group in optimizer.param_groups for tensor in group["params"]]
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    _share_gradients(trained)
    torch.nn.utils.clip_grad_norm_(trained, 1.0)
    optimizer.step()


def _share_gradients(trained: Sequence[torch.Tensor]) -> None:
    """Makes every process's gradients their mean."""
    if not distributed.is_initialized():
        return
    gradients = [tensor.grad for tensor in trained if tensor.grad is not None]
    together = parameters_to_vector(gradients)
    distributed.all_reduce(together)
    vector_to_parameters(together / distributed.get_world_size(), gradients)


def precision(half: bool) -> torch.autocast:
    """Half precision for the products: twice as fast where the processor has it (avx512_bf16)."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=half)


def rate_at(step: int, steps: int, warm_up: int) -> float:
    """The share of the highest learning rate at a step, the first is 1: rising, then a cosine."""
    fallen = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, step / warm_up) * fallen
