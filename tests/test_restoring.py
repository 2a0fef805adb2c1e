"""What is told of a page's article though the finder of main texts leaves it out; by hand."""

import time
from pathlib import Path

from corpus.article import RawArticle
from corpus.reader import read_articles
from corpus.reader.blocks import Line
from corpus.reader.restoring import restored

FIRST = "云川市近日启动老旧小区改造三年行动，首批改造四十二个小区。"
LAST = "项目预计明年六月完工，届时将惠及一万三千户居民，市长说。"


def lines(*texts: str, linked: int = 0, beside: bool = False) -> list[Line]:
    return [Line(text, linked, beside) for text in texts]


def test_what_stands_between_is_told_in_its_place_each_time() -> None:
    page = lines("菜单", FIRST, "快了。", "一、钱从哪来", "快了。", LAST, "版权所有")
    assert restored(f"{FIRST}\n快了。\n{LAST}", page) == "\n".join(
        [FIRST, "快了。", "一、钱从哪来", "快了。", LAST]
    )


def test_links_and_what_is_beside_stay_out() -> None:
    between = [
        *lines("相关新闻一", linked=5),
        *lines("分享", beside=True),
        *lines("见附件", linked=1),
    ]
    page = [*lines(FIRST), *between, *lines(LAST)]
    assert restored(f"{FIRST}\n{LAST}", page) == f"{FIRST}\n见附件\n{LAST}"


def test_what_stands_above_a_short_last_line_is_told() -> None:
    page = [*lines(FIRST, LAST, "一、早上六点开。", "附件：时刻表"), *lines("别的", linked=2)]
    told = f"{FIRST}\n{LAST}\n附件：时刻表"
    assert restored(told, page) == f"{FIRST}\n{LAST}\n一、早上六点开。\n附件：时刻表"
    assert restored(told, [*page[:2], *lines("别的", linked=2), *page[2:]]) == told


def test_a_text_that_is_not_the_page_s_own_lines_stays() -> None:
    page = lines(FIRST, "一、钱从哪来", LAST)
    for text in (f"{FIRST} {LAST}", f"{FIRST}\n甲：{FIRST}\n{LAST}", "别的。"):
        assert restored(text, page) == text


def test_a_page_whose_site_is_not_known_loses_nothing(tmp_path: Path) -> None:
    page = (
        "<html><head><title>旧改启动</title></head><body><h1>旧改启动</h1>"
        f"<div class=TRS_Editor><p>{FIRST}</p><ul><li>屋面防水：三十栋</li></ul>"
        "<table><tr><th>小区</th><th>栋</th></tr><tr><td><p>东园</p></td><td>三</td></tr></table>"
        "<h3>改不改居民说了算</h3><p>“快了。”</p><p>记者又问。</p><p>“快了。”</p>"
        f"<div>电梯也要加装。</div><p style='overflow:hidden'>道路同步改造。</p><p>{LAST}</p></div>"
        "<div class=related><a href=x>别的新闻</a></div></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    (article,) = read_articles(tmp_path / "a.html")
    assert isinstance(article, RawArticle)
    told = article.text.split("\n")
    assert told[told.index(FIRST) :] == [
        *(
            FIRST,
            "屋面防水：三十栋",
            "小区 栋",
            "东园 三",
            "改不改居民说了算",
            "“快了。”",
            "记者又问。",
            "“快了。”",
        ),
        *("电梯也要加装。", "道路同步改造。", LAST),
    ]


def test_many_short_lines_below_a_link_take_no_long_time() -> None:
    short = [f"第{place}号" for place in range(20_000)]
    plain = lines(*(f"甲{place}" for place in range(20_000)))
    page = [*lines(FIRST), *plain, *lines("别的", linked=2), *lines(*short)]
    start = time.monotonic()
    restored("\n".join((FIRST, *short)), page)
    assert time.monotonic() - start < 5
