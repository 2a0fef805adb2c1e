"""Who: kin, bodies, predecessors, absence; as people ask after them, answers by hand."""

import pytest

from index.fold import fold
from qa.people import PassagePeople, PeopleReader, answer_people
from qa.people.kin import is_kin_nowhere, is_other_kin, kin_asked
from qa.text.names import shared_finder

FAMILY = (
    "顾正言的妻子梁素云于2015年去世。他的长子顾宝林、次子顾宝森均为教练，女儿顾宝珍任教于中学。"
)
MEETING = (
    "副省长卢怀谷、省水利厅厅长汤若海、省住房和城乡建设厅副厅长麦景云、省教育厅处长柳如意参加会议。"
)
CHANGES = (
    "会议决定任命韩敬之为市水利局局长，原局长邱大勇因到龄退休不再担任；决定任命林蔚为市教育局局长。"
)
VISIT = "市政协副主席戚望、蓝玉田，秘书长金砚参加调研，市教育局副局长甘棠陪同。"
SESSION = "会议由主任宋砚秋主持，副主任葛长岭、邵云翡出席。副主任田伯钧因赴外地参加培训请假。"


def answered(question: str, text: str) -> list[str]:
    key = fold(text)
    people = PeopleReader(shared_finder()).people(text, key)
    source = PassagePeople("p", "a", key, people)
    return [person.name for person in answer_people(question, [source])]


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("顾正言的小儿子是哪一位？", FAMILY, ["顾宝森"]),
        ("顾正言的大儿子是谁？", FAMILY, ["顾宝林"]),
        ("顾正言的女儿叫什么？", FAMILY, ["顾宝珍"]),
        ("顾正言的妻子是谁？", FAMILY, ["梁素云"]),
        ("特鲁维的妻子是谁？", "老特鲁维和妻子玛丽安娜于1977年分居。", []),
        ("老特鲁维的妻子是谁？", "老特鲁维和妻子玛丽安娜于1977年分居。", ["玛丽安娜"]),
        ("顾正言的母亲是谁？", FAMILY, []),
        ("陆鸣的母亲叫什么？", "陆鸣说：我的老师顾正言先生。", []),
        ("帮他收钱的儿子叫什么？", "彭允中受贿，其子彭昊帮他收钱。", ["彭昊"]),
        ("石杼县的县长是谁？", "青崮县委书记耿南星、代县长卓然陪同检查。", []),
        ("谁接手了茶庄的生意？", "去年，邓启棠的女儿邓颖心接手茶庄的生意。", ["邓颖心"]),
        ("代表省住建厅到会的是谁？", MEETING, ["麦景云"]),
        ("会上，教育部门来的是哪位？", MEETING, ["柳如意"]),
        (
            "代表省水利厅到会的是谁？",
            "副省長盧懷谷、省水利廳廳長湯若海、省教育廳處長柳如意參加會議。",
            ["湯若海"],
        ),
        ("哪个球员进了球？", "主教練韓牧說，卡斯特莫進了球。", []),
        ("韩敬之之前，水利局的局长是谁？", CHANGES, ["邱大勇"]),
        ("教育局局长是谁？", CHANGES, ["林蔚"]),
        (
            "谁出任交易所董事长？",
            "会议决定：提名韩敬之任水权交易所董事长，不再担任水权交易所总经理职务。",
            ["韩敬之"],
        ),
        ("哪两位副主席跟着去了？", VISIT, ["戚望", "蓝玉田"]),
        ("哪位副主任没到？", SESSION, ["田伯钧"]),
        ("少了哪位副主任？", SESSION, ["田伯钧"]),
        ("省交通厅的一把手是谁？", "省交通运输厅厅长尤静波介绍了情况。", ["尤静波"]),
        (
            "市住房和城乡建设局局长是谁？",
            "市住建局局长倪远航介绍，每台电梯造价约48万元。",
            ["倪远航"],
        ),
        ("集团的董事长换成了谁？", "集团现任董事长为岑北望，去年2月到任。", ["岑北望"]),
        ("谁袭击了特鲁维奥？", "费尔南多·特鲁维奥遇袭，枪手何塞·罗哈斯被击毙。", ["何塞·罗哈斯"]),
        ("岚国总统是谁？", "岚国总统候选人麦景云9日遇袭。", []),
        (
            "岚国外交部发言人是谁？",
            "岚国国防部发言人吴岩表示关切。岚国外交部发言人夏青荷11日回应。",
            ["夏青荷"],
        ),
        ("谁打了电话？", "青国发言人安娜·让－迪波打了电话。", ["安娜·让－迪波"]),
        ("公司的保荐代表人是谁？", "公司的保荐代表人为柳如意、金穗。", ["柳如意", "金穗"]),
        ("谁出席了？", "巴方代表和柳如意出席仪式。", ["柳如意"]),
        ("谁出席了？", "缅甸副总理时指出，柳如意出席了仪式。", ["柳如意"]),
        ("奖座是谁代领的？", "最佳男歌手杜鹏未能出席，由制作人汪孟哲代领。", ["汪孟哲"]),
    ],
)
def test_who_answers(question: str, text: str, names: list[str]) -> None:
    assert answered(question, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("决定任命林蔚为市教育局局长。", ["林蔚"]),
        ("会议决定任命：单怀民为市发展和改革委员会主任。", ["单怀民"]),
        ("女儿虞静是编剧。", ["虞静"]),
        ("资料显示，霍青源生于1963年4月，海岚石浔人，已被查。", ["霍青源"]),
    ],
)
def test_a_name_ends_before_what_gives_an_office_and_an_origin_is_none(
    text: str, names: list[str]
) -> None:
    people = PeopleReader(shared_finder()).people(text, fold(text))
    assert [person.name for person in people] == names


@pytest.mark.parametrize(
    ("question", "kin"),
    [
        ("他的小儿子是谁?", "小儿子"),
        ("谁是他的女婿?", "女婿"),
        ("who was his wife?", "wife"),
        ("救人的夫妻是谁?", ""),  # both of them
        ("夺冠的兄弟是谁?", ""),
        ("他的弟弟是谁?", "弟弟"),
        ("夺冠的姐妹是谁?", ""),
        ("妻子获奖时谁致辞?", ""),
        ("谁出席了会议?", ""),
    ],
)
def test_kin_is_asked_after_only_where_it_is_who_is_asked_after(question: str, kin: str) -> None:
    assert kin_asked(question) == kin


def test_whose_kin_is_not_told_is_no_other_kin() -> None:
    text = "教练顾宝林率队夺冠。"
    key = fold(text)
    source = PassagePeople("p", "a", key, PeopleReader(shared_finder()).people(text, key))
    assert not is_other_kin("小儿子", source, source.people[0])


HEARING = "代表孔令阶投了赞成票。消费者代表冯淑桐投了反对票。她表示：“先堵漏，再谈涨价。”"


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("“先堵漏，再谈涨价”这话是谁说的？", HEARING, ["冯淑桐"]),
        ("谁说“先堵漏再谈涨价”？", HEARING, ["冯淑桐"]),
        ("“水到了再算账”是谁说的？", "局长韩敬之说：“水到了，再算账。”会后离去。", ["韩敬之"]),
        ("“水到了再算账”是谁说的？", "他说：“水到了，再算账。”", []),
        ("“义务妈妈”是谁？", "周碧玉与丈夫姚瑞收养了孩子，她被称为“义务妈妈”。", ["周碧玉"]),
    ],
)
def test_whoever_said_the_words_that_are_quoted(question: str, text: str, names: list[str]) -> None:
    assert answered(question, text) == names


@pytest.mark.parametrize(
    ("question", "text", "nowhere"),
    [
        ("林小满的妻子被判了几年？", "林小满被判刑三年。", True),
        ("林小满的妻子被判了几年？", "林小满和丈夫被判刑三年。", False),
        ("林小满的妻子被判了几年？", "林小满夫妇被判刑三年。", False),
        ("林小满被判了几年？", "林小满被判刑三年。", False),
        ("林小满是谁的儿子？", "林小满被判刑三年。", False),
        ("How old is Lin Xiaoman's son?", "林小满今年30岁。", True),
        ("How old is Lin Xiaoman's son?", "林小满的儿子今年3岁。", False),
    ],
)
def test_kin_of_whom_nobody_tells(question: str, text: str, *, nowhere: bool) -> None:
    assert is_kin_nowhere(fold(question), [fold(text)]) is nowhere
