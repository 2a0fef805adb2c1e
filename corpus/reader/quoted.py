"""The heads that mailers write above what is forwarded or answered: From, Sent, To, 主题."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.article import RawArticle
from corpus.one_line import one_line
from corpus.reader.base import next_told

_FROM: Final = "From|发件人|發件人|寄件者|寄件人"
_SUBJECT: Final = "Subject|主题|主題|主旨"
_TO: Final = "To|收件人|收件者"
_DATE: Final = "Sent|Date|寄件日期|日期|[时時][间間]|[发發传傳]送(?:[时時][间間]|日期)"
_ADDRESS: Final = re.compile(r" ?[<\[][^<>\[\]\s]{1,200}@[^<>\[\]\s]{1,200}[>\]]")
_FIELDS: Final = {"title": _SUBJECT, "published": _DATE, "author": _FROM}
_OTHERS: Final = (
    "Cc|Bcc|Reply-To|Attachments?|Importance|Priority"
    "|抄送|密送|副本|密件副本|附件|重要性|优先级|回复"
)
_LINE: Final = re.compile(
    rf"[ \t>|*]*(?P<name>{_FROM}|{_SUBJECT}|{_TO}|{_DATE}|{_OTHERS})[ \t|*]*[:：]"
    r"[ \t|*]*(?P<value>.*)",
    re.I,
)
_MARK: Final = re.compile(
    r"[-_ \t>]*(?:Original Message|Forwarded Message|Begin forwarded message"
    r"|原始[邮郵]件|[转轉][发發寄]的?[邮郵]件(?:信息)?|[邮郵]件原件|回[复復覆]的原[邮郵]件)"
    r"[-_: \t：]*",
    re.I,
)
_WROTE: Final = re.compile(r"[^\n]*<[^<>\n]+@[^<>\n]+>[ ,，]*\n?(?:wrote|写道|寫道)[:：]\s*")
_LONGEST: Final = 300  # characters of a line that says who wrote what follows
_LEAST, _MOST = 3, 20  # lines of such a head
_AGAIN: Final = re.compile(r"(?:(?:Re|Fwd?|回复|回覆|答复|转发|轉寄|轉發)[:：]\s*)+", re.I)


def without_heads(text: str, subject: str) -> str:
    """The text of a mail without such heads, and without lines that say who wrote what follows.

    Of a head the subject stays, where neither the mail's own nor the text has its words.

    Args:
        text: The text.
        subject: The mail's own subject.
    """
    lines = _unsigned(text.split("\n"))
    kept: list[str] = []
    subjects: dict[int, str] = {}
    place = 0
    while place < len(lines):
        marked = _MARK.fullmatch(lines[place]) is not None
        start = next_told(lines, place + 1) if marked else place
        end = _end_of_head(lines, start, marked=marked)
        if end > start and (marked or not _introduces(kept)):
            subjects.setdefault(len(kept), _subject(lines[start:end]))
        else:
            kept.append(lines[place])
            end = start
        place = max(end, place + 1)
    known = one_line(f"{subject}\n{''.join(kept)}")
    for at, told in sorted(subjects.items(), reverse=True):
        if told and told not in known:
            kept.insert(at, told)
    return "\n".join(kept)


def read_saved(article: RawArticle) -> RawArticle:
    """The article that a mail saved as text is, with what its head tells; others as they are."""
    lines = article.text.lstrip("\ufeff \t\n").split("\n", _MOST)
    end = _end_of_head(lines, 0, marked=False)
    told = {name: _told(lines[:end], names) for name, names in _FIELDS.items()}
    body = "\n".join(lines[end:]).strip()
    if not end or not told["title"] or not body:
        return article
    return replace(article, text=body, **told)


def _unsigned(lines: Sequence[str]) -> list[str]:
    """The lines without those that say who wrote what follows; such a one may go on in the next."""
    kept: list[str] = []
    for line in lines:
        both = f"{kept[-1]}\n{line}" if kept else ""
        if len(both) <= _LONGEST and _WROTE.fullmatch(both):
            kept.pop()
        elif len(line) > _LONGEST or not _WROTE.fullmatch(line):
            kept.append(line)
    return kept


def _introduces(above: Sequence[str]) -> bool:
    """Whether the last line of a text tells of what follows: 邮件全文如下：."""
    told = next(filter(str.strip, reversed(above)), "")
    return told.rstrip().endswith((":", "："))


def _end_of_head(lines: Sequence[str], start: int, *, marked: bool) -> int:
    """Where a head that begins here ends; its start where there is none.

    Args:
        lines: The text.
        start: Where it would begin.
        marked: Whether a line above says that a mail follows.
    """
    names: list[str] = []
    end = start
    last = min(len(lines), start + _MOST)
    while end < last and (line := _LINE.fullmatch(lines[end])):
        names.append(line["name"])
        end += 1
    sent = any("@" in line for line in lines[start:end])
    whole = _has(names, _FROM) and _has(names, f"{_SUBJECT}|{_TO}")
    return end if len(names) >= _LEAST and whole and (sent or marked) else start


def _has(names: Sequence[str], meant: str) -> bool:
    return any(re.fullmatch(meant, name, re.I) for name in names)


def _subject(head: Sequence[str]) -> str:
    """The subject that a head tells, without Re: and Fw: before it."""
    return _AGAIN.sub("", _told(head, _SUBJECT))


def _told(head: Sequence[str], names: str) -> str:
    """What the first line of a head with such a name tells, less an address behind a name."""
    found = (_LINE.fullmatch(line) for line in head)
    told = (each["value"] for each in found if each and _has([each["name"]], names))
    words = one_line(next(told, ""))
    return _ADDRESS.sub("", words).strip(" \"';；") or words
