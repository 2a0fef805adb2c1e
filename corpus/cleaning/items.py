"""Lines that say when, where and by whom an article was published, and nothing else.

All patterns are for text that `narrow` made, and bounded in length.
"""

import re

from corpus.cleaning.patterns import COLON, COUNTS, EDITOR_ROLE, NAME, OUTLET, TIME
from corpus.dates import FULL_DATE, parse_date
from corpus.han import HAN

_BLANK = r"[ \t|｜丨]"
_WEEKDAY = (
    r"(?:[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_CLOCK = rf"{TIME}(?:Z|[+-]\d\d:?\d\d)?(?: ?[AaPp]\.?[Mm]\.?(?![A-Za-z]))?"
# What an outlet's name ends with, where nothing but a date stands beside it; a notice (通报), an
# association (合作社) and what a product does (新品发布) end like one.
_OUTLET_END = (
    r"(?:(?<![通举舉公海预預警简簡汇匯捷申谎謊情填呈播])[报報]|(?<![作行销銷])社|(?<![上电電联聯])[网網]"
    r"|[周週月旬季]刊|[快通][讯訊]|[发發][布佈]|[电電][视視]|[电電视視卫衛][台臺]|[频頻]道|客[户戶]端|融媒[体體]?"
    r"|新[闻聞]|在[线線]|之声|之聲|杂志|雜誌|传媒|傳媒|资讯|資訊|头条|頭條|APP)"
)
_NO_OUTLET = (
    rf"(?![{HAN}A-Za-z\d·]{{0,12}}(?:新品|产品|產品|成[绩績果]|名[单單]|结果|結果|白皮[书書]|[决決][赛賽]|比[赛賽]|榜"
    r"|公告|政策|数据|數據|招聘|直播|[计計][划劃]|方案|[规規]定|意[见見]))"
    r"(?!正式|公开|公開|今日|信息"
    r"|(?:国际|國際|国内|國內|社会|社會|体育|體育|财经|財經|娱乐|娛樂|本地|地方|焦点|焦點)(?:新[闻聞]|[频頻]道|[资資][讯訊]))"
)
_PAPER = (
    r"(?:Herald|Times|Post|News|Daily|Journal|Tribune|Gazette|Chronicle|Observer|Guardian|Telegraph"
    r"|Mail|Express|Star|Sun|Globe|Mirror|Review|Weekly|Press|Agency|Network|Today|Standard"
    r"|Independent|Dispatch|Courier|Bulletin|Monitor|Reporter|Examiner)"
)
OUTLET_NAME = (
    rf"(?:{_NO_OUTLET}(?=[^\s]{{3}})[{HAN}A-Za-z\d·]{{1,12}}?{_OUTLET_END}"
    rf"|(?:[A-Z][A-Za-z'’&.]{{0,15}} ){{1,4}}{_PAPER})(?=[ \n|｜丨/,，;；)）*_]|官方[账帳][号號]|$)"
)
# In Chinese no outlet stands behind a comma: there a sentence goes on.
_APART = rf"(?:^|(?<=[ |｜丨/>·•])|(?<=[,，;；])(?![{HAN}]))"
WRITER = rf"(?:(?!{OUTLET_NAME}|[{HAN}]{{2,8}}[报報][道导導]){NAME})"
WRITERS = rf"(?:{WRITER}(?:[ 、，,/;；&]{{1,2}}{WRITER}){{0,5}})"
# 記者林佳蓉／花蓮報導: it tells a place, too.
REPORTING = rf" ?[/|｜] ?[{HAN}]{{2,8}}[报報][道导導]"
_WORD = r"[A-Z][A-Za-z.'’-]{0,15}"
BY = rf"[Bb]y (?P<by>{_WORD}(?: {_WORD}){{1,3}}(?: and {_WORD}(?: {_WORD}){{1,3}})?)(?=[ |｜,，]|$)"
# One item of a line under the title: 2023年08月16日 10:13 来源：人民网 作者：…
ITEM = re.compile(
    r"(?P<date>(?P<label>(?:(?:[发發][布佈表]|更新)(?:[于於][:：]? ?|(?:时间|時間|日期)[:：] ?)"
    r"|(?:时间|時間|日期)[:：] ?|(?:Published|Posted|Updated)(?: on)?:? ))?"
    rf"{FULL_DATE}(?: ?{_CLOCK})?)"
    rf"|(?:来 ?源|來源|稿源)[:：] ?(?P<source>(?:(?![|｜丨]){OUTLET}){{2,20}})"
    r"|(?:(?:本[报報网網]|见习|特[约約]|实习)?(?:记者|記者|作者|通[讯訊][员員])[:：/ ]{0,2}"
    r"|文[:：/] ?)"
    rf"(?P<author>{WRITERS})(?P<reporting>{REPORTING})?(?=[ |｜丨/,，;；]|$)|{BY}"
    rf"|(?:{EDITOR_ROLE}|责编|責編){COLON}(?P<editor>{WRITERS})"
    rf"|{_APART}(?P<outlet>{OUTLET_NAME})"
    rf"|{COUNTS.pattern}|{_WEEKDAY}|{_CLOCK}|(?:[上下]午|凌晨) ?{_CLOCK}"
    r"|(?:版次[:：] ?)?第?[A-Z]?\d{1,3}版|字[号號体體]:?：?(?: ?[大中小])*|打印|分享|举报|收藏"
    rf"|[大中小](?= |$)|官方[账帳][号號]|(?P<own>原[创創])(?: (?P<writer>{WRITERS}))?(?= |$)"
    rf"|[农農][历曆][{HAN}]{{3,9}}"
    rf"|[发發]表[于於] ?[{HAN}]{{2,6}}$|(?P<place>(?<=:\d\d )[{HAN}]{{2,6}})$"
)
_BETWEEN = re.compile(r"[ \t|｜丨/,，;；·•>]*")
# A line that holds nothing but a date.
DATE_LINE = re.compile(
    rf"^{_BLANK}*[(（*_]{{0,2}}{FULL_DATE}(?:[, ，]{{0,2}}{_WEEKDAY})?(?: ?(?P<time>{_CLOCK}))?"
    rf"[)）*_]{{0,2}}{_BLANK}*$",
    re.M,
)
# A line of a list of days: a date and some words.
_LISTED = re.compile(rf"^{_BLANK}*{FULL_DATE}[^\n]{{1,40}}$", re.M)
# 2024年3月15日，深圳: a day and a place.
_PLACED = re.compile(rf"(?P<date>{FULL_DATE})[,，] ?[{HAN}]{{2,4}}")


def read_items(line: str) -> tuple[re.Match[str], ...]:
    """The items of a line that dates or credits an article and holds nothing else, or none.

    What tells where the reporter was may only be the last of them. Two dates that nothing names
    are from when to when something lasts, and behind a comma a sentence goes on. A bare place is
    one where an account or 原创 stands before it, as WeChat shows them.

    Args:
        line: A narrow line, without white space around it.
    """
    items: list[re.Match[str]] = []
    place = 0
    while place < len(line):
        match = ITEM.match(line, place)
        if match is None or match.end() == place:
            return ()
        items.append(match)
        between = _BETWEEN.match(line, match.end())
        place = between.end() if between else match.end()
    bare = [item["date"] for item in items if item["date"] and not item["label"]]
    known = any(item["date"] or item["source"] for item in items)
    told = any(item["reporting"] for item in items[:-1])
    placed = any(item["place"] for item in items)
    of_account = any(item["own"] or item["outlet"] for item in items)
    told = told or (placed and not of_account)
    right = len(bare) < 2 and all(parse_date(date) for date in bare)
    ends = line[-1:] not in ",，;；"
    return tuple(items) if known and right and ends and not told else ()


def is_listed(text: str, start: int) -> bool:
    """Whether lines like the one that begins at ``start`` of a narrow text follow or go before."""
    return any(
        line.start() != start and line.group()[-1] not in "。；;：:，,、…．." and not _is_date(line)
        for line in _LISTED.finditer(text)
    )


def _is_date(line: re.Match[str]) -> bool:
    return DATE_LINE.fullmatch(line.group()) is not None


def placed_date(line: str) -> str:
    """The date of a narrow line that is a date and a place, empty where it is none."""
    found = _PLACED.fullmatch(line.strip(" ()（）*_"))
    return found["date"] if found and parse_date(found["date"]) else ""
