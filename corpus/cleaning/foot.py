"""What stands below an article that was copied from a page: buttons, and lists of other news."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from corpus.cleaning.items import DATE_LINE
from corpus.cleaning.labels import BESIDE, BUTTON
from corpus.cleaning.spacing import Span
from corpus.cleaning.titles import looks_like_title
from corpus.han import HAN
from corpus.narrow import narrow

_LONGEST: Final = 200  # characters of a line that leads to other news
_LINES: Final = 40  # from the end, among which a list of other news begins
_MENUS: Final = 3  # lines from the top, among which menus stand
_SHORT: Final = 6  # characters of a menu's words
_SEVERAL: Final = 3  # of them
_FRONT: Final = ("首页", "首頁")
_HEAD: Final = 6  # lines from the top, among which buttons may stand, too
_BODY: Final = 40  # characters that an article has at least
_SAYS: Final = re.compile(r"[。！？]|[.!?](?=[\s”\"]|$)")
_AROUND: Final = " \t\xa0\u3000|｜丨/·•>»【】[]()（）*-"
_OTHERS: Final = re.compile(
    r"(?:(?:相[关關]|更多|[热熱][门門]|最新)(?:新[闻聞]|文章|[报報][道导導])|相[关關](?:[阅閱][读讀]|推[荐薦])"
    r"|往期(?:推[荐薦]|回[顾顧]|精[选選彩])|延伸閱讀|猜你喜[欢歡]|[为為]您推[荐薦]|大家都在看"
    r"|你可能[还還也]?(?:喜[欢歡]|感[兴興]趣)"
    r"|Related(?: (?:articles?|stories|story|news|coverage|posts?))?|Recommended (?:news|stories)"
    r"|Read (?:more|next|also)|More (?:stories|news|on this story)|You (?:may|might) also like)",
    re.I,
)
# A box beside an article is called so, too, or a list in it: links are what has its days.
_LINKS: Final = re.compile(
    r"相[关關](?:[链鏈]接|連結|[内內]容)|延伸阅读|推[荐薦][阅閱][读讀]|(?:[热熱][门門]|精彩)推[荐薦]|更多[内內]容"
    r"|Related (?:links|reading)|Recommended",
    re.I,
)
_DATED: Final = re.compile(
    r"(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}-\d\d)[\s)）\]】]*$|https?://\S+$"
)
# Han characters of a headline, and of most: names in a list of anything have fewer.
_SHORTEST: Final = 6
_USUAL: Final = 9
_WORDS: Final = 4  # of an English one
_ITEM: Final = re.compile(r"[-·•●■◆▪>»*\s]*(?:\d{1,2}[.、．)）]\s?)?")
_BUTTON, _BESIDE = re.compile(BUTTON), re.compile(BESIDE)
_SIZES: Final = re.compile(r"字[号號体體][:：]?(?: ?[大中小]){1,3}")
_ENDS: Final = frozenset("。！？!?.…”’」』）)】》")  # of a text; a list's last item has none
_PARTS: Final = re.compile(r"[ \t\xa0\u3000|｜丨/【】\[\]()（）]+")
_ENOUGH: Final = 2  # buttons, or what stands beside them


def foot_marks(text: str) -> Iterator[Span]:
    """The lines below an article, the buttons under its title, and the menu above it, by start.

    A menu is short words side by side, 首页 among them. Buttons (打印, 关闭, 微信) are told by
    standing together. A list of other news is a heading that says so and, to the end, lines that
    are as long as headlines and no sentences.
    """
    if "\n" not in text:
        return
    lines = _lines(text)
    yield from _menus(text, lines[:_MENUS])
    yield from _buttons(text, lines)
    yield from _other_news(text, lines)


def _menus(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    for line in lines:
        parts = [part for part in _PARTS.split(text[slice(*line)].strip()) if part]
        short = all(len(part) <= _SHORT for part in parts)
        if len(parts) >= _SEVERAL and short and any(part[-2:] in _FRONT for part in parts):
            yield line


def _lines(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _buttons(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    outer = [*lines[1:_HEAD], *lines[max(1, _HEAD, len(lines) - _LINES) :]]
    for are_labels, group in groupby(outer, lambda line: bool(_labels(text[slice(*line)]))):
        run = list(group)
        labels = [each for line in run for each in _labels(text[slice(*line)])]
        several = len(labels) >= _ENOUGH and any(map(_is_button, labels))
        if are_labels and several and _fits(text, run):
            yield from run


def _fits(text: str, run: Sequence[Span]) -> bool:
    """Whether buttons stand where pages have them: below a text, or between title and text."""
    above = text[: run[0][0]].rstrip()
    if run[-1][1] == len(text):
        return above[-1:] in _ENDS
    told = [line.strip() for line in above.split("\n") if line.strip()]
    return len(told) < _HEAD and all(map(looks_like_title, told))


def _labels(line: str) -> list[str]:
    """The labels that a line is nothing but; none for any other line."""
    if len(line) > _BODY:
        return []
    plain = narrow(line).strip()
    if _BUTTON.fullmatch(plain):
        return [plain]
    rest, sizes = _SIZES.subn(" ", plain)
    parts = ["字号"] * sizes + [part for part in _PARTS.split(rest) if part]
    fit = all(_BUTTON.fullmatch(part) or _BESIDE.fullmatch(part) for part in parts)
    return parts if fit else []


def _is_button(label: str) -> bool:
    return _BUTTON.fullmatch(label) is not None


def _other_news(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The heading of other news and all lines below it, where these are all headlines."""
    first: int | None = None
    below: list[str] = []
    for place in range(len(lines) - 1, max(0, len(lines) - _LINES), -1):
        line = text[slice(*lines[place])].strip()
        if not line or _labels(line):
            continue
        if below and _heads(line, below):
            first = place
        elif not _is_headline(line):
            break
        below.append(line)
    above = text[: lines[first][0]] if first is not None else ""
    if len(above) >= _BODY and _SAYS.search(above):
        yield from lines[first:]


def _heads(line: str, below: Sequence[str]) -> bool:
    """Whether a line names what stands below as other news."""
    words = narrow(line).strip(_AROUND).rstrip(":： ")
    dated = [_DATED.search(narrow(each)) is not None for each in below]
    usual = [is_dated or _size(each) >= _USUAL for each, is_dated in zip(below, dated, strict=True)]
    if _LINKS.fullmatch(words):
        return all(dated)
    return _OTHERS.fullmatch(words) is not None and 2 * sum(usual) > len(below)


def _is_headline(line: str) -> bool:
    """Whether a line may lead to other news: it is as long as headlines are, and no sentence."""
    if len(line) > _LONGEST:
        return False
    words, dated = _DATED.subn("", narrow(_ITEM.sub("", line, count=1)))
    words = words.strip()
    if not words or not looks_like_title(words):
        return DATE_LINE.fullmatch(narrow(line)) is not None
    return bool(dated) or _size(words) >= _SHORTEST


def _size(line: str) -> int:
    """How long a line is in Han characters; an English one of so many words that it is usual."""
    han = len(re.findall(f"[{HAN}]", line))
    usual = len(line.split()) >= _WORDS and not line[:1].islower()
    return han or (_USUAL if usual else 0)
