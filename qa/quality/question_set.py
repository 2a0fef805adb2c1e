"""Labelled questions: the JSON lines by which the answers of a library are measured."""

import gzip
import json
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, TextIO

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from corpus.article import SentenceError
from qa.quality.metrics import Gold, squeezed
from qa.question import Language, QuestionError, read_question
from qa.question_rules import Kind


class QuestionSetError(SentenceError):
    """A file of labelled questions cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """Somebody whom the answer to a who-question must name.

    Attributes:
        name: As it stands in the article.
        title: As it stands in the article; may be empty.
        role: The part played.
    """

    name: str
    title: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with what answers it.

    Attributes:
        id: Its own name, once in a set.
        question: As people type it.
        lang: zh-Hans, zh-Hant or en.
        type: What is asked (who, when, where, howmany, what, why, said, how), or None.
        answerable: Whether any article answers it.
        gold: The places that answer it; at least one where it is answerable.
        answers: The answer in words.
        people: For a who-question, who must be named.
        after: What the same person asked before, oldest first, where it is a follow-up.
    """

    id: str
    question: str
    lang: Language
    type: Kind | None = None
    answerable: bool = True
    gold: tuple[Gold, ...] = ()
    answers: tuple[str, ...] = ()
    people: tuple[GoldPerson, ...] = ()
    after: tuple[str, ...] = ()


_READER: Final = TypeAdapter(LabelledQuestion)
# What is wrong with a value, by pydantic's name for it, with the cure.
_PROBLEMS: Final = {
    "missing": "is missing; write it",
    "string_type": "is no text; put it in quotation marks",
    "bool_type": "is neither true nor false; write one of them",
    "bool_parsing": "is neither true nor false; write one of them",
    "tuple_type": "is no list; put it in brackets",
    "dataclass_type": "is no object; put it in braces",
    "literal_error": "is none of {expected}; write one of them",
    "json_invalid": "is no JSON ({error}); write one object a line",
}
_UNREADABLE = (OSError, EOFError, lzma.LZMAError, zlib.error, UnicodeDecodeError)


def read_questions(path: Path) -> tuple[LabelledQuestion, ...]:
    """The questions of a file of JSON lines (plain, ``.gz`` or ``.xz``), in its order.

    Empty lines are passed over; keys that are not known are left aside.

    Raises:
        QuestionSetError: The file cannot be read, holds no question, or a line is not a question.
    """
    try:
        with open_lines(path) as lines:
            questions = tuple(_questions(path, lines))
    except FileNotFoundError as error:
        told = "{path}: does not exist; check the spelling of the path"
        raise QuestionSetError(told, path=path) from error
    except IsADirectoryError as error:
        raise QuestionSetError("{path}: is a folder; name a file", path=path) from error
    except _UNREADABLE as error:
        told = "{path}: cannot be read as lines of UTF-8 ({reason}); save it as such"
        raise QuestionSetError(told, path=path, reason=error) from error
    if not questions:
        told = "{path}: holds no question; write one JSON object a line"
        raise QuestionSetError(told, path=path)
    return questions


def question_line(question: LabelledQuestion) -> str:
    """The question as a line that `read_questions` reads back; what is empty is left out."""
    return json.dumps(
        {k: v for k, v in asdict(question).items() if v not in (None, ())}, ensure_ascii=False
    )


def open_lines(path: Path) -> TextIO:
    """A file of UTF-8 lines, plain, ``.gz`` or ``.xz``, opened for reading."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig")
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8-sig")
    return path.open(encoding="utf-8-sig")


def _questions(path: Path, lines: TextIO) -> Iterator[LabelledQuestion]:
    seen: dict[str, int] = {}  # the lines of the ids
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        question = _question(where, line)
        if question.id in seen:
            told = "{where}: the id {id!r} is that of line {first}, too; give each question its own"
            raise QuestionSetError(told, where=where, id=question.id, first=seen[question.id])
        seen[question.id] = number
        yield question


def _question(where: str, line: str) -> LabelledQuestion:
    try:
        question = _READER.validate_json(line)
    except ValidationError as error:
        raise _refused(where, error.errors()[0]) from error
    if not question.id.strip():
        raise QuestionSetError("{where}: id: is empty; give the question a name", where=where)
    _check_text(where, "question", question.question)
    for number, text in enumerate(question.after):
        _check_text(where, f"after.{number}", text)
    if question.answerable and not any(squeezed(gold.evidence) for gold in question.gold):
        told = "{where}: gold: is missing; add the evidence, or say answerable: false"
        raise QuestionSetError(told, where=where)
    return question


def _check_text(where: str, key: str, text: str) -> None:
    if not text.strip():
        told = "{where}: {key}: is empty; say what is asked"
        raise QuestionSetError(told, where=where, key=key)
    try:
        read_question(text)
    except QuestionError as error:
        told = "{where}: {key}: cannot be asked: {problem}"
        raise QuestionSetError(told, where=where, key=key, problem=error) from error


def _refused(where: str, found: ErrorDetails) -> QuestionSetError:
    """What pydantic found wrong, of a value by its key, or of the line as a whole."""
    problem = _problem(found)
    if not found["loc"]:
        return QuestionSetError("{where}: {problem}", where=where, problem=problem)
    key = ".".join(map(str, found["loc"]))
    return QuestionSetError("{where}: {key}: {problem}", where=where, key=key, problem=problem)


def _problem(found: ErrorDetails) -> str:
    """What pydantic found, in our words where we have some."""
    told = _PROBLEMS.get(found["type"])
    named = dict(found.get("ctx", {}))
    if "error" in named:
        named["error"] = str(named["error"]).replace(" at line 1 ", " at ")  # it is given one line
    if "expected" in named:
        named["expected"] = str(named["expected"]).replace(" or ", ", ")
    return told.format(**named) if told else found["msg"]
