"""Files made to harm: each has one reason, in bounded time, and the next file is read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import RawArticle, ReadError
from corpus.reader import ReadFailure, ReadOptions, read_articles
from corpus.reader.isolate import _Child

HTML_DEEP = "<!doctype html>" + "<div>" * 100_000 + "<p>会议今天召开。</p>"


def outcomes(path: Path, options: ReadOptions = ReadOptions()) -> list[RawArticle | ReadFailure]:
    return list(read_articles(path, options))


def test_html_nested_100_000_deep(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML_DEEP, "utf-8")
    (found,) = outcomes(tmp_path / "a.html")
    assert isinstance(found, ReadFailure) or "会议" in found.text


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "甲"}', "utf-8")
    (tmp_path / "late.json").write_text("[" + '{"text": "甲"}, ' * 100_000 + "0]", "utf-8")
    (late,) = outcomes(tmp_path / "late.json", ReadOptions(seconds=0.001))
    assert isinstance(late, ReadFailure)
    assert "its reader took over 0.001 seconds" in late.reason
    (article,) = outcomes(tmp_path / "a.json")
    assert isinstance(article, RawArticle)


def test_a_child_that_breaks_down_is_said(tmp_path: Path) -> None:
    child = _Child()
    with pytest.raises(ReadError, match="cannot be read as JSON: its reader broke down"):
        child.ask(b"no request\n", 20, "JSON")
    child.close()


def test_an_answer_that_nobody_waited_for_is_not_the_next_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "one.json").write_text('{"text": "甲"}', "utf-8")
    (tmp_path / "two.json").write_text('{"text": "乙"}', "utf-8")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("corpus.reader.isolate._lines", interrupted)
        outcomes(tmp_path / "one.json")
    (article,) = outcomes(tmp_path / "two.json")
    assert isinstance(article, RawArticle)
    assert article.text == "乙"


def test_text_that_is_written_from_right_to_left_is_kept(tmp_path: Path) -> None:
    (tmp_path / "\u202etxt.a.txt").write_text("会\u202e议", "utf-8")
    (article,) = outcomes(tmp_path / "\u202etxt.a.txt")
    assert isinstance(article, RawArticle)
    assert article.text == "会\u202e议"


def test_no_surrogate_leaves_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><p>会议&#xd800;今天召开。", "utf-8")
    (article,) = outcomes(tmp_path / "a.html")
    assert isinstance(article, RawArticle)
    article.text.encode()


@pytest.mark.parametrize("entity", ["SYSTEM 'file:///etc/hostname'", "'" + "x" * 99 + "'"])
def test_entities_of_xml_are_not_looked_up(tmp_path: Path, entity: str) -> None:
    feed = (
        f"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e {entity}>]><rss version='2.0'><channel>"
        "<item><title>t</title><description>x&e;y</description></item></channel></rss>"
    )
    (tmp_path / "a.rss").write_text(feed, "utf-8")
    hostname = Path("/etc/hostname")
    secret = hostname.read_text().strip() if hostname.exists() else "?"
    for found in outcomes(tmp_path / "a.rss"):
        assert secret not in (found.text if isinstance(found, RawArticle) else found.reason)


BEGINNINGS = [b"%PDF-1.4\n", b"<!doctype html>", b"<rss ", b"From a@b Sun Jul 21 08:30\n", b"[{"]
SUFFIXES = ["pdf", "html", "rss", "eml", "json", "csv", "md", "txt", "jsonl", "mbox", "docx"]


@given(st.sampled_from(BEGINNINGS), st.sampled_from(SUFFIXES), st.binary(max_size=200))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_file_gives_articles_or_reasons(
    tmp_path_factory: pytest.TempPathFactory, beginning: bytes, suffix: str, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / f"fuzzed.{suffix}"
    path.write_bytes(beginning + rest)
    for found in outcomes(path):
        if isinstance(found, ReadFailure):
            assert "broke down" not in found.reason, found
            assert ";" in found.reason
        else:
            found.text.encode()
            assert "\0" not in found.text
