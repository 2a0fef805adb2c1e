"""How a library bears growing: python -m benchmarks.scale FOLDER ARTICLES --questions QUESTIONS.

For each size (--passages, by default 1000, 20000 and all) it builds a library of so many passages
of ARTICLES under FOLDER, or takes the one that is there, and measures each step in a process of its
own: building without encoding, the same file added again, questions by part, one article more, and
the page. Vectors are random ones around random centres, since encoding would take hours: what
meaning finds is arbitrary, what it costs is not. A line of JSON a step and size, then the growth.
"""

import argparse
import json
import math
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from benchmarks import scale_steps
from benchmarks.harness import say
from benchmarks.scale_library import ALL, build, cut

_PACKAGES = ("faiss-cpu", "tantivy", "jieba", "opencc", "onnxruntime", "torch")
_STEPS: dict[str, Callable[[Path, Path, Path], dict[str, object]]] = {
    "build": build,
    "again": scale_steps.again,
    "questions": scale_steps.ask,
    "more": scale_steps.one_more,
    "page": scale_steps.page,
}


def main() -> None:
    """Measures every step at every size, or, called by itself, one step of one library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the libraries are built")
    parser.add_argument("articles", type=Path, help="a file of articles")
    parser.add_argument("--questions", type=Path, required=True, help="labelled questions")
    parser.add_argument(
        "--passages", type=int, nargs="+", default=[1000, 20_000, ALL], help="the sizes"
    )
    parser.add_argument(
        "--steps", nargs="+", choices=_STEPS, default=list(_STEPS), help="what is measured"
    )
    parser.add_argument("--step", choices=_STEPS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        measured = _STEPS[options.step](options.folder, options.articles, options.questions)
        _say({"step": options.step, "library": options.folder.name, **measured})
        return
    _say({"command": " ".join(sys.argv[1:]), **_versions()})
    found = [_measured(options, size) for size in options.passages]
    for name in ("read_s", "words_s", "meaning_s", "beyond_p50_ms"):
        _growth(name, [(each["passages"], each[name]) for each in found if name in each])


def _say(record: dict[str, object]) -> None:
    say(json.dumps(record, ensure_ascii=False))


def _versions() -> dict[str, object]:
    packages = {name: version(name) for name in _PACKAGES}
    return {"python": platform.python_version(), "cores": os.cpu_count(), **packages}


def _measured(options: argparse.Namespace, size: int) -> dict[str, float]:
    """All that the steps say of one size."""
    folder = options.folder / (f"{size}" if size < ALL else "all")
    file = folder.with_suffix(".jsonl")
    cut(options.articles, file, size)
    numbers: dict[str, float] = {}
    for step in options.steps:
        if step == "build" and (folder / "chuchu.db").exists():
            continue
        command = [sys.executable, "-m", "benchmarks.scale", str(folder), str(file)]
        command += ["--questions", str(options.questions), "--step", step]
        out = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        line = out.stdout.splitlines()[-1]
        say(line)
        numbers |= json.loads(line)
    return numbers


def _growth(name: str, found: Sequence[tuple[float, float]]) -> None:
    """The exponent between each size and the next: 1 is linear."""
    for (small, less), (large, more) in pairwise(found):
        if less > 0 and more > 0 and large > small:
            exponent = math.log(more / less) / math.log(large / small)
            _say({"growth": name, "from": small, "to": large, "exponent": round(exponent, 2)})


if __name__ == "__main__":
    main()
