"""Runs our own encoders with torch alone: the same rows as sentence-transformers, faster.

Importing sentence-transformers takes several seconds, which a person who asks one question on the
command line would wait for each time; torch and the tokenizer are there in a third of it. And many
texts go through it in batches with padding, one batch over all cores. Here each core takes texts
of its own: nothing is padded, and no core waits for another.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np

from corpus.once import once
from index.encoder_files import PROMPTS
from index.encoder_folder import encodable, fingerprint
from index.layer_files import read_layers
from index.network import Network
from index.pieces import Pieces
from index.weights import Matrix

_MANY: Final = 8  # texts from which on threads pay


class BertEncoder:
    """A BERT encoder with mean pooling, read from a folder that `write_folder` wrote.

    Texts over 512 tokens are cut. A row is the same in whatever company a text is encoded.

    Args:
        folder: The encoder's folder.
        name: What its fingerprint begins with.
        english: A file of layers that English questions go through in place of the last ones; read
            when the first comes. None for no other way.

    Raises:
        OSError: A file of the folder cannot be read.
    """

    def __init__(self, folder: Path, name: str, english: Path | None = None) -> None:
        self.pieces = Pieces(folder)
        self.network = Network.open(folder)
        self._english = once(lambda: self._taught(english) if english else self.network)
        self._fingerprint = fingerprint(folder, name)

    @property
    def fingerprint(self) -> str:
        """The encoder's name, and eight digits for the files of its folder."""
        return self._fingerprint

    @property
    def dim(self) -> int:
        """The number of columns of every matrix it returns."""
        return self.network.hidden

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        """One row a question: float32, (n, dim), rows of unit length; n = 0 gives (0, dim).

        Raises:
            EncoderError: The layers of English questions are broken.
        """
        network = self._english() if language == "en" else self.network
        return encode(network, self.pieces, [PROMPTS["query"] + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        """One row a passage: float32, (n, dim), rows of unit length; n = 0 gives (0, dim)."""
        return encode(self.network, self.pieces, [PROMPTS["document"] + text for text in texts])

    def _taught(self, layers: Path) -> Network:
        return self.network.with_last(read_layers(layers)[0])


def encode(network: Network, pieces: Pieces, texts: Sequence[str]) -> Matrix:
    """One row a text, whose prompt it has already: float32, (n, hidden), rows of unit length.

    A few texts a core at a time; the longest first, so that the cores end together.
    """
    tokens = pieces.ids([encodable(text) for text in texts])
    rows = np.empty((len(tokens), network.hidden), dtype=np.float32)

    def fill(some: list[int]) -> None:
        rows[some] = network.rows([tokens[place] for place in some])

    longest = sorted(range(len(tokens)), key=lambda place: -len(tokens[place]))
    step = network.together
    groups = [longest[first : first + step] for first in range(0, len(longest), step)]
    if len(longest) < _MANY:
        for group in groups:
            fill(group)
        return rows
    with _a_thread_a_core() as pool:
        for _ in pool.map(fill, groups):
            pass  # so that what a thread raises is raised here
    return rows


@contextmanager
def _a_thread_a_core() -> Iterator[ThreadPoolExecutor]:
    """As many threads as torch uses, in each of which torch uses no further ones."""
    import torch  # noqa: PLC0415  takes over a second: only where something is encoded

    pool = ThreadPoolExecutor(_cores(), initializer=torch.set_num_threads, initargs=(1,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
        torch.set_num_threads(_cores())  # a part of the setting is the whole process's


@once
def _cores() -> int:
    """How many threads torch uses of itself: asked before anything is set."""
    import torch  # noqa: PLC0415  takes over a second: only where something is encoded

    cores: int = torch.get_num_threads()
    return cores
