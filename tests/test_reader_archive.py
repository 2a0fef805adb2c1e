"""Archives: their members as files, and the tricks that archives play."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.reader import ReadOptions, read_articles

FILES = {"b/新闻.txt": "甲".encode(), "a.jsonl": b'{"id": "n", "text": "x"}\n{'}


def zipped(files: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return data.getvalue()


def read(path: Path, data: bytes, options: ReadOptions = ReadOptions()) -> list[tuple[str, str]]:
    """(what follows the path in the address, text or reason) of all that is found."""
    path.write_bytes(data)
    return [
        (one.address.removeprefix(path.as_posix()), one.text)
        if isinstance(one, RawArticle)
        else (one.where.removeprefix(path.as_posix()), one.reason)
        for one in read_articles(path, options)
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.tar", tarred(FILES)),
        ("a.tar.gz", gzip.compress(tarred(FILES))),
        ("a.tgz", gzip.compress(tarred(FILES))),
        ("a.tar.xz", lzma.compress(tarred(FILES))),
        ("a.tar.bz2", bz2.compress(tarred(FILES))),
    ],
)
def test_members_are_read_as_files(tmp_path: Path, name: str, data: bytes) -> None:
    text, record, failure = read(tmp_path / name, data)
    assert text == ("#b/新闻.txt", "甲")
    assert record == ("#a.jsonl#n", "x")
    assert failure[0] == "#a.jsonl:2"


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zipped({"a.txt": b"x"})
    assert read(tmp_path / "a.zip", zipped({"b.zip": inner})) == [("#b.zip#a.txt", "x")]


def test_archives_too_deep(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"x"})
    for _ in range(4):
        data = zipped({"b.zip": data})
    ((_, reason),) = read(tmp_path / "a.zip", data)
    assert "packed more than 3 times over" in reason


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize("name", ["../a.txt", "b/../../a.txt", "/etc/a.txt", "C:/a.txt"])
def test_paths_that_climb_out(tmp_path: Path, pack: object, name: str) -> None:
    assert callable(pack)
    climbing, good = read(tmp_path / "x", pack({name: b"x", "good.txt": b"y"}))
    assert "leads out of the archive" in climbing[1]
    assert good == ("#good.txt", "y")


def test_links_in_a_tar(tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "a.txt"
        archive.addfile(link)
    ((_, reason),) = read(tmp_path / "a.tar", data.getvalue())
    assert "is a link" in reason


def test_a_zip_bomb_costs_its_member_alone(tmp_path: Path) -> None:
    data = zipped({"bomb.txt": b"\n" * 80_000_000, "good.txt": b"y"})
    bomb, good = read(tmp_path / "a.zip", data)
    assert bomb[0] == "#bomb.txt"
    assert "as a bomb would" in bomb[1]
    assert good == ("#good.txt", "y")


def test_an_office_file_that_is_a_bomb(tmp_path: Path) -> None:
    data = zipped({"word/document.xml": b" " * 80_000_000})
    ((_, reason),) = read(tmp_path / "a.docx", data)
    assert "as a bomb would" in reason


def test_a_locked_member(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"x"}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    ((_, reason),) = read(tmp_path / "a.zip", bytes(data))
    assert "is locked" in reason


def test_a_damaged_member_does_not_stop_the_rest(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"hello" * 9, "b.txt": b"y"}, zipfile.ZIP_STORED))
    data[data.index(b"hello")] ^= 0xFF
    damaged, good = read(tmp_path / "a.zip", bytes(data))
    assert "cut off or damaged" in damaged[1]
    assert good == ("#b.txt", "y")


def test_names_in_gbk(tmp_path: Path) -> None:
    raw = "市长会见国际友人的消息.txt".encode("gbk")
    plain = zipped({"x" * len(raw): "甲".encode()})
    ((where, _),) = read(tmp_path / "a.zip", plain.replace(b"x" * len(raw), raw))
    assert where == "#市长会见国际友人的消息.txt"


def test_hidden_members_and_pictures_are_passed_over(tmp_path: Path) -> None:
    files = {"__MACOSX/a.txt": b"x", ".b.txt": b"x", "c.png": b"x", "d.txt": b"y"}
    assert read(tmp_path / "a.zip", zipped(files)) == [("#d.txt", "y")]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_what_a_browser_saved_beside_a_page_is_passed_over(
    tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    page = "<html><body><p>浔阳渡口六日清晨试航新船。</p></body></html>".encode()
    files = {"稿/渡口.html": page, "稿/渡口_files/css2": b"x", "渡口_files/b.txt": b"y"}
    found = read(tmp_path / "a", pack(files))
    assert [where for where, _ in found] == ["#稿/渡口.html", "#渡口_files/b.txt"]


@pytest.mark.parametrize(
    ("name", "members", "kind"),
    [
        ("a.pptx", ("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
        ("a.odt", ("mimetype", "content.xml", "META-INF/manifest.xml"), "OpenDocument"),
        ("a.ofd", ("OFD.xml", "Doc_0/Document.xml"), "OFD"),
        ("a.pages", ("Index/Document.iwa",), "iWork"),
        ("a.xlsb", ("xl/workbook.bin",), "Excel (.xlsb)"),
    ],
)
def test_documents_of_other_kinds_are_refused_whole(
    tmp_path: Path, name: str, members: tuple[str, ...], kind: str
) -> None:
    data = zipped(dict.fromkeys(members, b"<a/>"))
    reason = f"is {kind}, which Chuchu does not read; save it as .docx, .xlsx, .pdf or .txt"
    assert read(tmp_path / name, data) == [("", reason)]
    assert read(tmp_path / "a.zip", zipped({name: data})) == [(f"#{name}", reason)]


def test_include_and_exclude_hold_for_members(tmp_path: Path) -> None:
    options = ReadOptions(include=("*.md", "*.zip"), exclude=("b.md",))
    files = {"a.md": b"x", "b.md": b"x", "c.txt": b"x"}
    assert read(tmp_path / "a.zip", zipped(files), options) == [("#a.md", "x")]


@pytest.mark.parametrize("make", [zipped, tarred])
@pytest.mark.parametrize("end", [30, 200, 600, -30])
def test_truncated(tmp_path: Path, make: Callable[[dict[str, bytes]], bytes], end: int) -> None:
    files = {"a.txt": "会议".encode() * 99, "b.txt": b"y"}
    found = read(tmp_path / "a", make(files)[:end])
    assert found
    for where, words in found:
        assert ";" in words or words.encode() == files[where[1:]]


SMALL = zipped(FILES)
TAR = gzip.compress(tarred(FILES))


@given(st.sampled_from([SMALL, TAR]), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_any_damage_gives_articles_or_failures(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int, noise: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed"
    place %= len(data)
    for _, words in read(path, data[:place] + noise + data[place + len(noise) :]):
        assert words


@pytest.mark.parametrize(
    "first", [b"%PDF-1.4\n", b'<?xml version="1.0"?><rss version="2.0"></rss>']
)
def test_what_an_archive_holds_uncompressed_does_not_say_what_it_is(
    tmp_path: Path, first: bytes
) -> None:
    stored = zipped({"a.bin": first, "b.txt": "会议".encode()}, zipfile.ZIP_STORED)
    assert ("#b.txt", "会议") in read(tmp_path / "a.zip", stored)
