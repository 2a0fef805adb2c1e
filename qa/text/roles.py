"""What people do in a sentence, and what a question asks that they did: acts, and roles of acts."""

import re

from qa.question_rules import ENGLISH_PERSON

ROLES = ("出席", "主持", "会见", "讲话", "陪同", "参加", "其他")
OTHER = "其他"

# Who was not there: 缺席, 因事请假, 未能参会, 没有到场.
ABSENCE = "缺席"
_NOT = r"(?:没有?|没能|未能?|无法|不能|不会|拒绝)(?:亲自|如期|按时|受邀)?(?:来|去|前来|前往)?"
ABSENT = re.compile(
    r"(?:缺席|缺阵|请了?(?:病|事|公)?假(?!条)"
    rf"|{_NOT}(?:参加|出席|参会|与会|到会|到场|赴会|列席|现身|亮相|参与|成行))"
    r"(?!的|[^,。;]{1,4}的(?:单位|人|同志|代表|企业|部门|学生))"  # that tells of others
)

# act → (its role, how texts say it). Keys are Simplified and lower case. An act whose role is
# 其他 is a part played as well; a person without any act is only mentioned.
_ACTS: dict[str, tuple[str, str]] = {
    "出席": ("出席", r"出席|莅临|亮相|主礼|捧场|见证(?= |.{0,6}(?:仪式|启动|揭))"),
    "参加": (
        "参加",
        r"参加|参与|列席|与会|到会|到场|在座|在场|义诊|坐诊|助阵|加入|成员(?:包括|有|为|是)|组成",
    ),
    "主持": ("主持", r"主持(?!人)"),
    "会见": ("会见", r"会见|会晤|接见|会谈|座谈(?!会)|拜会|会面|见面|见了|举行双边|通话|接待"),
    "讲话": (
        "讲话",
        r"发表(?:了)?重要讲话|(?<!重要)讲话(?!精神)|讲了话|致(?:开幕|闭幕|欢迎|答谢|贺)?[辞词]|致了[辞词]|发言(?!人)|演讲|作报告|主旨报告",
    ),
    "表示": (
        "讲话",
        r"表示|指出|强调|认为|介绍(?!信)|宣布|透露|坦言|称(?!号|为|赞)|说(?!明|法|服)",
    ),
    "陪同": ("陪同", r"陪同|随行|随同|同行(?!业)|一同前往|一同前来"),
    "签署": (OTHER, r"签署|签约(?!仪式|活动|项目|大会|会|企业)|签字(?!仪式)|签订|代表双方签"),
    "颁奖": (OTHER, r"颁奖(?!仪式|典礼|盛典|大会|晚会|活动)|颁发|授予|授牌|授旗|颁授"),
    "揭幕": (
        OTHER,
        r"揭幕(?!仪式)|揭牌(?!仪式)|剪彩|启动(?!仪式|会|大会|活动)|开启|启幕|点亮|按下",
    ),
    "宣读": (OTHER, r"宣读"),
    "通报": (OTHER, r"通报|传达"),
    "夺冠": (OTHER, r"夺冠|夺金|摘金|冠军|金牌|折桂|捧杯|登顶|问鼎|加冕"),
    "获奖": (
        OTHER,
        r"荣获|获得|(?<![为向给])获奖|获此|获评|夺得|摘得|摘银|摘铜|斩获|[亚季]军|[银铜]牌|分获"
        r"|获[^,。;]{0,9}第?[二三四五六2-6]名|第[二三四五六2-6]名",
    ),
    "任命": (
        OTHER,
        r"任命(?!书|人员)|当选|出任|(?<!不再)担任|就任|履新|接任|受聘|聘为|聘任|增聘|上任|升任|调任|任职"
        r"|选举.{0,14}为|为[^,。]{0,9}会长|拟任|代为履行|代行|^(?:将|也|再次)?任(?![务意何由教性期免命于])",
    ),
    "免职": (OTHER, r"免去|免职|罢免|撤职|辞去|辞职|辞任|卸任|离任(?!审)|离职(?!率)|不再担任"),
    "率领": (OTHER, r"率领|率队|带队|率[^,。]{1,14}(?:代表团|考察团|一行|团)|带领|领衔|为首"),
    "访问": (OTHER, r"调研|考察|访问|走访|来访|看望|慰问|检查|视察|督导|到访|参观|前往|抵达|赴"),
    "迎接": (OTHER, r"迎接|接机|欢迎|迎候|送行"),
    "领取": (OTHER, r"领取|领奖|受领|代领"),
    "控制": (OTHER, r"实际控制|控股股东|持有|持股|创办|创立|创始"),
    "任教": (OTHER, r"任教(?!育)|加盟|入职|执教"),
    ABSENCE: (OTHER, ABSENT.pattern),
    "逝世": (OTHER, r"逝世|去世|遇难|身亡|死亡|牺牲"),
    "涉案": (
        OTHER,
        r"被查|被捕|落马|接受.{0,8}(?:调查|审查)|涉嫌|被逮捕|被起诉|被判|被控|被拘|双开",
    ),
    "创作": (OTHER, r"执导|主演|饰演|出演|撰写|创作|作者|设计(?!师)"),
}
_TEXT_PATTERNS = {act: re.compile(pattern) for act, (_, pattern) in _ACTS.items()}
# Whoever is only there when others sign: 见证签约.
_WITNESSED = re.compile(r"见证[^,。;]{0,6}?(?:签署|签约|签字|签订)")
# What is attended is named by words that else say what is done: 参加调研, 出席颁奖.
_OBJECT = re.compile(r"(?:出席|参加|参与|列席)(?:了|过)?([^,。;并和、]*)")

_PRIZE = r"(?:e|ed|es|ing) (?:the |an? )?(?:[\w'’-]+ ){0,3}?(?:awards?|prizes?|medals?|honou?rs?)\b"
_ENGLISH: dict[str, str] = {
    "出席": r"attend|present at|took part|guests?\b|turn(?:ed)? up|showed up",
    "参加": (
        r"attend|\bjoin(?:ed|s|ing)?\b|participat|took part|take part|\bmembers? of\b|present at"
    ),
    "主持": (
        r"\bchair(?:ed|s|ing)?\b|\bpresid(?:ed|es?|ing)\b(?! judge)|\bhost(?:ed|s|ing)?\b"
        r"|moderat"
    ),
    "会见": (
        r"\bmet\b|\bmeet\b|\bmeets\b|hold talks|held talks|talks with|talked (?:to|with)"
        rf"|receiv(?!{_PRIZE})"
    ),
    "讲话": r"speech|spoke|\bspeak|address|\bremarks\b|keynote|\blectur",
    "表示": (
        r"\bsaid\b|\bsay\b|announc|\bstress(?:ed|es)?\b|\bclaim(?:ed|s)?\b|\btold\b"
        r"|explained|declared|pointed out|revealed|disclosed"
        r"|made (?:a|the) statement"
    ),
    "陪同": r"accompan|travel(?:l?ed|l?ing)? with|together with|went with",
    "签署": r"\bsign",
    "颁奖": r"present(?:ed)? the (?:award|prize|medal)|hand(?:ed)? out|award(?:ed)? the",
    "揭幕": r"unveil|inaugurat|launch|kick(?:ed|ing)? off|cut the ribbon|open(?:ed)? the",
    "宣读": r"read out|\bread\b",
    "夺冠": r"\bgold\b|champion|\bwon (?!silver|bronze)|\btitle\b",
    "获奖": (
        r"\bwon\b|\b(?:will|to|did|does|who) win\b|winner|silver|bronze|awarded to"
        rf"|receiv{_PRIZE}"
    ),
    "任命": (
        r"appoint(?!ment)|elected|\b(?:was|were|been|be) named\b(?! (?:in|after|for)\b)|took over"
        r"|taken over|takes over|becam|becom|succeed|\breplac(?:e|es|ed|ing)\b|\bacting as\b"
        r"|sworn in|took office|(?:serv(?:es|ed|ing)|acts) as\b"
        rf"|\bnew (?=(?:[\w'’-]+ ){{0,2}}?{ENGLISH_PERSON})"
    ),
    "率领": r"\bled\b|\b(?:who|to|will|did) lead\b|head(?:ed)? the|heading",
    "访问": r"visit|inspect(?!ion|or)|inspection (?:tour|of|in|at)|\btour(?:ed|ing|s)?\b",
    "迎接": r"greet|welcom|met .{0,20}at the airport|picked up",
    "控制": (
        r"\bowns\b|\bowned\b|\b(?:is|was|are|were) the (?:[\w-]+ ){0,4}?(?:owner|founder|controll)"
        r"|\bcontrol(?:s|led)\b|\b(?:co-?)?found(?:ed|ers? of)\b"
    ),
    "免职": (
        r"resign|dismiss|sacked|fired|removed (?:from|as)|ousted|impeached|\bquit\b"
        r"|stepp?(?:ed)? down"
    ),
    "任教": r"join(?:ed)? the faculty",
    ABSENCE: (
        r"\babsent\b|\bmissed the\b"
        r"|(?:did not|didn['’]t|could not|couldn['’]t|failed to|unable to)"
        r" (?:attend|take part|come)"
    ),
    "逝世": r"\bdied\b|\bdies\b|\b(?:was|were|been) killed|passed away",
    "涉案": (
        r"\b(?:was|were|been|being|be|is|are|under|did [^,?]{1,40}) (?:arrest|investigat|charge"
        r"|sentenc|detain|convict|prosecut|jail|accuse)"
    ),
    "创作": (
        r"\b(?:wrote|writes|written|direct(?:s|ed)|designed|stars|starred|composed)\b"
        r"|director of the (?:film|movie)|\b(?:designer|composer|author)s? of\b|\bthe author\b"
    ),
}
_CHINESE_MORE: dict[str, str] = {
    "出席": r"出席|到场|到会|与会|来了|来捧场|捧场|嘉宾|主礼|亮相|现身|莅临|见证",
    "参加": (
        r"参加|参与|到场|到会|与会|列席|组成|成员(?!国)|坐诊|在场|来了|来过|派.{0,6}人|去了|参会|同去"
        r"|义诊"
    ),
    "主持": r"主持",
    "会见": (
        r"会见|会晤|会谈|会面|见面|见了|接见|拜会|接待|座谈(?!会)|碰面|见到|通(?:了)?(?:电)?话"
        r"|谈判"
    ),
    "讲话": r"讲话|讲了话|致[辞词]|致了[辞词]|发言(?!人)|发了言|演讲|发表",
    "表示": r"说(?:的|过|了|,|:)|表示|指出|介绍|宣布|透露|谁说",
    "陪同": r"陪同|陪着|跟着|同行|随行|一起来|同去|作陪|陪",
    "签署": r"签署|签的|签了|签字|签订|签下|签约人|代表.{0,6}签|谁签|签的字",
    "颁奖": r"颁的?奖|颁发|授予|发的?奖|授奖",
    "揭幕": r"揭幕|揭牌|剪彩|启动的|开启|启动了|按下",
    "宣读": r"宣读|读的|念(?:的|了|出)",
    "通报": r"通报|传达",
    "夺冠": r"夺冠|冠军|第一名|金牌|夺金|摘金|捧杯",
    "获奖": (
        r"获奖|得奖|获得|亚军|季军|前[三四五]名|[银铜]牌|奖给了|拿下|拿到|赢|得主|夺得|荣获|拿了"
        r"|摘"
    ),
    "任命": (
        r"任命(?!书|人员)|当选|出任|拟任|代为履行|代行|担任(?!主持|主礼|颁奖|嘉宾)|接任|新任|首任|上任|履新|受聘"
        r"|被聘|选为|现任|新会长|新校长|接替|继任|谁当|换成|换帅|改由"
    ),
    "免职": r"免去|免职|罢免|撤职|撤换|辞去|辞职|辞任|卸任|离任|离职",
    "率领": r"(?<![利比概汇胜效费])率(?![先为达])|带队|带领|领队|带着",
    "访问": r"调研|考察|访问|走访|看望|慰问|检查|视察",
    "迎接": r"迎接|接机|欢迎|迎候",
    "领取": r"领取|领了|领奖|领走|上台领|代领|[帮替][^,。?]{1,4}领",
    "控制": r"控制人|股东|持有|创始人|老板|持股",
    "任教": r"任教(?!育)|加盟|加入|入职|执教",
    ABSENCE: rf"{ABSENT.pattern}|没来|没到|没去|[少缺]了(?=谁|哪)",
    "逝世": r"逝世|去世|遇难|身亡|死亡|牺牲|死者",
    "涉案": r"被查|被捕|落马|被调查|被起诉|被判|被抓",
    "创作": r"执导|主演|饰演|出演|撰写|写的|创作|作者|设计(?!师)|导演(?!是|为|叫|有|[和、])",
}
_ASKED = {
    act: re.compile("|".join(filter(None, (_CHINESE_MORE.get(act), _ENGLISH.get(act)))))
    for act in _ACTS
}
_ASKING = re.compile(r"谁|哪|什么人|\bwho|\bwhich|\bwhat")
ATTENDING = frozenset({"出席", "参加"})


def acts_in(part: str) -> tuple[str, ...]:
    """The acts that a part of a key tells of, each once, by where they stand first.

    Whoever was not there did not attend.

    What is only the name of the thing attended (参加调研) comes behind everything else.
    """
    part = _without_witnessed(part)
    there = _without_absent(part)
    objects = [match.span(1) for match in _OBJECT.finditer(part)]
    places: dict[str, tuple[bool, int]] = {}
    for act, pattern in _TEXT_PATTERNS.items():
        found = [m.start() for m in pattern.finditer(part if act == ABSENCE else there)]
        if found:
            places[act] = min((any(a <= at < b for a, b in objects), at) for at in found)
    return tuple(sorted(places, key=lambda act: places[act]))


def main_acts(part: str) -> tuple[str, ...]:
    """As `acts_in`, without what is only the name of the thing attended."""
    masked = _OBJECT.sub(lambda match: match[0][: match.start(1) - match.start()], part)
    return acts_in(masked)


def _without_witnessed(part: str) -> str:
    """The part with what somebody only witnessed blotted out; of the same length."""
    return _WITNESSED.sub(lambda match: match[0][:2].ljust(len(match[0])), part)


def _without_absent(part: str) -> str:
    """The part with what tells that somebody was not there blotted out; of the same length."""
    return ABSENT.sub(lambda match: " " * len(match[0]), part)


def roles_of(acts: tuple[str, ...]) -> tuple[str, ...]:
    """The roles of acts, in the order of `ROLES`; 其他 only where no other role is played."""
    found = {_ACTS[act][0] for act in acts}
    if len(found) > 1:
        found.discard(OTHER)
    return tuple(role for role in ROLES if role in found)


def asked_acts(question_key: str) -> tuple[str, ...]:
    """The acts that a question in Chinese or English asks after, the nearest to 谁 or who first.

    The others often only tell the event (看望武警时，哪几位主官参加), so the first counts most.
    """
    question_key = _without_witnessed(question_key)
    there = _ASKED[ABSENCE].sub(lambda match: " " * len(match[0]), question_key)
    asking = _ASKING.search(question_key)
    centre = asking.start() if asking else len(question_key)
    distance: dict[str, int] = {}
    for act, pattern in _ASKED.items():
        ways = [
            _distance(question_key, match.start(), centre)
            for match in pattern.finditer(question_key if act == ABSENCE else there)
        ]
        if ways:
            distance[act] = min(ways)
    return tuple(sorted(distance, key=lambda act: distance[act]))


def _distance(key: str, place: int, centre: int) -> int:
    """How far apart two places are; a clause between them makes them far."""
    low, high = sorted((place, centre))
    return high - low + 20 * sum(key.count(mark, low, high) for mark in ",;:")
