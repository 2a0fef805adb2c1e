"""Short questions that name nothing of their own, and those that ask the last one again."""

import pytest

from index.fold import fold
from qa.conversations.ellipses import is_elliptic, rank_asked, restated, share_told, what_of
from qa.question import read_question


@pytest.mark.parametrize(
    "question",
    "取消了多少航班？ 有多少观众？ 主教练说了什么？ 多少人遇难？ 律师是谁？ 律師是誰？ 谁夺冠了？"
    " 损失多大？ 保釋金多少？".split(),
)
def test_a_short_question_that_names_nothing_of_its_own(question: str) -> None:
    assert is_elliptic(read_question(question))


@pytest.mark.parametrize("question", ["Who presented the prizes?", "What was the score?"])
def test_the_same_in_english(question: str) -> None:
    assert is_elliptic(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "北京的票价是多少？",
        "王秀英是谁？",
        "《风雪夜》是谁写的？",
        "7月22日谁发了言？",
        "2023年谁夺冠了？",
        "为了修这座跨过海湾的大桥花了多少钱？",
        "Who coached Ada Quill?",
        "Who won in 2023?",
        "Who presented all of the prizes to the winners?",
    ],
)
def test_a_question_that_names_what_it_is_about(question: str) -> None:
    assert not is_elliptic(read_question(question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("造成多少航班取消？", 1.0),
        ("多少人获救？", 1.0),  # names nothing
        ("主教练说了什么？", 0.0),
        ("渡轮什么时候首航？", 0.0),
        ("航班和渡轮呢？", 0.5),
        ("How many flights were cancelled?", 1.0),
    ],
)
def test_how_much_of_what_is_asked_a_text_holds(question: str, told: float) -> None:
    assert share_told(read_question(question), fold("受台风影响，机场取消航班38架次。")) == told


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("比分呢？", "比分"),
        ("那7月的呢？", "7月"),
        ("那上海呢", "上海"),
        ("票价是多少呢？", ""),
        ("票价多少？", ""),
        ("What about July?", "July"),
        ("And in Hangzhou?", "Hangzhou"),
        ("How about the deputy mayor?", "the deputy mayor"),
        ("On 22 July?", "22 July"),
        ("And why?", ""),
        ("In which town was it?", ""),
        ("And the mayor of the town resigned?", ""),
        ("Where was it held?", ""),
    ],
)
def test_what_the_last_question_is_asked_again_of(question: str, other: str) -> None:
    assert what_of(read_question(question)) == other


@pytest.mark.parametrize(
    ("question", "last", "expected"),
    [
        ("6月呢？", "7月物价上涨多少？", "6月物价上涨多少？"),
        ("那6月的呢？", "2023年7月15日谁主持？", "2023年6月谁主持？"),
        ("16日呢？", "7月15日谁主持？", "7月16日谁主持？"),
        ("2022年呢？", "2023年7月物价上涨多少？", "2022年7月物价上涨多少？"),
        ("去年呢？", "今年谁夺冠？", "去年谁夺冠？"),
        ("2022年呢？", "艺术节的主题是什么？", "2022年艺术节的主题是什么？"),
        ("那上海呢？", "北京的最低气温是多少？", "上海的最低气温是多少？"),
        ("那上海呢？", "最低气温是多少？", ""),
        ("松岛白沙机场呢？", "云渡机场海拔多少？", "松岛白沙机场海拔多少？"),
        ("白沙机场呢？", "青岚县机场海拔多少？", "白沙机场海拔多少？"),
        ("望溪产业呢？", "云川生态8月7日收盘价多少？", "望溪产业8月7日收盘价多少？"),
        ("换手率呢？", "云川生态8月7日收盘价多少？", ""),
        ("比分呢？", "决赛在哪里举行？", ""),
        ("6月谁主持？", "7月谁主持？", ""),
        ("前一年呢？", "青岚2022年亏损多少？", "青岚2021年亏损多少？"),
        ("次年的呢？", "青岚2022年亏损多少？", "青岚2023年亏损多少？"),
        ("And the year before?", "What was the loss in 2022?", "What was the loss in 2021?"),
        ("第十届呢？", "第十二届青岚灯会的主题是什么？", "第十届青岚灯会的主题是什么？"),
        ("第十届灯会呢？", "第12届青岚灯会的主题是什么？", "第十届青岚灯会的主题是什么？"),
        ("二中呢？", "青岚一中有多少学生？", "青岚二中有多少学生？"),
        ("5号线呢？", "3号线何时开通？", "5号线何时开通？"),
        ("三桥呢？", "青岚一中有多少学生？", ""),
        ("二季度呢？", "2023年一季度青岚盈利多少？", "2023年二季度青岚盈利多少？"),
        ("一季度呢？", "青岚2023年盈利多少？", "青岚一季度盈利多少？"),
        ("下半年呢？", "青岚盈利多少？", "下半年青岚盈利多少？"),
        ("女的呢？", "青岚马拉松男子组谁第一？", "青岚马拉松女子组谁第一？"),
        ("男歌手呢？", "最佳女歌手是誰？", "最佳男歌手是誰？"),
        ("下半场呢？", "青岚队上半场进了几球？", "青岚队下半场进了几球？"),
        ("东岸呢？", "西岸大堤和西岸小区何时修好？", ""),
        ("第二名呢？", "第十二届运动会金牌榜第一是谁？", "第十二届运动会金牌榜第二名是谁？"),
        ("第二呢？", "金牌榜第一名是谁？", "金牌榜第二是谁？"),
        ("第二名呢？", "第十二届运动会在哪里？", ""),
    ],
)
def test_the_last_question_is_asked_again(question: str, last: str, expected: str) -> None:
    assert restated(read_question(question), last) == expected


@pytest.mark.parametrize(
    ("question", "last", "expected"),
    [
        ("What about July?", "How many came in June?", "How many came in July?"),
        ("What about july?", "Who spoke on June 15, 2023?", "Who spoke on july 2023?"),
        ("And on 16 June?", "Who spoke on June 15, 2023?", "Who spoke on June 16, 2023?"),
        ("How about 2022?", "What did it cost in July 2023?", "What did it cost in July 2022?"),
        ("And last year?", "Who won this year?", "Who won last year?"),
        ("What about July?", "Which of the 2000 came in June?", "Which of the 2000 came in July?"),
        ("What about 2022?", "What was the theme?", "What was the theme in 2022?"),
        ("What about 22 July?", "Who spoke?", "Who spoke on 22 July?"),
        ("What about last year?", "Who won?", "Who won last year?"),
        ("What about May?", "Who may come?", "Who may come in May?"),
        (
            "And in Hangzhou?",
            "How many came in Songdao in June?",
            "How many came in Hangzhou in June?",
        ),
        ("And in Hangzhou?", "How many came in June?", "How many came in June in Hangzhou?"),
        ("What about Beijing?", "Who is the mayor of Hangzhou?", "Who is the mayor of Beijing?"),
        (
            "What about Ada Quill?",
            "What did Bo Reed say in Hangzhou?",
            "What did Ada Quill say in Hangzhou?",
        ),
        ("What about Ada Quill?", "Who is the mayor of Hangzhou?", ""),
        ("How about the deputy mayor?", "How many came in June?", ""),
        ("Who came in July?", "Who came in June?", ""),
        ("What about July?", "6月多少人参加？", ""),
        ("And the 11th one?", "Who opened the twelfth fair?", "Who opened the 11th fair?"),
        ("And the eleventh?", "Who opened the fair?", ""),
        (
            "What about Shiqiao County No. 1?",
            "How many pupils has Xi'lan No. 2 High School?",
            "How many pupils has Shiqiao County No. 1?",
        ),
        (
            "And Shiqiao No. 1 High School?",  # No. 1 is one word
            "How many pupils has Xi'lan No. 2 High School?",
            "How many pupils has Shiqiao No. 1 High School?",
        ),
        (
            "What about No. 3 High School?",
            "How many pupils has Shiqiao No. 2 High School?",
            "How many pupils has Shiqiao No. 3 High School?",
        ),
        ("And Ada Quill?", "What was Bo Reed's part?", "What was Ada Quill's part?"),
    ],
)
def test_the_last_question_is_asked_again_in_english(
    question: str, last: str, expected: str
) -> None:
    assert restated(read_question(question), last) == expected


@pytest.mark.parametrize(
    ("question", "last", "expected"),
    [
        ("And the deputy mayor?", "Who is the mayor?", "Who is the deputy mayor?"),
        ("What about second place?", "Who won?", "Who is second place?"),
        ("What about the weather?", "Who won?", ""),
        ("And Beijing?", "Who won?", ""),
        ("And the deputy mayor?", "How many came?", ""),
        ("第二名呢？", "谁是冠军？", "第二名是谁？"),
        ("那男子冠军呢？", "女子冠军是谁？", "男子冠军是谁？"),
        ("奖金呢？", "女子冠军是谁？", ""),
        ("第二名呢？", "冠军得了多少奖金？", ""),
    ],
)
def test_a_rank_behind_a_question_after_people(question: str, last: str, expected: str) -> None:
    assert rank_asked(read_question(question), read_question(last)) == expected


def test_blanks_before_another_subject_cost_no_more_than_their_number() -> None:
    assert what_of(read_question("那" + " " * 1900 + "石桥怎样")) == ""
    assert what_of(read_question("那" + " " * 1900 + "石桥呢")) == "石桥"
