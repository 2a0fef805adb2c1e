"""The rest of the first passage's article: what is brought near, and what stays."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.store import Store
from index.hits import ranked
from qa.ranking.rest import rest_near
from tests.builders import make_article, put

TEXT = "青岚大桥今天正式通车，市民步行过桥，县长剪彩。"


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, list[list[str]]]:
    """A store, and the ids of the passages of each of its three articles: four, two, one."""
    store = Store(tmp_path_factory.mktemp("rest") / "chuchu.db")
    sizes = (48, 24, 4)
    made = [make_article(TEXT * size, address=f"{n}.txt") for n, size in enumerate(sizes)]
    put(store, *made)
    return store, [[p.id for p in store.passages_of(article.id)] for article in made]


def near(store: Store, *ids: str) -> list[str]:
    hits = ranked((each, float(-place)) for place, each in enumerate(ids))
    found = rest_near(store, hits)
    assert [(hit.score, hit.rank) for hit in found] == [(hit.score, hit.rank) for hit in hits]
    return [hit.passage_id for hit in found]


def test_two_more_of_the_first_article_come_behind_the_fourth(
    passages: tuple[Store, list[list[str]]],
) -> None:
    store, ((a, b, c, d, *_), (e, f, *_), (g, *_)) = passages
    assert near(store, a, e, f, g, "x", b, "y", c, d) == [a, e, f, g, b, c, "x", "y", d]


def test_what_stands_among_the_first_four_stays(passages: tuple[Store, list[list[str]]]) -> None:
    store, ((a, b, c, *_), (e, *_), (g, *_)) = passages
    assert near(store, a, b, e, c, g) == [a, b, e, c, g]
    assert near(store, a, b) == [a, b]


def test_where_the_first_is_gone_nothing_moves(passages: tuple[Store, list[list[str]]]) -> None:
    store, ((a, b, *_), (e, f, *_), (g, *_)) = passages
    assert near(store, "x", a, e, g, "y", b, f) == ["x", a, e, g, "y", b, f]


def test_no_hits_give_none(passages: tuple[Store, list[list[str]]]) -> None:
    assert near(passages[0]) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_nothing_is_lost_or_doubled(
    passages: tuple[Store, list[list[str]]], random: Random
) -> None:
    store, articles = passages
    ids = [each for article in articles for each in article]
    random.shuffle(ids)
    found = near(store, *ids)
    assert sorted(found) == sorted(ids)
    assert found[:4] == ids[:4]
