"""Runs the benchmarks, each in processes of its own, and writes their tables: python -m benchmarks.

A table more, on real articles, for each ``--labelled ARTICLES QUESTIONS``.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.harness import note

_OUT = Path(__file__).parent / "RESULTS.md"
_HEAD = """# How fast it is

Written by `make bench` (`python -m benchmarks`) on {day}. Medians of rounds in which the measured
take turns, in parentheses the least and the most of the rounds: a machine that does other things
beside shows there. Compare what stands in one table, never two.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the tables, section by section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--frameworks", help="the Python that has benchmarks/requirements.txt")
    parser.add_argument("--encoder", default="default", help="names, with commas between them")
    parser.add_argument("--rounds", default="3")
    parser.add_argument(
        "--labelled", nargs=2, action="append", default=[], metavar=("ARTICLES", "QUESTIONS")
    )
    options = parser.parse_args(arguments)
    text = _HEAD.format(day=datetime.now(UTC).date().isoformat())
    for title, command in _sections(options):
        note(f"== {title}")
        run = [sys.executable, "-m", *command, "--rounds", options.rounds]
        out = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
        text += f"\n## {title}\n\n{out}"
        options.out.write_text(text, encoding="utf-8")  # what is measured stays, whatever follows


def _sections(options: argparse.Namespace) -> Iterator[tuple[str, list[str]]]:
    encoder = ["--encoder", options.encoder]
    yield "Parts of building a library", ["benchmarks.parts"]
    yield "Formats that are read", ["benchmarks.reading"]
    yield "Encoding", ["benchmarks.encode", *encoder]
    frameworks = ["--frameworks", options.frameworks] if options.frameworks else []
    contenders = ["benchmarks.contenders", *encoder, *frameworks]
    yield "Beside what people would write instead: made articles", contenders
    for articles, questions in options.labelled:
        named = ["--articles", articles, "--questions", questions]
        yield f"The same: {Path(questions).name}", [*contenders, *named]


if __name__ == "__main__":
    main()
