"""Mail: headers in every dress, texts in several parts, and pages that browsers saved."""

import base64
from email.message import EmailMessage, Message
from email.mime.application import MIMEApplication
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.reader import ReadFailure, read_articles

STORY = "浔阳渡口六日清晨试航新船，船工们燃放鞭炮，两岸居民冒着细雨赶来观看，码头上站满了人。"
MORE = "据渡口管理处介绍，新船一次可载客八十人，票价不变，夜间班次要等航标灯装好以后再行开通。"
PAGE = f"<html><head><title>新船试航</title></head><body><p>{STORY}</p><p>{MORE}</p></body></html>"
PLAIN_HEAD = b"From: a@b.example\nTo: c@d.example\nDate: Sun, 21 Jul 2024 08:30:00 +0800\n"


def read(path: Path, data: bytes) -> list[RawArticle | ReadFailure]:
    path.write_bytes(data)
    return list(read_articles(path))


def only(path: Path, data: bytes) -> RawArticle:
    (article,) = read(path, data)
    assert isinstance(article, RawArticle)
    return article


def mail(*parts: Message, kind: str = "mixed") -> bytes:
    message = MIMEMultipart(kind)
    message["Subject"] = "新船试航"
    message["To"] = "c@d.example"
    for part in parts:
        message.attach(part)
    return message.as_bytes()


def both(plain: str, page: str) -> Message:
    parts = MIMEMultipart("alternative")
    parts.attach(MIMEText(plain))
    parts.attach(MIMEText(page, "html"))
    return parts


def worded(text: str, label: str, codec: str) -> bytes:
    return b"=?%s?B?%s?=" % (label.encode(), base64.b64encode(text.encode(codec)))


def headed(subject: bytes, sender: bytes = b"a@b.example", body: str = STORY) -> bytes:
    kind = b"Content-Type: text/plain; charset=gbk\n\n"
    head = b"Subject: %s\nFrom: %s\nTo: c@d.example\nMIME-Version: 1.0\n" % (subject, sender)
    return head + kind + body.encode("gbk")


def test_texts_around_a_picture_are_one_article(tmp_path: Path) -> None:
    picture = MIMEApplication(b"\x89PNG", "octet-stream")
    data = mail(MIMEText(STORY), picture, MIMEText(MORE))
    assert only(tmp_path / "a.eml", data).text == f"{STORY}\n{MORE}"


def test_what_is_attached_is_no_part_of_the_text(tmp_path: Path) -> None:
    attached = MIMEText(MORE)
    attached["Content-Disposition"] = "attachment; filename=b.txt"
    letter, file = read(tmp_path / "a.eml", mail(MIMEText(STORY), attached))
    assert isinstance(letter, RawArticle) and isinstance(file, RawArticle)
    assert (letter.text, file.text) == (STORY, MORE)


def test_a_blank_page_behind_a_picture_is_passed_over(tmp_path: Path) -> None:
    blank = MIMEText("<html><body><br></body></html>", "html")
    assert only(tmp_path / "a.eml", mail(MIMEText(STORY), blank)).text == STORY


def test_a_page_of_one_line_is_read(tmp_path: Path) -> None:
    line = MIMEText("<div>船票八元。</div>", "html")
    assert only(tmp_path / "a.eml", mail(MIMEText(STORY), line)).text == f"{STORY}\n船票八元。"


def test_a_plain_text_is_read_where_the_page_shows_little_more(tmp_path: Path) -> None:
    article = only(tmp_path / "a.eml", mail(both(f"{STORY}\n{MORE[:20]}", PAGE)))
    assert article.text == f"{STORY}\n{MORE[:20]}"


@pytest.mark.parametrize("plain", ["请用网页版查看这封邮件。", "\xa0\n", ""])
def test_a_page_is_read_where_the_plain_text_only_points_to_it(tmp_path: Path, plain: str) -> None:
    article = only(tmp_path / "a.eml", mail(both(plain, PAGE)))
    assert article.text == f"{STORY}\n{MORE}"


def test_a_plain_text_is_read_where_the_page_shows_the_same(tmp_path: Path) -> None:
    plain = f"{STORY}\n\n{MORE}"
    assert only(tmp_path / "a.eml", mail(both(plain, PAGE))).text == plain


def test_a_page_that_cannot_be_decoded_costs_no_plain_text(tmp_path: Path) -> None:
    broken = MIMEText("", "html")
    broken.set_payload(base64.b64encode(PAGE.encode() * 9 + b"\xff\xfe\xff" * 9).decode())
    broken.replace_header("Content-Transfer-Encoding", "base64")
    data = mail(MIMEText(STORY), broken, kind="alternative")
    assert only(tmp_path / "a.eml", data).text == STORY


def test_a_mail_that_is_forwarded_within_another_is_an_article(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"], inner["Message-ID"] = "新船试航", "<2@b.example>"
    inner.set_content(STORY)
    outer, forwarded = read(tmp_path / "a.eml", mail(MIMEText("请编辑。"), MIMEMessage(inner)))
    assert isinstance(outer, RawArticle) and isinstance(forwarded, RawArticle)
    assert (outer.text, forwarded.text) == ("请编辑。", STORY)
    assert (forwarded.title, forwarded.record) == ("新船试航", "2@b.example")
    assert only(tmp_path / "b.eml", mail(MIMEMessage(inner))).text == STORY


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (worded("镕喆大橋通车", "gb2312", "gbk"), "镕喆大橋通车"),
        ("新船在浔阳渡口试航".encode("gbk"), "新船在浔阳渡口试航"),
        ("新船在浔阳渡口试航".encode(), "新船在浔阳渡口试航"),
        (b"Fw: " + worded("新船", "utf-8", "utf-8"), "Fw: 新船"),
        (worded("新船", "utf-8", "utf-8") + b"\n " + worded("试航", "gbk", "gbk"), "新船试航"),
        (b"=?utf-8?B?5paw6A==?=\n =?utf-8?B?iLk=?=", "新船"),
        (b"=?gbk?B?0MLL?=\n =?gbk?B?vw==?=", "新丝"),
        (b"=?x-none?Q?Ferry?=", "Ferry"),
        (b"=?utf-8?B?x?=", "=?utf-8?B?x?="),
        (b"a=?b C:\\users", "a=?b C:\\users"),
    ],
)
def test_subjects(tmp_path: Path, subject: bytes, title: str) -> None:
    assert only(tmp_path / "a.eml", headed(subject)).title == title


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        (worded("江渡舟", "utf-8", "utf-8") + b" <jiang@b.example>", "江渡舟"),
        (worded("江渡舟 <jiang@b.example>", "utf-8", "utf-8"), "江渡舟"),
        (b'"Jiang, Duzhou" <jiang@b.example>', "Jiang, Duzhou"),
        (b"<jiang@b.example>", "jiang@b.example"),
        (b"jiang@b.example", "jiang@b.example"),
    ],
)
def test_the_author_is_the_senders_name(tmp_path: Path, sender: bytes, author: str) -> None:
    assert only(tmp_path / "a.eml", headed(b"x", sender)).author == author


def test_lines_that_a_mailer_wrapped_are_whole(tmp_path: Path) -> None:
    kind = b"Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n"
    text = "新船载客8 \n0人。\n\n> 旧船下 \n> 月退役。\n 顶格。\n-- \n江渡舟"
    data = PLAIN_HEAD + kind + text.encode()
    told = "新船载客80人。\n\n旧船下月退役。\n顶格。\n-- \n江渡舟"
    assert only(tmp_path / "a.eml", data).text == told


def test_marks_of_quotation_are_taken_off(tmp_path: Path) -> None:
    data = headed(b"x", body="请编辑。\n> 新船试航。\n>> 旧船退役。\n>\n>80人上船。")
    told = "请编辑。\n新船试航。\n旧船退役。\n\n>80人上船。"
    assert only(tmp_path / "a.eml", data).text == told


@pytest.mark.parametrize("name", ["a.emlx", "a.txt"])
def test_a_mail_of_apple_mail(tmp_path: Path, name: str) -> None:
    data = headed("新船在浔阳渡口试航".encode("gbk"))
    article = only(tmp_path / name, b"%d   \n%s<?xml version='1.0'?><plist/>" % (len(data), data))
    assert (article.title, article.text) == ("新船在浔阳渡口试航", STORY)


@given(st.binary(max_size=60), st.binary(max_size=60), st.text(">< \n=?-ab字", max_size=60))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_headers_and_text_give_articles_or_reasons(
    tmp_path_factory: pytest.TempPathFactory, subject: bytes, sender: bytes, body: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.eml"
    for found in read(path, headed(b"=?gb2312?q?" + subject, sender, body)):
        assert isinstance(found, RawArticle) or "broke down" not in found.reason


@given(st.text("新船 >\n", max_size=80), st.booleans())
@settings(max_examples=60, deadline=None)
def test_flowed_text_loses_no_character(
    tmp_path_factory: pytest.TempPathFactory, text: str, is_tight: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "flowed.eml"
    kind = (
        "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=" + "ny"[is_tight] + "\n\n"
    )
    found = read(path, PLAIN_HEAD + kind.encode() + f"{text}\n完".encode())
    assert isinstance(found[0], RawArticle)
    letters = [c for c in text if c in "新船"]
    assert [c for c in found[0].text if c in "新船"] == letters


def saved(head: str, page: str, *, frame: str = "") -> bytes:
    message = MIMEMultipart("related")
    for text, place in ((page, "https://xy.example/0304/1.html"), (frame, "https://ad.example/")):
        if text:
            part = MIMEText(text, "html")
            part["Content-Location"] = place
            message.attach(part)
    return head.encode() + message.as_bytes()


DATED = PAGE.replace(
    "<title>新船试航</title>",
    '<title>新船试航_浔阳网</title><meta property="og:site_name" content="浔阳网">'
    '<meta property="article:published_time" content="2023-03-04">',
)


@pytest.mark.parametrize(
    "head", ["From: <Saved by Blink>\n", "From: =?gb2312?B?08kg?=\nX-MimeOLE: 6\n", ""]
)
def test_a_saved_page_is_dated_by_itself_and_not_by_its_saving(tmp_path: Path, head: str) -> None:
    head += "Subject: A\nDate: Tue, 6 May 2025 12:00:00 +0800\n"
    article = only(tmp_path / "a.mhtml", saved(head, DATED, frame="<p>广告</p>"))
    assert (article.title, article.published, article.source) == (
        "新船试航",
        "2023-03-04",
        "浔阳网",
    )
    assert (article.author, article.url) == ("", "https://xy.example/0304/1.html")
    assert article.text == f"{STORY}\n{MORE}"


def test_a_page_that_was_sent_keeps_the_mails_own_head(tmp_path: Path) -> None:
    head = "Subject: 荐读\nDate: Tue, 6 May 2025 12:00:00 +0800\nFrom: 江渡舟 <a@b.example>\n"
    article = only(tmp_path / "a.eml", saved(head + "To: c@d.example\n", DATED))
    assert (article.title, article.author) == ("荐读", "江渡舟")
    assert article.published == "Tue, 6 May 2025 12:00:00 +0800"
