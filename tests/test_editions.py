"""Which edition a question asks after, and which a text names."""

import pytest

from index.fold import fold
from qa.question import read_question
from qa.text.editions import editions_asked, names_asked


def named(question: str, text: str) -> bool | None:
    return names_asked(editions_asked(read_question(question)), fold(text))


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("第十三届青岚灯会何时开幕？", "第十届青岚国际灯会落幕。", False),
        ("第十三届青岚灯会何时开幕？", "第13届青岚国际灯会落幕。", True),
        ("第十三届青岚灯会何时开幕？", "第十三届云河文学奖揭晓。", None),
        ("第十三届青岚灯会何时开幕？", "青岚灯会落幕。", None),
        ("青岚灯会何时开幕？", "第十届青岚国际灯会落幕。", None),
        ("谁主持第43次常务会议？", "县长主持第42次常务会议。", False),
        ("谁主持第四十三次常务会议？", "县长主持第43次常务会议。", True),
        ("青江三桥何时通车？", "青江二桥通车。", False),
        ("地铁5号线何时开工？", "地铁3号线开通。", False),
        ("地铁5号线何时开工？", "3号线索由群众提供。", None),
        ("一审审判长是谁？", "二审维持原判。", False),
        ("一审审判长是谁？", "二审维持一审的判决。", True),
        ("湿地公园一期投资多少？", "湿地公园二期投资1.2亿元。", False),
        ("湿地公园一期投资多少？", "湿地公园一期投资3000万元，二期投资1.2亿元。", True),
        ("湿地公园一期投资多少？", "湿地公园假期开放。", None),
        ("湿地公园二期投资多少？", "湿地公园最新一期简报。", None),
        ("青岚高速一期工程从哪到哪？", "工程分二期建设，一期工程至石桥，二期工程至青岚。", True),
        ("机场T2何时关闭？", "机场T1航站楼7月1日关闭。", False),
        ("首届青岚灯会在哪里办？", "第二届青岚灯会开幕。", False),
        ("第二批租赁住房有多少套？", "首批租赁住房共1200套。", False),
        ("首批租赁住房有多少套？", "首批租赁住房共1200套。", True),
        ("第十二届省运会有多少人参加？", "岚川省第十二届运动会闭幕。", True),
        ("星禾Ace 3售价多少？", "星禾Ace 2售价2999元。", False),
        ("星禾Ace 3售价多少？", "星禾Ace3售价2999元，Ace 2降价。", True),
        ("K70多重？", "红果K60重204克。", False),
        ("K70多重？", "手机重204克。", None),
        ("How heavy is the Redfruit K70?", "红果K60重204克。", False),
        ("How many met in 2024?", "2023年会议有90人。", None),
        ("青岚一中院判了什么？", "青岚市第三中级人民法院宣判。", False),
        ("109国道在青岚有多长？", "108国道青岚段全长30公里。", False),
        ("探星4号何时发射？", "探星3号今天发射。", False),
        ("探星三号何时发射？", "探星3号今天发射。", True),
        ("8月3号谁开会？", "8月5号开会。", None),
        ("火云炮-17型射程多远？", "火云炮-18型试射成功。", False),
        ("女子200米自由泳谁夺冠？", "女子100米自由泳陆青禾夺冠。", False),
        ("Z51次列车几点到？", "Z50次列车晚点。", False),
        ("Z51次列车几点到？", "Z51次晚点。", True),
        ("Z51次列车几点到？", "Z50列车上响起广播。", False),
        ("D2308次列车几点到？", "D2307/8次列车晚点。", None),
        ("K598次列车几点到？", "K599/598次列车晚点。", None),
        ("D2308次列车几点到？", "D2307、2308次列车晚点。", None),
        ("Z52次列车几点到？", "Z51至Z54次列车晚点。", None),
        ("3号楼何时完工？", "5号楼完工。", None),
        ("谁第一次夺冠？", "陆青禾第三次夺冠。", None),  # for the first time
        ("谁连续三届夺冠？", "陆青禾在第二届青岚赛上夺冠。", None),
    ],
)
def test_another_number_of_the_same_is_another_edition(
    question: str, text: str, expected: bool | None
) -> None:
    assert named(question, text) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who opened the twelfth lantern fair?", "第十二届灯会开幕。", True),
        ("Who opened the 12th lantern fair?", "第十二届灯会开幕。", True),
        ("Who opened the twelfth lantern festival?", "第十届灯会开幕。", None),
        ("When was the Third Qingjiang Bridge built?", "青江二桥通车。", False),
        ("What was said at the forty-third meeting?", "第42次会议召开。", False),
        ("Who spoke at the meeting on July 12th?", "第42次会议召开。", None),
        ("Who spoke at the first meeting?", "第42次会议召开。", None),
    ],
)
def test_english_ordinals_name_editions(question: str, text: str, expected: bool | None) -> None:
    assert named(question, text) is expected
