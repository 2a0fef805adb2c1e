"""Withdrawn articles: gone for readers, kept to the last byte, and put back as they were."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.groups import group_ids
from corpus.store import Store
from corpus.vectors import VectorStore
from corpus.withdrawn import batches, discard, restore, withdraw
from tests.builders import make_article, put

NEWS = (
    "南汐市端午龙舟赛九日在汐江开桨，来自全省的三十支队伍参加比赛，数万名市民冒雨到场观看。"
    "市长江映雪在开幕式上说，龙舟是南汐人的根，今年起比赛将延长到两天，并首次设立女子组。"
    "北岚大学队以一分五十八秒夺得直道竞速冠军，渔家村队和海屿港务队分获第二名和第三名。"
    "组委会介绍，赛后将在汐江两岸举办非遗集市，展出竹编、蓝印花布和木版年画，持续到本月底。"
)
FIRST = make_article(NEWS + "首发。", title="龙舟", address="/a.txt")
SECOND = make_article(NEWS + "转载。", title="龙舟又一", address="/b.txt")
OTHER = make_article("柳塘公园昨日开园。", address="/c.txt")
TABLES = ("articles", "passages", "vectors", "prints", "print_bands")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "chuchu.db")
    put(opened, FIRST, SECOND, OTHER)
    vectors = VectorStore(opened.database, "e")
    ids = opened.passage_ids()
    vectors.put(ids, np.arange(len(ids), dtype=np.float16).reshape(-1, 1))
    yield opened
    opened.database.close()


def held(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that the library holds; the numbers of prints do not count."""
    found = {}
    for table in TABLES:
        columns = [row[1] for row in store.database.rows(f"PRAGMA table_info({table})")]
        kept = ", ".join(each for each in columns if each != "number")
        found[table] = sorted(store.database.rows(f"SELECT {kept} FROM {table}"))  # noqa: S608
    return found


def vectors_of(store: Store) -> int:
    return int(store.database.rows("SELECT count(*) FROM vectors")[0][0])


def test_what_is_withdrawn_is_gone_for_readers(store: Store) -> None:
    assert withdraw(store.database, [FIRST.id, "unknown", FIRST.id], "b") == 1
    assert store.article(FIRST.id) is None
    assert store.passages_of(FIRST.id) == ()
    assert FIRST.id not in group_ids(store.database, [FIRST.id, SECOND.id])
    assert [(each.batch, each.number) for each in batches(store.database)] == [("b", 1)]


def test_what_is_restored_is_as_it_was(store: Store) -> None:
    before = held(store)
    withdraw(store.database, [FIRST.id, OTHER.id], "b")
    assert held(store) != before
    assert restore(store.database, "b") == 2
    assert held(store) == before
    assert batches(store.database) == ()


def test_withdrawn_articles_survive_the_end_of_the_program(store: Store, tmp_path: Path) -> None:
    withdraw(store.database, [FIRST.id], "b")
    store.database.close()
    again = Store(tmp_path / "chuchu.db")
    assert restore(again.database, "b") == 1
    assert again.article(FIRST.id) == FIRST
    again.database.close()


def test_vectors_stay_until_the_articles_are_discarded(store: Store) -> None:
    before = vectors_of(store)
    own = len({p.text for p in store.passages_of(OTHER.id)})
    withdraw(store.database, [OTHER.id], "b")
    assert vectors_of(store) == before
    assert discard(store.database, "b") == 1
    assert vectors_of(store) == before - own
    assert restore(store.database, "b") == 0
    assert store.article(OTHER.id) is None


def test_an_article_that_has_come_back_stays(store: Store) -> None:
    withdraw(store.database, [FIRST.id, OTHER.id], "b")
    newer = make_article("同一个地址，新的内容。", address=FIRST.address)
    put(store, newer, OTHER)
    assert restore(store.database, "b") == 0
    assert store.article(newer.id) == newer
    assert store.article(FIRST.id) is None
    assert store.article(OTHER.id) == OTHER


def test_batches_are_kept_apart(store: Store) -> None:
    withdraw(store.database, [FIRST.id], "one")
    withdraw(store.database, [OTHER.id], "two")
    discard(store.database, "one")
    assert restore(store.database, "two") == 1
    assert store.article(FIRST.id) is None


def test_withdrawing_is_all_or_nothing(store: Store) -> None:
    before = held(store)
    store.database.rows("SELECT 1")
    with store.database.writing() as db:
        db.execute(
            "CREATE TRIGGER stop BEFORE DELETE ON articles WHEN old.address = '/c.txt'"
            " BEGIN SELECT raise(ABORT, 'power cut'); END"
        )
    with pytest.raises(ValueError, match="power cut"):
        withdraw(store.database, [FIRST.id, OTHER.id], "b")
    assert held(store) == before
    assert batches(store.database) == ()


@pytest.mark.parametrize("table", ["articles", "passages"])
def test_what_is_set_aside_has_every_column(store: Store, table: str) -> None:
    def columns(name: str) -> list[str]:
        return [row[1] for row in store.database.rows(f"PRAGMA table_info({name})")]

    assert columns(f"withdrawn_{table}") == ["batch", *columns(table)]
