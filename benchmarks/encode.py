"""How fast encoders are, against plain sentence-transformers: python -m benchmarks.encode.

The same passages go to each encoder that is named, and to ``SentenceTransformer.encode`` with its
defaults on the same weights; each in whole processes, in turns. Loading is told apart.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.harness import (
    Run,
    command_line,
    interleaved,
    middle,
    ratio,
    run_process,
    say,
    spread,
    surroundings,
    table,
)
from benchmarks.made import write_made
from benchmarks.sources import cleaned, encoder_texts, raw_articles
from index.encoder import Matrix, open_encoder
from index.encoder_folder import own_folder

_PACKAGES = ("torch", "sentence-transformers", "transformers", "tokenizers", "onnxruntime")
PLAIN: Final = "plain sentence-transformers"
_WARM: Final = ["一я"] * 64  # enough of them, and letters rare enough, that everything is loaded

Encode = Callable[[Sequence[str]], Matrix]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table; or, called by itself, encodes once and prints its seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", default="exact,default,fast", help="commas between names")
    parser.add_argument("--articles", type=Path, help="a file of articles instead of made ones")
    parser.add_argument("--passages", type=int, default=128, help="how many are encoded")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    parser.add_argument("--one", nargs=3, metavar=("ENCODER", "TEXTS", "ROWS"), help="do one run")
    options = parser.parse_args(arguments)
    if options.one:
        name, texts, rows = options.one
        _encode_once(name, Path(texts), Path(rows))
        return
    names = (PLAIN, *options.encoder.split(","))
    with tempfile.TemporaryDirectory() as folder:
        texts = _texts(options.articles, options.passages, Path(folder))
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        runs = {name: partial(_run, name, file) for name in names}
        found = interleaved(runs, options.rounds)
        rows = {name: np.load(_rows_file(name, file)) for name in names}
    _print(texts, found, rows)


def _texts(articles: Path | None, count: int, folder: Path) -> list[str]:
    file = articles or folder / "made.jsonl"
    if not articles:
        write_made(file, count)
    supply = (text for each in cleaned(raw_articles([file])) for text in encoder_texts(each))
    return list(islice(supply, count))


def _run(name: str, texts: Path) -> Run:
    command = [sys.executable, "-m", "benchmarks.encode"]
    return run_process([*command, "--one", name, str(texts), str(_rows_file(name, texts))])


def _rows_file(name: str, texts: Path) -> Path:
    return texts.with_name(f"{Path(name).name}.npy")


def _encode_once(name: str, texts: Path, rows: Path) -> None:
    began = time.perf_counter()
    encode = _plain() if name == PLAIN else open_encoder(name).encode_passages
    encode(_WARM)
    loaded = time.perf_counter()
    found = encode(json.loads(texts.read_text("utf-8")))
    ended = time.perf_counter()
    np.save(rows, found)
    say(json.dumps({"load": loaded - began, "encode": ended - loaded}))


def _plain() -> Encode:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  only where it is run

    network = SentenceTransformer(str(own_folder()))
    # as its documentation advises: with the prompt that the weights declare, else all defaults
    return lambda texts: np.asarray(network.encode_document(list(texts)))


def _print(texts: Sequence[str], found: dict[str, list[Run]], rows: dict[str, Matrix]) -> None:
    count, characters = len(texts), sum(map(len, texts))
    encoding = {
        name: [json.loads(run.last)["encode"] for run in runs] for name, runs in found.items()
    }
    say(f"`{command_line('benchmarks.encode')}`\n\n{surroundings(_PACKAGES)}\n")
    say(f"{count:,} passages, {characters / count:,.0f} characters each on average\n")
    lines = []
    for name, runs in found.items():
        speeds = [count / seconds for seconds in encoding[name]]
        load = middle(json.loads(run.last)["load"] for run in runs)
        lines.append(
            (
                name,
                spread(speeds),
                ratio(speeds, [count / seconds for seconds in encoding[PLAIN]]),
                f"{load:.1f}",
                f"{max(run.peak for run in runs):,.0f}",
                _likeness(rows[name], rows[PLAIN]),
            )
        )
    titles = ("encoder", "passages/s", "times plain", "load s", "peak MB", "least cosine to plain")
    say(table(titles, lines))


def _likeness(rows: Matrix, others: Matrix) -> str:
    if rows.shape != others.shape:
        return "–"
    return f"{float(np.min(np.sum(rows * others, axis=1))):.5f}"


if __name__ == "__main__":
    main()
