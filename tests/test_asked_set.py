"""The questions that come with the project to learn from, and the sets that are made of them."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quality.question_set import read_questions
from training.asked import Record, WrittenQuestion, chosen, labelled, main, read_written

NAMES = ("news", "pages", "news-pairs", "pages-pairs")
TEXT = "青岚大桥全长两公里。\n大桥于4月12日通车！市民步行过桥"
DAY = TEXT.index("4月12日")


def asked(start: int, end: int) -> WrittenQuestion:
    return WrittenQuestion("n1", "1", "大桥哪天通车？", "zh-Hans", "when", (start, end))


def record(name: str, text: str) -> Record:
    return {"id": name, "title": None, "text": text}


def test_the_evidence_is_the_sentence_around_the_answer() -> None:
    made = labelled(asked(DAY, DAY + 5), TEXT)
    assert made.answers == ("4月12日",)
    assert [each.evidence for each in made.gold] == ["大桥于4月12日通车！"]


@given(st.data())
def test_the_evidence_stands_in_the_text_and_holds_the_answer(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    (gold,) = labelled(asked(start, end), TEXT).gold
    assert gold.evidence in TEXT
    assert TEXT[start:end] in gold.evidence


def test_a_question_that_its_article_does_not_answer_has_no_gold() -> None:
    made = labelled(WrittenQuestion("n1", "1", "谁设计了大桥？", "zh-Hans", "who"), TEXT)
    assert not made.answerable
    assert not made.gold
    assert not made.answers


def test_articles_beside_repeat_nothing_that_is_asked_about_or_left_out() -> None:
    long = "青岚大桥在四月的一个早上由县长宣布通车。"
    told = "云川的水库在五月的一个晚上开始向下游放水。"
    collection = [record("0", long + "又一句。"), *(record(str(n), "别的。") for n in range(1, 15))]
    collection += [record("15", told), record("16", "别的。"), record("17", long)]
    collection += [record(str(n), "别的。") for n in range(18, 31)]
    some = [WrittenQuestion("n1", "17", "谁宣布通车？", "zh-Hans", "who")]
    taken = chosen(collection, some, [record("x", told)])
    assert [each["id"] for each in taken] == ["17", "30"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_can_be_read_back(name: str, tmp_path: Path) -> None:
    asked = read_written(name)
    some = {each.article: "文" * 3000 for each in asked}
    lines = [json.dumps(record(name, text), ensure_ascii=False) for name, text in some.items()]
    for file_name, its in (("all.gz", lines), ("out.gz", [json.dumps(record("x", "另一篇。"))])):
        with gzip.open(tmp_path / file_name, "wt", encoding="utf-8") as file:
            file.write("\n".join(its))
    inputs = ["--articles", str(tmp_path / "all.gz"), "--leave-out", str(tmp_path / "out.gz")]
    main([name, *inputs, "--out", str(tmp_path / "set")])
    written = read_questions(tmp_path / "set" / f"{name}-asked.questions.jsonl.gz")
    assert [each.question for each in written] == [each.question for each in asked]
    assert sum(not each.answerable for each in written) > len(written) / 4


@pytest.mark.parametrize("name", NAMES)
def test_the_questions_that_come_along_are_sound(name: str) -> None:
    some = read_written(name)
    assert len({each.id for each in some}) == len(some) > 1000
    assert {each.lang for each in some} == {"zh-Hans", "zh-Hant", "en"}
    for each in some:
        assert each.question.strip()
        assert each.answer is None or 0 <= each.answer[0] < each.answer[1]


@pytest.mark.parametrize("name", ["news-pairs", "pages-pairs"])
def test_of_a_pair_the_article_answers_the_first_alone(name: str) -> None:
    some = {each.id: each for each in read_written(name)}
    for name_, each in some.items():
        assert name_.startswith(f"{each.article}/")
        assert name_.endswith("a" if each.answer else "b")
        if not each.answer:
            first = some[f"{name_[:-1]}a"]
            assert (first.lang, first.article) == (each.lang, each.article)
            assert first.question != each.question
