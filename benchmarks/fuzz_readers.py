"""Fuzzes one reader with coverage: python -m benchmarks.fuzz_readers .jsonl -runs=20000.

Needs atheris, which is not installed with the rest: ``pip install atheris==3.0.0``. What is behind
the suffix goes to libFuzzer. An input that raises, or breaks an article's offsets, is kept by it.
"""

import argparse
import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ModuleNotFoundError:
    sys.exit(f"{__doc__}\natheris is not installed: pip install atheris==3.0.0")

with atheris.instrument_imports(include=["corpus"]):
    from corpus.article import RawArticle, ReadError
    from corpus.cleaning.clean import make_article
    from corpus.reader import ReadFailure, read_articles


def main() -> None:
    """Feeds the reader of the suffix named first until libFuzzer's own options stop it."""
    options, for_fuzzer = _options()
    file = Path(tempfile.mkdtemp()) / f"fuzz{options.suffix}"

    def feed(data: bytes) -> None:
        file.write_bytes(data)
        for found in read_articles(file):
            if isinstance(found, ReadFailure):
                continue
            _check(found)

    atheris.Setup([sys.argv[0], *for_fuzzer], feed)
    atheris.Fuzz()


def _options() -> tuple[argparse.Namespace, list[str]]:
    """The suffix, and what is libFuzzer's."""
    parser = argparse.ArgumentParser(description=__doc__, usage="%(prog)s SUFFIX [OPTION …]")
    parser.add_argument("suffix", metavar="SUFFIX", help="of the files to be read, such as .jsonl")
    return parser.parse_known_args()


def _check(raw: RawArticle) -> None:
    try:
        article = make_article(raw)
    except ReadError:
        return
    for place in range(0, len(article.text), 7):
        if article.text[place] != article.raw[article.clean.raw_offset(place)]:
            raise AssertionError(f"offset {place} does not lead back to the raw text")


if __name__ == "__main__":
    main()
