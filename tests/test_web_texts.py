"""The catalogue of the page's texts: every name once, every gap in every language."""

import ast
from collections import Counter
from pathlib import Path

from qa.web import texts
from qa.web.texts_ask import ASK


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
