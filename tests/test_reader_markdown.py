"""Markdown: front matter, title, and the markup taken off."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.reader import read_articles
from corpus.reader.base import DEFAULTS, Source
from corpus.reader.front_matter import read_front_matter
from corpus.reader.markdown import MARKDOWN


def read(tmp_path: Path, text: str) -> RawArticle:
    path = tmp_path / "a.md"
    path.write_text(text, "utf-8")
    (article,) = read_articles(path)
    assert isinstance(article, RawArticle)
    return article


def test_front_matter_is_taken_off_and_understood(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        '---\nid: n-1\ntitle: "雨停了"\ndate: 2024-07-01\n来源：云川晚报\nx: y\n---\n正文。\n',
    )
    assert (article.record, article.title) == ("n-1", "雨停了")
    assert (article.published, article.source) == ("2024-07-01", "云川晚报")
    assert article.text == "正文。"


def test_the_url_is_the_address(tmp_path: Path) -> None:
    article = read(tmp_path, "---\nurl: https://news.example/1\n---\n正文。")
    assert article.address == article.url == "https://news.example/1"


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, "# 雨**停**了 #\n\n## 一\n正文。")
    assert article.title == "雨停了"
    assert article.text == "雨停了\n\n一\n正文。"


def test_lines_between_rules_are_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n雨停了\n---\n正文。").text == "雨停了\n\n正文。"


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("见[公告](https://a.example/(1))。", "见公告。"),
        ("前![图片](a.png)后", "前后"),
        ("**会议**强调*安全*和`数据`", "会议强调安全和数据"),
        ("> 引用\n> 两行", "引用\n两行"),
        ("- 第一\n* 第二\n1. 第三", "第一\n第二\n1. 第三"),
        ("前<!-- 注\n释 -->后", "前后"),
        ("前<!-- 没有完", "前<!-- 没有完"),
        ("前<!-- 一 -->中<!-- 二 -->后", "前中后"),
        ("## 小标题 ##", "小标题"),
        ("```\n代码\n```\n文", "代码\n文"),
        ("3 * 4 * 5 和 a_b_c", "3 * 4 * 5 和 a_b_c"),
        ("1.5*2", "1.5*2"),
        ("#标签 不是标题", "#标签 不是标题"),
        ("-5度到-3度", "-5度到-3度"),
        ("见[公告](https://a.example/(1。", "见[公告](https://a.example/(1。"),
        ("前![图](data:image/png;base64," + "iVBOR" * 1000 + ")后", "前后"),
        ('见[公告][1]和[附件][2]。\n\n[1]: https://a.example "题"', "见公告和[附件][2]。"),
        ("前![图][p]后\n\n[p]: <data:image/png;base64,iVBOR>\n", "前后"),
        ("[注]: 数字为初步统计。", "[注]: 数字为初步统计。"),
        ("见[[云港市|云港]]与[[青原]]，![[码头.png]]图。", "见云港与青原，图。"),
        ("雨停[^1]。\n\n[^1]: 气象台说。", "雨停。\n\n气象台说。"),
        ("==要点==，~~旧~~新，_斜_ 和 a_b_c，a==b==c", "要点，旧新，斜 和 a_b_c，a==b==c"),
        ("前%%批注%%后 ^a1b2c3", "前后"),
        ("增长10%%，下降5%%，持平", "增长10%%，下降5%%，持平"),
        ("## 云港发布新版C#", "云港发布新版C#"),
        ("2024\\.7\\.5 \\*不是\\* 1\\. 一\\_二\\\n三", "2024.7.5 *不是* 1. 一_二\n三"),
        ("见<https://a.example/x>。", "见https://a.example/x。"),
        ("一\n\n* * *\n\n- - -\n二", "一\n\n\n\n\n二"),
        ("- [ ] 桥\n- [x] 路", "桥\n路"),
        ("> [!note] 提示\n> 雨停了。", "提示\n雨停了。"),
        ("<u>雨</u>停<img src=a.png width=9>了，x<y", "雨停了，x<y"),
        ('<p align="center">雨停了<br>桥通了</p>他说&mdash;好', "雨停了\n桥通了\n他说—好"),
    ],
)
def test_markup(tmp_path: Path, markup: str, plain: str) -> None:
    assert read(tmp_path, markup).text == plain


@pytest.mark.parametrize(
    "block",
    [
        '+++\ntitle = "雨停了"\ndate = 2024-07-01\nauthor = ["毛宁", "阿兰"]\n+++\n',
        "---\ntitle: 雨停了\ndate: 2024-07-01 # 见报\nauthor: ['毛宁', \"阿兰\"]\n---\n",
        "\n---\ntitle: >-\n  雨停了\ndate: 2024-07-01\nauthor:\n  - 毛宁\n  - 阿兰\ntags:\n---\n",
        "title: 雨停了\ndate: 2024-07-01\nauthor:\n- 毛宁\n- 阿兰\n---\n",
    ],
)
def test_front_matter_of_each_kind(tmp_path: Path, block: str) -> None:
    article = read(tmp_path, f"{block}正文。")
    assert (article.title, article.published[:10]) == ("雨停了", "2024-07-01")
    assert (article.author, article.text) == ("毛宁、阿兰", "正文。")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"云港\\"新质\\"码头启用" # 题', '云港"新质"码头启用'),
        ('"一带一路"展览开幕', '"一带一路"展览开幕'),
        ("'灯节'游人如织", "'灯节'游人如织"),
        ("云港启用\n  三号码头", "云港启用 三号码头"),
        ('"云港启用\n  三号码头"', "云港启用 三号码头"),
    ],
)
def test_a_title_is_whole(tmp_path: Path, written: str, title: str) -> None:
    assert read(tmp_path, f"---\ntitle: {written}\ndraft: no\n---\n正文。").title == title


def test_the_last_signs_of_a_title_are_its_own_without_a_blank(tmp_path: Path) -> None:
    assert read(tmp_path, "# 云港发布新版C#\n\n正文。").title == "云港发布新版C#"


def test_what_a_program_says_of_a_file_is_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n# 注\nlayout: post\ntags: [甲]\n---\n正文。").text == "正文。"


def test_what_people_name_and_no_field_is_known_for_stays_text(tmp_path: Path) -> None:
    article = read(tmp_path, "---\n标题：专访\n记者：先请介绍一下\n陈一舟：好。\n---\n正文。")
    assert (article.title, article.author) == ("专访", "")
    assert article.text == "记者：先请介绍一下\n陈一舟：好。\n正文。"


def test_a_value_in_quotation_marks_keeps_its_signs(tmp_path: Path) -> None:
    article = read(tmp_path, "---\ntitle: '雨''停' # 题\nsource: \"[[云川晚报]]\"\n---\n正文。")
    assert (article.title, article.source) == ("雨'停", "云川晚报")


@pytest.mark.parametrize(
    "text",
    [
        "时间：7月5日\n地点：云港\n---\n正文。",  # no title: what a notice says
        "题目\ntitle: 雨停了\n---\n正文。",
        "---\n港务局：码头明年扩建\n市民：出行更方便\n---\n正文。",
        "---\n记者：码头何时启用？\n陈一舟：三月五日。\n---\n正文。",
        "---\n雨停了。\n标题：甲\n---\n正文。",
        "---\n标题：甲\n雨停了。\n---\n正文。",
        "---\n标题：甲\n    雨停了。\n---\n正文。",
        "---\n标题：甲\n- 雨停了。\n---\n正文。",
        "+++\n雨停了\n+++\n正文。",
        "+++\na = " + "[" * 5000 + "\n+++\n正文。",
    ],
)
def test_what_is_no_front_matter_is_text(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).text == text.replace("---\n", "\n").replace("\n- ", "\n").strip()


def test_a_day_alone_shows_front_matter(tmp_path: Path) -> None:
    article = read(tmp_path, "---\n日期：2024-03-05\n来源：云川晚报\n---\n正文。")
    assert (article.published, article.source) == ("2024-03-05", "云川晚报")
    assert article.text == "正文。"


def test_a_heading_between_rules_is_text(tmp_path: Path) -> None:
    article = read(tmp_path, "---\n\n# 新码头启用\n日期：2024-03-05\n\n---\n正文。")
    assert article.title == "新码头启用"
    assert article.text.split() == ["新码头启用", "日期：2024-03-05", "正文。"]


@pytest.mark.parametrize("line", ["title: x{}x", '"{}', "a:\n{}x", "title: [[{}"])
@pytest.mark.parametrize("sign", [" ", "'", "\\", " #", "[["])
def test_long_lines_of_front_matter_are_read_in_one_pass(line: str, sign: str) -> None:
    read_front_matter(f"---\n{line.format(sign * 300_000)}\n---\n")
    read_front_matter(f"title: a\n{sign * 300_000}")


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "*a", "<!--", "# ", "> ", "## #", "---\n", "a\n", "![](data:", "[](", "[[a|", "[^"),
        *(
            "==a",
            "%%a",
            "_a",
            "~~a",
            "<img ",
            "- [",
            "\\",
            "[a]: #",
            "[a][b]",
            "title: a\n",
            "a: [\n",
        ),
    ],
)
def test_markup_said_many_times_is_read(tmp_path: Path, piece: str) -> None:
    assert read(tmp_path, f"文字\n{piece * 40_000}").text.startswith("文字")


SIGNS = st.lists(st.sampled_from(["雨", "停", "\n", *"[]()!*_=~%^`\\|<>#- +:."]), max_size=40)


@given(SIGNS.map("".join))
def test_no_word_of_a_text_is_lost(text: str) -> None:
    stream = io.BytesIO(f"甲{text}乙".encode())
    (article,) = MARKDOWN.read(Source(stream, "a.md", "a.md"), DEFAULTS)
    assert isinstance(article, RawArticle)
    assert article.text.startswith("甲") and article.text.endswith("乙")
