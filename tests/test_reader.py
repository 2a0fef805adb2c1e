"""Reading files: one bad part never stops the rest, and each has its one reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import ReadFailure, ReadOptions, find_files, read_articles

DEFAULTS = ReadOptions()


def read(path: Path, options: ReadOptions = DEFAULTS) -> list[RawArticle]:
    found = list(read_articles(path, options))
    assert not [f for f in found if isinstance(f, ReadFailure)]
    return [f for f in found if isinstance(f, RawArticle)]


def refused(path: Path, options: ReadOptions = DEFAULTS) -> ReadFailure:
    (failure,) = read_articles(path, options)
    assert isinstance(failure, ReadFailure)
    return failure


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("标题\r\n正文。\n".encode())
    assert read(path) == [RawArticle(text="标题\n正文。\n", address=path.as_posix())]


def test_markup_in_a_text_file_is_read_as_what_it_shows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("标题\n<p>正文&nbsp;甲。</p><p>乙 &amp; 丙<br>丁</p>", "utf-8")
    assert read(tmp_path / "a.txt")[0].text == "标题\n\n正文\xa0甲。\n\n乙 & 丙\n丁\n"


def test_signs_of_less_and_more_are_no_markup(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("若 a<b 且 b>c，则 R&D <em>不</em>变。", "utf-8")
    assert read(tmp_path / "a.txt")[0].text == "若 a<b 且 b>c，则 R&D <em>不</em>变。"


def test_a_missing_file(tmp_path: Path) -> None:
    failure = refused(tmp_path / "gone.txt")
    assert failure.where.endswith("gone.txt")
    assert "is gone" in failure.reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
@pytest.mark.parametrize("content", [b"", b" \n \n"])
def test_an_empty_file(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert "is empty" in refused(tmp_path / name).reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a"])
def test_a_binary_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 20)
    assert "is binary" in refused(tmp_path / name).reason


def test_an_encoding_that_fits_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Сегодня в городе прошло заседание. ".encode("cp1251") * 9)
    assert "fits no encoding" in refused(tmp_path / "a.txt").reason


@pytest.mark.parametrize("name", ["a.rtf", "a.txt", "a.doc"])
def test_rich_text_is_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(rb"{\rtf1\ansi\ansicpg936 \'bb\'e1\'d2\'e9 meeting\par}")
    assert refused(tmp_path / name).reason.endswith("save it as .docx or .txt")


@pytest.mark.parametrize(
    "content",
    [
        "<?xml version='1.0'?>\n<!-- a -->\n<news><title>甲</title></news>",
        "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook></Workbook>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_xml_of_other_kinds_is_refused(tmp_path: Path, content: str, encoding: str) -> None:
    (tmp_path / "a.xls").write_bytes(content.encode(encoding))
    assert refused(tmp_path / "a.xls").reason.startswith(
        "is XML, but no RSS, Atom, NITF or NewsML; save"
    )


@pytest.mark.parametrize(
    "content",
    [
        "<?xml version='1.0'?><!DOCTYPE html><html><body><p>渡口六日试航新船。</p></body></html>",
        "<?xml 是这样一种声明，渡口的告示里也写过它。",
    ],
)
def test_pages_and_words_that_begin_as_xml_does_are_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content, "utf-8")
    assert "渡口" in read(tmp_path / "a.txt")[0].text


ITEM = "<item><title>渡口</title><description>六日试航新船。</description></item>"
ENTRY = "<entry><title>渡口</title><content>六日试航新船。</content></entry>"


@pytest.mark.parametrize(
    "feed",
    [
        f"<rss version='2.0'><channel>{ITEM}</channel></rss>",
        f"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{ITEM}</r:RDF>",
        f"<feed xmlns='http://www.w3.org/2005/Atom'>{ENTRY}</feed>",
        f"<channel>{ITEM}</channel>",
    ],
)
def test_feeds_are_no_xml_of_other_kinds(tmp_path: Path, feed: str) -> None:
    (tmp_path / "a.rss").write_bytes(f"<?xml version='1.0'?>{feed}".encode("utf-16"))
    assert [each.text for each in read(tmp_path / "a.rss")] == ["六日试航新船。"]


def test_a_folder_given_as_a_file(tmp_path: Path) -> None:
    assert "cannot be read (Is a directory)" in refused(tmp_path).reason


def test_an_unknown_suffix_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "notes.log2").write_text("会议今天召开。", "utf-8")
    assert read(tmp_path / "notes.log2")[0].text == "会议今天召开。"


def test_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd4\xc6.txt"))
    path.write_text("会议", "utf-8")
    assert read(path)[0].address.endswith("/\\xd4\\xc6.txt")


def test_a_text_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 5000)
    failure = refused(tmp_path / "a.txt", ReadOptions(max_bytes=1024))
    assert "more than 0.000976562 MB" in failure.reason


MEMORY = """
import resource, sys
from pathlib import Path
from corpus.reader import read_articles
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
(article,) = read_articles(Path(sys.argv[1]))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(article.text), after - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes on Linux only")
def test_a_50_mb_text_takes_at_most_three_times_its_size(tmp_path: Path) -> None:
    line = "会议强调，要把防汛救灾工作抓实抓细。\n"
    count = 50 * 1024 * 1024 // len(line.encode()) + 1
    path = tmp_path / "large.txt"
    path.write_bytes(line.encode() * count)
    command = [sys.executable, "-c", MEMORY, str(path)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    length, kilobytes = map(int, output.split())
    assert length == count * len(line)
    assert kilobytes < 150 * 1024


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = ["a.txt", "b/10.txt", "b/2.txt", "c.txt"]
    assert list(find_files([tmp_path])) == [tmp_path / name for name in names]


@pytest.mark.parametrize(
    "name", [".hidden.txt", "__MACOSX/a.txt", ".git/a.txt", "page_files/logo.png", "~$a.docx"]
)
def test_what_is_passed_over_in_folders(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert list(find_files([tmp_path])) == []


@pytest.mark.parametrize(
    "name", ["jq.js.下载", "jq.js.download", "desktop.ini", "渡口.url", "渡口.files/a.txt"]
)
def test_what_browsers_and_systems_leave_beside_pages_is_passed_over(
    tmp_path: Path, name: str
) -> None:
    for each in ("渡口.htm", name):
        (tmp_path / each).parent.mkdir(exist_ok=True)
        (tmp_path / each).write_text("x")
    assert list(find_files([tmp_path])) == [tmp_path / "渡口.htm"]


def test_a_folder_called_so_that_no_page_stands_beside_is_walked(tmp_path: Path) -> None:
    (tmp_path / "渡口_files").mkdir()
    (tmp_path / "渡口_files" / "a.txt").write_text("x")
    assert list(find_files([tmp_path])) == [tmp_path / "渡口_files" / "a.txt"]


def test_a_hidden_file_named_itself_is_given(tmp_path: Path) -> None:
    (tmp_path / ".a.txt").write_text("x")
    assert list(find_files([tmp_path / ".a.txt"])) == [tmp_path / ".a.txt"]


def test_a_file_under_two_paths_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert list(find_files([tmp_path / "a.txt", tmp_path])) == [tmp_path / "a.txt"]


def test_a_missing_path_is_named_and_the_rest_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    failure, path = find_files([tmp_path / "no", tmp_path])
    assert isinstance(failure, ReadFailure)
    assert failure.where == (tmp_path / "no").as_posix()
    assert "does not exist" in failure.reason
    assert path == tmp_path / "a.txt"


def test_links_in_loops_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(find_files([tmp_path]))
    assert found[0] == tmp_path / "in" / "a.txt"
    assert [f.reason for f in found[1:] if isinstance(f, ReadFailure)] == [
        "cannot be read (Too many levels of symbolic links); check the path"
    ]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (failure,) = find_files([tmp_path])
    assert isinstance(failure, ReadFailure)
    assert "neither a file nor a folder" in failure.reason


def test_a_path_too_long(tmp_path: Path) -> None:
    (failure,) = find_files([tmp_path / ("x" * 300)])
    assert isinstance(failure, ReadFailure)
    assert "File name too long" in failure.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (failure,) = find_files([tmp_path])
    assert isinstance(failure, ReadFailure)
    assert "may not be read" in failure.reason


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (ReadOptions(include=("*.md",)), ["b.md", "old/c.md"]),
        (ReadOptions(exclude=("old/*",)), ["a.txt", "b.md"]),
        (ReadOptions(include=("*.md",), exclude=("c.*",)), ["b.md"]),
    ],
)
def test_include_and_exclude(tmp_path: Path, options: ReadOptions, names: list[str]) -> None:
    (tmp_path / "old").mkdir()
    for name in ("a.txt", "b.md", "old/c.md"):
        (tmp_path / name).write_text("x")
    assert list(find_files([tmp_path], options)) == [tmp_path / name for name in names]


def test_no_paths_give_nothing() -> None:
    assert list(find_files([])) == []
