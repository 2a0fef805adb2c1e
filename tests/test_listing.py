"""Lists of articles: every order, its ties, pages of it, and what is searched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.listing import Order, articles_with, lengths, list_articles, named_like
from corpus.store import Store
from tests.builders import make_article, put, with_digests

NEWS = (
    "南汐市端午龙舟赛九日在汐江开桨，来自全省的三十支队伍参加比赛，数万名市民冒雨到场观看。"
    "市长江映雪在开幕式上说，龙舟是南汐人的根，今年起比赛将延长到两天，并首次设立女子组。"
    "北岚大学队以一分五十八秒夺得直道竞速冠军，渔家村队和海屿港务队分获第二名和第三名。"
    "组委会介绍，赛后将在汐江两岸举办非遗集市，展出竹编、蓝印花布和木版年画，持续到本月底。"
)
ARTICLES = {
    "甲": make_article("短文。", title="b会议", source="南汐日报", published="2024-04-02"),
    "乙": make_article(NEWS + "首发。", title="c龙舟", source="", published="2024-04-01"),
    "丙": make_article(
        NEWS + "转载者按。", title="a龙舟", source="北岚晚报", published="2024-04-03"
    ),
    "丁": make_article("没有日期的一篇短文。", title="", source="南汐日报"),
}
NAMES = {article.id: name for name, article in ARTICLES.items()}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "chuchu.db")
    put(opened, *ARTICLES.values())
    yield opened
    opened.database.close()


def names(store: Store, order: Order, *, descending: bool) -> str:
    found = list_articles(store.database, "e", order=order, descending=descending)
    return "".join(NAMES[each.id] for each in found)


def by_id(*names: str) -> str:
    """Names in the order of their articles' ids, for what ties."""
    return "".join(sorted(names, key=lambda name: ARTICLES[name].id))


@pytest.mark.parametrize(
    ("order", "rising", "falling"),
    [
        ("title", "丁丙甲乙", "乙甲丙丁"),
        ("date", "乙甲丙丁", "丙甲乙丁"),
        ("source", "乙丙甲丁", "甲丁丙乙"),
        ("length", "甲丁乙丙", "丙乙丁甲"),
        ("passages", by_id("甲", "丁") + by_id("乙", "丙"), by_id("乙", "丙") + by_id("甲", "丁")),
        ("reprints", by_id("甲", "丁") + by_id("乙", "丙"), by_id("乙", "丙") + by_id("甲", "丁")),
        ("waiting", by_id("甲", "丁") + by_id("乙", "丙"), by_id("乙", "丙") + by_id("甲", "丁")),
    ],
)
def test_every_order_in_both_directions(
    store: Store, order: Order, rising: str, falling: str
) -> None:
    assert names(store, order, descending=False) == rising
    assert names(store, order, descending=True) == falling


def test_a_line_says_what_is_known_of_an_article(store: Store) -> None:
    listed = {NAMES[each.id]: each for each in list_articles(store.database, "e")}
    article, line = ARTICLES["丙"], listed["丙"]
    passages = len(with_digests(article))
    assert (line.title, line.source) == ("a龙舟", "北岚晚报")
    assert (line.published, line.date_words) == (article.published, "2024-04-03")
    assert (line.passages, line.waiting) == (passages, passages)
    assert line.reprints == 1
    assert listed["甲"].reprints == 0
    assert (listed["丙"].lead, listed["丁"].lead) == ("", "没有日期的一篇短文。")


def test_the_default_order_is_that_of_the_articles(store: Store) -> None:
    listed = [each.id for each in list_articles(store.database, "e")]
    assert listed == [article.id for article in store.articles()]


def test_pages_follow_each_other(store: Store) -> None:
    pages = [list_articles(store.database, "e", limit=3, offset=at) for at in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 1, 0]
    assert pages[0] + pages[1] == list_articles(store.database, "e")


def test_only_the_articles_asked_for(store: Store) -> None:
    wanted = {ARTICLES["甲"].id, ARTICLES["乙"].id, "unknown"}
    found = list_articles(store.database, "e", order="title", descending=False, within=wanted)
    assert [NAMES[each.id] for each in found] == ["甲", "乙"]
    assert list_articles(store.database, "e", within=()) == ()


@pytest.mark.parametrize(
    ("word", "found"), [("龙舟", "乙丙"), ("南汐", "甲丁"), ("A龙", "丙"), ("%", ""), ("_", "")]
)
def test_titles_and_sources_are_searched(store: Store, word: str, found: str) -> None:
    assert {NAMES[each] for each in named_like(store.database, word)} == set(found)


def test_addresses_and_records_are_searched(store: Store) -> None:
    article = ARTICLES["丙"]
    assert named_like(store.database, article.address) == {article.id}
    assert article.id in named_like(store.database, article.record[:6])


def test_passages_lead_to_their_articles(store: Store) -> None:
    passage = store.passages_of(ARTICLES["乙"].id)[0].id
    assert articles_with(store.database, [passage, "unknown"]) == {ARTICLES["乙"].id}


def test_lengths_are_counted(store: Store) -> None:
    texts: list[Article] = list(ARTICLES.values())
    assert lengths(store.database) == tuple(sorted((len(a.text), 1) for a in texts))
