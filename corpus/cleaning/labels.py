"""Lines that hold nothing but what a site puts around an article: crumbs, sharing, other articles.

Each label by itself may be a word of an article; a whole line of them is none.
"""

import re
from typing import Final

from corpus.cleaning import patterns
from corpus.cleaning.items import ITEM
from corpus.han import HAN

CHANNEL = r"(?:微信|微博|新浪微博|朋友圈|QQ空间|QQ|豆瓣|人人网|Facebook|臉書|Twitter|推特|LINE)"
# What is a button alone, and what beside one.
BUTTON = (
    r"(?:(?:打印|列印|友善列印)(?:本[页頁文])?|[关關][闭閉](?:窗口|本[页頁]|[视視]窗)?|回上[页頁]"
    r"|返回(?:首[页頁]|[顶頂]部|列表|上一?[页頁])|分享(?:[到至])?[:：]?"
    r"|字[号號體体][:：]?(?: ?[大中小]){2,3}|【?字[号號體体])"
)
BESIDE = (
    rf"(?:{CHANNEL}|[大中小]|收藏|[举舉][报報]|(?:我要)?[纠糾][错錯]|我要[评評][论論]|[转轉]寄"
    r"|[复複][制製][链鏈]接|(?:微信)?[扫掃]一[扫掃][，,]?[^\s。，]{0,12})"
)
_OTHERS = (
    r"(?:[上下]一[篇条條则則]|[上下]篇|相关(?:阅读|新闻|链接|推荐|文章|报道)|延伸[阅閱][读讀]|推荐阅读"
    r"|热门推荐|相關(?:閱讀|新聞|連結|推薦|文章|報[導道])|推薦閱讀|熱門(?:推薦|新聞)|更多(?:新聞|報導))"
)
_CRUMB = rf"[{HAN}A-Za-z]{{1,10}}"
_END = r"(?= |$|[|｜丨])"
# What alone makes a line furniture, and what does so beside another label.
_STRONG = re.compile(
    rf"(?:(?:当前|您的?|所在|您当前的?)?位置[:：] ?)?[首主][页頁](?: ?[>»›→] ?{_CRUMB})+{_END}"
    rf"|{_OTHERS}[:：] ?[^|｜丨\n。]{{2,40}}?(?=[ |｜丨]*(?:{_OTHERS}[:：]|[|｜丨]|$))"
    rf"|分享[到至][:：]? ?{CHANNEL}(?:[ 、]?{CHANNEL})*{_END}"
    rf"|(?:加入?|追[蹤踪]) ?LINE ?(?:官方)?(?:好友|[帳账]號){_END}|[网網]站[导導]航{_END}"
    rf"|[大中小]字[号號]{_END}"
)
_WEAK = re.compile(
    rf"(?:{BUTTON}|{BESIDE}|字号[:：]?(?: ?[大中小])*){_END}|{patterns.COUNTS.pattern}"
    r"|(?:免责声明|版权声明|联系我们|关于我们|网站地图|点赞|正文"
    r"|首[页頁]|[订訂][阅閱]|登[录錄入]|[注註][册冊]|搜[索尋]|[简簡][体體](?:中文)?版?|繁[体體](?:中文)?版?"
    rf"|English|無障礙|无障碍|[關关]於我們|聯絡我們|留言){_END}"
)
_NEXT = re.compile(rf"[ |｜丨](?:{_OTHERS}[:：]|分享[到至]|字号|首页)")
_ENOUGH: Final = 2  # weak labels
_BETWEEN = re.compile(r"[ \t\xa0\u3000|｜丨/]*")


def parts_of(line: str) -> tuple[tuple[int, int, str], ...]:
    """The labels and credits of a line that is nothing else: start, end and kind of each.

    ``head`` for what dates the article or credits it, ``editor`` for its editor, else ``call``.
    None for any other line, and for one of credits alone.

    Args:
        line: A narrow one, without white space around it.
    """
    found: list[tuple[int, int, str]] = []
    place = weak = strong = 0
    while place < len(line):
        label = _STRONG.match(line, place) or _WEAK.match(line, place)
        match = label or _credit(line, place)
        if match is None or match.end() == place:
            return ()
        strong += bool(label and label.re is _STRONG)
        weak += bool(label and label.re is _WEAK)
        between = _BETWEEN.match(line, match.end())
        end = between.end() if between else match.end()
        found.append((place, end, "call" if label else _kind(match)))
        place = end
    return tuple(found) if strong or weak >= _ENOUGH else ()


def _credit(line: str, place: int) -> re.Match[str] | None:
    """A date, a source or names, as far as the next label: 古月, not 古月 相关阅读."""
    label = _NEXT.search(line, place)
    return ITEM.match(line, place, label.start() if label else len(line))


def _kind(credit: re.Match[str]) -> str:
    return "editor" if credit["editor"] else "head"
