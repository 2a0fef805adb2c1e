"""Title, source, date, author and editor, from the record's fields and the article's own lines."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import RawArticle
from corpus.cleaning import patterns
from corpus.cleaning.items import OUTLET_NAME, is_listed, placed_date
from corpus.cleaning.latin_dateline import read_dateline
from corpus.cleaning.mark import Mark
from corpus.cleaning.titles import looks_like_title, read_title
from corpus.cleaning.writers import author_of, editor_of
from corpus.dates import FULL_DATE, make_date, month_day, parse_date, year_given
from corpus.han import HAN
from corpus.narrow import narrow
from corpus.one_line import one_line

_HEAD = 220
_LINES = 4  # from the top, that may date an article
_PAPER = (
    r"(?:通讯社|社|[网網]|日[报報]|晚[报報]|[报報]|新[闻聞]|时刻|客[户戶]端|在[线線]"
    r"|[电電][视視]台|[卫衛][视視]|[频頻]道|融媒|APP|之家(?= \d))"
)
_AGENCIES = (
    "新华社|新華社|中新社|中新网|中新網|中央社|人民网|央视网|央视新闻|海外网|参考消息网|科技日报"
    "|法治日报|新京报|环球网|光明网|红网时刻新闻|红网时刻|扬子晚报网|中国青年报客户端|本报|本報"
)
_DAY = r"\d{1,2} ?月 ?\d{1,2} ?日"
_IN_FULL = rf"(?:(?:19|20)\d\d ?年 ?)?{_DAY}"
# 某社某地7月22日电（记者 …）, 某社2024年7月22日电, 某报讯, 某网消息：, 某報報道 7月22日
_DATELINE = re.compile(
    rf"(?:(?:(?<![^\s。！？：”）)】（(【])(?!另?据|根据|经|从|由|记者|近日|此前|报道)(?P<paper>[{HAN}A-Z·]{{1,7}}{_PAPER}))"
    rf"|(?P<agency>{_AGENCIES}))"
    rf"(?P<place>(?!站)[{HAN}·]{{0,10}}?) ?"
    rf"(?:(?P<before>{_IN_FULL}) ?(?:[电電](?![视視影力])|[讯訊]|消息|[报報]道|综合)"
    r"|(?:[讯訊]|消息|[报報]道)(?= ?[（(：:，,）)】\s\d]|记者)"
    rf"[，,：:]? ?(?P<after>{_DAY})?)"
)
_OUTLET = re.compile(rf"(?:^|[\s|｜丨/·,，*_（(])(?P<value>{OUTLET_NAME})")
_CREDITED = re.compile(r"\s?(?:记者|記者|作者|通讯员|通訊員|实习生|每经编辑|如有侵权|综合)|\s-\s")
_DATED = ("head", "source")  # the marks that may hold the date, the more telling first
_NO_SOURCE = re.compile(
    r"本[报報网網]|.*截图|网络(?:综合)?|網路|视频|图|微博|微信|综合|互联网|原创"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What is known of an article beside its text; as in `Article`."""

    title: str
    source: str
    published: datetime.date | None
    date_words: str
    author: str
    editor: str
    body_start: int


def read_byline(text: str, marks: Sequence[Mark], raw: RawArticle) -> Byline:
    """What the record, the cut furniture and the text say of the article, in this order.

    A date without a year stays without one (``published`` None, ``date_words`` as given), unless
    the text writes one year, and no other, with the same month and day.

    Args:
        text: The cleaned text.
        marks: The furniture that was cut from it.
        raw: The record.
    """
    titles = tuple(mark.text for mark in marks if mark.kind == "title")
    title, body_start = read_title(text, raw.title, titles, raw.text[:400])
    while title and text.startswith(f"{title}\n", body_start):  # pages show it twice
        body_start += len(title) + 1
    first = max(body_start, len(title) if title and text.startswith(title) else 0)
    line = _DATELINE.search(text[first : first + _HEAD])
    english = read_dateline(text, first)
    words, published = _date(text, marks, raw, line)
    if not words:
        words, published = english.words, english.published
    return Byline(
        title=title,
        source=one_line(raw.source) or _source(marks, line) or english.agency,
        published=published,
        date_words=words,
        author=one_line(raw.author) or author_of(text, marks, body_start),
        editor=one_line(raw.editor) or editor_of(marks),
        body_start=body_start,
    )


def _date(
    text: str, marks: Sequence[Mark], raw: RawArticle, line: re.Match[str] | None
) -> tuple[str, datetime.date | None]:
    """The words and the date: the record's, else a mark's, else the date line's."""
    given = one_line(raw.published)
    if given and (parse_date(given) or month_day(given)):
        return given, parse_date(given) or _with_year(text, given)
    for kind in _DATED:
        for mark in marks:
            found = re.search(f"{FULL_DATE}(?:{patterns.TIME})?", narrow(mark.text))
            if mark.kind == kind and found and parse_date(found.group()):
                return given or mark.text[slice(*found.span())].strip(), parse_date(found.group())
    if placed := _placed(text):
        return given or placed, parse_date(placed)
    words = (line["before"] or line["after"] or "") if line else ""
    return given or words, _with_year(text, words)


def _placed(text: str) -> str:
    """The date that stands with a place under the title: 2024年3月15日，深圳. The line stays."""
    start = 0
    for line in text[:_HEAD].split("\n")[:_LINES]:
        found = placed_date(narrow(line)) if start else ""
        if found:
            return "" if is_listed(narrow(text), start) else found
        if not line or not looks_like_title(line):
            return ""
        start += len(line) + 1
    return ""


def _with_year(text: str, words: str) -> datetime.date | None:
    if day := parse_date(words):
        return day
    found = month_day(words)
    year = year_given(text, *found) if found else None
    return make_date(year, *found) if found and year else None


def _source(marks: Sequence[Mark], line: re.Match[str] | None) -> str:
    for found in (*map(_credited, marks), *map(_outlet, marks)):
        if len(found) > 1 and not _NO_SOURCE.fullmatch(found):
            return found
    found = (line["paper"] or line["agency"] or "") if line else ""
    agency = re.search(f"(?:{_AGENCIES})$", found)  # 李四 摄中新网 …
    found = agency.group() if agency else found
    return "" if _NO_SOURCE.fullmatch(found) else found


def _credited(mark: Mark) -> str:
    """The source that a piece of furniture names as such; empty where it names none."""
    if mark.kind == "source":
        inside = mark.text.strip("（()）[]【】 \n\t\xa0|｜丨/")
        found = (
            patterns.SOURCE.fullmatch(inside)
            or patterns.HEAD_SOURCE.match(mark.text.lstrip())
            or patterns.IN_BRACKETS.fullmatch(inside)
        )
    elif mark.kind == "head":
        found = re.search(r"(?:来 ?源|來源|稿源)[:：]\s*(?P<value>[^\s，,：:]{2,20})", mark.text)
        found = found or re.match(rf"(?P<value>[{HAN}]{{2,10}}) ?>", mark.text)
        found = found or re.match(r"(?:本文)?转自【(?P<value>[^】]+)】", mark.text)
    else:
        return ""
    return _named(found)


def _outlet(mark: Mark) -> str:
    """The outlet that stands in a line of credits without a word before it; empty for none."""
    return _named(_OUTLET.search(narrow(mark.text))) if mark.kind == "head" else ""


def _named(found: re.Match[str] | None) -> str:
    value = (found["value"] or "") if found else ""
    name = _CREDITED.split(value)[0].strip(" -|，、")
    return re.sub(rf" [{HAN}]{{2,3}}$", "", name)  # 财联社 and its writer
