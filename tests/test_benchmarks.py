"""What the benchmarks share; nothing here asserts a time."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import __main__ as results
from benchmarks import cold_start, listing, offices
from benchmarks.contenders.task import Task, read_task
from benchmarks.harness import interleaved, quantile, ratio, run_process, spread, table
from benchmarks.made import made_records
from benchmarks.scale_steps import timed
from index.lexical import LexicalSearcher

ROOT = Path(__file__).parents[1]


def test_every_other_round_goes_backwards() -> None:
    turns: list[str] = []
    found = interleaved({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, 3)
    assert turns == ["a", "b", "b", "a", "a", "b"]
    assert {name: len(some) for name, some in found.items()} == {"a": 3, "b": 3}


@pytest.mark.parametrize(
    ("numbers", "share", "expected"),
    [([5.0], 0.95, 5.0), ([3.0, 1.0, 2.0, 4.0], 0.5, 2.0), ([1.0, 2.0, 3.0], 0.95, 3.0)],
)
def test_quantile_is_one_of_the_numbers(
    numbers: list[float], share: float, expected: float
) -> None:
    assert quantile(numbers, share) == expected


def test_quantile_of_a_hundred() -> None:
    assert quantile([float(n) for n in range(1, 101)], 0.95) == 95.0
    assert quantile([], 0.95) == 0.0


def test_ratio_compares_round_by_round() -> None:
    assert ratio([2.0, 9.0, 8.0], [1.0, 3.0, 2.0]) == "3.00 (2.00–4.00)"
    assert ratio([], []) == "–"


def test_spread_is_the_median_between_the_least_and_the_most() -> None:
    assert spread([3.0, 1000.0, 1.0]) == "3.0 (1.0–1,000.0)"


def test_a_table_is_markdown() -> None:
    assert table(("a", "b"), [(1, "x")]) == "| a | b |\n| --- | --- |\n| 1 | x |"


def test_a_process_gives_its_last_line_and_takes_time() -> None:
    run = run_process([sys.executable, "-c", "print('first'); print('last')"])
    assert run.last == "last"
    assert run.seconds > 0


def test_a_process_that_fails_is_told() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run_process([sys.executable, "-c", "raise SystemExit(3)"])


def test_made_articles_are_the_same_for_a_seed() -> None:
    first = list(made_records(3, seed=5))
    assert first == list(made_records(3, seed=5))
    assert first != list(made_records(3, seed=6))
    assert [each["id"] for each in first] == ["made-0", "made-1", "made-2"]
    assert all(200 <= len(line) for each in first for line in each["text"].split("\n"))


def test_articles_that_answer_come_first(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(
        "".join(
            json.dumps({"id": name, "text": f"青岚{name}大桥通车。"}) + "\n" for name in "甲乙丙"
        )
    )
    questions = tmp_path / "questions.jsonl"
    gold = [{"article": "丙", "evidence": "大桥通车"}]
    line = {"id": "1", "question": "什么通车？", "lang": "zh-Hans", "gold": gold}
    questions.write_text(json.dumps(line) + "\n")
    task = read_task(articles, questions, count=2, asked=10)
    assert [article["id"] for article in task.articles] == ["丙", "甲"]
    assert task.questions == ["什么通车？"]


def test_only_answerable_questions_are_judged() -> None:
    task = Task([], ["a", "b", "c"], [frozenset({"1"}), frozenset({"2"}), frozenset()])
    assert task.found_first(["1", "1", "1"]) == "50.0"
    assert Task([], ["a"], [frozenset()]).found_first(["1"]) == "–"


def test_a_table_that_is_measured_again_takes_its_old_place(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    for name, body in (("encode", "| old |"), ("parts", "| a |"), ("encode", "| new |")):
        file.write_text(results.replaced(file, results.TITLES[name], body), "utf-8")
    text = file.read_text("utf-8")
    assert text.index("## Parts") < text.index("## Encoding")
    assert "| a |" in text
    assert "| new |" in text
    assert "| old |" not in text


def test_the_parts_of_a_question_that_are_timed_are_there() -> None:
    words = LexicalSearcher.retrieve
    with timed():
        assert LexicalSearcher.retrieve is not words
    assert LexicalSearcher.retrieve is words


def test_each_option_of_each_script_says_what_it_is_for() -> None:
    files = [*(ROOT / "benchmarks").rglob("*.py"), *(ROOT / "training").rglob("*.py")]
    calls = [
        (file.name, node)
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "add_argument"
    ]
    assert calls
    silent = [(name, call.lineno) for name, call in calls if not has_help(call)]
    assert silent == []


def has_help(call: ast.Call) -> bool:
    return any(keyword.arg == "help" for keyword in call.keywords)


@pytest.mark.parametrize("benchmark", [cold_start, listing, offices])
def test_a_benchmark_makes_no_library(
    benchmark: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        benchmark.main([str(tmp_path / "missing")])
    assert "there is no library here" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_fuzzing_without_its_package_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "atheris.py").write_text("raise ModuleNotFoundError", encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.fuzz_readers", "--help"]
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    env = {**os.environ, "PYTHONPATH": path}
    ended = subprocess.run(command, check=False, env=env, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Fuzzes one reader with coverage")
    assert "pip install atheris" in ended.stderr.splitlines()[-1]
