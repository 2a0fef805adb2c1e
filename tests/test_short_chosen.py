"""Which of several values in a passage answers: lists, contrasts, events, what is told outright."""

from datetime import date

import pytest

from index.fold import fold
from qa.question import read_question
from qa.short import find_answers


def found(question: str, text: str) -> list[str]:
    candidates = find_answers(read_question(question), text, fold(text), date(2024, 5, 6))
    return [text[each.start : each.end] for each in candidates]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("南汐动物园票价？", "园内有鹿120头，成人票55元。", "55元"),
        ("传感器收入占比多少？", "传感器收入12.1亿元，占比25.8%。", "25.8%"),
        (
            "他被判了多少年？",
            "受贿罪判刑十一年，滥用职权罪三年，决定执行有期徒刑十三年。",
            "十三年",
        ),
        ("四人间原来多少钱？", "四人间由1200元调整为1500元。", "1200元"),
        ("现在限速多少？", "大桥限速由60公里降为50公里。", "50公里"),
        ("夜班补贴提高到多少？", "夜班补贴由每人150元提高到400元。", "400元"),
        ("票价降到几元？", "票价从5元降到3元。", "3元"),
        ("台风造成多少人死亡？", "台风造成3218人撤离，无人死亡。", "无人死亡"),
        ("多少人死亡？", "去年的事故中无人死亡。今年的地震造成5人死亡。", "5人死亡"),
        ("多少学生受伤？", "63名学生撤离，未造成人员伤亡。", "未造成人员伤亡"),
        ("多少人死亡？", "事故造成3人死亡，没有人受伤。", "3人死亡"),
        ("How many people were killed?", "轮船载客236人，无人遇难。", "无人遇难"),
        ("未成年人门票多少钱？", "成人票80元，儿童票40元。", "40元"),
        ("成年人门票多少钱？", "未成年人票40元，成人票80元。", "80元"),
        ("洪水死了多少人？", "洪水致425万人流离失所，另有超过5000人丧生。", "5000人"),
        ("公司去年亏了多少？", "公司去年收入46亿元，亏损减少至5.59亿元。", "5.59亿元"),
        ("What was the loss last year?", "公司去年收入46亿元，亏损减少至5.59亿元。", "5.59亿元"),
        ("他被罚了多少钱？", "依法可处3万元以下罚款，他最后缴了1000元。", "1000元"),
        ("决赛成绩多少秒？", "她预赛跑出12秒98，决赛跑出12秒76。", "12秒76"),
        ("总行被罚多少？", "分行被罚350万元，总行被罚4430万元。", "4430万元"),
        ("多少艘军舰？", "055型和4艘新舰。", "4艘"),
        ("石桥镇停电户数？", "石桥镇倒树35棵，1730户停电。", "1730户"),
        ("乔叙享年", "乔叙从艺60年，8岁登台，享年91岁。", "91岁"),
        ("营业收入呢？", "员工2000人，营业收入57.6亿元。", "57.6亿元"),
    ],
)
def test_a_quantity_alone_asks_how_much_it_is(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def test_the_body_of_somebody_s_title_does_nothing() -> None:
    text = "青岚县委书记陆青禾宣布云川市委决定，任命桑若谷为局长。"
    assert found("哪个单位决定任命桑若谷？", text) == ["云川市委"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("乔叙今年多大？", "乔叙退赃160万元。"),
        ("乔叙有几个孩子？", "街坊三百多人来送乔叙。"),
        ("大桥花了多少钱？", "大桥长31公里。"),
        ("到场多少人？", "到场车辆230辆。"),
        ("地震的震级是多少？", "地震深度12公里。"),
    ],
)
def test_what_is_of_another_kind_is_no_answer(question: str, text: str) -> None:
    assert found(question, text) == []


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("老周追回了多少钱？", "老周被骗十八万元，老周只追回来六万。", "六万"),
        ("地震规模多大？", "石桥外海36公里发生规模5.8地震，深度18.5公里。", "5.8"),
        ("枇杷多少钱一斤？", "枇杷王获奖金2000元，枇杷收购价每斤12元。", "12元"),
        ("苹果从几楼扔下？", "5月3日，11岁的孩子从3栋10楼阳台扔下苹果。", "10楼"),
        ("上年度每股派多少元？", "每股派5元。上年度每股派3元。", "3元"),
        ("发了多少慰问金？", "慰问困难群众3260户，发放慰问金163万元。", "163万元"),
        ("女排对雁队的比分是多少？", "女排以0比3负于雁队，三局比分为18比25、22比25。", "0比3"),
    ],
)
def test_the_figure_that_is_asked_after(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


PRICES = "零售均价（元/500克）：白菜1.80，跌10.0%；菠菜6.50，涨18.2%；黄瓜3.90，持平；鸡蛋5.60。"
SCORES = "录取分数线（满分750分）：石桥一中 676分，石桥二中 651分，南汐一中 588分，云川中学 571分。"


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("菠菜多少钱？", PRICES, "6.50"),
        ("鸡蛋价格？", PRICES, "5.60"),
        ("南汐一中分数线", SCORES, "588分"),
        ("石桥二中分数线多少？", SCORES, "651分"),
    ],
)
def test_in_a_list_the_figure_of_what_is_named(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def test_a_clause_of_a_sentence_is_no_item_of_a_list() -> None:
    text = "南汐营收57.6亿元，增长6.3%；其中一季度增长7.1%，投资增长3.9%，出口增长1.2%，增长9.9%。"
    assert found("南汐营收增长多少？", text)[0] == "6.3%"


TICKETS = "灯会门票平日68元，周末及节假日98元。"


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("灯会周末门票多少钱？", TICKETS, "98元"),
        ("灯会平日门票多少钱？", TICKETS, "68元"),
        ("闭幕会有多少代表到会？", "大会应到代表218名，实到209名。", "209名"),
        ("最贵的盒饭卖多少？", "盒饭均价18元，最贵的一家卖50元。", "50元"),
        ("地铁末班车几点？", "地铁首班车6时，末班车23时。", "23时"),
        ("哪个区增速最快？", "增速最快的是石桥区，最慢的是望川区。", "石桥区"),
    ],
)
def test_a_word_of_the_question_tells_values_apart(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "乔叙什么时候去世的？",
            "乔叙告别仪式什么人都来，定于2月20日上午9时。乔叙因病于2024年2月16日逝世。",
            "2024年2月16日",
        ),
        (
            "云川重工什么时候除权除息？",
            "云川重工5月20日公告，股权登记日为5月23日，除权除息日为5月24日。",
            "5月24日",
        ),
        (
            "灯会什么时候闭幕？",
            "灯会1月2日在南汐公园开幕。2月15日元宵节，灯会在南汐公园落幕。",
            "2月15日",
        ),
        ("云川重工何时派息？", "云川重工5月20日公告派息，5月24日派息。", "5月24日"),
    ],
)
def test_a_date_stands_beside_what_happened_then(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("乔叙的原名叫什么？", "乔叙，原名乔桂枝，生于石桥镇。", "乔桂枝"),
        ("补助案表决结果如何？", "补助案表决结果14比17，未获通过。", "14比17"),
        ("乔叙捐了什么？", "乔叙将收藏多年的43本手抄剧本捐赠给博物馆。", "43本手抄剧本"),
        ("乔叙捐了什么？", "乔叙捐赠展开幕，乔叙捐出一架老钢琴。", "一架老钢琴"),
        ("乔叙的下一本书叫什么？", "乔叙的下一本书暂名《灯河》，写船工。", "《灯河》"),
        ("年龄最大的选手代表哪家球队？", "年龄最大的是海鸥队，最小的是铁骑队。", "海鸥队"),
    ],
)
def test_what_is_told_outright(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def test_of_two_quotations_the_one_on_the_topic() -> None:
    text = "乔叙说：“三年内不上市。”谈到电池的价格战，乔叙很平静，也很直接，他说：“我们靠良率。”"
    assert found("乔叙怎么说电池价格战？", text)[0] == "“我们靠良率。”"
