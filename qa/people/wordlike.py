"""Names that are words, and that the recogniser took for these: 书记卓然, 局长丛林."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.surnames import SURNAMES
from qa.people.lexicon import HOLDER_DOES, HOLDER_SAYS, OFFICE, is_head
from qa.people.mended import HAN_ONLY
from qa.people.mention import Span
from qa.text.names import PERSON, Word
from qa.text.roles import ABSENT

_TAGS = frozenset("n nz a ad an vn d LOC".split())
_QUALITIES = frozenset("a ad d".split())  # 书记严正指出: how it was done
_DOES = re.compile(
    rf"{HOLDER_DOES}|{ABSENT.pattern}|作(?:了)?(?:报告|讲话)|任[^,。]{{0,6}}长|为.{{1,9}}(?:颁奖|揭幕|揭牌)"
)
_SAYS = re.compile(HOLDER_SAYS)
_ENDS = re.compile(r"[、,。;)]|和(?=[\u4e00-\u9fff])")
# Words that begin like surnames and often stand behind offices.
COMMON = frozenset(
    "单位 单独 单方 方面 方案 方便 方式 任期 任内 任上 任务 任职 任命 任免 时期 时代 时间 时常 时候"
    " 安全 安排 安心 安静 成绩 成员 成果 成就 成立 成为 计划 计算 项目 席位 费用 高度 高兴 高调"
    " 高层 全体 全部 全程 全国 全面 全力 全员 全会 全市 全省 全县 明确 明显 明天 明日 简介 简历"
    " 简要 应邀 应约 应当 应该 应急 和平 和谐 水平 水利 温度 温馨 程度 路线 路过 党组 党委 党员"
    " 党内 常委 常务 常年 常常 严肃 严格 严重 严厉 盛装 盛大 隆重 冷静 充分 强烈 强调 万分 连续"
    " 连夜 连日 干部 广泛 向来 平等 平均 尤其 尚未 容易 关心 关于 查看 解决 谈判 贺信 荣幸 幸运"
    " 秋季 夏季 金秋 白天 金额 于是 易主 经理 经验 何时 何人 何以 农业 农村 农民 农历 文化 文件"
    " 文章 文艺 商会 商业 商务 国家 国内 国际 游客 房间 房产 古代 车间 车辆 司法 司机 江西 江苏"
    " 云南 安徽 贵州 海南 宁夏 华东 华南 金融 石油 石化 牛奶 马上 白酒 黄金 毛巾 台湾 台上 广东"
    " 广西 广州 温州 宁波 常州 苏州 徐州 郑州 黄河 宿舍 利益 双方 双双 从事 从严 宗教 宗旨 支持"
    " 支部 支出 支队 管理 管委 包括 包含 包机 居民 相关 都市 步行 那里 那时 有关 景区 景点".split()
)
_NEAR = 4  # characters in which a title ends


def names_like_words(key: str, words: Sequence[Word]) -> Iterator[Span]:
    """Words of two characters that are names: behind an office, before what its holder does.

    Behind an office and before a mark, too, where the recogniser sees a name near by in the list;
    and between any title and 、 with a name.
    """
    cut = list(words)
    for place in range(1, len(words)):
        word = words[place]
        if word.end - word.start != 2 or word.tag not in _TAGS:
            continue
        if _may_be_name(key, cut, place) and _is_placed_as_name(key, cut, place):
            cut[place] = replace(word, tag=PERSON)
            yield word.start, word.end


def _may_be_name(key: str, words: Sequence[Word], place: int) -> bool:
    """Whether a word of two characters stands where a name does, behind a title."""
    word, before = words[place], words[place - 1]
    text = key[word.start : word.end]
    if text in COMMON or is_head(text):
        return False
    titled = before.tag != PERSON and is_head(key[max(0, word.start - _NEAR) : word.start])
    return titled and bool(HAN_ONLY.fullmatch(text))


def _is_placed_as_name(key: str, words: Sequence[Word], place: int) -> bool:
    word = words[place]
    listed = word.tag in {"n", "nz"} and key.startswith("、", word.end)
    if listed and place + 2 < len(words) and words[place + 2].tag == PERSON:
        return True
    if key[word.start] not in SURNAMES:
        return False
    if OFFICE.search(key, max(0, word.start - _NEAR), word.start):
        says = word.tag not in _QUALITIES and _SAYS.match(key, word.end)
        if says or _DOES.match(key, word.end):
            return True
    return bool(_ENDS.match(key, word.end)) and _is_in_list(key, words, place)


def _is_in_list(key: str, words: Sequence[Word], place: int) -> bool:
    """Whether the next name to the left or right is an item of the same list: title and name."""
    for step in (-1, 1):
        near = place + step
        seen = 0
        while 0 <= near < len(words) and key[words[near].start] not in "。;!?\n" and seen <= 1:
            if words[near].tag == PERSON:
                return True
            seen += key[words[near].start] in ",、"
            near += step
    return False
