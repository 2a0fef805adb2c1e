"""Which passages tell last what has changed."""

from datetime import date

import pytest

from corpus.article import Heading, Passage
from qa.question import read_question
from qa.ranking.latest import told_last

TOLD = {
    "first": ("青岚大桥动工 预计2022年通车", date(2018, 11, 20), "青岚大桥11月19日动工。"),
    "last": ("青岚大桥建成", date(2024, 9, 30), "青岚大桥9月28日通车。"),
    "other": ("松岛轮渡首航", date(2024, 10, 2), "轮渡10月1日首航。"),
}


def last(question: str, *names: str, dated: bool = False) -> frozenset[str]:
    passages = [Passage(n, n, 0, len(TOLD[n][2]), TOLD[n][2]) for n in names]
    headings = {n: Heading(n, n, TOLD[n][0], "", TOLD[n][1], "", "") for n in names}
    return told_last(read_question(question), passages, headings, dated=dated)


@pytest.mark.parametrize(
    ("question", "names", "expected"),
    [
        ("青岚大桥什么时候通车？", "first last other", {"last"}),
        ("青岚大桥预计什么时候通车？", "first last other", set()),
        ("青岚大桥什么时候通车？", "last other", set()),  # nothing was foretold
        ("松岛轮渡什么时候首航？", "first last other", set()),  # nothing of it
        ("青岚大桥最终什么时候通车？", "last other", set()),  # nor changed
        ("青岚大桥为什么停工？", "first last other", set()),
        ("青岚大桥最终为什么停工？", "first last other", {"last"}),
        ("什么时候通车？", "first last other", set()),  # of what is not said
    ],
)
def test_results_come_before_what_was_foretold(
    question: str, names: str, expected: set[str]
) -> None:
    assert last(question, *names.split()) == expected


def test_the_toll_of_a_day_is_not_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    early = ("青岚县大巴侧翻", date(2024, 10, 6), "10月5日，青岚县大巴侧翻，3人死亡。")
    late = ("青岚县大巴侧翻死亡增至4人", date(2024, 10, 7), "6日，“10·5”侧翻死亡人数增至4人。")
    monkeypatch.setitem(TOLD, "early", early)
    monkeypatch.setitem(TOLD, "late", late)
    assert last("死了几个人？", "early", "late", "other") == {"late"}
    assert last("10月6日死了几个人？", "early", "late", dated=True) == frozenset()
