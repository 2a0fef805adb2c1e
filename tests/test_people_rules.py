"""Rules about names, titles, offices and who answers, each on an invented sentence or two."""

import pytest

from index.fold import fold
from qa.people import PassagePeople, PeopleReader, answer_people, is_contradicted, lists_of
from qa.people.offices import clause_around
from qa.people.states import states_in
from qa.people.who_question import read_who_question
from qa.text.names import LacNames
from qa.text.roles import acts_in, asked_acts


@pytest.fixture(scope="module")
def reader() -> PeopleReader:
    return PeopleReader(LacNames())


def passage(reader: PeopleReader, text: str) -> PassagePeople:
    return PassagePeople("p", "a", fold(text), reader.people(text, fold(text)))


def names(reader: PeopleReader, text: str, question: str) -> list[str]:
    return [person.name for person in answer_people(question, [passage(reader, text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南川市文旅局局长丛林主持开幕式。", [("丛林", "南川市文旅局局长")]),
        ("审判长由南川中院副院长严正担任。", [("严正", "南川中院副院长")]),
        ("书记严肃指出了问题。", []),
        ("任命傅云翘为海屿市副市长。", [("傅云翘", "海屿市副市长")]),
        (
            "任命钟离越为市生态环境局局长，主任桑柏年主持会议。",
            [("钟离越", "市生态环境局局长"), ("桑柏年", "主任")],
        ),
        ("副市长桑柏还主持了会议。", [("桑柏", "副市长")]),
        (
            "镇长柯望舒，镇党委书记卓然，教师代表贺一苇参加座谈。",
            [("柯望舒", "镇长"), ("卓然", "镇党委书记"), ("贺一苇", "教师代表")],
        ),
        ("调查组由副省长杜衡任组长。", [("杜衡", "副省长")]),
        ("行长职责由副行长白冉代为履行。", [("白冉", "副行长")]),
        ("副部长陆清和致辞，感谢来宾。", [("陆清和", "副部长")]),
        ("市委秘书长简从之陪同调研。", [("简从之", "市委秘书长")]),
        ("副部长陆清和与会人员合影。", [("陆清", "副部长")]),
        ("市应急局局长古丽·艾山讲话。", [("古丽·艾山", "市应急局局长")]),
        ("任命买买提·吐尔洪为副县长。", [("买买提·吐尔洪", "副县长")]),
        (
            "派出所民警严珍正与同事巡逻，女孩跑到严珍面前。",
            [("严珍", "派出所民警"), ("严珍", "")],
        ),
        (
            "2023年7月21日，外交部副部长陆青禾同亚美尼亚副外长萨维良在北京举行磋商。",
            [("陆青禾", "外交部副部长"), ("萨维良", "亚美尼亚副外长")],
        ),
        ("剪纸艺术家宝音、沙日娜出席。", [("宝音", "剪纸艺术家"), ("沙日娜", "剪纸艺术家")]),
    ],
)
def test_names_that_are_words_or_end_in_one(
    reader: PeopleReader, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(m.name, m.title) for m in reader.people(text, fold(text))] == expected


def test_a_state_that_has_envoys_is_no_person(reader: PeopleReader) -> None:
    text = "副部长陆清和、卡洛维亚驻华大使玛丽亚·诺瓦克参加会见。卡洛维亚重视这次会见。"
    found = [(m.name, m.title) for m in reader.people(text, fold(text))]
    assert found == [("陆清和", "副部长"), ("玛丽亚·诺瓦克", "卡洛维亚驻华大使")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("出席的有：韩一鸣（市长）、程慕雪（市教育局局长）。", ["市长", "市教育局局长"]),
        ("王丽华（女，43岁）出席。", [""]),
        ("市长江澜看望了门将关山、后卫乔峰。", ["市长", "门将", "后卫"]),
        ("参会的有村民\n县长高远山主持会议。", ["县长"]),
        ("包括博士生谭一文先生和硕士生罗一诗小姐。", ["博士生", "硕士生"]),
        ("被告人赵广财表示上诉。", ["被告人"]),
    ],
)
def test_titles(reader: PeopleReader, text: str, titles: list[str]) -> None:
    assert [mention.title for mention in reader.people(text, fold(text))] == titles


APPOINTED = (
    "会议决定任命韩一鸣为南川市代理市长，接受沈若水辞去市长职务的请求；任命周亦安为市教育局局长，"
    "免去贺绍棠的市教育局局长职务；任命罗一禾为市民族宗教事务局局长。"
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("谁被任命为市教育局局长？", ["周亦安"]),
        ("市民族宗教事务局局长是谁？", ["罗一禾"]),
        ("市民族宗教事务局局长由谁担任？", ["罗一禾"]),
        ("南川市代理市长是谁？", ["韩一鸣"]),
        ("谁被免去市教育局局长职务？", ["贺绍棠"]),
        ("谁接替沈若水担任南川市代理市长？", ["韩一鸣"]),
    ],
)
def test_who_holds_an_office_is_told_by_the_office(
    reader: PeopleReader, question: str, expected: list[str]
) -> None:
    assert names(reader, APPOINTED, question) == expected


def test_an_office_is_given_to_whom_has_another_title(reader: PeopleReader) -> None:
    text = "省政府成立调查组，由副省长江澜任组长。市长陆明川、副组长沈若水到场。"
    assert names(reader, text, "谁担任调查组组长？") == ["江澜"]


def test_the_office_of_one_is_not_the_other_s(reader: PeopleReader) -> None:
    text = "会议任命江澜为教育局局长、沈若水为水利局局长。"
    assert names(reader, text, "谁被任命为水利局局长？") == ["沈若水"]
    assert names(reader, text, "谁被任命为教育局局长？") == ["江澜"]


def test_a_rank_is_weighed_not_demanded(reader: PeopleReader) -> None:
    text = "江映雪教授当选，她是最年轻的女性。院士高远山表示祝贺。"
    assert names(reader, text, "谁当选最年轻的女院士？") == ["江映雪"]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (
            "公司总裁江澜、沈若水代表双方签字。局长程之远见证签约。",
            "协议由谁签署？",
            ["江澜", "沈若水"],
        ),
        ("公司总裁江澜签字。局长沈若水见证签约。", "谁见证了签约？", ["沈若水"]),
        ("书记江澜宣布开幕。市长沈若水介绍了情况。", "谁宣布开幕？", ["江澜"]),
        ("书记江澜介绍了情况。市长沈若水介绍了规划。", "哪些人介绍了情况？", ["江澜", "沈若水"]),
        ("副部长江澜与国务秘书扬·科瓦奇共同主持会议。", "会议由谁主持？", ["江澜", "扬·科瓦奇"]),
        (
            "被告人赵广财犯受贿罪，判四年；被告人刘一虎犯受贿罪，判三年。",
            "被告人是谁？",
            ["赵广财", "刘一虎"],
        ),
        (
            "选手高远山获得男子组冠军，选手罗一禾获得亚军，选手钱多益获得第三名。",
            "亚军是谁？",
            ["罗一禾"],
        ),
        ("行政长官江澜与总统卢卡斯·马雷克会面。", "行政长官与谁会面？", ["卢卡斯·马雷克"]),
    ],
)
def test_who_answers(reader: PeopleReader, text: str, question: str, expected: list[str]) -> None:
    assert names(reader, text, question) == expected


@pytest.mark.parametrize(
    ("text", "question", "is_told"),
    [
        ("云川日报记者邓云 8月9日下午，游船进水，游客获救。", "谁救了游客？", False),
        ("【短评】作者：邓云 她是第一位女指挥家。", "第一位女指挥家是谁？", False),
        ("云川日报记者邓云 8月9日下午，游船进水，游客获救。", "记者是谁？", True),
        ("【短评】作者：邓云 她是第一位女指挥家。", "这篇短评的作者是谁？", True),
        ("村民邓云救了游客。", "谁救了游客？", True),
    ],
)
def test_who_only_reports_answers_nothing_else(
    reader: PeopleReader, text: str, question: str, is_told: bool
) -> None:
    key = fold(text)
    source = PassagePeople("p", "a", key, reader.people(text, key))
    (reporter,) = source.people
    assert is_contradicted(question, source, reporter) != is_told


def test_what_others_do_behind_a_semicolon_is_not_told_of_the_list(reader: PeopleReader) -> None:
    text = "市长江澜到场；会议决定任命新的局长。"
    (mention,) = reader.people(text, fold(text))
    assert "任命" not in mention.acts


def test_witnessing_is_no_signing() -> None:
    assert acts_in("见证了双方签约") == ("出席",)
    assert acts_in("见证签约并签署协议") == ("出席", "签署")
    assert asked_acts("谁见证签约") == ("出席",)


def test_leaving_an_office_is_an_act_of_its_own() -> None:
    assert acts_in("辞去市长职务") == ("免职",)
    assert acts_in("不再担任局长") == ("免职",)
    assert asked_acts("谁被免去局长职务") == ("免职",)


def test_winners_of_a_prize_that_others_hand_out_have_won_nothing_themselves() -> None:
    assert acts_in("为获奖选手颁奖") == ("颁奖",)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("谁被任命为澄江市副市长？", "副市长"),
        ("谁将出任教育局局长？", "教育局局长"),
        ("谁拟任宣传部部长？", "宣传部部长"),
        ("调查组组长由谁担任？", "调查组组长"),
        ("谁代为履行澄江银行行长职责？", "澄江银行行长"),
    ],
)
def test_the_office_asked_after(question: str, kind: str) -> None:
    asked = read_who_question(question)
    assert kind in asked.kinds[0]
    assert asked.is_of_holder


@pytest.mark.parametrize("question", ["哪些人担任副主任？", "谁出席了会议？", "谁主持了局长会议？"])
def test_not_every_question_asks_for_one_holder_of_an_office(question: str) -> None:
    assert not read_who_question(question).is_of_holder


def test_the_lists_of_a_passage_with_the_acts_asked_after(reader: PeopleReader) -> None:
    source = passage(reader, "市长江澜会见了专家。副市长沈若水、程之远出席会议。记者罗一禾报道。")
    found = lists_of("谁出席了会议？", [source], {"p"})
    told = [([person.name for person in each.people], set(each.acts)) for each in found]
    assert told == [(["江澜"], set()), (["沈若水", "程之远"], {"出席"})]
    assert lists_of("谁出席了会议？", [source], {"another"}) == ()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("驻南汐大使到任", {"南汐"}),
        ("大使从驻地来到南汐", set()),
        ("南汐驻华大使", {"南汐"}),
        ("访问南汐,在南汐首都会谈", {"南汐"}),
        ("南汐表示感谢。驻", set()),
        ("他将抵达邻国首都北岭,与官员会谈", {"北岭"}),
        ("首都人民欢迎北岭", set()),
    ],
)
def test_states_are_told_by_their_envoys_and_capitals(key: str, expected: set[str]) -> None:
    assert states_in(key, ["南汐", "北岭", ""]) == expected


ROSTER = (
    "同时对法定代表人林建、生产负责人楼望云、原质量负责人曹芬芳分别罚款。"
    "副县长金伟、县教育局局长罗雪芹、柳溪镇镇长龚建等出席。"
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("法定代表人是谁？", ["林建"]),
        ("生产负责人叫什么？", ["楼望云"]),
        ("谁是公司的原质量负责人？", ["曹芬芳"]),
        ("县教育局局长是谁？", ["罗雪芹"]),
    ],
)
def test_of_a_list_of_offices_the_one_asked_after(
    reader: PeopleReader, question: str, expected: list[str]
) -> None:
    assert names(reader, ROSTER, question) == expected


def test_the_title_of_the_next_in_a_list_is_none_of_ones_own(reader: PeopleReader) -> None:
    source = passage(reader, "副县长金伟明、县教育局局长罗雪芹出席会议。")
    assert is_contradicted("县教育局局长是谁？", source, source.people[0])
    assert not is_contradicted("县教育局局长是谁？", source, source.people[1])


def test_who_stands_in_brackets_behind_a_dateline_reports(reader: PeopleReader) -> None:
    text = "云川8月16日电 (贺一苇)云川市科技局局长柯望舒介绍了计划。"
    assert names(reader, text, "谁介绍了计划？") == ["柯望舒"]
    assert names(reader, text, "云川市教育局局长是谁？") == []


def test_the_clause_of_one_ends_at_the_next_who_shares_the_title(reader: PeopleReader) -> None:
    source = passage(reader, "副县长金伟明、罗雪芹出席会议。")
    assert clause_around(source, [source.people[0]]) == "副县长、"
