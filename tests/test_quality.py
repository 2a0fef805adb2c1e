"""Question sets and runs: what is kept, what came of each question, and that none is lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.article import StoreError
from qa.library import Library
from qa.quality.measuring import JUDGED
from qa.quality.question_set import QuestionSetError, question_line, read_questions
from qa.quality.runs import Came, Group, Result, Run, keep_run, misses, read_results, read_runs
from qa.quality.sets import keep_set, read_set, set_names
from tests.shelves import open_library, write

PARK = "柳塘公园开园\n\n柳塘日报讯 4月9日，柳塘公园开园，园长欧阳霁致辞。"
FERRY = "松岛渡轮首航\n\n松岛轮渡公司宣布，新渡轮将于六月一日首航，票价二十元。"


def line(id_: str, question: str, article: str = "", evidence: str = "") -> str:
    gold = f'[{{"article": "{article}", "evidence": "{evidence}"}}]' if article else "[]"
    answerable = "true" if article else "false"
    return (
        f'{{"id": "{id_}", "question": "{question}", "lang": "zh-Hans", "type": "who",'
        f' "answerable": {answerable}, "gold": {gold}}}'
    )


def result(id_: str, rank: int, *, answerable: bool = True) -> Result:
    came = Came("题", "报", "文")
    return Result(id_, "谁？", "en", "who", answerable, rank, "证", came, 0.5, answered=True)


def run_of(name: str, began: str = "2024-04-12T08:30:00+00:00") -> Run:
    group = Group("all", 2, (0.5, 1.0, 1.0), (0.5, 1.0, 1.0), 0.75)
    return Run(name, "set", began, 3, "e", 10, (group,), 0.1, 0.2)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / "park.txt", PARK), write(tmp_path / "ferry.txt", FERRY)])
        yield opened


@pytest.fixture
def questions(library: Library, tmp_path: Path) -> Path:
    park, ferry = (
        next(a.record for a in library.articles() if name in a.address)
        for name in ("park", "ferry")
    )
    lines = [
        line("right", "柳塘公园开园谁致辞？", park, "园长欧阳霁致辞"),
        line("wrong", "柳塘公园谁来了？", ferry, "票价二十元"),
        line("none", "谁修了桥？"),
    ]
    return write(tmp_path / "问题.questions.jsonl", "\n".join(lines))


def test_a_run_says_what_came_of_each_question(library: Library, questions: Path) -> None:
    name = library.keep_questions(questions)
    seen: list[tuple[int, int]] = []
    run = library.measure(name, 1, lambda *progress: seen.append(progress))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    right, wrong, none = library.results(run.name)
    assert (right.rank, wrong.rank, none.answerable) == (1, 0, False)
    assert wrong.wanted == "票价二十元"
    assert wrong.came is not None
    assert "欧阳霁" in wrong.came.text
    assert (run.questions, run.articles, run.k) == ("问题", 2, 1)
    assert {g.name: (g.questions, g.evidence) for g in run.groups}["all"] == (2, (0.5, 0.5, 0.5))


def test_runs_are_kept_newest_first(library: Library, questions: Path) -> None:
    name = library.keep_questions(questions)
    kept = {library.measure(name).name, library.measure(name).name}
    with open_library(library.path) as again:
        assert {run.name for run in again.runs()} == kept
        began = [run.began for run in again.runs()]
        assert began == sorted(began, reverse=True)


def test_nothing_of_an_interrupted_run_is_kept(library: Library, questions: Path) -> None:
    name = library.keep_questions(questions)

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.measure(name, on_answer=interrupt)
    assert library.runs() == ()


def test_the_judgements_can_be_measured(library: Library) -> None:
    with pytest.raises(StoreError, match="there are no such questions"):
        library.measure(JUDGED)
    hit = library.retrieve("谁致辞？", 1)[0]
    library.judge("谁致辞？", "right", hit.passage_id)
    assert library.results(library.measure(JUDGED).name)[0].rank == 1


def test_a_read_only_library_keeps_nothing(library: Library, questions: Path) -> None:
    with open_library(library.path, read_only=True) as reading:
        with pytest.raises(StoreError, match="reading alone"):
            reading.keep_questions(questions)
        with pytest.raises(StoreError, match="reading alone"):
            reading.measure("问题")


def test_the_same_questions_are_one_set_and_others_of_its_name_another(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    first = write(tmp_path / "1" / "问.questions.jsonl", line("a", "谁？", "r", "甲"))
    other = write(tmp_path / "2" / "问.jsonl", line("b", "谁？", "r", "乙"))
    assert [keep_set(folder, file) for file in (first, other, first, other)] == [
        "问",
        "问 (2)",
        "问",
        "问 (2)",
    ]
    assert set_names(folder) == ("问", "问 (2)")
    assert read_set(folder, "问") == read_questions(first)


def test_sets_of_one_name_that_come_at_once_are_all_kept(tmp_path: Path) -> None:
    files = [
        write(tmp_path / str(number) / "问.jsonl", line("a", f"第{number}问？", "r", "甲"))
        for number in range(12)
    ]
    with ThreadPoolExecutor(12) as pool:
        names = set(pool.map(lambda file: keep_set(tmp_path / "sets", file), files))
    assert names == set(set_names(tmp_path / "sets"))
    kept = {read_set(tmp_path / "sets", name)[0].question for name in names}
    assert kept == {f"第{number}问？" for number in range(12)}


def test_a_broken_set_of_its_name_is_no_reason_to_refuse_another(tmp_path: Path) -> None:
    write(tmp_path / "sets" / "问.jsonl", "{")
    file = write(tmp_path / "问.jsonl", line("a", "谁？", "r", "甲"))
    assert keep_set(tmp_path / "sets", file) == "问 (2)"


@pytest.mark.parametrize(
    ("file", "name"),
    [("..jsonl", "questions"), ("a\nb.jsonl.gz", "a b"), ("长" * 60 + "长.jsonl", "长" * 60)],
)
def test_a_set_has_a_name_that_any_file_can_have(tmp_path: Path, file: str, name: str) -> None:
    import gzip

    content = line("a", "谁？", "r", "甲").encode()
    path = write(tmp_path / file, gzip.compress(content) if file.endswith("gz") else content)
    assert keep_set(tmp_path / "sets", path) == name


def test_a_file_that_is_no_question_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError):
        keep_set(tmp_path / "sets", write(tmp_path / "a.jsonl", "{}"))
    assert not (tmp_path / "sets").exists()


@pytest.mark.parametrize("name", ["../secret", "nothing", ""])
def test_only_sets_and_runs_are_read(tmp_path: Path, name: str) -> None:
    write(tmp_path / "secret.jsonl", line("a", "谁？", "r", "甲"))
    (tmp_path / "sets").mkdir()
    assert read_set(tmp_path / "sets", name) == ()
    assert read_results(tmp_path / "sets", name) == ()


def test_a_run_is_read_as_it_was_kept(tmp_path: Path) -> None:
    run, results = run_of("one"), (result("a", 1), result("b", 0))
    keep_run(tmp_path, run, results)
    write(tmp_path / "other.jsonl", "no run")
    assert read_runs(tmp_path) == (run,)
    assert read_results(tmp_path, "one") == results


def test_a_damaged_run_says_what_to_do(tmp_path: Path) -> None:
    keep_run(tmp_path, run_of("one"), [result("a", 1)])
    file = tmp_path / "one.jsonl"
    file.write_text(file.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    with pytest.raises(StoreError, match="run it anew"):
        read_results(tmp_path, "one")


def test_a_miss_is_an_answerable_question_without_a_right_passage_near() -> None:
    results = [result("hit", 1), result("late", 6), result("miss", 0)]
    results.append(result("none", 0, answerable=False))
    assert [each.id for each in misses(results, 5)] == ["late", "miss"]
    assert [each.id for each in misses(results, 10)] == ["miss"]


def test_a_question_line_is_read_back(tmp_path: Path) -> None:
    lines = [line("a", "谁？", "r", "甲"), line("b", "谁修桥？")]
    read = read_questions(write(tmp_path / "a.jsonl", "\n".join(lines)))
    again = write(tmp_path / "b.jsonl", "\n".join(map(question_line, read)))
    assert read_questions(again) == read


def test_a_set_is_deleted_and_what_is_no_set_is_not(library: Library, questions: Path) -> None:
    name = library.keep_questions(questions)
    assert not library.drop_questions("../judgements")
    assert library.drop_questions(name)
    assert not library.drop_questions(name)
    assert library.question_sets() == ()
