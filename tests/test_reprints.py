"""The same news told by several papers: what counts as the same, and the groups they make."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, StoreError
from corpus.groups import catch_up, group_ids, group_members
from corpus.reprints import band_keys, conflicts, read_wording, same_news, signature, within
from corpus.store import Store
from tests.builders import make_article, put

STATION = (
    "潮汐电站昨日在松岛并网。首台机组容量三兆瓦，年发电量可供八千户人家使用。工程师戚望舒介绍，"
    "叶轮在涨潮和落潮时都能转动，停机检修只需半天。渔民最初担心鱼群受惊，电站为此加装了声呐，"
    "见到鱼群便自动减速。县长陆青禾在并网仪式上说，松岛从此不再依靠柴油发电，每年少运两千吨油。"
    "电站由青岚能源集团投资，工期历时三年零四个月，其间两次因台风停工。第二台机组计划明年秋天安装。"
)
LIBRARY = (
    "青岚市图书馆新馆开放首日迎来一万二千名读者。馆长桑若谷说，新馆藏书九十万册，半数可以自助借还。"
    "儿童阅览室设在一楼，窗外是樟树林，周末由退休教师轮流讲故事。地方文献室收藏了历代县志和族谱，"
    "读者预约后可以查阅原件。市民穆晚晴带着外婆来找一张旧地图，管理员用了十分钟就在库房里找到了。"
)
WEATHER = (
    "青岚气象台发布预报：今天夜间到明天白天，青岚市区多云转小雨，最低气温{}度，最高气温{}度，"
    "偏东风{}级，相对湿度{}，降水概率{}，空气质量指数{}，紫外线指数{}。"
    "请市民出行携带雨具，注意路面湿滑，老人和儿童适当添加衣物，驾车时保持车距。"
)
DISCLAIMER = (
    "本报声明：凡本报记者署名文字与图片，版权均属青岚日报社所有，任何媒体、网站或个人未经本报协议授权，"
    "不得转载、链接、转贴或以其他方式复制发布。已经本报协议授权的媒体在使用时必须注明来源。"
)


def same(one: str, other: str) -> bool:
    return same_news(read_wording(one), read_wording(other))


@pytest.mark.parametrize(
    "reprint",
    [
        STATION.replace("，", ", ").replace("。", "。\n"),
        "本报松岛五月六日电（记者时砚、通讯员白鹭）" + STATION,
        STATION[: len(STATION) * 4 // 5],
        STATION[: len(STATION) // 2],
        STATION + "图为并网仪式现场，摄影时砚。相关阅读：岛上的柴油机退休了。",
        "海上的新电站\n" + STATION[: len(STATION) * 4 // 5] + "转自青岚日报。",
        "".join("某" if n % 33 == 32 else c for n, c in enumerate(STATION)),
    ],
    ids=["spacing", "head", "cut", "half", "tail", "all", "edited"],
)
def test_edited_copies_are_the_same_news(reprint: str) -> None:
    assert same(STATION, reprint)
    assert same(reprint, STATION)


@pytest.mark.parametrize(
    "other",
    [
        LIBRARY,
        LIBRARY + WEATHER + STATION,  # a round-up does not make its stories one
        WEATHER.format(12, 19, 3, 70, 60, 41, 2),
        "",
        "……",
    ],
    ids=["other", "round-up", "weather", "empty", "marks"],
)
def test_other_texts_are_other_news(other: str) -> None:
    assert not same(STATION, other)
    assert not same(other, STATION)


def test_a_form_filled_in_with_other_figures_is_other_news() -> None:
    monday = WEATHER.format(12, 19, 3, 70, 60, 41, 2)
    assert same(monday, f"早安青岚。{monday}")
    assert not same(monday, WEATHER.format(14, 21, 4, 65, 80, 52, 3))


def test_a_shared_disclaimer_does_not_make_two_stories_one() -> None:
    assert not same(STATION[:100] + DISCLAIMER, LIBRARY[:100] + DISCLAIMER)


def test_short_texts_must_be_equal() -> None:
    assert same("松岛今日停航。", "松岛今日 停航")
    assert not same("松岛今日停航。", "松岛今日停航一天。")


def test_two_short_forms_with_other_names_are_other_news() -> None:
    form = (
        "{}下午，{}代表团团长{}乘飞机抵达青岚国际机场。{}团长将出席海岛运动会开幕式并参观潮汐电站。"
    )
    one = form.format("五月七日", "松岛", "戚望舒", "戚望舒")
    assert not same(one, form.format("五月八日", "赛兰", "夏侯静", "夏侯静"))
    assert same(one, f"{one}本报记者时砚摄")


def test_empty_texts_are_not_the_same_news() -> None:
    assert not same("", "")


def test_conflicts_are_figures_in_the_same_words() -> None:
    one = read_wording("事故造成死亡12人，受伤30人。")
    assert conflicts(one, read_wording("事故造成死亡13人，受伤30人。")) == (1, 2)
    assert conflicts(one, read_wording("另有40人获救。")) == (0, 0)


def test_within_is_the_share_of_a_part() -> None:
    whole = read_wording(STATION)
    assert within(read_wording(STATION[:60]), whole) == 1.0
    assert within(read_wording(LIBRARY[:60]), whole) == 0.0
    assert within(read_wording(""), whole) == 0.0


def test_signatures_agree_as_much_as_texts_do() -> None:
    one, other = read_wording(STATION), read_wording(STATION[:200])
    jaccard = len(one.grams & other.grams) / len(one.grams | other.grams)
    marks = [np.frombuffer(signature(each), "<u4") for each in (one, other)]
    assert float((marks[0] == marks[1]).mean()) == pytest.approx(jaccard, abs=0.15)
    assert len(set(band_keys(signature(one)))) == 42
    assert set(band_keys(signature(one))) & set(band_keys(signature(other)))


@given(one=st.text(max_size=80), other=st.text(max_size=80))
@settings(deadline=None, max_examples=100)
def test_any_texts_can_be_compared(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)
    assert len(signature(read_wording(one))) == 512


def grouped(store: Store) -> set[frozenset[str]]:
    """The groups of two and more, by the articles' addresses; checks their ids."""
    rows = store.database.rows(
        "SELECT p.group_id, a.id, a.address FROM prints p JOIN articles a ON a.id = p.article_id"
    )
    groups: dict[str, list[tuple[str, str]]] = {}
    for group, article_id, address in rows:
        groups.setdefault(group, []).append((article_id, address))
    assert all(group == min(members)[0] for group, members in groups.items())
    found = (frozenset(address for _, address in members) for members in groups.values())
    return {members for members in found if len(members) > 1}


def article(address: str, text: str) -> Article:
    return make_article(text, address=address)


# long and short are each the same news as middle, but not as each other
SHORT = article("short", STATION[:110])
MIDDLE = article("middle", STATION)
LONG = article("long", STATION + LIBRARY + DISCLAIMER)
OTHER = article("other", LIBRARY)


def test_chains_are_one_group_in_any_order(tmp_path: Path) -> None:
    assert not same(SHORT.text, LONG.text)
    for number, order in enumerate(permutations([SHORT, MIDDLE, LONG, OTHER])):
        store = Store(tmp_path / f"{number}.db")
        put(store, *order)
        assert grouped(store) == {frozenset({"short", "middle", "long"})}
        store.database.close()


def test_what_an_article_held_together_falls_apart_without_it(store: Store) -> None:
    put(store, SHORT, MIDDLE, LONG)
    store.remove(MIDDLE.id)
    assert grouped(store) == set()
    put(store, MIDDLE)
    assert grouped(store) == {frozenset({"short", "middle", "long"})}


def test_removing_leaves_nothing_of_an_article(store: Store) -> None:
    put(store, MIDDLE)
    store.remove(MIDDLE.id)
    assert store.database.rows(
        "SELECT (SELECT count(*) FROM prints), (SELECT count(*) FROM print_bands)"
    ) == [(0, 0)]


def test_a_replaced_article_changes_its_group(store: Store) -> None:
    put(store, MIDDLE, OTHER, article("copy", STATION))
    assert grouped(store) == {frozenset({"middle", "copy"})}
    put(store, article("copy", LIBRARY))
    assert grouped(store) == {frozenset({"other", "copy"})}


def test_the_title_line_does_not_count(store: Store) -> None:
    title = "很长很长的一个标题" * 20
    text = f"{title}\n{STATION}"
    put(store, MIDDLE, make_article(text, address="titled", body_start=len(title) + 1))
    assert grouped(store) == {frozenset({"middle", "titled"})}


def test_groups_and_members_are_told(store: Store) -> None:
    put(store, SHORT, MIDDLE, OTHER)
    both = tuple(sorted((SHORT.id, MIDDLE.id)))
    known = group_ids(store.database, [SHORT.id, MIDDLE.id, OTHER.id, "unknown"])
    assert known == {SHORT.id: both[0], MIDDLE.id: both[0], OTHER.id: OTHER.id}
    assert group_members(store.database, [both[0], "unknown"]) == {both[0]: both}
    assert group_members(store.database, []) == {}


def test_an_article_and_its_group_are_one_transaction(store: Store) -> None:
    with store.database.writing() as db:
        db.execute("DROP TABLE print_bands")
    with pytest.raises(StoreError):
        put(store, MIDDLE)
    assert store.counts() == (0, 0)


def test_a_library_without_groups_catches_up_once(store: Store) -> None:
    put(store, SHORT, MIDDLE, LONG, OTHER)
    with store.database.writing() as db:
        db.execute("DELETE FROM print_bands")
        db.execute("DELETE FROM prints")
    assert catch_up(store.database) == 4
    assert grouped(store) == {frozenset({"short", "middle", "long"})}
    assert catch_up(store.database) == 0


def test_older_rules_are_replaced(store: Store) -> None:
    put(store, SHORT, MIDDLE)
    store.set_setting("reprints", "0")
    with store.database.writing() as db:
        db.execute("UPDATE prints SET group_id = article_id")
    assert catch_up(store.database) == 2
    assert grouped(store) == {frozenset({"short", "middle"})}


@given(
    steps=st.lists(
        st.tuples(st.sampled_from([SHORT, MIDDLE, LONG, OTHER]), st.booleans()), max_size=12
    )
)
@settings(deadline=None, max_examples=25)
def test_groups_depend_only_on_what_is_there(
    steps: Sequence[tuple[Article, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    store, fresh = Store(folder / "a.db"), Store(folder / "b.db")
    there: dict[str, Article] = {}
    for each, added in steps:
        if added:
            put(store, each)
            there[each.id] = each
        else:
            store.remove(each.id)
            there.pop(each.id, None)
    put(fresh, *there.values())
    assert grouped(store) == grouped(fresh)
    store.database.close()
    fresh.database.close()
