"""What is attached to mail: each file is read by itself, or told as not read."""

import io
import zipfile
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from docx import Document

from corpus.article import RawArticle
from corpus.reader import ReadFailure, ReadOptions, read_articles

STORY = "浔阳渡口六日清晨试航新船，船工们燃放鞭炮，两岸居民冒着细雨赶来观看，码头上站满了人。"
MORE = "据渡口管理处介绍，新船一次可载客八十人，票价不变，夜间班次要等航标灯装好以后再行开通。"


def letter(**files: bytes) -> MIMEMultipart:
    """A mail without a word; of the names of files, ``_`` is the dot."""
    message = MIMEMultipart()
    message["Subject"], message["To"], message["Message-ID"] = (
        "来稿",
        "c@d.example",
        "<1@b.example>",
    )
    for name, data in files.items():
        message.attach(attachment(name.replace("_", "."), data))
    return message


def attachment(name: str, data: bytes) -> MIMEApplication:
    part = MIMEApplication(data, "octet-stream")
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part


def read(
    path: Path, data: bytes, options: ReadOptions | None = None
) -> list[RawArticle | ReadFailure]:
    path.write_bytes(data)
    return list(read_articles(path, options or ReadOptions()))


def word() -> bytes:
    document, stream = Document(), io.BytesIO()
    document.add_paragraph(STORY)
    document.save(stream)
    return stream.getvalue()


def packed(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("稿_docx", word()),
        ("稿_txt", STORY.encode("gbk")),
        ("稿_zip", packed("a.txt", STORY.encode())),
    ],
)
def test_a_file_of_any_kind_is_read_and_addressed_by_its_name(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (file,) = read(tmp_path / "a.eml", letter(**{name: data}).as_bytes())
    assert isinstance(file, RawArticle)
    assert file.text == STORY
    assert file.address.startswith(f"{tmp_path}/a.eml#1@b.example#{name.replace('_', '.')}")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    bad, good = read(
        tmp_path / "a.eml", letter(稿_pdf=b"%PDF-1.4", 稿_txt=STORY.encode()).as_bytes()
    )
    assert isinstance(bad, ReadFailure) and isinstance(good, RawArticle)
    assert bad.where.endswith("#1@b.example#稿.pdf")
    assert "PDF" in bad.reason


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("图.jpg", "image/jpeg"),
        ("图", "image/jpeg"),
        ("smime.p7s", "application/pkcs7-signature"),
        ("会议.ics", "application/octet-stream"),
    ],
)
def test_pictures_signatures_and_invitations_are_passed_over(
    tmp_path: Path, name: str, kind: str
) -> None:
    message = letter()
    part = attachment(name, b"\x00\x01\x02")
    part.set_type(kind)
    message.attach(part)
    message.attach(MIMEText(STORY))
    (body,) = read(tmp_path / "a.eml", message.as_bytes())
    assert isinstance(body, RawArticle) and body.text == STORY


def test_a_document_without_a_name_is_read(tmp_path: Path) -> None:
    message = letter()
    message.attach(MIMEApplication(word(), "vnd.openxmlformats-officedocument"))
    (file,) = read(tmp_path / "a.eml", message.as_bytes())
    assert isinstance(file, RawArticle) and file.text == STORY


def test_what_is_excluded_is_passed_over(tmp_path: Path) -> None:
    data = letter(稿_docx=word(), 表_txt=MORE.encode()).as_bytes()
    options = ReadOptions(include=("*.eml",), exclude=("*.txt",))
    (file,) = read(tmp_path / "a.eml", data, options)
    assert isinstance(file, RawArticle) and file.text == STORY


def test_two_files_of_one_name_are_both_read(tmp_path: Path) -> None:
    message = letter(稿_txt=STORY.encode())
    message.attach(attachment("稿.txt", MORE.encode()))
    found = read(tmp_path / "a.eml", message.as_bytes())
    assert [each.text for each in found if isinstance(each, RawArticle)] == [STORY, MORE]


@pytest.mark.parametrize(
    ("name", "shown"), [("召开渡口会议的新闻稿", "召开渡口会议的新闻稿"), ("镕喆", "attachment")]
)
def test_a_name_in_raw_gbk_is_read_unless_it_is_in_doubt(
    tmp_path: Path, name: str, shown: str
) -> None:
    message = letter()
    message.attach(MIMEApplication(STORY.encode(), "octet-stream"))
    head = f'Content-Disposition: attachment; filename="{name}.txt"\nContent-Tr'.encode("gbk")
    data = message.as_bytes().replace(b"Content-Tr", head)
    (file,) = read(tmp_path / "a.eml", data)
    assert isinstance(file, RawArticle) and file.address.endswith(f"#{shown}.txt")


def test_a_short_text_is_read_by_the_encoding_that_its_part_names(tmp_path: Path) -> None:
    message = letter()
    part = MIMEText("船票八元", _charset="big5")
    part["Content-Disposition"] = "attachment; filename=a.txt"
    message.attach(part)
    (file,) = read(tmp_path / "a.eml", message.as_bytes())
    assert isinstance(file, RawArticle) and file.text == "船票八元"


def test_what_is_attached_to_a_forwarded_mail_is_read_once(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"], inner["Message-ID"] = "稿", "<2@b.example>"
    inner.add_attachment(STORY.encode(), "application", "octet-stream", filename="a.txt")
    outer = letter()
    outer.attach(MIMEText(MORE))
    outer.attach(MIMEMessage(inner))
    body, file = read(tmp_path / "a.eml", outer.as_bytes())
    assert isinstance(body, RawArticle) and isinstance(file, RawArticle)
    assert (body.text, file.text) == (MORE, STORY)
    assert file.address.endswith("#2@b.example#a.txt")


def test_mails_that_are_attached_to_mails_without_end_are_refused(tmp_path: Path) -> None:
    data = letter(稿_txt=STORY.encode()).as_bytes()
    for _ in range(4):
        data = letter(信_eml=data).as_bytes()
    (refused,) = read(tmp_path / "a.eml", data)
    assert isinstance(refused, ReadFailure) and "more than 3 times over" in refused.reason
