"""Sets of questions that a library keeps: question files under names of their own."""

import re
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from typing import Final

from corpus.article import StoreError
from qa.quality.files import write_new
from qa.quality.question_set import (
    LabelledQuestion,
    QuestionSetError,
    question_line,
    read_questions,
)

_UNFIT: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_SUFFIXES: Final = (".gz", ".xz", ".jsonl", ".ndjson", ".questions", ".json")
_LONGEST: Final = 60  # characters: 180 bytes of Chinese, where file systems allow 255


def keep_set(folder: Path, file: Path) -> str:
    """Copies a question file into a folder; the name of the set.

    It is named as the file. Where another set has that name already, a number is put behind it, so
    that none is ever lost; the same questions again are the same set.

    Raises:
        QuestionSetError: The file cannot be used.
        StoreError: It cannot be written.
    """
    questions = read_questions(file)
    text = "".join(f"{question_line(each)}\n" for each in questions)
    wanted = _name(file.name)
    names = chain([wanted], (f"{wanted} ({number})" for number in count(2)))
    return next(
        name
        for name in names
        if write_new(_file(folder, name), text) or _holds(_file(folder, name), questions)
    )


def set_names(folder: Path) -> tuple[str, ...]:
    """The names of the sets of a folder, in order."""
    return tuple(sorted(file.stem for file in folder.glob("*.jsonl")))


def read_set(folder: Path, name: str) -> tuple[LabelledQuestion, ...]:
    """The questions of a set; none where there is no such set.

    Raises:
        QuestionSetError: Its file cannot be used any more.
    """
    return read_questions(_file(folder, name)) if name in set_names(folder) else ()


def drop_set(folder: Path, name: str) -> bool:
    """Deletes a set; whether there was one.

    Raises:
        StoreError: It cannot be deleted.
    """
    if name not in set_names(folder):
        return False
    try:
        _file(folder, name).unlink()
    except OSError as error:
        told = "{file}: cannot be deleted ({reason}); see whether the folder may be written to"
        raise StoreError(told, file=_file(folder, name), reason=error.strerror) from error
    return True


def _holds(file: Path, questions: Sequence[LabelledQuestion]) -> bool:
    try:
        return read_questions(file) == questions
    except QuestionSetError:  # broken, and no reason to refuse another
        return False


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.jsonl"


def _name(file: str) -> str:
    """The file's name without suffixes, and without what cannot stand in one."""
    name = _UNFIT.sub(" ", file)
    while suffix := next((each for each in _SUFFIXES if name.lower().endswith(each)), ""):
        name = name[: -len(suffix)]
    return name.strip(" .")[:_LONGEST].strip() or "questions"
