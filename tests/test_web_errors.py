"""What is told of errors on the page, in its language; programs and the log keep to English."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import gradio as gr
import pytest

from corpus.article import SentenceError, StoreError
from qa.conversations.conversation import Conversation
from qa.filters import read_filters
from qa.library import Library
from qa.messages.catalogue import texts
from qa.messages.said import said
from qa.quality.question_set import read_questions
from qa.question import read_question
from qa.web.adding import adder
from qa.web.asking import Asking
from qa.web.errors import one_sentence
from qa.web.timings import Timings
from qa.web.turns import Turns
from qa.web.uploads import MOST_FILES, uploaded
from tests.shelves import open_library, write

ZH = texts("zh-Hans")
GOOD = '{"id": "q1", "question": "谁？", "lang": "zh-Hans", "answerable": false}'


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / "桥.txt", "甲镇的桥修好了。")])
        yield opened


def raised(fails: Callable[[], object]) -> SentenceError:
    with pytest.raises(SentenceError) as caught:
        fails()
    return caught.value


@pytest.mark.parametrize(
    ("fails", "chinese", "english"),
    [
        (
            lambda: read_question(" "),
            "问题是空的；请写出想知道什么。",
            "the question is empty; type what you want to know",
        ),
        (
            lambda: read_question("问" * 2001),
            "问题有 2001 个字；请缩短到 2000 个字以内。",
            "the question has 2001 characters; ask in at most 2000",
        ),
        (
            lambda: read_filters("", "7月", None, ""),
            "筛选日期：“7月”不是日期；请写成 2023-07-01 这样。",
            "since: '7月' is no date; write it as 2023-07-01",
        ),
        (
            lambda: read_filters("", "2023-08-16", "2023-08-10", ""),
            "筛选日期：开始日期 2023-08-16 在结束日期 2023-08-10 之后；请把两个日期对调。",
            "since 2023-08-16 comes after until 2023-08-10; exchange the two days",
        ),
        (
            lambda: uploaded(["甲.txt"] * (MOST_FILES + 1)),
            "一次最多 1000 个文件；请打成一个压缩包。",
            "at most 1000 files at once; put them into an archive",
        ),
    ],
)
def test_what_visitors_do_wrong_is_told_in_chinese(
    fails: Callable[[], object], chinese: str, english: str
) -> None:
    error = raised(fails)
    assert said(error, ZH) == chinese
    assert said(error, texts("en")) == str(error) == english


@pytest.mark.parametrize(
    ("lines", "chinese"),
    [
        ("", "{path}：里面没有问题；请每行写一个 JSON 对象。"),
        (f"{GOOD}\n{GOOD}", "{path}:2：编号“q1”在第 1 行已经用过；请换一个编号。"),
        ("{}", "{path}:1：“id”没有写；请补上。"),
        (GOOD.replace("zh-Hans", "fr"), "{path}:1：“lang”只能是 'zh-Hans'"),
        ("[", "{path}:1：不是 JSON（EOF"),
        ("[]", "{path}:1：不是对象；请写在花括号里。"),
        (GOOD.replace("谁？", " "), "{path}:1：question 是空的；请写出问的是什么。"),
        (
            GOOD.replace("false", "true"),
            "{path}:1：gold 里没有 evidence；能回答的问题要写出原文。",
        ),
        (b"\xff", "{path}：不能按 UTF-8 逐行读取（"),
    ],
)
def test_question_files_are_refused_in_chinese(
    tmp_path: Path, lines: str | bytes, chinese: str
) -> None:
    path = write(tmp_path / "问题.jsonl", lines)
    error = raised(lambda: read_questions(path))
    assert said(error, ZH).startswith(chinese.format(path=path))
    assert said(error, texts("en")) == str(error)


def test_judgements_are_refused_in_chinese(library: Library) -> None:
    (passage,) = library.retrieve("桥")
    wrong = raised(lambda: library.judge("谁？", "right", article="乙"))
    assert said(wrong, ZH).startswith("库里没有“乙”这篇文章；请写出文章的编号或网址")
    wrong = raised(lambda: library.judge("谁？", "right", "p9"))
    assert said(wrong, ZH) == "这一段（p9）已经不在库里了；请重新提问。"
    wrong = raised(lambda: library.judge("谁？", "right", passage.passage_id, evidence="水渠"))
    assert said(wrong, ZH).endswith("》里没有这段原文；请照文章抄写。")
    wrong = raised(lambda: library.measure("没有"))
    assert said(wrong, ZH) == "没有：没有这样的问题；请先添加问题。"


def test_a_read_only_library_says_so_in_chinese(library: Library) -> None:
    with open_library(library.path, read_only=True) as sealed:
        refused = raised(lambda: sealed.withdraw([sealed.page().articles[0].id]))
        assert said(refused, ZH) == "文章库是以只读方式打开的，不能改动。"
        refused = raised(lambda: sealed.judge("谁？", "none"))
        assert said(refused, ZH) == "文章库是以只读方式打开的，不能改动。"


def test_what_has_no_chinese_sentence_is_told_in_english() -> None:
    assert said(StoreError("{x}: is new"), ZH) == "{x}: is new"
    assert said(StoreError("{x}: is new", x="a{b}"), ZH) == "a{b}: is new"


def test_the_page_speaks_chinese_and_the_log_english(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(gr.Error) as told, one_sentence(ZH):
        read_filters("", None, "<b>", "")
    assert told.value.message == "筛选日期：“&lt;b&gt;”不是日期；请写成 2023-07-01 这样。"
    assert "refused: until: '<b>' is no date; write it as 2023-07-01" in caplog.text


def test_asking_nothing_and_adding_no_upload_are_told_in_the_visitors_language(
    library: Library,
) -> None:
    asking = Asking(library, Timings(), Turns(), judging=True)
    with pytest.raises(gr.Error, match=r"^問題是空的；"):
        list(asking.ask("", "", "", "", "", 5, False, (), Conversation(), "zh-Hant"))
    with pytest.raises(gr.Error, match=r"^这不是上传到本页的文件；请重新选择文件。$"):
        next(adder(library)([__file__], "zh-Hans"))
    gone = SimpleNamespace(verdict="right", passage="p", question="谁？")
    with pytest.raises(gr.Error, match=r"^这个回答已经不在页面上了"):
        asking.judge((), "zh-Hans", gone)
