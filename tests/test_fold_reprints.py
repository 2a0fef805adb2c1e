"""What a reader meets of reprints: one passage for all, with the names of the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Article, Passage, digest
from corpus.putting import Stored
from corpus.split import make_passages
from corpus.store import Store
from index.centre import Centres
from index.hits import Hit, ranked
from index.lazy import LazyEncoder
from qa.library import Library
from qa.ranking.reprints import Reprints, fold_reprints
from qa.settings import Settings
from tests.builders import make_article, put, with_digests
from tests.fakes import HashEncoder

FIRE = (
    "昨夜柳津隧道内一辆货车起火，隧道双向封闭四小时。消防员时砚第一个进入隧道，带出三名被困的司机。"
    "货车装载的是旧报纸，起火原因仍在调查。隧道公司说，通风系统十五秒内启动，没有人员死亡。"
)
CROWD = (
    "柳津中学操场临时安置了六十名乘客，食堂连夜煮粥。校长穆晚晴说，孩子们把自己的毯子都拿来了。"
    "公交公司加开了二十班渡轮，直到清晨五点才恢复正常。气象台提醒，今晚仍有大雾，请司机减速慢行。"
)


def passage(number: int, article: str, text: str) -> Passage:
    return Passage(f"p{number}", article, 0, len(text), text)


def folded(*passages: Passage, k: int = 9, groups: dict[str, str] | None = None) -> list[str]:
    hits = [Hit(each.id, -float(rank), rank) for rank, each in enumerate(passages, start=1)]
    known = {"a": "a", "b": "a", "c": "a", "z": "z"} if groups is None else groups
    kept = fold_reprints(hits, {each.id: each for each in passages}, known, k)
    assert [hit.rank for hit in kept] == list(range(1, len(kept) + 1))
    return [hit.passage_id for hit in kept]


def test_the_best_passage_stands_for_its_reprints() -> None:
    copies = (passage(n, article, FIRE) for n, article in enumerate("bca"))
    assert folded(*copies) == ["p0"]


def test_a_slightly_edited_reprint_is_left_out() -> None:
    edited = FIRE.replace("昨夜", "本报讯 昨夜").replace("旧报纸", "废旧报纸")
    assert folded(passage(0, "a", FIRE), passage(1, "b", edited)) == ["p0"]


def test_another_part_of_the_news_stays() -> None:
    assert folded(passage(0, "a", FIRE), passage(1, "b", CROWD)) == ["p0", "p1"]


def test_a_passage_that_says_more_stays() -> None:
    assert folded(passage(0, "a", FIRE), passage(1, "b", FIRE + CROWD)) == ["p0", "p1"]


def test_a_passage_whose_two_halves_were_shown_is_left_out() -> None:
    both = FIRE[50:] + CROWD[:50]
    shown = passage(0, "a", FIRE), passage(1, "c", CROWD), passage(2, "b", both)
    assert folded(*shown) == ["p0", "p1"]


def test_another_figure_is_other_evidence() -> None:
    one, other = FIRE + "损失约12万元。", FIRE + "损失约15万元。"
    assert folded(passage(0, "a", one), passage(1, "b", other)) == ["p0", "p1"]


def test_equal_passages_of_other_groups_stay() -> None:
    assert folded(passage(0, "a", FIRE), passage(1, "z", FIRE)) == ["p0", "p1"]
    assert folded(passage(0, "a", FIRE), passage(1, "b", FIRE), groups={}) == ["p0", "p1"]


def test_an_article_does_not_reprint_itself() -> None:
    assert folded(passage(0, "a", FIRE), passage(1, "a", FIRE)) == ["p0", "p1"]


def test_the_next_hits_move_up() -> None:
    shown = passage(0, "a", FIRE), passage(1, "b", FIRE), passage(2, "z", CROWD)
    assert folded(*shown, k=2) == ["p0", "p2"]
    assert folded(*shown, k=0) == []


def test_hits_without_a_passage_stay() -> None:
    hits = ranked([("gone", 1.0), ("away", 0.5)])
    assert fold_reprints(hits, {}, {}, 9) == hits


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "library" / "chuchu.db")
    yield store
    store.database.close()


def article(name: str, text: str, published: str = "", source: str = "") -> Article:
    return make_article(text, address=name, published=published, source=source, title=name)


def test_carriers_are_named_by_date_then_id(store: Store) -> None:
    late, undated = article("late", FIRE + "完。", "2023-07-03"), article("undated", FIRE)
    twins = [article(name, FIRE, "2023-07-01") for name in ("twin", "other twin")]
    mine = article("mine", FIRE, "2023-07-02")
    put(store, late, undated, *twins, mine, article("crowd", CROWD))
    first = make_passages(mine)[0]
    named = Reprints(store).carriers([first])[first.id]
    in_order = [*sorted(twins, key=lambda each: each.id), late, undated]
    assert [heading.article_id for heading in named] == [each.id for each in in_order]


def test_a_reprint_that_cut_the_passage_does_not_carry_it(store: Store) -> None:
    whole, cut = article("whole", f"{FIRE}\n{CROWD}"), article("cut", FIRE)
    put(store, whole, cut)
    head = Passage("head", whole.id, 0, len(FIRE), FIRE)
    tail = Passage("tail", whole.id, len(FIRE) + 1, len(whole.text), CROWD)
    named = Reprints(store).carriers([head, tail])
    assert [heading.title for heading in named["head"]] == ["cut"]
    assert named["tail"] == ()


@pytest.fixture
def library(store: Store, tmp_path: Path) -> Iterator[Library]:
    for name, source in (("early", "青岚日报"), ("later", "松岛晚报")):
        each = article(name, FIRE, source=source)
        passages = with_digests(each, make_passages(each))
        store.put_all([Stored(each, passages, digest(each.raw))])
    encoder = HashEncoder()
    source_ = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
    with Library(tmp_path / "library", source_, Settings()) as opened:
        opened.build()
        yield opened


def test_an_answer_shows_one_and_names_the_other(library: Library) -> None:
    (evidence,) = library.ask("柳津隧道起火").evidence
    assert {evidence.heading.title, *(each.title for each in evidence.reprints)} == {
        "early",
        "later",
    }
    assert len(library.retrieve("柳津隧道起火")) == 1


@pytest.mark.parametrize("source", ["青岚日报", "松岛晚报"])
def test_a_filter_finds_the_reprint_of_its_source(library: Library, source: str) -> None:
    (evidence,) = library.ask("柳津隧道起火", source=source).evidence
    assert evidence.heading.source == source
    assert [each.source for each in evidence.reprints] == list({"青岚日报", "松岛晚报"} - {source})
