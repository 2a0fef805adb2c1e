"""Whether a question follows up an earlier one: it has no subject of its own, or a pronoun as it.

Both are told from folded keys alone, so the same rules read both scripts.
"""

import re

from index.fold import fold
from qa.question import Question

_FOLLOWS_AT_MOST = 30  # characters of a Chinese question; who writes more names what he means

# What opens a follow-up and means nothing: 那, and, so.
_OPENERS = (
    r"(?:那么?|所以|然后|而且|另外|此外|请问|好的?|嗯|哦|再问一下|顺便问一?下?|还有|[,、。!?:]|\s)*"
)
_EVENTS = (
    r"(?:会见|会面|会谈|会晤|会议?|大会|活动|仪式|典礼|论坛|座谈会|峰会|比赛|事故|事件|案件|案子|官司|展览|展会|讲话|演讲|发布会"
    r"|项目|公司|地方|事情?|人|报道|文章|新闻|协议|访问|考察|调研|行程|工程|政策|规定|产品)"
)
_THEY = r"(?:他们|她们|它们|佢哋|两人|二人|三人|双方|大家)"
_POINTING = (
    rf"(?:{_THEY}|[他她它佢]|其(?![他它中实余次间])|对方|此人"
    rf"|(?:这|那|该|此|上述)(?:一?[次场个位项起届件家份条些种篇段天])?的?{_EVENTS}"
    r"|(?:这|那)(?:一?[次场个位项起届件天儿里边]|些人)(?=[,的是在由有被怎什谁哪几多为何开举主出参说]|$)"
    r"|(?:(?:这|那|该)[位名]|(?:这|那)[次天])(?=.{0,12}$)"
    r"|此次|该次|当时|当天|当日|(?:这|那)时候?)"
)
_POINTS_FIRST = re.compile(rf"{_OPENERS}(?:在|由|对|跟|和|与|给|为什么|为何|除了?)?{_POINTING}")
# How far it is from somewhere, of a thing that is not named: 离吉首多远.
_FROM_SOMEWHERE = re.compile(
    rf"{_OPENERS}(?:它)?(?:离|距离?)[^,。?]{{1,12}}?(?:有?多[远少长久]|几)"
)

# What a question may hold without naming anything, the longest first: what asks, what joins, what
# every event has, and what is done at any.
_ASKS = (
    r"什么(?:时候|时间|地方|地点|样|人)?|为什么|为何|怎么(?:样|回事)?|怎样|如何|哪(?:里|儿|些|位|个|年|月|天|几位|一天|家)?"
    r"|谁|多少|几(?:个|位|名|点|号|月|年|次|天|人)?|何(?:时|地|处|人)|多(?:久|长|大|远|高)|干嘛|是否|有没有|吗|呢|么|吧|啊|啥"
)
_JOINS = (
    r"那么?|这|所以|然后|而且|另外|此外|请问|还|又|也|都|就|是|的|了|过|着|在|由|从|到|对|跟|和|与|被|把|给|为|有|没有?|不"
    r"|以及|分别|一共|总共|到底|究竟|具体|主要|之后|以后|后来|接着|之前|以前|最后|其他|其余|别的|其中|除此之外|除了|之外|以外|当时"
    r"|当天|当日|现场|会上|会后|会前|会中|里面?|上|中|人(?:员|士)?|们|个|位|名|次|一|些|里|说|再"
)
_OF_ANY_EVENT = (
    r"时间|日期|地点|地址|原因|结果|主题|内容|目的|议题|规模|人数|金额|票价|价格|名单|名字|职务|年龄|细节|过程|情况|日程|议程|数量"
    r"|背景|意义|影响|嘉宾|领导|代表|负责人|主办方?|主持人|记者|专家"
)
_DONE = (
    r"出席|参加|参与|主持|举行|召开|举办|开(?:始|会|幕|的)?|结束|闭幕|发生|发言|讲话|致辞|讲|谈|表示|指出|强调|提到|介绍|宣布|回应"
    r"|会见|会晤|陪同|签署?|到场|与会|来|去|做|干|花|用|持续|成立|启动|觉得|认为|看|解释|评价|进行|得到|获得|死|伤|受"
)
_NOTHING_NAMED = re.compile("|".join((_POINTING, _ASKS, _EVENTS, _OF_ANY_EVENT, _DONE, _JOINS)))
_BARE = re.compile(rf"{_OPENERS}(?:(?:{_ASKS}|在|是|由|的|了|又|都|到底|具体|[?!。 ])+)")
_ASKING = re.compile(_ASKS)
_NAMES_SOMETHING = re.compile(r"[a-z0-9\u3400-\u9fff]")

_ENGLISH_EVENTS = (
    r"(?:meeting|event|ceremony|conference|forum|talks|match|game|accident|incident|case|trial"
    r"|exhibition|speech|project|company|place|article|report|story|deal|agreement|visit|summit"
    r"|law|rule|plan|film|show|attack|fire|flood)"
)
_ENGLISH_EMPTY = frozenset(
    "and so but then ok okay well also who whom whose what which when where why how many much long"
    " else other others more again did do does done is was are were be been being has have had will"
    " would could can should the a an of in on at to for from by with about there here that this"
    " these those it held hold take took taken place happen happened say said tell told speak spoke"
    " attend attended chair chaired host hosted come came go went start started begin began end"
    " ended people person persons time date day year reason result cost exactly finally later after"
    " afterwards before first last name names title anyone anybody someone still not big large old"
    " far tall high wide deep fast often soon heavy early late".split()
)
_ENGLISH_PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|it|its"
    rf"|(?:this|that|these|those|the(?: same)?) {_ENGLISH_EVENTS})\b"
)
_PERSON_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b")
_ENGLISH_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+|[\u3400-\u9fff]+")
_ENGLISH_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]+|[\u3400-\u9fff]")

_HE = re.compile(r"(?<!其)[他她佢](?!们|人|哋)")  # 佢: in Cantonese
_THEY_ONLY = re.compile(r"(?:[他她]们|佢哋|两人|二人)")
_ENGLISH_HE = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_ENGLISH_THEY = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_MORE = re.compile(r"还有(?:谁|哪|什么人|其他人)|\bwho else\b|\banyone else\b|\bwhich others\b")


def is_follow_up(question: Question) -> bool:
    """Whether a question leans on what was asked before.

    It does where a pronoun or 这次会议 stands at its head, before anything that names something;
    and where it names nothing at all (什么时候？ 还有谁？ where was it held?).
    """
    if question.names:
        return False
    return _is_english(question) if question.language == "en" else _is_chinese(question.key)


def _is_chinese(key: str) -> bool:
    if len(key) > _FOLLOWS_AT_MOST:
        return False
    leads_on = _POINTS_FIRST.match(key) or _FROM_SOMEWHERE.match(key)
    return bool(leads_on) or names_nothing(key)


def is_bare(question: Question) -> bool:
    """Whether a Chinese question is nothing but what asks (为什么？ 在哪里？)."""
    return _BARE.fullmatch(question.key) is not None


def without_asking(text: str) -> str:
    """A Chinese question without the words that ask: of 仪式哪天举行？ 仪式举行."""
    return _replaced(_ASKING, text, fold(text), "").rstrip("?？ ")


def names_nothing(key: str) -> bool:
    """Whether a Chinese key holds only what asks, what joins, and what any event has."""
    return not _NAMES_SOMETHING.search(_NOTHING_NAMED.sub("", key))


def _is_english(question: Question) -> bool:
    key = question.key
    pointing = _ENGLISH_PRONOUN.search(key)
    if not pointing:
        return not _named(key)
    if _named(key[: pointing.start()]):
        return False
    rest = question.text[pointing.end() :]
    if " " in pointing[0] and _named(" ".join(rest.lower().split()[:1])):
        return False  # the flood meeting
    return bool(_PERSON_PRONOUN.match(key, pointing.start())) or not _ENGLISH_NAME.search(rest)


def _named(key: str) -> bool:
    return any(word not in _ENGLISH_EMPTY for word in _ENGLISH_WORD.findall(key))


def means_one(question: Question) -> bool:
    """Whether it says 他, she or the like, of one person."""
    pattern = _ENGLISH_HE if question.language == "en" else _HE
    return bool(pattern.search(question.key))


def means_several(question: Question) -> bool:
    """Whether it says 他们, they or the like, of several people."""
    pattern = _ENGLISH_THEY if question.language == "en" else _THEY_ONLY
    return bool(pattern.search(question.key))


def asks_for_more(question: Question) -> bool:
    """Whether it asks who there is beside those already named: 还有谁."""
    return bool(_MORE.search(question.key))


def with_names(question: Question, names: tuple[str, ...]) -> str:
    """The question's text with names in place of its pronouns."""
    if not names:
        return question.text
    if question.language == "en":
        pattern = _ENGLISH_THEY if means_several(question) else _ENGLISH_HE
        return pattern.sub("、".join(names), question.text)
    pattern = _THEY_ONLY if means_several(question) else _HE
    return _replaced(pattern, question.text, question.key, "、".join(names))


def _replaced(pattern: re.Pattern[str], text: str, key: str, new: str) -> str:
    """The text with other words wherever its key matches: that has its offsets, and one script."""
    pieces, end = [], 0
    for match in pattern.finditer(key):
        pieces += [text[end : match.start()], new]
        end = match.end()
    return "".join((*pieces, text[end:]))
