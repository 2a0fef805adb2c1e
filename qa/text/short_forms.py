"""Bodies that texts call by a short form or in full: 发改委 and 发展和改革委员会.

Neither shares a word with the other, so a question is searched by both.
"""

import re
from collections.abc import Iterator
from typing import Final

# What stands before 局, 厅, 部, 委 or 办: short, and in full.
_BODIES: Final = dict(
    each.split(":")
    for each in (
        "发改:发展和改革 住建:住房和城乡建设 人社:人力资源和社会保障 卫健:卫生健康"
        " 工信:工业和信息化 文旅:文化和旅游 市监:市场监督管理 市场监管:市场监督管理"
        " 国资:国有资产监督管理 药监:药品监督管理 证监:证券监督管理 应急:应急管理"
        " 城管:城市管理 网信:网络安全和信息化 民宗:民族宗教事务 自规:自然资源和规划"
        " 退役军人:退役军人事务 交通:交通运输 医保:医疗保障"
    ).split()
)
# Those that are not made so.
_OTHERS: Final = dict(
    each.split(":")
    for each in (
        "人大:人民代表大会 政协:政治协商会议 中院:中级人民法院 高院:高级人民法院"
        " 央行:中国人民银行 消协:消费者协会 妇联:妇女联合会 残联:残疾人联合会"
        " 金融监管总局:国家金融监督管理总局 中科院:中国科学院 社科院:社会科学院 工程院:中国工程院"
        " 工商联:工商业联合会 国台办:国务院台湾事务办公室 港澳办:国务院港澳事务办公室"
        " 上交所:上海证券交易所 深交所:深圳证券交易所 北交所:北京证券交易所 港交所:香港交易所"
        " 国开行:国家开发银行 中石油:中国石油天然气 中石化:中国石油化工 中海油:中国海洋石油"
        " 中汽协:中国汽车工业协会 乘联会:乘用车市场信息联席会 中国足协:中国足球协会"
        " 世卫组织:世界卫生组织 世贸组织:世界贸易组织 欧佩克:石油输出国组织 北约:北大西洋公约组织"
    ).split()
)
_SHORT: Final = re.compile(
    rf"(?P<body>{'|'.join(sorted(_BODIES, key=len, reverse=True))})(?P<end>[局厅部委办会])"
    rf"|(?P<other>{'|'.join(_OTHERS)})"
)
_FULL: Final = re.compile("|".join((*_BODIES.values(), *_OTHERS.values())))
_BY_FULL: Final = {full: short for short, full in (*_BODIES.items(), *_OTHERS.items())}


def other_names(key: str) -> str:
    """What else texts call the bodies that a folded text names, with blanks between; or nothing."""
    return " ".join(dict.fromkeys((*_in_full(key), *_shortened(key))))


def _in_full(key: str) -> Iterator[str]:
    for match in _SHORT.finditer(key):
        if match["other"]:
            yield _OTHERS[match["other"]]
        elif not key.startswith(_BODIES[match["body"]], match.start()):  # 应急 of 应急管理局
            yield _BODIES[match["body"]] + ("委员会" if match["end"] == "委" else match["end"])


def _shortened(key: str) -> Iterator[str]:
    for match in _FULL.finditer(key):
        end = key[match.end() : match.end() + 1]
        yield _BY_FULL[match[0]] + (
            end if match[0] in _BODIES.values() and end in "局厅部委办" else ""
        )
