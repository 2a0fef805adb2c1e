"""Where: the places of a passage that may answer, by the words that lead to and end them."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.nearness import Nearness
from qa.short.place_words import EVENT, LEAD, LED_ON, TAIL, asked_endings

_HAN_RUN = r"[\u4e00-\u9fffa-z0-9·“”‘’()《》\-]"
_LED = re.compile(rf"(?P<lead>{LEAD})(?P<place>{_HAN_RUN}{{2,30}}(?:、{_HAN_RUN}{{2,8}}){{0,3}})")
# What is held somewhere: a place needs no ending of its own before these (在埃及举行).
_HELD = re.compile(
    r"(?:隆重|正式|盛大|联合|共同)*(?:举[行办]|召开|开[幕赛]|落幕|闭幕|揭幕|发生|去世|逝世|遇难|出生)"
)
# Where a place that stands behind a leading word ends, if no event word does it.
_STOP = re.compile(
    r"[的了着](?!区|方|中海)|期间|时(?!代)|等(?!地)|和(?!平)|与|并(?!州)|被|将|已|正|就|为|是|对|向|把|让|由"
)
_NO_PLACE = re.compile(
    r"^(?:一|这|那|此|其|该|我|他|她|它|本|每|各|全(?!州|椒)|会上|现场|当|今|去|近|前|后|过|不|有|中[,。]?$|上|下|内|外|于|场"
    r"|[0-9]+[年月日时岁天个多]|里|家(?!口))|^[东西南北中]?[部]?(?:城市|国家|地区|小镇|首都)$|[西东南北]部城市$"
)
# Words that tell the kind of a place before its name: 西部城市恰纳卡莱市.
_KIND_BEFORE = re.compile(r"[\u4e00-\u9fff]*(?:城市|国家|小镇|首都)(?=.{2})")
_FITS, _ENDED, _EVENT_CUE, _FOUND_BY = 0.4, 0.1, 0.25, 0.1


def find_places(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The places of a passage, by start, without those that the question itself names."""
    endings = asked_endings(question_key)
    seen = set[tuple[int, int]]()
    for found, end, sure in _places(key, endings):
        kind = _KIND_BEFORE.match(key, found, end)
        start = kind.end() if kind else found
        words = key[start:end]
        if (start, end) in seen or words in question_key or _NO_PLACE.search(words):
            continue
        seen.add((start, end))
        score = near.at(start, end) + sure
        score -= _FITS * words.startswith("某")  # 某地铁站 tells less than any name
        score += _FITS * any(ending.search(words) for ending in endings)
        yield Candidate(start, end, "place", score, words)


def _places(key: str, endings: list[re.Pattern[str]]) -> Iterator[tuple[int, int, float]]:
    """Spans of places, and how much the words around them say so."""
    place = 0
    while match := _LED.search(key, place):
        place = match.start("place")
        led = _led(key, match)
        if led:
            yield led
            start, end, sure = led
            yield from _inside(key, start, end, sure, endings)


def _led(key: str, match: re.Match[str]) -> tuple[int, int, float] | None:
    on = LED_ON.match(match["place"])
    start = match.start("place") + (on.end() if on else 0)
    words = key[start : match.end("place")]
    event = EVENT.search(words)
    whole = words[: event.start()] if event else words
    stop = _STOP.search(whole)
    tail = TAIL.match(whole[: stop.start()] if stop else whole)
    if stop and whole[stop.start()] == "的":  # 威州奥什科什的惠特曼机场
        tail = TAIL.match(whole) or tail
    held = _HELD.match(words, len(whole)) and match["lead"] in {"在", "于"}
    if held and not stop and len(whole) >= 2:
        return start, start + len(whole), _EVENT_CUE + _ENDED * bool(tail and tail[1] == whole)
    if tail and len(tail[1]) >= 2:
        weak = 0.0 if match["lead"] in {"到", "至", "从", "自"} else _FOUND_BY
        return start, start + len(tail[1]), _ENDED + weak + (_EVENT_CUE if event else 0.0)
    return None


def _inside(
    key: str, start: int, end: int, sure: float, endings: list[re.Pattern[str]]
) -> Iterator[tuple[int, int, float]]:
    """The part of a place that ends as what is asked after: the city of a hall."""
    if any(ending.search(key[start:end]) for ending in endings):
        return
    for last in range(end - 1, start + 1, -1):
        if any(ending.search(key[start:last]) for ending in endings):
            yield start, last, sure - _ENDED
            return
