"""A network whose products are of 8-bit numbers: twice as fast where processors know these.

Processors without instructions for them may be no faster (README tells both figures).

Weights have one scale a row, activations one scale a text and 7 bits, so that processors with and
without instructions for it come to the same sums. A few columns of the activations are many times
as large as the others; they would leave the others no more than a few steps, so they are
multiplied apart, unrounded (LLM.int8(), Dettmers et al. 2022).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from warnings import catch_warnings, simplefilter

from index.network import LAYER, PARTS, Network

if TYPE_CHECKING:
    import torch

_LARGEST: Final = 127  # of a weight in 8 bits, sign included
_ASKED: Final = "asked"  # the three products of an attention's input, made as one
_LAST: Final = "output.dense"  # the products of what no other part of a layer reads
COLUMNS: Final = "columns"


class RoundedNetwork(Network):
    """A network that computes nearly what another one does; for one text at a time.

    A scale is that of all that is given at once: texts that are given together change each other's
    rows.

    Args:
        network: The other one.
        columns: By the names of its products' weights (``encoder.layer.0.output.dense``), which
            columns of what goes in are multiplied unrounded; of an attention's three, those of
            its query.
    """

    together = 1

    def __init__(self, network: Network, columns: "Mapping[str, torch.Tensor]") -> None:
        super().__init__(network.weights, network.layers, network.heads, network.epsilon)
        self._products = {
            name: Product(weight, bias, columns[_first(name)], spends=name.endswith(_LAST))
            for name, (weight, bias) in self._joined().items()
        }
        self.weights = {name: row for name, row in network.weights.items() if _is_read(name)}

    def _joined(self) -> "dict[str, tuple[torch.Tensor, torch.Tensor]]":
        """Every product's weights and bias, those of an attention's parts one below the other."""
        found = {}
        for layer in range(self.layers):
            name = f"{LAYER}{layer}"
            for part in ("attention.output.dense", "intermediate.dense", "output.dense"):
                found[f"{name}.{part}"] = self._tensors([f"{name}.{part}"])
            parts = [f"{name}.attention.self.{part}" for part in PARTS]
            found[f"{name}.attention.self.{_ASKED}"] = self._tensors(parts)
        return found

    def _tensors(self, names: Sequence[str]) -> "tuple[torch.Tensor, torch.Tensor]":
        weight, bias = (
            self._torch.cat([self.weights[f"{name}.{kind}"] for name in names])
            for kind in ("weight", "bias")
        )
        return weight, bias

    def _asked(self, states: "torch.Tensor", name: str) -> "Sequence[torch.Tensor]":
        parts: Sequence[torch.Tensor] = self._linear(states, f"{name}.{_ASKED}").chunk(3, dim=-1)
        return parts

    def _linear(self, states: "torch.Tensor", name: str) -> "torch.Tensor":
        return self._products[name](states)


class Product:
    """One linear layer: all but some columns in 8 bits; called, it gives float32.

    Args:
        weight: Of the layer, (columns out, columns in).
        bias: Of the layer, (columns out,).
        columns: Which of the columns that go in are not rounded.
        spends: Whether nobody needs what goes in afterwards, so that it may be changed.
    """

    def __init__(
        self,
        weight: "torch.Tensor",
        bias: "torch.Tensor",
        columns: "torch.Tensor",
        *,
        spends: bool = False,
    ) -> None:
        import torch  # noqa: PLC0415  takes over a second: only where something is encoded

        self._columns, self._spends = columns.long(), spends
        self._apart = weight[:, self._columns].T.contiguous()
        rest = weight.index_fill(1, self._columns, 0)
        scales = rest.abs().amax(1).clamp(min=1e-9) / _LARGEST
        zeros = torch.zeros(len(rest), dtype=torch.long)
        with catch_warnings():
            # torch means to part with this kind of tensor; the torch that is pinned has it still
            simplefilter("ignore", UserWarning)
            rounded = torch.quantize_per_channel(rest, scales, zeros, 0, torch.qint8)
            self._packed = torch.ops.quantized.linear_prepack(rounded, bias)
        self._multiplied = torch.ops.quantized.linear_dynamic

    def __call__(self, states: "torch.Tensor") -> "torch.Tensor":
        """The layer of states, (tokens, columns in), as (tokens, columns out)."""
        if not len(self._columns):
            return self._rounded(states)
        apart = states.index_select(1, self._columns)
        product = self._rounded(self._cleared(states))
        return product.addmm_(apart, self._apart)

    def _cleared(self, states: "torch.Tensor") -> "torch.Tensor":
        if self._spends:
            return states.index_fill_(1, self._columns, 0)
        return states.index_fill(1, self._columns, 0)

    def _rounded(self, states: "torch.Tensor") -> "torch.Tensor":
        product: torch.Tensor = self._multiplied(states, self._packed, reduce_range=True)
        return product


def _is_read(name: str) -> bool:
    """Whether a tensor is used as it is: all but those that the products have packed."""
    return not name.startswith(LAYER) or "LayerNorm" in name


def _first(name: str) -> str:
    """The product whose columns count for this one."""
    return f"{name.removesuffix(_ASKED)}{PARTS[0]}" if name.endswith(_ASKED) else name
