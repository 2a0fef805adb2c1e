"""Names that only their place tells: the recogniser takes them for other words, or cuts them."""

import pytest

from index.fold import fold
from qa.people import PeopleReader
from qa.people.given import is_given
from qa.text.names import LacNames


@pytest.fixture(scope="module")
def reader() -> PeopleReader:
    return PeopleReader(LacNames())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委办公室主任尤一鸣陪同。", ["尤一鸣"]),
        ("市统计局局长温如故介绍了情况。", ["温如故"]),
        ("市发改委副主任舒望、市人社局副局长归有田出席。", ["舒望", "归有田"]),
        (
            "市委宣传部部长向晚晴、市政协副主席万古愁，协会主席华临风等参加。",
            ["向晚晴", "万古愁", "华临风"],
        ),
        ("免去：谈志坚的青川市人民政府副市长职务。", ["谈志坚"]),
        ("接受庞德厚因到龄退休辞去副主任职务的请求。", ["庞德厚"]),
        ("18岁的雷霆以10秒42夺得冠军。", ["雷霆"]),
        ("議長巫啟賢敲槌後表示滿意。", ["巫啟賢"]),
        ("白浪鄉鄉長尤敏.哈勇說明了災情。", ["尤敏.哈勇"]),
        ("市教育局副局长葛兰答：不会停课。", ["葛兰"]),
        ("区委副书记、区长沈山州调研老街。", ["沈山州"]),
        ("据通报，市交通局局长施长征被查。", ["施长征"]),
        ("维修师傅凌鹏奔走在各个小区。", ["凌鹏"]),
        ("律师尼古拉·马里内洛警告说为时已晚。", ["尼古拉·马里内洛"]),
        ("动物园江志远副园长接受采访。", ["江志远"]),
        ("主播兼网红凯·塞纳特预告了赠品。", ["凯·塞纳特"]),
        ("选手黄子淦、杨凌携手夺冠。", ["黄子淦", "杨凌"]),
        ("云川博物馆馆长 白露：展柜比从前多。", ["白露"]),
        ("市教育局局长 丛林：九月开学。", ["丛林"]),
        ("市水利局局长 向社会公布电话：12345。", []),
        ("市水利局局长向媒体介绍情况。", []),
        ("水利局局长李明就表示满意。", ["李明"]),
        ("县委书记应邀出席，镇长当晚表示感谢。", []),
    ],
)
def test_names_told_by_their_place(reader: PeopleReader, text: str, expected: list[str]) -> None:
    assert [each.name for each in reader.people(text, fold(text))] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("中学语文老师庄晓生来了。", "中学语文老师"),
        ("柳溪村种植户韦春花获奖。", "柳溪村种植户"),
        ("现任青川市第一医院党委书记的李海冬赞成。", "青川市第一医院党委书记"),
    ],
)
def test_jobs_are_titles(reader: PeopleReader, text: str, title: str) -> None:
    assert [each.title for each in reader.people(text, fold(text))] == [title]


def test_whom_somebody_is_removed_from_office_leaves_it(reader: PeopleReader) -> None:
    text = "免去：谈志坚的青川市人民政府副市长职务。"
    assert [each.acts for each in reader.people(text, fold(text))] == [("免职",)]


def test_whoever_a_colon_follows_speaks(reader: PeopleReader) -> None:
    text = "商务部发言人束珏婷：今年以来，贸易稳步增长。"
    assert [each.acts for each in reader.people(text, fold(text))] == [("表示",)]


def test_any_office_near_a_name_may_be_given() -> None:
    assert is_given(";安如海为长屿省副省长。", 1, 4)
    assert not is_given(";安如海为长屿省的代表。", 1, 4)
