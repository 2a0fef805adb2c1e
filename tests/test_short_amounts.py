"""How many: lengths of several units, signs, growth, nouns and scores; values by hand."""

from datetime import date

import pytest

from index.fold import fold
from qa.question import read_question
from qa.short import Candidate, find_answers
from qa.short.units import asked_class, asks_growth
from qa.short.written import read_amounts
from qa.text.numerals import plain, read_number


def answers(question: str, text: str) -> list[Candidate]:
    key = fold(text)
    return list(find_answers(read_question(question), text, key, date(2024, 5, 6)))


def found(question: str, text: str) -> list[str]:
    return [text[each.start : each.end] for each in answers(question, text)]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("历时7小时20分钟抵达", "7小时20分钟", "7小时20分钟"),
        ("以2小时09分37秒夺冠", "2小时09分37秒", "2小时9分37秒"),
        ("以1分56秒38夺冠", "1分56秒38", "1分56秒38"),
        ("判处十一年六个月徒刑", "十一年六个月", "11年6个月"),
        ("停了两年零三个月。", "两年零三个月", "2年3个月"),
        ("庭审持续四个半小时。", "四个半小时", "4.5小时"),
        ("停了一年半。", "一年半", "1.5年"),
        ("孩子3岁6个月。", "3岁6个月", "3岁6个月"),
        ("投资18亿5000万元", "18亿5000万元", "1850000000元"),
        ("投资3万2千元", "3万2千元", "32000元"),
        ("降至零下11.4℃", "零下11.4℃", "-11.4℃"),
        ("降至-5℃", "-5℃", "-5℃"),
        ("中心气压998百帕", "998百帕", "99800帕"),
        ("风速30米/秒。", "30米/秒", "30米/秒"),
        ("全长12km。", "12km", "12km"),
        ("重30克拉", "30克拉", "30克拉"),
        ("同比为负3.2%", "负3.2%", "-3.2%"),
        ("比上年减产四分之一。", "四分之一", "25%"),
        ("将缺阵三到四周。", "三到四周", "3-4周"),
        ("亏损1.2亿元至1.5亿元", "1.2亿元至1.5亿元", "120000000-150000000元"),
        ("气温3-5℃", "3-5℃", "3-5℃"),
        ("来了数百人。", "数百人", "100+人"),
        ("来了上万名观众", "上万名", "10000+名"),
        ("达到82开尔文", "82开尔文", "82开尔文"),
        ("只追回来六万。", "六万", "60000"),
        ("身高1米93。", "1米93", "1米93"),
        ("票价12元5角", "12元5角", "12元5角"),
        ("花了2块5。", "2块5", "2块5"),
        ("全长3公里500米", "3公里500米", "3公里500米"),
        ("全长3公里半。", "3公里半", "3.5公里"),
        ("距今约5300年", "5300年", "5300年"),
        ("历时1000年", "1000年", "1000年"),
        ("有5000年的历史", "5000年", "5000年"),
        ("总分是1200分", "1200分", "1200分"),
    ],
)
def test_an_amount_is_read_whole(text: str, written: str, value: str) -> None:
    (amount,) = read_amounts(text)
    assert (text[amount.start : amount.end], amount.value) == (written, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("20分钟7小时", ["20分钟", "7小时"]),  # the finer first is no one length
        ("三天半夜里", ["3天"]),
        ("一等奖-10万元", ["100000元"]),  # a dash
        ("3胜负2场", ["2场"]),
        ("14时20分开幕", []),  # a clock
        ("建于1345年", []),
        ("1998年以前", []),
        ("每斤3元20日起", ["3元"]),
        ("10元3斤", ["10元", "3斤"]),
        ("2000米10分钟", ["2000米", "10分钟"]),
        ("跑了5公里3小时", ["5公里", "3小时"]),
        ("1971年8月", []),
        ("2月24日元宵节", []),  # no 24日元
        ("第十二届灯会", []),
        ("三条例草案", []),  # 条 goes on as 条例
        ("以上十家", ["10家"]),  # 上 belongs to the word before
        ("千万，别去", []),
        ("2024-2025赛季", ["2025"]),  # no range without a unit
        ("4人至3人", ["4人", "3人"]),  # nor one that falls
    ],
)
def test_what_is_not_joined(text: str, values: list[str]) -> None:
    assert [each.value for each in read_amounts(text)] == values


@pytest.mark.parametrize(
    ("word", "number"),
    [("18亿5000万", "1850000000"), ("1亿零500万", "105000000"), ("2万3千", "23000")],
)
def test_figures_of_several_units_are_summed(word: str, number: str) -> None:
    value = read_number(word)
    assert value is not None
    assert plain(value) == number


@pytest.mark.parametrize(
    ("question", "growth"),
    [
        ("净利润同比增长多少？", True),
        ("净利润环比下降了多少？", True),
        ("房价涨幅是多少？", True),
        ("股价跌了多少？", True),
        ("How much did the net profit rise?", True),
        ("净利润增长了多少元？", False),  # its unit says otherwise
        ("人口同比下降多少？", False),
        ("How much did the population fall?", False),
        ("净利润是多少？", False),
    ],
)
def test_growth_is_a_share(question: str, growth: bool) -> None:
    key = fold(question)
    assert asks_growth(key) is growth
    assert (asked_class(key) == "share") is growth


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "净利润同比增长多少？",
            "净利润8.91亿元，同比增长18.4%，研发投入占营收的3.5%。",
            "18.4%",
        ),
        (
            "净利润同比增长多少？",
            "营收57.6亿元，同比增长6.3%；净利润8.91亿元，同比增长18.4%。",
            "18.4%",
        ),
        (
            "营收同比增长了多少？",
            "营收57.6亿元，同比增长6.3%，净利润8.91亿元，同比增长18.4%。",
            "6.3%",
        ),
        ("How long is the bridge?", "大桥走完要52分钟，大桥全长31.7公里。", "31.7公里"),
        ("How much did the net profit grow?", "净利润8.91亿元，同比增长18.4%。", "18.4%"),
        ("净利润是多少？", "青岚银行营收52.3亿元，净利润17.6亿元。", "17.6亿元"),
        ("事故有多少人受伤？", "事故死亡5人，另有9人受伤。", "9人受伤"),
        ("冠军用时多少？", "奖金25万元，冠军用时2小时09分37秒。", "2小时09分37秒"),
        ("合同总价是多少？", "订购20架，合同总价7.6亿元。", "7.6亿元"),
    ],
)
def test_the_number_that_is_asked_after_comes_first(
    question: str, text: str, expected: str
) -> None:
    assert found(question, text)[0] == expected


def test_a_number_follows_its_noun_with_no_other_between() -> None:
    text = "营收52.3亿元、净利润17.6亿元。"
    scores = {text[each.start : each.end]: each.score for each in answers("营收多少元？", text)}
    assert scores["52.3亿元"] > scores["17.6亿元"]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("铁路全长多少公里？", "时速为350公里的铁路南起青岚，全长193公里。", "193公里"),
        ("铁路多长？", "铁路全长193公里，设计时速350公里。", "193公里"),
        ("铁路设计时速多少？", "铁路全长193公里，设计时速350公里。", "350公里"),
        ("望溪股份收盘价多少？", "望溪股份报收于6.87元，跌0.87%，成交额2395万元。", "6.87元"),
        ("股价收盘多少元？", "成交额95.05元，股价报6.87元。", "6.87元"),
    ],
)
def test_speed_is_no_length_and_what_was_traded_no_price(
    question: str, text: str, expected: str
) -> None:
    best = answers(question, text)[0]
    assert text[best.start : best.end] == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("外贸增速排第几？", "增长32.9%，高于全国30.8个百分点，增速位居全国第3位。", "第3位"),
        ("这是第几次发布警报？", "第1时间获悉，这是第820次发布警报，历时3小时。", "第820次"),
        ("第十五届大会的排名是第几名？", "第十五届大会上他获第七名。", "第七名"),
        ("销量排名多少？", "销量名列榜首，达3万辆。", "榜首"),
    ],
)
def test_ranks_are_told_where_they_are_asked_after(question: str, text: str, expected: str) -> None:
    assert found(question, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海鸥队3比1逆转铁骑队，半场0比1落后。", "3比1"),
        ("海鸥队晚19:30出战，3:1战胜铁骑队。", "3:1"),
        ("海鸥队122-91大胜，乔叙得31分。", "122-91"),
        ("海鸥队三比一取胜。", "三比一"),
        ("海鸥队以 23–16 击败铁骑队，四分卫乔叙得 11 分。", "23–16"),
        ("海鸥队以28∶27的优势夺冠。", "28∶27"),
    ],
)
def test_the_score_of_a_match(text: str, expected: str) -> None:
    assert found("海鸥队对铁骑队的比分是多少？", text)[0] == expected
    assert found("What was the final score?", text)[0] == expected


def test_scores_compare_whatever_their_sign() -> None:
    (one,) = answers("比分是多少？", "3:1战胜")
    (other,) = answers("比分是多少？", "3比1战胜")
    (dashed,) = answers("比分是多少？", "3—1战胜")
    (written,) = answers("比分是多少？", "三比一战胜")
    (apart,) = answers("比分是多少？", "3 : 1战胜")
    values = {each.value for each in (one, other, dashed, written, apart)}
    assert values == {"3比1"}


def test_a_quarterback_is_no_number() -> None:
    assert found("有几支球队？", "四分卫带领两支球队。") == ["两支球队"]


def test_the_score_that_is_named_does_not_answer() -> None:
    assert found("3比1以后的比分是几比几？", "海鸥队3比1领先。") == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("多少人死亡？", "3死"),
        ("多少人受伤？", "11伤"),
        ("死伤多少人？", "3死11伤"),
    ],
)
def test_the_dead_and_the_hurt_in_one(question: str, expected: str) -> None:
    assert found(question, "车祸致3死11伤。")[0] == expected


def test_the_figures_of_an_english_question_do_not_answer_it() -> None:
    question = "How much was the hotel fined for offering sleep for 99 yuan?"
    assert found(question, "睡沙发99元，罚款10万元。") == ["10万元"]


@pytest.mark.parametrize("question", ["年利率是多少？", "比去年多几成？"])
def test_money_and_large_numbers_are_no_share(question: str) -> None:
    assert found(question, "银行单列100亿元贷款，总数达80多万。") == []


def test_what_grew_may_have_grown_by_money() -> None:
    assert found("收入增长了多少？", "收入增长了30亿元。") == ["30亿元"]


def test_the_whole_comes_before_what_is_told_of_its_parts() -> None:
    text = "青岚站31趟列车停运，其中12趟始发列车，19趟途经列车。"
    assert found("青岚站停了多少趟车？", text)[0] == "31趟"
    assert found("停运的列车其中始发的有几趟？", text)[0] == "12趟"


def test_a_noun_between_two_joined_numbers_is_of_the_first() -> None:
    text = "银行单列100亿元支农、支小再贷款额度和50亿元再贴现额度。"
    assert found("单列的支小再贷款额度是多少？", text)[0] == "100亿元"
    assert found("单列的再贴现额度是多少？", text)[0] == "50亿元"


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("屏幕分辨率是多少？", "屏幕分辨率为1920。", "1920"),
        ("日租费率多少？", "日租费率300元。", "300元"),
        ("每股分红比例是多少？", "分红方案为每股派8元。", "8元"),
    ],
)
def test_what_is_called_a_rate_may_be_told_in_money(
    question: str, text: str, expected: str
) -> None:
    assert found(question, text)[0] == expected


def test_a_part_that_is_asked_after_comes_before_the_whole() -> None:
    text = "100家企业参展，其中30家获奖。"
    assert found("获奖企业有多少家？", text)[0] == "30家"
