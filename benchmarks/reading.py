"""How fast each format is read, and how surely each encoding: python -m benchmarks.reading."""

import argparse
import csv
import gzip
import io
import json
import lzma
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from pathlib import Path

from benchmarks.harness import (
    command_line,
    interleaved,
    middle,
    own_peak,
    say,
    seconds_of,
    spread,
    surroundings,
    table,
)
from benchmarks.sources import SAMPLE, raw_articles
from corpus.article import RawArticle, ReadError
from corpus.reader import ReadFailure, find_files, read_articles
from corpus.reader.decode import decode

_PACKAGES = ("trafilatura", "python-docx", "lxml")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs")
_LENGTHS = (10, 20, 30, 50, 100, 200, 500)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints both tables, or the speed on the files that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="files to time instead of made ones")
    parser.add_argument("--texts", type=Path, help="a file of articles to test the encodings on")
    parser.add_argument("--files", type=int, default=60, help="made files of each format")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args(arguments)
    if options.paths:
        _time_paths(options.paths)
        return
    say(f"`{command_line('benchmarks.reading')}`\n\n{surroundings(_PACKAGES)}\n")
    articles = raw_articles([options.texts] if options.texts else [SAMPLE])
    _encodings([article.text for article in articles])
    _formats(articles, options.files, options.rounds)


def _time_paths(paths: Sequence[Path]) -> None:
    start = time.perf_counter()
    failures = count = characters = 0
    for path in find_files(paths):
        for found in [path] if isinstance(path, ReadFailure) else read_articles(path):
            failures += isinstance(found, ReadFailure)
            count += isinstance(found, RawArticle)
            characters += len(found.text) if isinstance(found, RawArticle) else 0
    seconds = time.perf_counter() - start
    say(f"{count} articles, {characters} characters, {failures} failures in {seconds:.1f} s")
    say(f"{count / seconds:.0f} articles/s. {own_peak()}")


def _encodings(texts: list[str]) -> None:
    say("Share of windows read right / reported / read wrong, by encoding and length:\n")
    rows = [
        (encoding, *(_accuracy(list(_windows(texts, length)), encoding) for length in _LENGTHS))
        for encoding in _ENCODINGS
    ]
    say(table(("encoding", *map(str, _LENGTHS)), rows) + "\n")


def _windows(texts: list[str], length: int) -> Iterator[str]:
    for text in texts[:2000]:
        for start in range(0, min(len(text), 4 * length) - length + 1, length):
            yield text[start : start + length]


def _accuracy(windows: list[str], encoding: str) -> str:
    right = reported = wrong = 0
    for window in windows:
        try:
            data = window.encode(encoding)
        except UnicodeEncodeError:  # Simplified text has no place in Big5
            continue
        try:
            same = decode(data) == window
            right, wrong = right + same, wrong + (not same)
        except ReadError:
            reported += 1
    total = right + reported + wrong
    return f"{right / total:.2%} / {reported} / {wrong}" if total else "–"


def _formats(articles: list[RawArticle], files: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        counts = {name: _write(Path(folder) / name, name, articles, files) for name in _WRITERS}
        works = {
            name: partial(seconds_of, partial(raw_articles, [Path(folder) / name]))
            for name in _WRITERS
        }
        found = interleaved(works, rounds)
    rows = [
        (
            name,
            counts[name],
            spread([1000 * each for each in seconds], 0),
            f"{counts[name] / middle(seconds):,.0f}",
        )
        for name, seconds in found.items()
    ]
    say(f"{files} files of each format:\n")
    say(table(("format", "articles", "ms", "articles/s"), rows))
    say(f"\n{own_peak()}")


def _write(place: Path, name: str, articles: list[RawArticle], files: int) -> int:
    """Writes the files; how many articles are in them."""
    place.mkdir()
    for number in range(files):
        _WRITERS[name](place / f"{number}.{name}", articles[number % len(articles)])
    return len(raw_articles([place]))


def _record(article: RawArticle) -> dict[str, str]:
    return {"id": article.record, "title": article.title, "text": article.text}


def _page(article: RawArticle) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.text.split("\n"))
    menu = "<nav><ul>" + "<li><a href='/'>首页</a></li>" * 30 + "</ul></nav>"
    return f"<!doctype html><title>{article.title}</title>{menu}<article>{paragraphs}</article>"


def _csv(path: Path, article: RawArticle) -> None:
    table = io.StringIO()
    csv.writer(table).writerows([["title", "text"], [article.title, article.text]])
    path.write_text(table.getvalue(), "utf-8")


def _zip(path: Path, article: RawArticle) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", article.text)


def _docx(path: Path, article: RawArticle) -> None:
    from docx import Document  # noqa: PLC0415

    document = Document()
    for line in article.text.split("\n"):
        document.add_paragraph(line)
    document.save(str(path))


def _mail(path: Path, article: RawArticle) -> None:
    from email.message import EmailMessage  # noqa: PLC0415

    message = EmailMessage()
    message["Subject"] = article.title.replace("\n", " ")
    message.set_content(article.text)
    path.write_bytes(message.as_bytes())


def _line(article: RawArticle) -> bytes:
    return json.dumps(_record(article), ensure_ascii=False).encode() + b"\n"


_WRITERS: dict[str, Callable[[Path, RawArticle], object]] = {
    "txt": lambda path, article: path.write_text(article.text, "utf-8"),
    "gb.txt": lambda path, article: path.write_bytes(article.text.encode("gb18030")),
    "md": lambda path, article: path.write_text(f"# {article.title}\n\n{article.text}", "utf-8"),
    "jsonl": lambda path, article: path.write_bytes(_line(article) * 100),
    "jsonl.gz": lambda path, article: path.write_bytes(gzip.compress(_line(article))),
    "jsonl.xz": lambda path, article: path.write_bytes(lzma.compress(_line(article))),
    "json": lambda path, article: path.write_bytes(_line(article)),
    "csv": _csv,
    "zip": _zip,
    "html": lambda path, article: path.write_text(_page(article), "utf-8"),
    "docx": _docx,
    "eml": _mail,
}

if __name__ == "__main__":
    main()
