"""Which words of an article are its title, and where its body begins."""

import re

from corpus.cleaning.patterns import BRACKETED_TITLE, HEAD_TITLE, TITLE
from corpus.han import HAN
from corpus.one_line import one_line

LONGEST, LONGEST_LATIN = 40, 110

_HAN = re.compile(f"[{HAN}]")
# What a line above the headline may say of the text: it is no headline.
_LABEL = re.compile(
    r"(?:新[闻聞]稿|[即实實][时時刻][发發][布佈]|通稿|快[讯訊]|独家|獨家"
    rf"|(?:第?[A-Z]?\d{{1,3}}|[头頭])版(?:[:：·][{HAN}]{{2,6}})?(?=[\s]|$)"
    r"|(?:for )?immediate release|(?:press|news) release|breaking(?: news)?|https?://\S+)",
    re.I,
)
_BETWEEN = " \t\xa0\u3000|｜丨/／·・—–-:：【】[]()（）*"
_INSIDE = re.compile(r"[。；;\n]")
# A title and its body in one line: the body begins with one of these.
_LEAD = re.compile(
    r"(?:新华社|新華社|中新社|中新网|人民网|央视网|海外网|参考消息网|中国青年报|红网时刻新闻"
    rf"|红网时刻|扬子晚报网|科技日报|法治日报|光明日报|人民日报|经济日报|工人日报|新京报|环球网|中国网|光明网)[{HAN}]{{0,10}}"
    r"(?:\d{1,2}月\d{1,2}日)?(?:电|讯|消息|报道)"
    r"|智通财经APP|(?:财联社|封面新闻|极目新闻|中证网|观点网|安青网|新京报|每经)(?=讯|记者|\d|A)|本报讯|[（(【][^（）()【】\n]{0,12}(?:网讯|记者|报道|消息)"
    r"|(?:近日|今日|日前|近期|连日来|今年以来|近年来)[，,]"
    r"|为(?:进一步|深入|切实|更好|贯彻)|截至20\d\d年"
    r"|(?:20\d\d年)?\d{1,2}月\d{1,2}日[，,上下晚凌]"
)
# A title found so is not to be trusted if it ends like this.
_DOUBTFUL = re.compile(r"(?:[讯訊]|报道|報道|消息|据|\d年|记者.{0,12}|[电電，,、])$")


def read_title(text: str, given: str, cut: tuple[str, ...], raw: str) -> tuple[str, int]:
    """The title, and the offset behind a title line that stands in the text (0 where none does).

    The record's title wins, then a short first line, then 原标题. A short first line has no
    more than 40 characters, does not end like a sentence, and longer text follows it. What 原标题
    names at the head of an article in one line is told apart from the body only where the raw
    text leaves a gap, the title is repeated, or the body begins with a date line.

    Args:
        text: The cleaned text.
        given: The record's title, or nothing.
        cut: The title marks that were cut from the text.
        raw: The head of the raw text.
    """
    line, start = _first_line(text, _label_end(text))
    marked = any(HEAD_TITLE.fullmatch(mark) for mark in cut)
    if given.strip():
        title = one_line(given)
        same = line.replace(" ", "") == title.replace(" ", "")
        return title, start if same else 0
    if line and (marked or looks_like_title(line)):
        return line, start
    return _named(cut) or (_one_line_title(text, raw) if marked else ""), 0


def _label_end(text: str) -> int:
    """Where the line behind one begins that is nothing but labels; 0 where the first is none."""
    end = text.find("\n", 0, LONGEST + 2)
    rest = text[: max(end, 0)].strip(_BETWEEN)
    while label := _LABEL.match(rest):
        rest = rest[label.end() :].lstrip(_BETWEEN)
    return end + 1 if end > 0 and not rest else 0


def _first_line(text: str, place: int) -> tuple[str, int]:
    """The line at ``place`` and where the next begins, if it is short and longer text follows."""
    end = text.find("\n", place, place + LONGEST_LATIN + 2)
    if end < 0 or _is_long(text[place:end]):
        return "", 0
    follows = text[end + 1 : end + 400]
    has_body = len(follows) > LONGEST or any(mark in follows for mark in "。！？.!?")
    return (text[place:end].strip(), end + 1) if has_body else ("", 0)


def looks_like_title(line: str) -> bool:
    """Whether a line, which is not empty, may be a title: it is short and ends no sentence."""
    return not _is_long(line) and line[-1] not in "。；;：:，,、…．." and "。" not in line


def _is_long(line: str) -> bool:
    return len(line.strip()) > (LONGEST if _HAN.search(line) else LONGEST_LATIN)


def _named(cut: tuple[str, ...]) -> str:
    """The title that a cut mark names in full: （原标题：…）."""
    for mark in cut:
        inside = mark.strip("（()）[]【】 \n\t\xa0|｜丨/")
        found = BRACKETED_TITLE.search(mark) or TITLE.fullmatch(inside)
        if found:
            return found["value"].strip(" 《》")
    return ""


def _one_line_title(text: str, raw: str) -> str:
    for title in (_before_gap(raw), _repeated(text), _before_lead(text)):
        if 4 <= len(title) <= 50 and not _INSIDE.search(title) and text.startswith(title):
            return title
    return ""


def _before_gap(raw: str) -> str:
    """What stands between 原标题 and a gap of six and more blanks."""
    found = re.search(r"原(?:标题|標題)[:：]([^\n]{4,80}?)[ \t\xa0\u3000]{6}", raw)
    return one_line(found[1]) if found else ""


def _repeated(text: str) -> str:
    """The text's head where it is written twice."""
    again = text.find(text[:8], 8, 80)
    title = text[:again].rstrip() if again > 0 else ""
    return title if title and text.startswith(title, again) else ""


def _before_lead(text: str) -> str:
    lead = _LEAD.search(text, 6, 90)
    title = text[: lead.start()].rstrip(" ▌|") if lead else ""
    return "" if _DOUBTFUL.search(title) else title
