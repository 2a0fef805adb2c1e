"""Where: the places of a passage that may answer, by the words that lead to and end them."""

import re
from collections.abc import Iterator

from qa.short.candidate import Candidate
from qa.short.countries import COUNTRY
from qa.short.nearness import Nearness

_SITE = (
    r"(?:服务中心|会展中心|体育中心|中心|大学|学院|中学|小学|学校|幼儿园|医院|机场|车站|火车站|站|码头|港口|港|酒店|宾馆"
    r"|饭店|广场|公园|体育馆|体育场|球场|赛场|馆|剧院|剧场|影院|大厦|大楼|大厅|宫|大会堂|礼堂|法院|寺|庙|塔|园区|基地"
    r"|工厂|厂|小区|社区|街道|大道|高速|公路|路|街|巷|胡同|弄|隧道|大桥|桥|口岸|景区|遗址|营地|矿|水库|海域|海滩|海峡"
    r"|海湾|湿地|草原|沙漠|盆地|高原|半岛|群岛|岛|山区|山|峰|岭|湖|江|河|海|湾|峡|谷|洋|滩|角|古镇|古城|新区|开发区"
    r"|自治区|自治州|特区|地区|区|省|市|县|州|旗|乡|镇|村|屯|寨|城|首都|国|园|院|场|店|楼|公司|集团|总部|现场|附近|境内)"
)
_HAN_RUN = r"[\u4e00-\u9fffa-z0-9·“”‘’()《》\-]"
_LEAD = (
    r"(?:现身|亮相于|位于|地处|坐落于|坐落在|落户于?|落地|设在|建在|选址|定在|飞抵|抵达|到达|前往|飞往|赶到|赶赴|来到|来自"
    r"|回到|运往|送往|送到|送至|驶入|进入|走进|发生地|地点[:为是]?|地址[:为是]?|登陆|途经|在|于|赴|到(?!达)|至(?!今|少)|从|自(?![己然动由愿主身]))"
)
_LED = re.compile(rf"(?P<lead>{_LEAD})(?P<place>{_HAN_RUN}{{2,30}}(?:、{_HAN_RUN}{{2,8}}){{0,3}})")
_EVENT = re.compile(
    r"(?:隆重|正式|盛大|顺利|成功|同时|联合|共同)*(?:举[行办]|召开|开[幕赛展播业学馆]|启动|落幕|闭幕|揭[幕牌]|发生|成立|进行|展出|起飞"
    r"|升空|下水|首映|上[演映市]|拉开|签[署约订]|发布|亮相|登陆|会[见晤谈]|开工|建成|投产|投用|通车|出生|去世|逝世|遇难|被[捕抓发]"
    r"|坠|失[联踪事]|登场|打响|首发|发射|设立|落成|出土|发现|拍摄|接受|参加|出席|考察|调研|访问|收官|演出|比赛|完成|就读|工作)"
)
# What is held somewhere: a place needs no ending of its own before these (在埃及举行).
_HELD = re.compile(
    r"(?:隆重|正式|盛大|联合|共同)*(?:举[行办]|召开|开[幕赛]|落幕|闭幕|揭幕|发生|去世|逝世|遇难|出生)"
)
# Where a place that stands behind a leading word ends, if no event word does it.
_STOP = re.compile(
    r"[的地得了着过](?!区|方|中海)|期间|时(?!代)|等(?!地)|和(?!平)|与|并(?!州)|被|将|已|正|就|为|是|对|向|把|让|由"
)
_TAIL = re.compile(rf"^(.*(?:{_SITE}|{COUNTRY}))", re.DOTALL)
_NO_PLACE = re.compile(
    r"^(?:一|这|那|此|其|该|我|他|她|它|本|每|各|全(?!州|椒)|会上|现场|当|今|去|近|前|后|过|不|有|中[,。]?$|上|下|内|外|于|场"
    r"|[0-9]+[年月日时岁天个多]|里|家(?!口))"
)
# Words that tell the kind of a place before its name: 西部城市恰纳卡莱市.
_KIND_BEFORE = re.compile(r"[\u4e00-\u9fff]*(?:城市|国家|小镇|首都)(?=.{2})")
_ASKED_CLASS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(ending))
    for asked, ending in (
        (r"国家?(?:[?。]|$|举|的|办|发)|哪一?国|country", rf"(?:{COUNTRY}|国)$"),
        (r"哪[个座]?城市?|哪个市|\bcity\b", r"(?:市|州|城|京|海|港|[都津])$"),
        (r"哪个?省|province", r"(?:省|自治区)$"),
        (r"哪个?县|county", r"(?:县|旗)$"),
        (r"哪个?(?:乡镇?|镇)|\btown\b", r"[乡镇]$"),
        (r"哪个?村|village", r"[村屯寨]$"),
        (r"哪个?区|district", r"区$"),
        (
            r"哪[所家间个座]*(?:大学|高校|学校|学院|中学|小学)|school|university",
            r"(?:学|学院|学校|分校)$",
        ),
        (r"哪[个座]?(?:机场)|airport", r"机场$"),
        (r"哪[家所个]*医院|hospital", r"(?:医院|院区|中心)$"),
        (r"哪[家个座]*(?:酒店|宾馆|饭店)|hotel", r"(?:酒店|宾馆|饭店)$"),
        (r"水[面域]|湖|river|lake", r"[湖江河海湾库]$"),
        (r"海域|sea\b|waters", r"(?:海|海域|湾|洋|峡)$"),
        (r"哪[个座条]?(?:[大公马]?路|街|道)|street|road", r"(?:路|街|道|巷|高速)$"),
        (r"哪[个座]?(?:岛)|island", r"岛$"),
        (r"哪[个座]?(?:公园)|\bpark\b", r"(?:公园|园)$"),
        (r"哪[个座一]*[体球]?[育场]*[场馆]|venue|stadium", r"(?:馆|场|中心|宫|剧院)$"),
        (r"哪[个座]?(?:港口?|码头)|\bport\b", r"(?:港|码头)$"),
        (r"哪[个座]?(?:车?站)|station", r"站$"),
    )
)
_FITS, _ENDED, _EVENT_CUE, _FOUND_BY = 0.4, 0.1, 0.25, 0.1


def find_places(question_key: str, key: str, near: Nearness) -> Iterator[Candidate]:
    """The places of a passage, by start, without those that the question itself names."""
    endings = [ending for asked, ending in _ASKED_CLASS if asked.search(question_key)]
    seen = set[tuple[int, int]]()
    for found, end, sure in _places(key, endings):
        kind = _KIND_BEFORE.match(key, found, end)
        start = kind.end() if kind else found
        words = key[start:end]
        if (start, end) in seen or words in question_key or _NO_PLACE.match(words):
            continue
        seen.add((start, end))
        score = near.at(start, end) + sure
        score += _FITS * any(ending.search(words) for ending in endings)
        yield Candidate(start, end, "place", score, words)


def asks_place(question_key: str) -> bool:
    """Whether a question asks after a kind of place, such as an airport, by which or what."""
    return any(asked.search(question_key) for asked, _ in _ASKED_CLASS)


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
    start, words = match.start("place"), match["place"]
    event = _EVENT.search(words)
    whole = words[: event.start()] if event else words
    stop = _STOP.search(whole)
    tail = _TAIL.match(whole[: stop.start()] if stop else whole)
    if stop and whole[stop.start()] == "的":  # 威州奥什科什的惠特曼机场
        tail = _TAIL.match(whole) or tail
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
