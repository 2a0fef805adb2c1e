"""Chinese names as English writes them, told by surname and number of syllables."""

import re
from bisect import bisect_right

from corpus.surnames import COMPOUND_SURNAMES
from index.syllables import fewest_syllables

# The surnames' spelling; a spelling stands for all surnames that share it. All of the lexicon's are
# here, and some that are too common a word for it: 来, 水, 居.
_SPELLINGS = """
ai艾 an安 ao敖 ba巴 bai白柏 ban班 bao包鲍 bei贝 bi毕 bian卞边 bo薄 bu卜步 cai蔡 cang苍 cao曹 cen岑
chai柴 chang常昌 chao巢晁 che车 chen陈谌 cheng程成 chi池迟 chong充 chu褚储楚 cong丛 cui崔 dai戴代
dang党 deng邓 di狄邸 diao刁 ding丁 dong董 dou窦 du杜堵 duan段 e鄂 fan范樊 fang方房 fei费
feng冯封酆丰凤 fu傅付符伏扶富 gan甘干 gao高郜 ge葛戈 geng耿 gong龚宫巩公弓贡 gou苟勾 gu顾古谷
guan关管 guang广 gui桂归 guo郭 ha哈 hai海 han韩 hang杭 hao郝 he何贺和 hei黑 heng衡 hong洪红弘
hou侯厚 hu胡扈 hua华花滑 huai怀 huan桓宦 huang黄 hui惠 huo霍 ji纪季姬吉冀计嵇戢暨汲籍蓟 jia贾郏
jian简蹇 jiang江蒋姜 jiao焦 jie揭 jin金靳晋 jing景荆井 ju居鞠 juan隽 kan阚 kang康 ke柯 kong孔空
kou寇 kuai蒯 kuang匡邝 kui夔隗 lai赖来 lan蓝兰 lang郎 lao劳 lei雷 leng冷 li李黎栗厉郦利 lian连廉
liang梁 liao廖 lin林蔺 ling凌 liu刘柳 long龙隆 lou楼娄 lu陆卢鲁路吕禄逯 luan栾 luo罗骆 lv吕 lyu吕
ma马麻 mao毛茅 mei梅 meng孟蒙 mi米宓 miao苗缪 min闵 ming明 mo莫 mu穆牟慕牧 na那 ni倪 nie聂乜 ning宁
niu牛钮 nong农 ou欧区殴 pan潘 pang庞逄 pei裴 peng彭 pi皮 ping平 pu蒲濮浦 qi齐戚祁亓 qian钱 qiang强
qiao乔 qin秦覃 qiu邱秋仇裘丘 qu曲屈瞿璩 quan全权 que阙 ran冉 rao饶 ren任 rong荣容戎融 ru茹 ruan阮
rui芮 sang桑 sha沙 shan单山 shang尚商 shao邵韶 she佘厍 shen沈申慎莘 sheng盛 shi石史施时师 shou寿
shu舒束殳 shui水 si司 song宋松 su苏宿粟 sui隋 sun孙 suo索 tai邰台 tan谭谈檀覃 tang唐汤 tao陶 teng滕
tian田 tong童佟仝 tu涂屠 wan万 wang王汪 wei魏韦卫危隗 wen温文闻 weng翁 wo沃 wu吴武伍邬巫乌毋
xi席奚习郗 xia夏 xian冼鲜咸 xiang向项 xiao肖萧 xie谢解 xin辛莘 xing邢幸 xiong熊 xu徐许须胥 xuan宣
xue薛 xun荀 yan严颜闫阎燕言晏 yang杨羊阳养 yao姚 ye叶 yi易伊 yin尹殷阴印 ying应 yong雍 you尤游
yu于余喻俞虞庾郁鱼禹蔚 yuan袁苑元 yue岳乐 yun云 zai宰 zan昝 zang臧 zeng曾 zha查 zhai翟 zhan詹展湛
zhang张章仉 zhao赵肇 zhen甄 zheng郑 zhi支 zhong钟仲 zhou周 zhu朱祝诸竺 zhuang庄 zhuo卓 zi訾 zong宗
zou邹 zu祖 zuo左 ouyang欧阳 sima司马 shangguan上官 zhuge诸葛 situ司徒 huangfu皇甫 linghu令狐
ximen西门 dongfang东方 yuchi尉迟 gongsun公孙 murong慕容 nangong南宫 chunyu淳于 huyan呼延
xiahou夏侯 duanmu端木 sikong司空 yuwen宇文 taishi太史 zhongli钟离 dugu独孤 puyang濮阳 xuanyuan轩辕
helian赫连 wenren闻人 shentu申屠 dongguo东郭 baili百里 tuoba拓跋 wanyan完颜 tantai澹台
zhangsun长孙 diwu第五
"""
_SURNAMES: dict[str, str] = {}
for _entry in _SPELLINGS.split():
    _match = re.fullmatch(r"([a-z]+)(\W+|[^a-z]+)", _entry)
    if _match:
        _SURNAMES[_match[1]] = _match[2]
_COMPOUND = frozenset(word for word, names in _SURNAMES.items() if names in COMPOUND_SURNAMES)

# The first character of each letter in GB 2312's first level.
_FIRST_OF_LETTER = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"

_INITIAL = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = (
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|uai|uan|iao|ian|ai|ei|ao|ou|an|en|in|un|er|ia|ie|iu"
    r"|ua|uo|ui|ue|ve|v|a|o|e|i|u)"
)
_SYLLABLE = re.compile(rf"(?:{_INITIAL}?{_FINAL})")
_PAIR = re.compile(r"(?=\b([A-Z][a-z]{1,8}) ([A-Z][a-z]{0,11}(?:-?[a-z]{1,7})?)\b)")


def romanised_names(question: str) -> tuple[tuple[str, str], ...]:
    """The Chinese names in an English question, as (surname, initials of the rest).

    "Li Wanqing" gives ("li", "wq"). Two capitalised words count where the first is a surname and
    the second is made of one or two syllables; nothing else is looked at. Of "Premier Li Qiang"
    both pairs are.
    """
    found = []
    for surname, given in _PAIR.findall(question):
        initials = syllable_initials(given.lower().replace("-", ""))
        if surname.lower() in _SURNAMES and 1 <= len(initials) <= 2:
            found.append((surname.lower(), initials))
    return tuple(found)


def is_romanised(name: str, romanised: tuple[str, str]) -> bool:
    """Whether a name in Simplified characters may be what an English question writes."""
    spelling, initials = romanised
    length = 2 if spelling in _COMPOUND else 1
    if len(name) != length + len(initials):
        return False
    surnames = _SURNAMES[spelling]
    same_surname = name[:2] == surnames if length == 2 else name[0] in surnames
    pairs = zip(name[length:], initials, strict=True)
    return same_surname and all(initial_of(han) in {"", letter} for han, letter in pairs)


def initial_of(character: str) -> str:
    """The first letter of a character's pinyin; empty for one outside GB 2312's first level.

    That level's 3,755 characters stand in the order of their pinyin.
    """
    code = character.encode("gb2312", "ignore")
    if len(code) != 2 or not _FIRST_OF_LETTER[0].encode("gb2312") <= code <= b"\xd7\xf9":
        return ""
    place = bisect_right(_FIRST_OF_LETTER, code, key=lambda first: first.encode("gb2312"))
    return _LETTERS[place - 1]


def syllable_initials(word: str) -> str:
    """The first letters of the fewest syllables a word divides into; empty if it is not pinyin."""
    return "".join(each[0] for each in fewest_syllables(word, _SYLLABLE.fullmatch))
