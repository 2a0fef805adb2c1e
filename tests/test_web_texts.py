"""The catalogue of the page's texts: every name once, every gap in every language."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import corpus
import index
import qa
from qa.web import texts
from qa.web.texts_ask import ASK
from qa.web.texts_errors import ERRORS
from qa.web.texts_reasons import REASONS


def names() -> list[str]:
    """The names of texts, as they stand in the files of the catalogue."""
    files = Path(texts.__file__).parent.glob("texts*.py")
    trees = (ast.walk(ast.parse(file.read_text(encoding="utf-8"))) for file in files)
    tables = (node for tree in trees for node in tree if isinstance(node, ast.Dict))
    named = (pair for table in tables for pair in zip(table.keys, table.values, strict=True))
    return [
        str(key.value)
        for key, value in named
        if isinstance(key, ast.Constant) and isinstance(value, ast.Tuple)
    ]


def test_no_text_takes_the_name_of_another() -> None:
    assert "tagline" in names()
    assert [name for name, count in Counter(names()).items() if count > 1] == []


def test_every_text_fills_the_same_gaps_in_every_language() -> None:
    for simplified, traditional, english in ASK.values():
        assert simplified.count("{") == traditional.count("{") == english.count("{")


def constants() -> Iterator[object]:
    """What stands as it is in the code that raises errors."""
    for package in (corpus, index, qa):
        for file in Path(str(package.__file__)).parent.rglob("*.py"):
            if file.name not in ("texts_errors.py", "texts_reasons.py"):
                tree = ast.parse(file.read_text(encoding="utf-8"))
                yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_about_an_error_is_one_that_is_raised() -> None:
    assert set(ERRORS) | set(REASONS) <= set(constants())


def test_sentences_about_errors_fill_only_the_gaps_that_have_values() -> None:
    for english, (simplified, traditional) in ERRORS.items():
        assert gaps(simplified) == gaps(traditional)
        assert gaps(simplified) <= gaps(english)
