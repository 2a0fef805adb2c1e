"""Wrapped paragraphs become whole again; verse, lists, tables and headlines stay as they are."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.cleaning.clean import clean
from corpus.cleaning.latin_wrapping import rejoined
from corpus.reader import read_articles

BRIDGE = (
    "临江市政府昨天上午宣布，连接东岸与老城的东岸大桥已经修缮完工，明天清晨恢复双向通车。"
    "工程历时十四个月，花费三亿元，更换了九千多颗螺栓。市长周晓彤在桥头向工人致谢，"
    "并说过桥费今年不会上涨。"
)
FERRY = "轮渡将在下月底停航，船员由交通局安排到别处工作，票价退还的办法另行公布。"
PARK = (
    "原来的码头要改成公园，种上三百棵柳树和一片草地。住在附近的王芳说，孩子们早就盼着有这么一块"
    "地方；她的邻居却担心停车更难了。规划局回答，旁边会留出八十个车位。"
)
POEMS = [
    "白日依山尽，黄河入海流\n欲穷千里目，更上一层楼\n春眠不觉晓，处处闻啼鸟\n夜来风雨声，花落知多少。",
    "江上灯火连天明，千里归人一夜行\n桥头流水声不住，小舟已过万家门\n"
    "故友西来白石镇，细雨三月下临江\n孤帆远影青山尽，唯见大河天际横。",
    "我在黄昏的江边等你，等一盏灯亮起来\n你说风会替我们记得，那些走散的日子\n"
    "而江水从不回头，也不问谁在对岸唱歌\n我们终于学会了沉默，像桥一样站着。",
]
LISTS = [
    "李明远，男，汉族，1970年3月生，大学学历\n王小芳，女，汉族，1982年5月生，大学学历\n"
    "陈大江，男，回族，1975年1月生，博士学历\n公示期为五天。",
    "临江市启动老旧小区改造，惠及三万居民\n东岸大桥修缮完工，明天恢复双向通车了\n"
    "青岚区新建十二所幼儿园，秋季全部开学\n西城区更换路灯三千盏，居民齐声叫好",
    "姓名 单位 项目 成绩 名次 备注说明\n林佳 东岸 跳高 1.9 1 破纪录\n王芳 临江 跳远 6.1 2 无",
]


def wrapped(text: str, width: int, indent: str = "") -> str:
    whole = indent + text
    return "\n".join(whole[at : at + width] for at in range(0, len(whole), width))


@pytest.mark.parametrize("width", [14, 19, 22, 30, 38])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_sentences_of_any_width_are_whole_again(width: int, gap: str) -> None:
    raw = gap.join(wrapped(each, width, "\u3000\u3000") for each in (BRIDGE, FERRY, PARK))
    assert clean(raw).text.replace("。\n", "。") == BRIDGE + FERRY + PARK


@pytest.mark.parametrize(
    "head", ["东岸大桥修缮完工明天恢复双向通车", "东岸大桥完工，明天恢复双向通车"]
)
@pytest.mark.parametrize("date", ["", "2024年3月15日 星期五 临江晚报\n", "2024-03-15 临江发布\n"])
def test_a_headline_of_the_lines_width_is_not_joined(head: str, date: str) -> None:
    raw = f"{head}\n{date}{wrapped(BRIDGE, 19)}"
    assert clean(raw).text == f"{head}\n{BRIDGE}"


@pytest.mark.parametrize("lines", [*POEMS, *LISTS])
def test_verse_lists_and_tables_keep_their_lines(lines: str) -> None:
    assert clean(lines).text == lines
    assert clean(f"江上\n\n{lines}").text == f"江上\n{lines}"


def test_items_of_a_list_in_a_wrapped_text_keep_their_lines() -> None:
    item = "1.本周起大桥两侧人行道全部向市民开放"
    raw = f"{wrapped(BRIDGE, 19)}\n{item}\n2.轮渡停航后原码头将改作公园对外开放"
    assert clean(raw).text == f"{BRIDGE}\n{item}\n2.轮渡停航后原码头将改作公园对外开放"


def test_a_line_on_which_the_next_word_had_no_room_is_joined() -> None:
    lines = wrapped(BRIDGE, 19)
    raw = f"{lines}\n这座桥的新缆索由外地一家叫\nNorthbridge的公司制造，能用五十年。"
    assert clean(raw).text.endswith("由外地一家叫Northbridge的公司制造，能用五十年。")


HEAD = "Qinglan Bridge reopens after 14-month repair"
FIRST = (
    "The Qinglan Bridge reopened on Friday after a fourteen-month repair that cost the city three"
    " hundred million yuan, officials said. Thousands of residents walked across it at dawn."
)
SECOND = (
    "Mayor Sarah Whitcombe thanked the workers, who had replaced more than nine thousand bolts and"
    " all of the old cables, and told the crowd that tolls would stay as they were for the year."
)
VERSE = """The river keeps the colour of the morning now
And every boat is waiting for the wind to turn
Rough hands have built a bridge of rope and iron
And all the summer has too short a date to stay
Sometimes the lamp upon the tower still shines
And often is its golden face made dim by rain"""
NAMES = """Sarah Whitcombe, mayor of Qinglan and of the east
Peter Oakes, head of the bridge office of the city
Maria Lindholm, engineer in charge of all cables"""

LIST = """Participants of the meeting on monday were
the ministry of education and its agencies
the ministry of finance and the tax office
the city council and all of its committees"""


@pytest.mark.parametrize("width", [50, 60, 72, 80])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_wrapped_english_keeps_its_sentences_whole(tmp_path: Path, width: int, gap: str) -> None:
    paragraphs = gap.join(textwrap.fill(each, width) for each in (FIRST, SECOND))
    path = tmp_path / "a.txt"
    path.write_text(f"{HEAD}\n\n{paragraphs}\n", "utf-8")
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle)
    sentences = (*FIRST.split(". "), SECOND)
    assert all(sentence in article.text for sentence in sentences)
    assert article.text.startswith(f"{HEAD}\n\nThe")


@pytest.mark.parametrize(
    "lines", [VERSE, NAMES, LIST, "", "one line", f"{HEAD}\n{FIRST}\n{SECOND}"]
)
def test_english_verse_and_lists_keep_their_lines(lines: str) -> None:
    assert rejoined(lines) == lines


@given(st.text("ab. \n-1,临", max_size=400) | st.text(max_size=100))
def test_rejoining_only_makes_spaces_of_line_ends(text: str) -> None:
    again = rejoined(text)
    assert len(again) == len(text)
    assert all(b == a or (a, b) == ("\n", " ") for a, b in zip(text, again, strict=True))
