"""Whether an office is the one asked after: rank, department, level and place."""

import pytest

from index.fold import fold
from qa.people import PassagePeople, PeopleReader, answer_people
from qa.people.fitting import is_other_office
from qa.text.names import LacNames


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("财政厅副厅长", "财政厅厅长"),
        ("县长", "副县长"),
        ("青川县委宣传部副部长", "县委组织部副部长"),
        ("公司董事长", "总经理"),
        ("柳溪镇党委书记", "县委书记"),
        ("青川县委组织部部长", "市委常委、组织部部长"),
        ("青川县县长", "白水县县长"),
        ("青川县长", "白水县县长"),
        ("市教育局局长", "市财政局局长"),
        ("县纪委书记", "县委书记"),
        ("县人大主任", "县监察委员会主任"),
        ("省委书记", "省委副书记、省长"),
        ("外交部部长", "农业农村部部长"),
        ("吉林市科技局局长", "长春市科技局局长"),
        ("公司首席财务官", "公司首席科学家"),
        ("总统", "总统候选人"),
        ("博物馆馆长", "名誉馆长"),
        ("国防大臣", "武装部队国务大臣"),
        ("安全会议秘书", "安全会议副主席"),
        ("公司cfo", "公司ceo"),
        ("市妇联主席", "市工商联主席"),
        ("外交部发言人", "国防部新闻发言人"),
        ("青岚卫生健康委主任", "白水卫生健康委主任"),
        ("国务院新闻办公室主任", "市政府新闻办公室主任"),
        ("港府环境及生态局局长", "澳门环境及生态局局长"),
    ],
)
def test_another_office(asked: str, title: str) -> None:
    assert is_other_office(asked, title, "")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("财政厅副厅长", "副厅长"),
        ("青川县宣传部长", "县委常委、宣传部部长"),
        ("市交通局局长", "市交通运输局局长"),
        ("港府环境及生态局局长", "香港环境及生态局局长"),
        ("县人大主任", "县人大常委会主任"),
        ("青川市市长", "青川市人民政府代理市长"),
        ("青川县现任县委书记", "中共青川县委书记"),
        ("信息学院的党委书记", "海屿大学信息学院党委书记"),
        ("市公安局局长", "副市长、公安局局长"),
        ("青川卫监执法科长", "青川市卫生监督所监督执法一科科长"),
        ("车企执行长", "车企ceo"),
        ("新任会长", "青川省农药协会会长"),
        ("队长", "主教练"),
        ("市长", ""),
    ],
)
def test_the_same_office_or_one_that_is_not_told(asked: str, title: str) -> None:
    assert not is_other_office(asked, title, "")


def test_an_office_that_is_given_counts() -> None:
    assert is_other_office("审判长", "副院长", "由副院长柯望舒宣判")
    assert not is_other_office("审判长", "副院长", "由副院长柯望舒担任审判长")


def test_nobody_is_named_where_nobody_holds_the_office() -> None:
    reader, text = PeopleReader(LacNames()), "财政厅厅长柯望舒出席会议。"
    passage = PassagePeople("p", "a", fold(text), reader.people(text, fold(text)))
    assert answer_people("财政厅副厅长是谁？", [passage]) == ()
    assert [each.name for each in answer_people("财政厅厅长是谁？", [passage])] == ["柯望舒"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("替展会说话的那位市协作办副主任是谁？", "市协作办公室副主任柯望舒表示赞成。"),
        ("深岚汽车的執行長是誰？", "深岚汽车CEO柯望舒在场。"),
        ("深岚汽车的董座是誰？", "深岚汽车董事长柯望舒在场。"),
    ],
)
def test_offices_as_they_are_asked_after(question: str, text: str) -> None:
    reader = PeopleReader(LacNames())
    passage = PassagePeople("p", "a", fold(text), reader.people(text, fold(text)))
    assert [each.name for each in answer_people(question, [passage])] == ["柯望舒"]


def test_nobody_is_named_where_an_office_is_asked_after_and_none_is_told() -> None:
    reader, text = PeopleReader(LacNames()), "柯望舒昨天去了青川县，和同事谈水坝。"
    passage = PassagePeople("p", "a", fold(text), reader.people(text, fold(text)))
    assert answer_people("青川县县长是谁？", [passage]) == ()
