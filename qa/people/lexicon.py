"""The word lists and patterns that names and titles are read by; all of keys, so Simplified."""

import re
from functools import lru_cache

# What the holder of an office does, right behind the name: says something, or else.
HOLDER_SAYS = r"表示|指出|强调|介绍(?!信)|透露|坦言|说(?![明法服])|宣布|发言"
HOLDER_DOES = (
    r"主持(?!人)|出席|参加|会见|致[辞词]|讲话|陪同|率[队领]|带队|宣读|担任|调研|考察|走访|视察"
    r"|慰问|看望"
)
# How no name ends.
NO_NAME_TAIL = re.compile(r"[委院部会局党办校团大省市县区乡镇村长员等组处队线站科室内前国级]$")

# Jobs, ranks and offices: what a title ends with.
_JOBS = (
    "书记 主任 主席 主委 常委 专委 政委 委员 总理 总统 首相 大臣 财相 外相 防相 国王 女王"
    " 亲王 王子 公主 大使 公使 领事 特使 参赞 代办 顾问 助理 秘书 经理 总裁 总监 董事"
    " 监事 理事 干事 主管 股东 主编 编辑 编剧 导演 教授 讲师 导师 院士 博士 硕士 护士"
    " 卫士 骑士 医生 律师 法医 记者 学者 专家 教练 领队 冠军 亚军 季军 得主 名将 老将"
    " 小将 主将 健将 领导 成员 嘉宾 代表 干部 参谋 司令 元帅 将军 都督 警监 警督 首席"
    " 方丈 住持 会计 出纳 法人 ceo cfo cto coo 总工 总师 博主 校友 同学 老板 夫人 主播"
    " 歌手 影后 影帝 球星 选手 旗手 能手 高手 助手 状元 网红 烈士 战士 学生 研究生 博士生"
    " 毕业生 考生 董座 店主 户主 船主 业主 指挥 审判 主审"
).split()
# Those that no name is looked for behind where the recogniser sees none: too common a word.
_COMMON_JOBS = (
    "门将 后卫 前锋 中锋 外援 主帅 被告 诗人 村民 市民 民警 辅警 立委 硕士生 博士后 游客 弟子 老兵"
    " 老师 班主任 种植户 养殖户 经营户 脱贫户 果农 茶农 菜农 花农 牧民 渔民 工匠 乘客 司机 保安"
).split()
# What 人 makes a job of: 发言人, 负责人.
_PERSONS = (
    "发言 负责 主持 创始 合伙 控制 代言 候选 传承 继承 经理 联系 召集 发起 申请 带头 辩护"
    " 当事 掌门 代理 撰稿 制片 出品 经纪 代表 领军 接班 持有 投资 创办 领导 主讲 法定代表 联络"
    " 介绍 策展 制作 音乐 电影 媒体 出版 参选 被告 嫌疑 受害 被害"
).split()
# Endings that make jobs: 局长, 队员, 画家, 工程师, 获得者; each without the words it fails for.
_ENDINGS = (
    r"[^延特增成擅专漫身深生周年]长",
    r"[^成会动人社职]员|[议官会职社]员",
    r"[^国大人商厂玩皇全自独世万私农酒老亲管安这那一]家",
    r"[医药律讲导技教牧厨禅巫法琴画魔大程计析疗养划理验摄护造训询算估略妆]师",
    r"[^器感五]官",
    r"[参获领爱志愿读学作记译编患笔演难死伤]者",
    r"[大上中少准][将校尉]",
    r"总",
)
HEAD = re.compile(
    rf"(?:{'|'.join((*_JOBS, *_COMMON_JOBS, *_ENDINGS))}|(?:{'|'.join(_PERSONS)})人)$"
)
# Offices that a name follows even where the recogniser draws the name's first character to them.
OFFICE = re.compile(
    rf"(?:{'|'.join(_JOBS)}|[市省县区局处厅部院校会园馆社厂站所镇乡州团队科行董事书总]长|发言人|负责人)$"
)
# Offices that tell a name beside them which the recogniser does not see.
OFFICE_NEAR = (
    r"(?:书记|主任|主席|经理|总裁|检察长|秘书长|理事长"
    r"|[市省县区局处厅部院校会馆社厂站所镇乡州行]长)"
)
# Offices that one holds and others may not: what two titles are compared by.
CHIEF_OF = "局厅部处科院社台站所馆校委办会室署庭"  # 局长 is the 长 of a 局
RANKED_OFFICE = (
    r"(?:首席[\u4e00-\u9fff]{2,4}[官家]|书记|主任|主席|主委|总理|总统|首相|经理|总裁|司令"
    r"|[\u4e00-\u9fff]{2}大臣|秘书|(?:新闻)?发言人|(?<![a-z])c[efot]o"
    r"|委员长|秘书长|检察长|审判长|(?<!执)行长"
    rf"|董事长|参谋长|议长|政委|理事长|监事长|[{CHIEF_OF}县市省区镇乡州村]长)"
)
# Offices that 新, 前 and 原 stand before in questions after who is new, or was there before.
CHANGING_OFFICE = (
    r"(?:(?:副?[省市县区镇乡村州局厅部处科院校馆会行所社台站队团议]|董事|理事|监事|检察|秘书)长|书记|主[任席帅编]|总[理统裁编监]"
    r"|总(?:经理|教练)|经理|首相|大使|教练|主教练|首席[^,。?]{0,3}官|ceo|[财外防]长|掌门人|负责人)"
)
ABBREVIATED_OFFICES = {
    "ceo": "首席执行官",
    "cfo": "首席财务官",
    "coo": "首席运营官",
    "cto": "首席技术官",
}
# How else texts call an office that is asked after.
CALLED_ALSO: dict[str, tuple[str, ...]] = {
    **{short: (full,) for short, full in ABBREVIATED_OFFICES.items()},
    **{full: (short,) for short, full in ABBREVIATED_OFFICES.items()},
    "执行长": ("首席执行官", "ceo"),
    "财务长": ("首席财务官", "cfo"),
    "技术长": ("首席技术官", "cto"),
    "营运长": ("首席运营官", "coo"),
    "董座": ("董事长",),
    "主教练": ("主帅",),
    "主帅": ("主教练",),
}
# Those that name many at once: a list item of such a kind stands for itself, not for the next name.
PLURAL_HEAD = re.compile(
    r"(?:领导|负责人|代表|成员|干部|嘉宾|专家|委员|学生|同学|职员|会员|队员|人员|群众"
    r"|村民|市民|民警|辅警|游客)$"
)
# Words that look like a head and are none.
NOT_HEAD = frozenset(
    "人员 全体人员 国家 大家 自家 成长 增长 延长 全长 特长 专长 一员 会员 中总".split()
)
# Courtesies behind a name: neither part of it nor a title.
COURTESY = re.compile(r"同志|先生|女士|小姐|大爷|阿姨|老人|夫妇|伉俪|一行|本人|们")
# What joins a name to whom its bearer does something with.
PARTNER = frozenset("同与和跟")
UNIT = re.compile(
    r"(?:部|委|办|局|厅|处|科|室|院|所|会|社|站|队|团|组|署|庭|行|公司|集团|中心|大学|学院|学校"
    r"|中学|小学|医院|省|市|县|区|州|镇|乡|村|党|军|馆|台|报|网|银行|基金|协会|联盟|俱乐部|实验室)$"
)

# Verbs (and words tagged so) that may stand inside a title.
TITLE_VERBS = frozenset(
    "驻 驻华 兼 兼任 执行 候补 代表 署理 组织 控制 代理 见习 实习 退役 退休 主管 分管"
    " 研究 管理 开发 服务 教育 运营 生产 投资 设计 建设 发展 监督 保障 宣传 监管 培训"
    " 治疗 护理 合作 交流 销售 营销 采购 规划 指挥 训练 检验 救援 消防 编辑 策划 传播"
    " 传承 候任 当选 卸任 离任 主持 创始 联合 创新 统战 纪检 监察 评估 检测 认证 咨询"
    " 物流 制造 应急 指导 制作 出品 常务 住 援 领导 负责 推进".split()
)
STOP_VERBS = frozenset(
    "应 受 据 经 携 偕 随 按 继 率 对 说 称 任 给 请 派 赴 到 去 见 有 是 为 获 让 使 令"
    " 听 看 向 由 同 以 做 当 系 来 在 会 与 聘 升 推 选 及".split()
)
# Verbs whose object a person is: before a title they end it.
PEOPLE_VERBS = frozenset(
    "会见 会晤 接见 看望 慰问 拜会 邀请 特邀 包括 欢迎 陪同 任命 聘请 聘任 选举 推举 推选"
    " 率领 带领 感谢 祝贺 采访 致电 访问 迎接 出席 参加 主持 介绍 表示 指出 强调 认为"
    " 宣布 提名 罢免 免去 支持 反对 批评 指责 谴责 起诉 逮捕 拘留 调查 举报 控告 击败"
    " 战胜 淘汰 对阵 迎战 签约 引进 租借 签下 担任 出任 当选 成为 接替 取代 跟随 追随"
    " 随同 听取 告诉 询问 请教 联系 通知 要求 指示 委托 授权 派出 派遣 安排 获得 属于"
    " 来自 位于 作为 曾任 历任 名叫 题为 缅怀 悼念 纪念 追忆 拥护 围绕 举行 召开 举办"
    " 开展 进行 表彰 授予 奖励 帮助 救助 救出 送别 介绍 推荐 扮演 饰演 使得 导致 造成"
    " 发现 判决 判处 判令 认定 撤销 抓获 抓捕 回顾 诉请"
    " 通过 显示 报道 称赞 赞扬 指控 指认 涉及 牵头 负责 出席会议 主持会议 代表 通报".split()
)
TITLE_ADVERBS = frozenset("原 时任 现任 前 副 专职 特别 首席 实际 常务 兼".split())
TITLE_TIMES = frozenset("现代 当代 近代 古代 未来 前 原 时任 现任".split())
PLACES_TO_STOP = frozenset("现场 会上 会后 会前 台上 场上 当地 一线 会场".split())
COUNTED = re.compile(r"[位名个人次场项]$")
IN_CHARGE = re.compile(r"[^,。、;:!?\s]*(?:分管|主管|负责|联系|主持|主抓)[^,。、;:]{0,12}的$")

ORG_TAIL = re.compile(
    r"(?:集团|公司|大学|学院|医院|协会|中心|银行|基金会|研究院|研究所|学会|中学|小学|委员会|代表团|[局厅部社])$"
)


@lru_cache(maxsize=1 << 15)
def is_head(word: str) -> bool:
    """Whether a word is what titles end with: a job, a rank, an office."""
    return bool(HEAD.search(word)) and word not in NOT_HEAD
