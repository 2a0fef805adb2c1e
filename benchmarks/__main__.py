"""Runs the benchmarks, each in processes of its own, and writes their tables: python -m benchmarks.

Without names all of them; with names these alone, and the tables of the others stay as they are.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.harness import note

_OUT: Final = Path(__file__).parent / "RESULTS.md"
_HEAD: Final = """# How fast it is

Written by `make bench` (`python -m benchmarks`). Medians of rounds in which the measured take
turns; in parentheses the least and the most of the rounds: a machine that does other things beside
shows there, and in the load before a table's run. Compare what stands in one table, never in two.
"""
TITLES: Final = {
    "parts": "Parts of building a library",
    "reading": "Formats that are read",
    "encode": "Encoding",
    "contenders": "Beside what people would write instead: made articles",
    "labelled": "Beside what people would write instead: real articles, labelled questions",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the tables, one benchmark after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(TITLES)}")
    parser.add_argument("--out", type=Path, default=_OUT, help="the file to write")
    parser.add_argument("--frameworks", help="the Python that has benchmarks/requirements.txt")
    parser.add_argument("--encoder", default="default,fast", help="names, commas between them")
    parser.add_argument("--rounds", default="3", help="how often each is measured")
    parser.add_argument(
        "--labelled", nargs=2, metavar=("ARTICLES", "QUESTIONS"), help="files of real ones"
    )
    options = parser.parse_args(arguments)
    commands = _commands(options)
    unknown = [name for name in options.names if name not in commands]
    if unknown:
        parser.error(f"there is no {unknown[0]}: name some of {', '.join(commands)}")
    for name in options.names or commands:
        note(f"== {name}")
        run = [sys.executable, "-m", *commands[name], "--rounds", options.rounds]
        out = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
        # at once: what is measured stays, whatever becomes of the next
        options.out.write_text(replaced(options.out, TITLES[name], out), encoding="utf-8")


def _commands(options: argparse.Namespace) -> Mapping[str, list[str]]:
    """The modules with their options; labelled questions only where they are given."""
    encoder = ["--encoder", options.encoder]
    frameworks = ["--frameworks", options.frameworks] if options.frameworks else []
    contenders = ["benchmarks.contenders", *encoder, *frameworks]
    commands = {
        "parts": ["benchmarks.parts"],
        "reading": ["benchmarks.reading"],
        "encode": ["benchmarks.encode", *encoder],
        "contenders": contenders,
    }
    if options.labelled:
        articles, questions = options.labelled
        commands["labelled"] = [*contenders, "--articles", articles, "--questions", questions]
    return commands


def replaced(file: Path, title: str, body: str) -> str:
    """The file's text with this section in the place of its old self, in the order of titles."""
    text = file.read_text("utf-8") if file.exists() else ""
    parts = (part.partition("\n") for part in text.split("\n## ")[1:])
    sections = {name: rest.strip("\n") for name, _, rest in parts}
    sections[title] = body.strip("\n")
    known = [name for name in TITLES.values() if name in sections]
    return _HEAD + "".join(f"\n## {name}\n\n{sections[name]}\n" for name in known)


if __name__ == "__main__":
    main()
