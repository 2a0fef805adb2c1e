"""The Encoder protocol, and the sentence-transformers encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how near their meanings are."""

    @property
    def fingerprint(self) -> str:
        """Names the weights and how they are used; different ones are never compared."""
        ...

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        ...
