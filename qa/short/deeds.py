"""Whether the clause of a date tells what a question asks the time of, in its word or another."""

import re
from functools import lru_cache

from qa.text.clauses import CLAUSE_END, CLAUSE_ENDS, SENTENCE_ENDS, clause_start

# What says the same of one event; a question that ends in one asks after it.
_ALIKE = (
    "去世 逝世 病逝 过世 离世 辞世 谢世 与世长辞 身故 逝去 die dies died death",
    "遇难 身亡 死亡 丧生 殒命 遇害",
    "闭幕 落幕 收官 谢幕 闭园",
    "开幕 启幕 开园 开展 揭幕 开馆",
    "开工 动工 奠基 破土",
    "竣工 完工 建成 落成",
    "通车 开通 通航",
    "投产 量产 投运 投用",
    "合龙",
    "封顶",
    "结婚 成婚 完婚 大婚 婚礼",
    "宣判 判决 判处 获刑",
    "当选 获选",
    "上任 就任 就职 履新 到任",
    "辞职 请辞 辞去 卸任 离任",
    "退休 离休",
    "扑灭 熄灭 灭火",
    "侧翻 翻车",
    "爆炸 起爆",
    "出院",
    "退役 挂靴",
    "上映 公映",
    "上市",
    "关闭 停业 歇业 倒闭",
    "复工 复产 复课 恢复",
    "停课 停工 停运",
    "除权除息 除息 除权 ex-dividend",
)
# What asks in a Chinese question, and what stands around it; the event asked after ends the rest.
_ASKING = re.compile(
    r"(?:是|在|于)?(?:(?:什么|啥)(?:时候|时间|日子)|何[时日月年]|几时|几点钟?|几月(?:几[号日])?|几[号日]"
    r"|哪一?[天年日月]|时间|日期)(?:是|为)?|发生|[了的过吗呢?。]+$"
)
_GROUPS = tuple(
    (
        re.compile(
            "|".join(rf"\b{word}\b" if word.isascii() else rf"{word}$" for word in group.split())
        ),
        re.compile("|".join(word for word in group.split() if not word.isascii())),
    )
    for group in _ALIKE
)
_SENTENCE_END = re.compile(f"[;{SENTENCE_ENDS}]")
# A clause with no more characters than this beside its date goes on in the next: 2月15日元宵节,
_ALONE = 4
_TOLD, _NOT_TOLD = 0.35, -0.1


@lru_cache(maxsize=32)  # a passage has many dates
def asked_deed(question_key: str) -> re.Pattern[str] | None:
    """What tells the event whose time is asked after; None where that is not known."""
    rest = _ASKING.sub("", question_key)
    return next((told for asked, told in _GROUPS if asked.search(rest)), None)


def told_beside(deed: re.Pattern[str], key: str, start: int, end: int) -> float:
    """What it adds to a date's score that its clause tells the event, or its sentence does not."""
    begin = clause_start(key, start, CLAUSE_ENDS)
    closing = CLAUSE_END.search(key, end)
    if closing and closing[0] == "," and start - begin + closing.start() - end <= _ALONE:
        closing = CLAUSE_END.search(key, closing.end())
    if deed.search(key, begin, closing.start() if closing else len(key)):
        return _TOLD
    closing = _SENTENCE_END.search(key, end)
    return 0.0 if deed.search(key, end, closing.start() if closing else len(key)) else _NOT_TOLD
