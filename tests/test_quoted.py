"""Heads of forwarded and answered mails within a mail's text."""

from pathlib import Path

import pytest

from corpus.article import RawArticle
from corpus.reader import read_articles
from corpus.reader.quoted import without_heads

STORY = "浔阳渡口六日清晨试航新船，船工们燃放鞭炮。"
HEADS = [
    "-----Original Message-----\nFrom: 江渡舟 <j@b.example>\nSent: Tuesday, March 5, 2024\n"
    "To: c@d.example\nSubject: 新船试航",
    "-----原始邮件-----\n发件人: 江渡舟\n发送时间: 2024年3月5日\n收件人: 编辑部\n"
    "抄送: 总编室\n主题: 新船试航",
    "---------- Forwarded message ---------\n\n发件人： 江渡舟 <j@b.example>\n"
    "Date: 2024年3月5日周二\nSubject: Fwd: 新船试航\nTo: <c@d.example>",
    "寄件者：江渡舟 <j@b.example>\n寄件日期：2024年3月5日\n收件者：編輯部\n主旨：新船试航",
    "*From:* 江渡舟 <j@b.example>\n*Date:* 5 March 2024\n*To:* c@d.example",
    "在 2024年3月5日，18:02，江渡舟 <j@b.example> 写道：",
    "On Tue, Mar 5, 2024 at 6:02 PM 江渡舟 <j@b.example>\nwrote:",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_is_taken_off(head: str) -> None:
    text = without_heads(f"请用此稿。\n\n{head}\n\n{STORY}", "Fw: 新船试航")
    assert text.split() == ["请用此稿。", STORY]


def test_a_subject_that_nothing_else_tells_stays() -> None:
    assert without_heads(f"{HEADS[0]}\n\n{STORY}", "来稿").split() == ["新船试航", STORY]


@pytest.mark.parametrize(
    "text",
    [
        "主题：新船试航\n时间：3月6日\n收件人：编辑部",
        "From: 浔阳\nTo: 海州\nDate: 3月6日",
        f"邮件全文如下：\n发件人：江渡舟 <j@b.example>\n收件人：编辑部\n主题：新船\n{STORY}",
        "转发邮件\n新船试航。",
        "他写道：船来了。",
        "",
    ],
)
def test_what_is_no_head_stays(text: str) -> None:
    assert without_heads(text, "来稿") == text


def test_of_a_forwarded_mail_the_text_is_read(tmp_path: Path) -> None:
    top = "From: a@b.example\nTo: c@d.example\nSubject: Fw: 新船试航\nMIME-Version: 1.0\n"
    kind = "Content-Type: text/plain; charset=utf-8\n\n"
    (tmp_path / "a.eml").write_text(f"{top}{kind}{HEADS[1]}\n\n{STORY}\n", "utf-8")
    (article,) = read_articles(tmp_path / "a.eml")
    assert isinstance(article, RawArticle) and article.text == STORY


@pytest.mark.parametrize(
    "head",
    [
        "From:\t江渡舟 <j@b.example>\nSent:\t2024年3月5日\nTo:\tc@d.example\nSubject:\t新船试航",
        "发件人： 江渡舟 <j@b.example>\n发送时间： 2024年3月5日\n收件人： 编辑部\n主题： 新船试航",
    ],
)
def test_a_mail_that_was_saved_as_text(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.txt").write_text(f"{head}\n\n{STORY}\n", "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert (article.title, article.author, article.text) == ("新船试航", "江渡舟", STORY)
    assert article.published.startswith("2024年3月5日")


def test_a_head_without_a_text_below_it_stays(tmp_path: Path) -> None:
    head = "发件人： 江渡舟 <j@b.example>\n收件人： 编辑部\n主题： 新船试航"
    (tmp_path / "a.txt").write_text(head, "utf-8")
    (article,) = read_articles(tmp_path / "a.txt")
    assert isinstance(article, RawArticle) and article.text == head
