"""Pages whose markup serves their looks: tables that place text, folds, times and quotations."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.reader import read_articles
from corpus.reader.blocks import Line, blocks, lines_of, parse_markup
from corpus.reader.layout import free_inline, open_folds
from corpus.reader.page_tables import unfold_tables
from corpus.reader.restoring import unglued

TOLD = [
    "云港市三号码头三月五日启用，市长陈一舟出席启用仪式，码头长八百米，耗资两亿元。",
    "码头可停靠十万吨级货轮，首日靠泊十二艘，装卸工人三百余名，市民可以预约参观。",
    "陈一舟说，码头启用后，云港的吞吐量将增加三成，沿岸三个镇的渔民都将受益。",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TOLD)
BROKEN = "<br><br>".join(f"　　{line}" for line in TOLD)
HEAD = "<html><head><title>新码头启用_云港网</title></head><body>"


def read(tmp_path: Path, body: str) -> RawArticle:
    (tmp_path / "a.html").write_text(f"{HEAD}{body}</body></html>", "utf-8")
    (article,) = read_articles(tmp_path / "a.html")
    assert isinstance(article, RawArticle), article
    return article


@pytest.mark.parametrize("text", [PARAGRAPHS, BROKEN])
@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>新码头启用</td></tr><tr><td>{}</td></tr></table>",
        "<table><tr><td></td><td>新码头启用</td></tr><tr><td></td><td>{}</td></tr></table>",
        "<table><tr><td><a href=/>首页</a></td><td><a href=/n>新闻</a></td></tr></table>"
        "<table><tr><td><table><tr><td>日期</td><td>3月6日</td></tr></table></td></tr>"
        "<tr><td>{}</td></tr></table>",
    ],
)
def test_a_page_placed_by_tables_is_told_by_paragraphs(
    tmp_path: Path, page: str, text: str
) -> None:
    lines = read(tmp_path, page.format(text)).text.split("\n")
    assert [line.strip() for line in lines[-3:]] == TOLD


def test_a_table_of_data_keeps_its_rows(tmp_path: Path) -> None:
    data = (
        "<table><tr><td>年份</td><td>吞吐量</td></tr><tr><td>去年</td><td>千万吨</td></tr></table>"
    )
    article = read(tmp_path, f"<table><tr><td>{PARAGRAPHS}{data}</td></tr></table>")
    assert article.text.endswith("\n年份 吞吐量\n去年 千万吨")


@pytest.mark.parametrize(
    "row",
    [
        "<td><a href=/1>旧码头停用</a></td><td>2023-05-01</td>",
        "<td>1</td><td>·<a href=/1>旧码头拆除工程今天开工</a></td><td>[5-01]</td>",
        "<td><a href=/1>Old pier to close</a></td><td>May 1, 2023</td>",
        "<td><a href=/>首页</a></td><td><a href=/n>要闻</a></td><td>2025年2月3日 星期一</td>",
    ],
)
def test_a_table_of_links_to_other_news_is_not_told(tmp_path: Path, row: str) -> None:
    article = read(tmp_path, f"<h1>新码头启用</h1>{PARAGRAPHS}<table><tr>{row}</tr></table>")
    assert article.text == "\n".join(TOLD)


@pytest.mark.parametrize("author", ["作者：毛宁", "记者 毛宁"])
def test_a_writer_is_told_without_the_word_before_the_name(tmp_path: Path, author: str) -> None:
    page = f"<h1>新码头启用</h1><span class=author>{author}</span>{PARAGRAPHS}"
    assert read(tmp_path, page).author == "毛宁"


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        ("<tr><td>1</td><td><a href=/1>云港队</a></td><td>31</td></tr>", "1 云港队 31"),
        (
            "<tr><th>名称</th><th>施行</th></tr>"
            "<tr><td><a href=/1>云港市渡口条例</a></td><td>2024-03-01</td></tr>",
            "云港市渡口条例 2024-03-01",
        ),
    ],
)
def test_links_in_a_table_of_data_are_told(tmp_path: Path, rows: str, last: str) -> None:
    article = read(tmp_path, f"<h1>新码头启用</h1>{PARAGRAPHS}<table>{rows}</table>")
    assert article.text.endswith(f"\n{last}")


def test_what_stands_beside_a_credit_in_a_table_is_none_of_it(tmp_path: Path) -> None:
    credits = "<td>作者：毛宁</td><td>来源：云港日报</td><td>时间：2024年3月6日</td>"
    head = f"<table><tr><td>新码头启用</td>{credits}</tr></table>"
    foot = "<table><tr><td>责任编辑：沈默</td><td>打印</td><td>关闭</td></tr></table>"
    article = make_article(read(tmp_path, f"{head}{PARAGRAPHS}{foot}"))
    assert (article.title, article.source, article.author) == ("新码头启用", "云港日报", "毛宁")
    assert str(article.published) == "2024-03-06"
    assert article.editor == "沈默"


DATA = [
    "<tr><th><h3>港口</h3></th><th><h3>吞吐量</h3></th></tr>"
    "<tr><td>海州港</td><td>一亿吨</td></tr>",
    "<tr><td>海州港</td><td>一亿吨<br>含三号码头<br>不含渔港</td></tr>",
]
PLACING = [
    f"<tr><td>首页</td><td>新闻</td></tr><tr><td></td><td>{PARAGRAPHS}</td></tr>",
    "<tr><td><h2>新码头启用</h2></td><td>首页</td></tr>",
    "<tr><td>首页</td><td><table><tr><td>一</td><td>二</td></tr></table></td></tr>",
]


@pytest.mark.parametrize(
    ("rows", "is_data"), [*((rows, True) for rows in DATA), *((rows, False) for rows in PLACING)]
)
def test_which_tables_place_text(rows: str, is_data: bool) -> None:
    tree = parse_markup(f"<body>{rows.join(('<table>', '</table>'))}</body>")
    assert tree is not None
    unfold_tables(tree)
    assert ("海州港 一亿吨" in blocks(tree)) == is_data


def test_a_short_page_with_a_picture_is_told_line_by_line(tmp_path: Path) -> None:
    first, *rest = (f"<p>{line}</p>" for line in TOLD)
    figure = "<figure><img src=a.jpg><figcaption>图为新码头。</figcaption></figure>"
    page = f"<article><h1>新码头启用</h1>{first}{figure}{''.join(rest)}</article>"
    assert read(tmp_path, page).text.split("\n") == [
        "新码头启用",
        TOLD[0],
        "图为新码头。",
        *TOLD[1:],
    ]


FOLD = "<div style='display:none'{}><p>二期工程明年动工。</p><p>三年后完成。</p></div>{}"


@pytest.mark.parametrize("fold", [("", "<a>展开全文</a>"), (" class=fold", "")])
def test_what_a_page_folds_away_is_told(tmp_path: Path, fold: tuple[str, str]) -> None:
    page = f"<article><h1>新码头启用</h1>{PARAGRAPHS}{FOLD.format(*fold)}</article>"
    assert read(tmp_path, page).text.split("\n")[-2:] == ["二期工程明年动工。", "三年后完成。"]


def test_what_a_page_hides_and_calls_no_fold_stays_hidden(tmp_path: Path) -> None:
    more = "".join(
        f"<p>{place}的渔民说，码头启用之后，出海的船再也不用排队了。</p>" for place in "东西南北中"
    )
    page = f"<article>{PARAGRAPHS}{more}{FOLD.format('', '<p>码头昼夜开放。</p>')}</article>"
    assert "二期工程" not in read(tmp_path, page).text


def test_a_paragraph_behind_a_fold_that_names_the_whole_text_stays(tmp_path: Path) -> None:
    said = "<p>决议全文将在下周的海州日报上刊登。</p>"
    page = f"<article>{PARAGRAPHS}{FOLD.format('', said)}</article>"
    assert "决议全文将在下周" in read(tmp_path, page).text


def test_a_day_in_a_sentence_is_text_and_not_the_page_s_own(tmp_path: Path) -> None:
    day = "<p>渔民大会定于<time datetime=2024-07-09>7月9日</time>在三号码头举行。</p>"
    article = read(tmp_path, f"<article><h1>新码头启用</h1>{PARAGRAPHS}{day}</article>")
    assert "渔民大会定于7月9日在三号码头举行。" in article.text
    assert article.published == ""


@pytest.mark.parametrize(
    "stamp",
    [
        "<p><time>2024-07-09</time> 云港日报</p>",
        "<p>Published <time>2024-07-09</time>. All day.</p>",
    ],
)
def test_a_day_above_the_text_is_the_page_s(tmp_path: Path, stamp: str) -> None:
    page = f"<article><h1>新码头启用</h1>{stamp}{PARAGRAPHS}</article>"
    assert read(tmp_path, page).published == "2024-07-09"


def test_a_quotation_does_not_break_its_sentence(tmp_path: Path) -> None:
    said = "<p>老周说<q>船不用排队了</q>，又补充道<q>“好多了”</q>。</p>"
    article = read(tmp_path, f"<article>{PARAGRAPHS}{said}</article>")
    assert "老周说“船不用排队了”，又补充道“好多了”。" in article.text


@pytest.mark.parametrize(
    ("title", "shown", "read_as"),
    [
        ("新码头启用_云港网", "新码头启用", "新码头启用"),
        ("新码头启用 - 港口 - 云港网", "新码头启用", "新码头启用"),
        ("云港—青岚航线开通", "云港—青岚航线开通", "云港—青岚航线开通"),
        ("港口新闻_新码头启用", "<a href=/>港口新闻</a>", "港口新闻_新码头启用"),
    ],
)
def test_the_title_is_the_one_that_the_page_shows(
    tmp_path: Path, title: str, shown: str, read_as: str
) -> None:
    page = f"<html><title>{title}</title><body><div>{shown}</div>{PARAGRAPHS}</body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (article,) = read_articles(tmp_path / "a.html")
    assert isinstance(article, RawArticle)
    assert article.title == read_as


WECHAT = (
    '<meta property="og:title" content="新码头启用"><meta name="author" content="邢牧之">'
    '<meta property="og:site_name" content="微信公众平台"><div id="img-content">'
    '<h1 id="activity-name">新码头启用</h1><div id="meta_content" class="rich_media_meta_list">'
    '<span class="rich_media_meta rich_media_meta_text">邢牧之</span><a id="js_name">云港发布</a>'
    '<em id="publish_time">{}</em></div><div id="js_content">{}</div></div>'
    '<script>var ct = "1720144800";</script>'
)


@pytest.mark.parametrize("day", ["2024年07月05日 10:00", ""])
def test_a_page_of_wechat_is_of_its_account(tmp_path: Path, day: str) -> None:
    article = make_article(read(tmp_path, WECHAT.format(day, PARAGRAPHS)))
    assert (article.source, article.author) == ("云港发布", "邢牧之")
    assert str(article.published) == "2024-07-05"
    assert "云港发布" not in article.text and "邢牧之" not in article.text


PIECES = "<table> <tr> <td> </td> </tr> </table> <p> </p> <br> <q> </q> <time> </time> <div> </div>"
MARKUP = st.lists(st.sampled_from([*PIECES.split(), *"雨停桥通。"]), max_size=60).map("".join)


@given(MARKUP)
def test_no_character_of_a_page_is_lost(markup: str) -> None:
    tree = parse_markup(f"<p>甲</p>{markup}")
    assert tree is not None
    before = "".join(tree.itertext())
    for change in (open_folds, free_inline, unfold_tables):
        change(tree)
    after = "".join(tree.itertext())
    added = dict.fromkeys(map(ord, "“” "))
    assert after.translate(added) == before.translate(added)
    assert next(lines_of(tree)).text.startswith("甲")


def test_a_word_of_a_menu_does_not_break_the_sentence_that_begins_with_it() -> None:
    menu = [Line("云港", 0, False), Line("新闻", 0, False)]
    told = "云港市三号码头启用。 新码头图。"
    assert unglued(told, menu) == told
    assert unglued(told, [*menu, Line("新码头图。", 0, False)]) == told


@given(st.lists(st.text("雨停桥通 ", min_size=1, max_size=30).map(str.strip), max_size=9))
def test_what_one_line_holds_is_kept_whole(texts: list[str]) -> None:
    told = " ".join(text for text in texts if text)
    lines = unglued(told, [Line(text, 0, False) for text in texts[::2] if text])
    assert "".join(lines.split()) == "".join(told.split())
