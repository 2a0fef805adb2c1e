"""Subtitles of television news."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import ReadFailure, read_articles

SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\n浔阳渡口今天\n试航新船，\n\n"
    "2\n00:00:04,500 --> 00:00:08,000\n<i>两岸居民</i>{\\an8}赶来观看。\n"
)
VTT = (
    "WEBVTT - 浔阳新闻\nKind: captions\n\nNOTE 初稿\n\n00:01.000 --> 00:04.000 align:start\n"
    "浔阳渡口今天<00:02.000><c> 试航新船，</c>\n\n甲\n00:04.500 --> 00:08.000\n两岸居民赶来观看。\n"
)


@pytest.mark.parametrize("name", ["a.srt", "a.txt"])
@pytest.mark.parametrize("text", [SRT, SRT.replace("\n", "\r\n"), VTT])
def test_what_is_said_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_bytes(text.encode())
    (article,) = read_articles(tmp_path / name)
    assert isinstance(article, RawArticle)
    assert article.text == "浔阳渡口今天 试航新船，\n两岸居民赶来观看。"


def test_what_goes_on_below_a_blank_line_stays(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text(f"{SRT}\n船票八元。\n", "utf-8")
    (article,) = read_articles(tmp_path / "a.srt")
    assert isinstance(article, RawArticle) and article.text.endswith("\n船票八元。")


def test_numbers_and_times_that_are_said_stay(tmp_path: Path) -> None:
    text = SRT.replace("赶来观看。", "\n80\n人赶来。")
    (tmp_path / "a.srt").write_text(text, "utf-8")
    (article,) = read_articles(tmp_path / "a.srt")
    assert isinstance(article, RawArticle) and article.text.endswith(" 80 人赶来。")


def test_subtitles_that_say_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("WEBVTT\n", "utf-8")
    (failure,) = read_articles(tmp_path / "a.vtt")
    assert isinstance(failure, ReadFailure)


def test_who_speaks_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text(VTT.replace("浔阳渡口", "<v 江渡舟>浔阳渡口"), "utf-8")
    (article,) = read_articles(tmp_path / "a.vtt")
    assert isinstance(article, RawArticle) and article.text.startswith("江渡舟：浔阳渡口今天")
