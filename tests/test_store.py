"""Articles and passages in the store: what a change changes, and what filters let through."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import LEAD_LENGTH, Article, CleanText, Filters, Heading, Segment, StoreError
from corpus.putting import Stored
from corpus.split import make_passages
from corpus.store import Store
from corpus.vectors import VectorStore
from tests.builders import make_article, put, with_digests

FERRY = make_article("松岛轮渡六月首航，票价二十元。", address="ferry.txt", title="新渡轮")
BRIDGE = make_article("青岚大桥通车，县长陆青禾剪彩。", address="bridge.txt")


def test_what_is_put_comes_back_whole(store: Store) -> None:
    raw = "标题\u200b\n(lán)正文🚢\ud800"
    clean = CleanText("标题\n正文🚢", (Segment(0, 0, 2), Segment(2, 3, 1), Segment(3, 9, 3)))
    article = replace(
        make_article("x", title="标题", source="青岚日报", published="2023-07-01", record="7"),
        date_words="7月1日",
        author="穆晚晴",
        editor="时砚",
        url="http://news.test/7",
        body_start=3,
        clean=clean,
        raw=raw,
    )
    store.put_all([Stored(article, with_digests(article), "seen")])
    assert store.article(article.id) == article
    assert store.raw_digest(article.address) == "seen"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("shared") / "chuchu.db")
    yield store
    store.database.close()


cleaned = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=300)


@given(text=cleaned, raw=st.text(st.characters(), max_size=300))
@settings(deadline=None, max_examples=30)
def test_any_text_comes_back(shared: Store, text: str, raw: str) -> None:
    article = replace(make_article(text, address="any"), raw=raw)
    put(shared, article)
    assert shared.article(article.id) == article
    assert shared.passages_of(article.id) == tuple(p for p, _ in with_digests(article))


def test_a_change_is_added_unchanged_or_replaced(store: Store) -> None:
    assert put(store, FERRY, BRIDGE) == ["added", "added"]
    assert put(store, FERRY) == ["unchanged"]
    changed = make_article("松岛轮渡七月首航。", address="ferry.txt", title="新渡轮")
    assert put(store, changed, BRIDGE) == ["replaced", "unchanged"]
    assert store.article(FERRY.id) is None
    assert store.passages_of(FERRY.id) == ()
    assert {article.id for article in store.articles()} == {changed.id, BRIDGE.id}


def test_an_unchanged_article_keeps_the_newest_digest(store: Store) -> None:
    stored = Stored(FERRY, with_digests(FERRY), "one")
    store.put_all([stored])
    assert store.put_all([replace(stored, raw_digest="two")]) == ["unchanged"]
    assert store.raw_digest("ferry.txt") == "two"
    assert store.raw_digest("unknown.txt") == ""


@pytest.mark.parametrize(
    "changed",
    [
        replace(FERRY, source="松岛晚报"),
        replace(FERRY, published=date(2023, 7, 1)),
        replace(FERRY, raw="\n" + FERRY.raw, clean=CleanText(FERRY.text, (Segment(0, 1, 14),))),
    ],
    ids=["source", "date", "raw"],
)
def test_the_same_text_with_other_particulars_is_replaced(store: Store, changed: Article) -> None:
    vectors = VectorStore(store.database, "hash-2")
    put(store, FERRY)
    vectors.put(vectors.pending(), np.array([[1, 0]], np.float16))
    assert put(store, changed) == ["replaced"]
    assert list(store.articles()) == [changed]
    assert vectors.pending() == ()


def test_the_same_article_divided_otherwise_is_replaced(store: Store) -> None:
    article = make_article("甲" * 30 + "\n" + "乙" * 30)
    put(store, article)
    whole = make_passages(article)
    divided = Stored(article, with_digests(article, whole), "seen")
    assert store.put_all([divided]) == ["replaced"]
    assert store.passages_of(article.id) == whole


def test_an_article_is_stored_wholly_or_not_at_all(store: Store) -> None:
    put(store, FERRY)
    changed = make_article("甲" * 100, address="ferry.txt")
    one = with_digests(changed)[0]
    with pytest.raises(StoreError, match="UNIQUE constraint failed"):
        store.put_all([Stored(changed, [one, one], "seen")])
    assert list(store.articles()) == [FERRY]
    assert store.passage_ids() == tuple(sorted(p.id for p, _ in with_digests(FERRY)))
    assert put(store, changed) == ["replaced"]


def test_a_full_disk_keeps_what_was_stored(store: Store) -> None:
    put(store, FERRY)
    (pages,) = store.database.rows("PRAGMA page_count")[0]
    store.database.rows(f"PRAGMA max_page_count = {pages}")
    # the changed article deletes its old self first: that must come back
    changed = make_article("甲乙丙丁。" * 20_000, address="ferry.txt")
    with pytest.raises(StoreError, match="the disk is full; make room and go on"):
        put(store, changed)
    assert list(store.articles()) == [FERRY]
    assert store.counts() == (1, len(with_digests(FERRY)))


def test_removal_takes_the_passages_along(store: Store) -> None:
    put(store, FERRY, BRIDGE)
    assert store.remove(FERRY.id)
    assert not store.remove(FERRY.id)
    assert list(store.articles()) == [BRIDGE]
    assert store.counts() == (1, len(with_digests(BRIDGE)))
    assert store.raw_digest("ferry.txt") == ""


def test_articles_are_found_by_id_record_and_address(store: Store) -> None:
    same = [make_article("甲乙", address=f"{n}.txt", record="7") for n in range(3)]
    put(store, *same)
    ids = tuple(sorted(article.id for article in same))
    assert store.article_ids("7") == ids
    assert store.article_ids("1.txt") == store.article_ids(same[1].id) == (same[1].id,)
    assert store.article_ids("") == store.article_ids("8") == ()


def dated(text: str, published: str, source: str = "") -> Article:
    return make_article(text, published=published, source=source)


# first to last as `articles` gives them; the two of one day by their ids
NEWEST = dated("甲", "2023-07-03", "青岚日报")
TWINS = sorted(
    [dated("乙", "2023-07-02", "青岚日报"), dated("丙", "2023-07-02", "松岛晚报")],
    key=lambda article: article.id,
)
OLDEST = dated("丁", "2023-07-01", "松岛晚报")
UNDATED = dated("戊", "", "青岚日报")
ORDER = [NEWEST, *TWINS, OLDEST, UNDATED]


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("dates") / "chuchu.db")
    put(store, *ORDER[::-1])
    yield store
    store.database.close()


def test_articles_come_newest_first_and_those_without_a_date_last(dates: Store) -> None:
    assert list(dates.articles()) == ORDER


def test_articles_come_in_parts(dates: Store) -> None:
    assert list(dates.articles(limit=2)) == ORDER[:2]
    assert list(dates.articles(limit=2, offset=3)) == ORDER[3:5]
    assert list(dates.articles(offset=4)) == ORDER[4:]
    assert list(dates.articles(limit=0)) == []


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (Filters(), "甲乙丙丁戊"),
        (Filters(source="青岚日报"), "甲乙戊"),
        (Filters(source="青岚"), ""),
        (Filters(since=date(2023, 7, 2)), "甲乙丙"),
        (Filters(until=date(2023, 7, 2)), "乙丙丁"),
        (Filters(since=date(2023, 7, 2), until=date(2023, 7, 2)), "乙丙"),
        (Filters(since=date(2023, 7, 4)), ""),
        (Filters(until=date(2023, 6, 30)), ""),
        (Filters(source="松岛晚报", since=date(2023, 7, 2)), "丙"),
        (Filters(article=UNDATED.id), "戊"),
        (Filters(article=UNDATED.id, since=date(2023, 7, 1)), ""),
        (Filters(article="f" * 16), ""),
        (Filters(source="' OR 1=1 --"), ""),
    ],
)
def test_filters_let_through_what_is_within_them(
    dates: Store, filters: Filters, texts: str
) -> None:
    assert {article.text for article in dates.articles(filters)} == set(texts)
    expected = sorted(p.id for a in ORDER if a.text in texts for p in make_passages(a))
    assert dates.passage_ids(filters) == tuple(expected)


def test_sources_come_by_their_numbers_then_names(dates: Store) -> None:
    assert dates.sources() == (("青岚日报", 3), ("松岛晚报", 2))


def test_sources_of_equal_numbers_come_by_name(store: Store) -> None:
    put(store, dated("甲", "", "乙报"), dated("乙", "", "丙报"), dated("丙", ""))
    assert store.sources() == (("丙报", 1), ("乙报", 1))


def test_passages_come_in_the_order_asked_for(store: Store) -> None:
    put(store, FERRY, BRIDGE)
    (ferry,), (bridge,) = make_passages(FERRY), make_passages(BRIDGE)
    asked = (bridge.id, "f" * 16, ferry.id, bridge.id)
    assert store.passages(asked) == (bridge, ferry, bridge)
    assert store.passages(()) == ()


def test_passages_tell_their_articles(store: Store) -> None:
    put(store, FERRY, BRIDGE)
    (ferry,), (bridge,) = make_passages(FERRY), make_passages(BRIDGE)
    asked = (bridge.id, "f" * 16, ferry.id)
    assert store.articles_of(asked) == {bridge.id: BRIDGE.id, ferry.id: FERRY.id}
    assert store.articles_of(()) == {}


def test_passages_of_an_article_follow_its_text(store: Store) -> None:
    article = make_article("。".join(chr(0x4E00 + n) * 30 for n in range(9)))
    put(store, article)
    passages = store.passages_of(article.id)
    assert len(passages) > 2
    assert passages == tuple(passage for passage, _ in with_digests(article))
    assert store.passages_of("f" * 16) == ()


def test_more_passages_than_a_statement_takes_are_found(store: Store) -> None:
    article = make_article("\n".join(f"{n}" * 30 for n in range(1200)))
    put(store, article)
    ids = store.passage_ids()
    assert len(ids) > 1000
    assert [passage.id for passage in store.passages(ids)] == list(ids)
    assert store.articles_of(ids) == dict.fromkeys(ids, article.id)


def test_headings_begin_where_the_body_begins(store: Store) -> None:
    body = "正文🚢" * 50
    article = make_article(
        f"标题\n{body}", title="标题", source="青岚日报", published="2023-07-01", body_start=3
    )
    put(store, article, BRIDGE)
    assert store.headings([article.id, "f" * 16]) == {
        article.id: Heading(
            article_id=article.id,
            record=article.record,
            title="标题",
            source="青岚日报",
            published=date(2023, 7, 1),
            date_words="2023-07-01",
            lead=body[:LEAD_LENGTH],
            address=article.address,
        )
    }
    assert store.headings([]) == {}


def test_settings_are_kept(store: Store) -> None:
    assert store.setting("encoder") == ""
    store.set_setting("encoder", "hash-64")
    store.set_setting("encoder", "hash-32")
    assert store.setting("encoder") == "hash-32"


def test_readers_go_on_while_an_article_is_written(store: Store, tmp_path: Path) -> None:
    put(store, FERRY)
    reader = Store(tmp_path / "chuchu.db", read_only=True)
    with store.database.writing() as db:
        db.execute("DELETE FROM articles")
        assert list(reader.articles()) == [FERRY]
        assert reader.passages_of(FERRY.id) == make_passages(FERRY)
    assert list(reader.articles()) == []
    reader.database.close()


def test_threads_may_put_at_once(store: Store) -> None:
    articles = [make_article(f"第{n}条新闻。") for n in range(24)]
    threads = [threading.Thread(target=put, args=(store, *articles[n::4])) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {article.id for article in store.articles()} == {article.id for article in articles}


def test_a_replaced_article_keeps_the_vectors_of_what_reads_the_same(store: Store) -> None:
    vectors = VectorStore(store.database, "hash-2")
    old = make_article("甲" * 30 + "\n" + "乙" * 30, address="a")
    new = make_article("甲" * 30 + "\n" + "丙" * 30, address="a")
    put(store, old)
    passages = store.passages_of(old.id)
    vectors.put([p.id for p in passages], np.array([[1, 0], [0, 1]], np.float16))
    put(store, new)
    kept, fresh = store.passages_of(new.id)
    assert vectors.pending() == (fresh.id,)
    assert vectors.rows([kept.id, fresh.id], 2).tolist() == [[1, 0], [0, 0]]
    assert store.database.rows("SELECT count(*) FROM vectors") == [(1,)]


def test_removal_drops_vectors_that_nobody_shares(store: Store) -> None:
    vectors = VectorStore(store.database, "hash-2")
    one = make_article("甲" * 30 + "\n" + "乙" * 30, address="a")
    other = make_article("甲" * 30, address="b")
    put(store, one, other)
    vectors.put(vectors.pending(), np.array([[1, 0], [0, 1]], np.float16))
    store.remove(one.id)
    assert store.database.rows("SELECT count(*) FROM vectors") == [(1,)]
    assert vectors.pending() == ()
    store.remove(other.id)
    assert store.database.rows("SELECT count(*) FROM vectors") == [(0,)]
