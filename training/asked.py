"""Makes a labelled set of questions that come with the project.

``python -m training.asked news --articles NEWS --leave-out DEV --out FOLDER`` writes
``FOLDER/news-asked.articles.jsonl.gz``, for ``python -m qa add``, and
``FOLDER/news-asked.questions.jsonl.gz``, for ``--set`` and ``--asked``; ``pages`` with the articles
of CMRC and DRCD, those about pages of an encyclopedia. The questions (``training/questions``) were
written by reading one article each, in other words than its own; many are such that the article
does not answer though it seems to. They hold nothing of the articles: only which one is meant, and
where in it the answer stands.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from qa.quality.metrics import Gold
from qa.quality.question_set import LabelledQuestion, open_lines, question_line
from qa.question import Language
from qa.question_rules import Kind

WRITTEN: Final = Path(__file__).parent / "questions"
_BESIDE: Final = 15  # of the other articles, each so many-th is in the library, too
_TELLING: Final = 16  # characters of a sentence that two articles do not share by chance
_ENDS: Final = "。！？!?\n"

Record = dict[str, Any]  # an article as its collection has it: a line of JSON


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question about an article of a collection.

    Attributes:
        id: Its own name.
        article: The record of the article that it was written about.
        question: As people type it.
        lang: zh-Hans, zh-Hant or en.
        type: What is asked.
        answer: Where in the article's raw text the answer stands; None where nowhere.
    """

    id: str
    article: str
    question: str
    lang: Language
    type: Kind
    answer: tuple[int, int] | None = None


def read_written(name: str) -> list[WrittenQuestion]:
    """The questions of that name, in their file's order."""
    reader, path = TypeAdapter(WrittenQuestion), WRITTEN / f"{name}.jsonl"
    return [reader.validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled(asked: WrittenQuestion, text: str) -> LabelledQuestion:
    """The question with the sentence that answers it for evidence.

    Args:
        asked: The question.
        text: The raw text of its article.
    """
    gold: tuple[Gold, ...] = ()
    answers: tuple[str, ...] = ()
    if asked.answer:
        gold = (Gold(asked.article, text[slice(*_sentence(text, *asked.answer))]),)
        answers = (text[slice(*asked.answer)],)
    return LabelledQuestion(
        asked.id, asked.question, asked.lang, asked.type, bool(gold), gold, answers
    )


def chosen(
    collection: Sequence[Record], asked: Sequence[WrittenQuestion], left_out: Sequence[Record]
) -> list[Record]:
    """The articles asked about, and others beside them.

    None of these others repeats a sentence of one that is left out, or of one asked about: that
    might answer, and no label would tell.
    """
    wanted = {each.article for each in asked}
    told = {sentence for record in left_out for sentence in _sentences(record)}
    told |= {s for record in collection if record["id"] in wanted for s in _sentences(record)}
    out = {record["id"] for record in left_out}
    return [
        record
        for number, record in enumerate(collection)
        if record["id"] in wanted
        or (number % _BESIDE == 0 and record["id"] not in out and not told & _sentences(record))
    ]


def _sentences(record: Record) -> set[str]:
    bare = re.sub(r"\s", "", record["text"])
    return {each for each in re.split(f"[{_ENDS}]", bare) if len(each) >= _TELLING}


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or sentences, around a stretch of a text."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, end)) >= 0]
    return first, min(ends, default=len(text) - 1) + 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the two files."""
    options = _options(arguments)
    asked, collection = read_written(options.name), list(_records(options.articles))
    articles = chosen(collection, asked, list(_records(options.leave_out)))
    texts: Mapping[str, str] = {record["id"]: record["text"] for record in articles}
    options.out.mkdir(parents=True, exist_ok=True)
    _write(
        options.out / f"{options.name}-asked.articles.jsonl.gz",
        (json.dumps(each, ensure_ascii=False) for each in articles),
    )
    _write(
        options.out / f"{options.name}-asked.questions.jsonl.gz",
        (question_line(labelled(each, texts[each.article])) for each in asked),
    )


def _records(paths: Sequence[Path]) -> Iterator[Record]:
    for path in paths:
        with open_lines(path) as lines:
            yield from map(json.loads, lines)


def _write(path: Path, lines: Iterator[str]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    names = sorted(path.stem for path in WRITTEN.glob("*.jsonl"))
    parser.add_argument("name", choices=names, help="which questions")
    parser.add_argument(
        "--articles", type=Path, required=True, nargs="+", help="the collections they are about"
    )
    parser.add_argument(
        "--leave-out", type=Path, default=[], nargs="+", help="articles to judge on"
    )
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
