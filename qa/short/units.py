"""Units: which are alike, and which a question asks after."""

import re

_UNITS = {
    "money": "美元 港元 欧元 日元 英镑 卢布 韩元 澳元 加元 新元 泰铢 卢比 法郎 港币"
    " 美金 人民币 元 块钱 角 毛",
    "people": "人次 人 名 位 口",
    "share": "个百分点 百分点 % ‰ 成",
    "time": "个小时 个半月 个多月 个月 分钟 小时 秒钟 周年 星期 周 天 年 秒",
    "age": "周岁 岁",
    "length": "公里 公尺 千米 海里 英里 厘米 毫米 微米 纳米 光年 英尺 英寸 米 里 km cm mm"
    " 公里每小时 公里/小时 千米每小时 千米/小时 km/h 米每秒 米/秒 m/s",  # what is fast, too
    "area": "平方公里 平方千米 平方米 立方米 公顷 亩 平米",
    "weight": "万吨级 公斤 千克 毫克 微克 吨 克拉 克 斤 英磅 磅 盎司 kg",
    "power": "千瓦时 吉瓦时 毫安时 千瓦 兆瓦 吉瓦 瓦 电子伏特 伏 马力 赫兹 分贝"
    " kwh gwh mwh kw mw gw mah 千卡 大卡 卡路里",
    "pressure": "兆帕 帕 毫巴 毫米汞柱 hpa mmhg",
    "heat": "摄氏度 开尔文 ℃ 度",
    "floor": "楼",
    "count": (
        "辆次 架次 列次 车次 班次 批次 件次 人份 票 户 个 家 辆 件 份 次 场 届 套 台 枚 座 倍"
        " 间 所 栋 幢 条 只 头 匹 架 艘 列 趟 班 门 项 种 类 款 批 组 支 队 张 封 篇 本 册 部"
        " 集 幅 页 棵 株 颗 粒 块 片 瓶 箱 袋 桶 例 起 宗 笔 单 级 分 席 层 桌 处 道 股 轮 局"
        " 盏 尊 节 期 步 把 部分"
        " 部份 人家 字 顶 毫升 升 首 面 对 双 尾 羽 盒 包 根 杯 碗 盘 盆 朵 声 拍 帧"
        " 比特"
    ),
}
_CLASS = {unit: name for name, units in _UNITS.items() for unit in units.split()}
# What goes on behind a unit, as the word that it is then no unit in: 24日元宵, 19成立, 3条例.
_GOES_ON = dict(
    each.split(":")
    for each in (
        "日元:宵旦首帅 元:旦宵素件首帅老勋 成:立员功为果长交绩品 分:别享析工管局配类之红"
        " 家:长庭属族乡具园里 名:称义单额 场:馆地景所面 期:间待望限末货"
        " 集:团中体合群聚会资成 部:门分队长署委级 条:件例约款 局:长面势限 位:于置"
        " 对:手于象话方比外应 首:次席都发相先批届 面:积对临向 支:持付出撑援 组:织成建"
        " 口:岸号 度:过假 头:部 台:湾风 级:别 周:边围末 步:行伐骤 声:明称音 道:路理歉 节:目"
        " 次:日要序 毛:利病 帕:金米尔斯劳拉 角:色度逐 楼:盘市主 包:括含裹"
    ).split()
)


def _guarded(unit: str) -> str:
    goes_on = "a-z" if unit[-1].isascii() and unit[-1].isalpha() else _GOES_ON.get(unit, "")
    return re.escape(unit) + (f"(?![{goes_on}])" if goes_on else "")


UNIT = "|".join(_guarded(unit) for unit in sorted(_CLASS, key=len, reverse=True))
# How much something grew or fell: a share, where no unit and no people say otherwise.
_GROWTH = re.compile(
    r"^(?!.*(?:人口|人数|population|number|people))(?:.*"
    r"(?:[同环]比[^,。?]{0,6}|(?:增长|上涨|下[降跌滑]|[增涨跌降]幅|[涨跌])率?了?)(?:是|为|达到?)?"
    rf"多少(?!{UNIT}|钱|人|点)"
    r"|.*how much (?:.* )?(?:rise|risen|grow|grown|fall|fallen|increased?|declined?|drop(?:ped)?"
    r"|decreased?|climb(?:ed)?|higher|lower)\b)"
)
# What is asked after, as (class, wording around what asks), the first that fits.
_ASKED = (
    ("share", _GROWTH.pattern),
    (
        "share",
        r"百分之几|百分比|占比|比例|比重|比率|(?:[^效频汇]|^)率.{0,4}(?:多少|几)|多少个?百分点|几成"
        r"|percent|proportion|share|\brate\b",
    ),
    (
        "age",
        r"(?:多大|几|多少)(?:年纪|年龄|周?岁)|多大了|[今现当那]年(?:刚|才|已|都)?多[大老]"
        r"|(?:享[年寿]|终年|年[龄纪]|岁数)(?:是|为|有)?(?:多[少大]|几)|how old|\bage\b",
    ),
    ("size", r"地震.*多[大强]|震级|magnitude|how (?:strong|big|powerful) .*quake"),
    ("heat", r"多少(?:摄氏)?度|几度|温.{0,3}(?:多少|几)|多[冷热]|how hot|how cold|temperature"),
    (
        "length",
        r"how long (?:is|was|are) .*\b(?:line|bridge|tunnel|road|railway|highway|river|wall)\b",
    ),
    (
        "time",
        r"多久|多长时间|(?:用时|耗时|历时|时长|[米跑泳滑松]的?成绩).{0,4}(?:多少|几)"
        r"|几(?:个(?:月|小时)|年|天|周|小时|分钟)|how (?:long (?:did|does|will|was|is|has"
        r"|had|have)|soon|many (?:day|hour|year|month|week|minute))",
    ),
    (
        "money",
        r"(?:多少|几).{0,8}(?:钱|元|金(?![属融牌沙银])|款|费|价|收入|利润|奖励|补贴|投资"
        r"|赔偿|美金|薪)|多贵"
        r"|(?:价格|[总单均房油地定标报票售盘股]价|费用|成本|金额|收入|利润|营收|投资|资金|损失|造价|身价|市值"
        r"|余额|工资|票房|罚款|贷款|营业额|销售额|总额|分红|派息).{0,6}(?:多少|几)"
        r"|(?:赔|赚|花|付|捐|卖|罚|亏|投)了?多少(?!人|名|位|个|件|家|辆|次|张|本|套)"
        r"|how much (?:money|did .*(?:cost|pay|spend|earn|invest)|is .*worth)"
        r"|\b(?:cost|price|fares?\b|fees?\b|salar|wage|fine|revenue|profit|budget|worth|paid|pay|earn|donat|invest"
        r"|spend|spent)",
    ),
    ("pressure", r"气压|血压|压强|\bpressure\b"),
    ("weight", r"多重|how heavy|weigh|\btons?\b|tonnes"),
    ("area", r"面积|多少(?:亩|公顷|平)|\barea\b|acre|hectare"),
    (
        "length",
        r"多[高长远深宽厚](?!时间)|how (?:high|tall|far|deep|wide|long)|多少(?:公里|千米|米)"
        r"|kilomet|height",
    ),
    (
        "people",
        r"(?:多少|几)(?:个|名|位)?.{0,6}?(?:人|旅客|乘客|游客|观众|学生|选手|职工|居民|村民|患者"
        r"|代表|考生|志愿者|儿童|老人"
        r"|孩子|学员|队员|运动员|嘉宾|干部)"
        r"|人数|人口.{0,4}多少|how many (?:\w+ ){0,3}?(?:people|person|student|passenger"
        r"|visitor|tourist|athlete|worker|resident|player|women|men|children|patient"
        r"|participant|soldier|death|employee|journalist|expert|official|customer"
        r"|member)"
        r"|population|how many .{0,30}(?:killed|died|injured|attended|arrested)",
    ),
)
_PATTERNS = tuple((name, re.compile(wording)) for name, wording in _ASKED)
_OF_WHOLE = re.compile(
    r"百分之几|百分比|占比|(?<!分红)(?<!分配)(?<!配股)比例|比重|几成|利率|多少个?百分点"
    r"|percent|proportion of|\bshare of\b"
)
_LITERAL = re.compile(rf"(?:多少|几)(?:[多百千万亿]|来)*({UNIT})")
# What is counted, where its number is asked after: 户数多少, 得分是多少.
_LITERAL_NOUN = re.compile(
    r"(?:([户件次家票天辆座亩])数|[得总](分)|(分)数线?)(?:[是为有]|达到?)?多少"
)
_ASKS = re.compile(r"多少|几|多[大高长远深宽厚快慢久重贵冷热老]|\b(?:how|what)\b")
_BARE_END = re.compile(r"(?<=[\u4e00-\u9fff])(?:呢|是|为)?[?。]?$")


def unit_class(unit: str) -> str:
    """What a unit measures, such as "money"; "count" for what is counted, empty for no unit."""
    return _CLASS.get(unit, "")


def in_full(question_key: str) -> str:
    """A Chinese question that asks in no word (票价?) with what it leaves out; others as asked."""
    return question_key if _ASKS.search(question_key) else _BARE_END.sub("多少?", question_key, 1)


def asked_unit(question_key: str) -> str:
    """The unit that stands behind 多少 or 几, or that 户数 and the like name; empty for none."""
    if noun := _LITERAL_NOUN.search(question_key):
        return noun[1] or noun[2] or noun[3]
    match = _LITERAL.search(question_key)
    return match[1] if match and not question_key.startswith("人", match.end(1)) else ""


def asks_growth(question_key: str) -> bool:
    """Whether a question asks how much something grew or fell."""
    return bool(_GROWTH.search(question_key))


def asks_of_whole(question_key: str) -> bool:
    """Whether a question asks how much of a whole, which money and people never answer."""
    return bool(_OF_WHOLE.search(question_key))


def asked_class(question_key: str) -> str:
    """What a question asks the measure of, as `unit_class` names it; empty where that is open."""
    return next((name for name, wording in _PATTERNS if wording.search(question_key)), "")
