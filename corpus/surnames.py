"""Which characters are surnames, said once for names that are read and names that are cleaned."""

from typing import Final

SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚"
    "范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余"
    "元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻"
    "强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮储靳汲松井段富巫乌焦巴弓牧隗山谷车侯宓"
    "全郗班秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲台鄂索咸籍赖卓"
    "蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温庄"
    "晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾暨衡耿弘匡文寇广禄阙东殴殳沃蔚夔"
    "隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜养鞠须丰巢关蒯查荆游竺权逯桓佘佟肖"
    "丛闫仉隽蹇亓戢付代仝苑苟肇揭桑覃岳海归隋楚檀牟邝谌邰酆涂冼栗楼兰迟郜邸粟昝"
)
COMPOUND_SURNAMES: Final = frozenset(
    "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 端木 东方 独孤"
    " 南宫 轩辕 澹台 呼延 百里 东郭 西门 第五 拓跋 完颜 赫连 闻人 申屠 太史 钟离 濮阳"
    " 淳于".split()
)
# As patterns: one of a character, and one of several.
SURNAME: Final = f"[{''.join(sorted(SURNAMES))}]"
COMPOUND_SURNAME: Final = f"(?:{'|'.join(sorted(COMPOUND_SURNAMES))})"
