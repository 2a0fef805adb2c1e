"""Why files could not be read, told in the language of who reads."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.reader import ReadFailure, read_articles
from qa.messages.catalogue import texts
from qa.messages.reasons import REASONS
from qa.messages.said import told
from qa.report import Outcome
from qa.web.failures import failures_html
from qa.web.pages import outcomes_html
from tests.shelves import Shelf, write

ZH, HANT, EN = texts("zh-Hans"), texts("zh-Hant"), texts("en")


def reasons(path: Path) -> Sequence[str]:
    return [found.reason for found in read_articles(path) if isinstance(found, ReadFailure)]


def test_a_bad_line_of_a_table_is_told_with_its_number(tmp_path: Path) -> None:
    path = write(tmp_path / "甲.csv", "标题,正文\n桥,修好了,昨天\n渠,通水")
    (reason,) = reasons(path)
    assert told(reason, ZH) == "这一行超过 2 列；请给正文加上引号。"
    assert told(reason, HANT) == "這一列超過 2 欄；請給正文加上引號。"
    assert told(reason, EN) == reason


def test_names_of_the_file_stand_in_the_gaps_as_they_are(tmp_path: Path) -> None:
    (reason,) = reasons(write(tmp_path / "甲.csv", "ask,a list\n桥,修好了"))
    assert told(reason, ZH).endswith("可选：ask, a list")


@pytest.mark.parametrize(
    ("line", "chinese"),
    [
        ("{broken", "这一行不是 JSON（第 2 个字符处有错）；请改正或删去。"),
        ("17", '这一行是数字，不是有正文的对象；请写成 {"text": …}。'),
        ('{"正文": [1]}', "这一行“正文”是列表，不是字符串；请加上引号。"),
        ("{}", "这一行没有正文字段；请指明哪一个是正文，可选：（没有字段）"),
    ],
)
def test_a_sentence_within_a_sentence_is_told(tmp_path: Path, line: str, chinese: str) -> None:
    (reason,) = reasons(write(tmp_path / "甲.jsonl", f'{{"text": "桥修好了。"}}\n{line}'))
    assert told(reason, ZH) == chinese


def test_every_sentence_is_known_by_its_words_whatever_fills_its_gaps() -> None:
    for english, (simplified, _) in REASONS.items():
        values: dict[str, str] = defaultdict(lambda: "7; {x}\n")
        assert told(english.format_map(values), ZH) == simplified.format_map(values)


def test_what_a_library_kept_is_told_in_chinese(tmp_path: Path) -> None:
    path = write(tmp_path / "甲.jsonl", "{broken")
    with Shelf(tmp_path / "library") as shelf:
        shelf.add([path])
        kept = shelf.status().failures
    assert "这一行不是 JSON" in failures_html(kept, ZH)
    assert "this line is not JSON" in failures_html(kept, EN)


def test_a_file_of_which_no_text_is_left_is_told_in_chinese(tmp_path: Path) -> None:
    with Shelf(tmp_path / "library") as shelf:
        report = shelf.add([write(tmp_path / "甲.txt", "\u200b")])
    assert "清理以后没有文字了" in outcomes_html(report.outcomes, ZH)


def test_a_reason_of_before_that_names_its_file_is_told_without() -> None:
    reason = "/news/a: b.txt: no text is left to read; remove it or put text into it"
    assert told(reason, ZH) == "清理以后没有文字了；请删去，或写进文字。"


def test_a_reason_that_is_not_known_is_told_as_it_stands() -> None:
    assert "holds {3} &lt;b&gt;" in outcomes_html([Outcome("甲", "failed", "holds {3} <b>")], ZH)
