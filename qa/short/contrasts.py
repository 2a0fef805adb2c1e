"""Which of several values a question means, where a word of its own tells them apart.

门票平日68元,周末98元: a question after the weekend means the second, however near the first stands.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.text.clauses import BORDER

_FORMS = r"\b{}(?:s|ed|ren)?\b"  # of an English word
# What is told apart: by the sides of a contrast, each in all its words.
_CONTRASTS = tuple(
    tuple(
        re.compile(
            "|".join(_FORMS.format(word) if word.isascii() else word for word in side.split())
        )
        for side in contrast.split("|")
    )
    for contrast in (
        "平日 平时 工作日 weekday|周末 节假日 假日 双休日 weekend holiday",
        "应到|实到 到会 出席 attended",
        "一审 初审|二审 终审 最终",
        "上半年|下半年",
        "(?<!未)成人 (?<!未)成年人 adult|儿童 未成年人 学生 老人 老年人 child student",
        "男子 男单 男性 男双 men|女子 女单 女性 女双 women",
        "上年 上届 上次 上轮|今年 本届 本次 本轮",
        "起步 起价|全程 全线",
        "首班|末班",
        "出口 export|进口 import",
        "死亡 死了 遇难 丧生 身亡 罹难 died dead killed|受伤 负伤 轻伤 重伤 injured hurt wounded"
        "|失联 失踪 missing|流离失所 displaced|转移 撤离 疏散 evacuated|确诊 感染 infected"
        "|获救 rescued",
        "亏 loss losses lost lose|盈利 利润 净利 赚 profit"
        "|营收 收入 营业额 销售额 revenue turnover",
        "开盘 开市 开报 open|收盘 收市 收报 close",
        "同比 比去年 比上年 较去年 较上年|环比 比上一?个?[季月周] 较上一?个?[季月周]",
        "预计 预期|实际 最终",
        "自己 本人 亲自 himself herself|整个 全队 总共 一共",
        "上半场 半场 half-time halftime|下半场|全场 终场",
        "抓举|挺举",
        "产量 (?<!安全)生产 下线|销量 销售 卖出 售出|出货",
        "第一次 首次|第二次|第三次",
        "预赛 初赛|半决赛|(?<!半)决赛",
        "探明 已查明|预测 预计",
        "总行 总公司 总部|分行 支行 分公司 分支机构",
    )
)
# Told apart from a loss; but what firms take in is of many kinds, which its own words tell apart.
_REVENUE = next(contrast[2] for contrast in _CONTRASTS if "亏" in contrast[0].pattern)
# What is the most of something, and the least of it; the characters of one word say the same.
_MOST = tuple(
    tuple(re.compile(f"最[{end}]") for end in ends.split("|"))
    for ends in "快|慢 多高|少低矮 大|小 贵|便廉 长|短 强|弱 好优|差劣 远|近 重|轻 热|冷".split()
)
_BESIDE = 40  # characters
_MEANT, _OTHER = 0.35, -0.35


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The words of a question that tell values apart.

    Attributes:
        sides: Of each contrast, what tells the side that the question names, and what another.
    """

    sides: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]

    def worth(self, key: str, start: int, end: int) -> float:
        """What it adds to a value's score that its clause names what the question does, or else.

        What stands before the value counts; where nothing does, what stands behind.
        """
        if not self.sides:
            return 0.0
        before = BORDER.split(key[max(0, start - _BESIDE) : start])[-1]
        behind = BORDER.split(key[end : end + _BESIDE], maxsplit=1)[0]
        return sum(_told(*side, before) or _told(*side, behind) for side in self.sides)


def contrasts(question_key: str, key: str) -> Contrasts:
    """The contrasts of which a question names one side alone, and a passage another, too.

    For what is the most of something the passage needs no other.
    """
    return Contrasts(
        tuple(
            (meant, other)
            for meant, other, alone in _sides(question_key)
            if alone or other.search(key)
        )
    )


@lru_cache(maxsize=32)  # asked of each passage
def _sides(question_key: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    """What tells the side that a question names and another; whether it needs no other."""
    sides = []
    for contrast in (*_CONTRASTS, *_MOST):
        named = [side for side in contrast if side.search(question_key)]
        if len(named) == 1 and named[0] is not _REVENUE:
            others = "|".join(side.pattern for side in contrast if side is not named[0])
            sides.append((named[0], re.compile(others), contrast in _MOST))
    return tuple(sides)


def _told(meant: re.Pattern[str], other: re.Pattern[str], words: str) -> float:
    if meant.search(words):
        return _MEANT
    return _OTHER if other.search(words) else 0.0
