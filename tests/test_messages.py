"""The catalogue of the page's texts: every name once, every gap in every language."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import corpus
import index
import qa
from corpus import reader
from qa import messages
from qa.messages.errors import ERRORS
from qa.messages.reasons import REASONS


def names() -> list[str]:
    """The names of texts, as they stand in the files of the catalogue."""
    files = Path(messages.__file__).parent.glob("*.py")
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


def sentences(folder: Path) -> Iterator[str]:
    """What stands in the code that raises errors, the gaps open, without its docstrings."""
    for file in folder.rglob("*.py"):
        if not file.match("qa/messages/*.py"):
            nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
            documented = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
            yield from (said(node) for node in nodes if id(node) not in documented)


def said(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(map(said, node.values))
    if isinstance(node, ast.FormattedValue):
        name = ast.unparse(node.value).rpartition(".")[2].strip("_").lower()
        return f"{{{name}}}"
    return str(node.value) if isinstance(node, ast.Constant) else ""


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_about_an_error_is_one_that_is_raised() -> None:
    folders = (Path(str(package.__file__)).parent for package in (corpus, index, qa))
    raised = {sentence for folder in folders for sentence in sentences(folder)}
    assert set(ERRORS) | set(REASONS) <= raised


def test_every_reason_that_a_reader_gives_is_told_in_chinese() -> None:
    given = {each for each in sentences(Path(str(reader.__file__)).parent) if "; " in each}
    assert given - set(REASONS) == set()


def test_sentences_about_errors_fill_only_the_gaps_that_have_values() -> None:
    for english, (simplified, traditional) in (ERRORS | REASONS).items():
        assert gaps(simplified) == gaps(traditional)
        assert gaps(simplified) <= gaps(english)
