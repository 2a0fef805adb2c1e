"""The choice among what was found, over a real store and the real recogniser of names."""

from collections.abc import Sequence

import pytest

from corpus.store import Store
from index.cross_encoder import Reading
from index.hits import ranked
from index.retriever import Halves, Ranking
from qa.question import read_question
from qa.ranking.choosing import Chooser
from tests.builders import make_article, make_reading, put

EVENT = "县里昨天开了防汛会议，会议讨论了水库、堤坝和下游村庄的安全，还看了去年的录像。"
PEOPLE = "县委书记林建国主持会议，副县长张小红、水利局局长王志强出席会议。"


def ranking_of(store: Store, *texts: str) -> Ranking:
    """A ranking of one-passage articles, in the order of their texts."""
    articles = [make_article(text, address=f"{n}.txt") for n, text in enumerate(texts)]
    put(store, *articles)
    ids = [store.passages_of(article.id)[0].id for article in articles]
    hits = ranked((each, -place / 2) for place, each in enumerate(ids))
    return Ranking(hits, Halves(hits, hits), ())


def test_the_passage_that_names_who_was_there_comes_first(store: Store) -> None:
    ranking = ranking_of(store, EVENT, PEOPLE)
    choice = Chooser(store).choose(read_question("谁出席了防汛会议？"), ranking, 2)
    assert [found.passage.text for found in choice.found] == [PEOPLE, EVENT]
    assert [found.hit.rank for found in choice.found] == [1, 2]
    assert choice.found[0].hit.score > choice.found[1].hit.score
    assert {"张小红", "王志强"} <= {person.name for person in choice.people}


FAR = "县里修了新桥。"


def test_people_in_another_article_found_much_worse_do_not_come_first(store: Store) -> None:
    ranking = ranking_of(store, EVENT, FAR, PEOPLE)
    choice = Chooser(store).choose(read_question("谁出席了防汛会议？"), ranking, 3)
    assert choice.found[0].passage.text == EVENT


def test_people_in_the_same_article_come_first_however_far(store: Store) -> None:
    article = make_article(f"{EVENT}\n{PEOPLE}")
    put(store, article)
    first, second = (passage.id for passage in store.passages_of(article.id))
    hits = ranked([(first, 0.0), (second, -9.0)])
    ranking = Ranking(hits, Halves(hits, hits), ())
    choice = Chooser(store).choose(read_question("谁出席了防汛会议？"), ranking, 2)
    assert [found.passage.text for found in choice.found] == [PEOPLE, EVENT]


def test_where_nothing_is_said_of_what_they_did_the_order_stays(store: Store) -> None:
    ranking = ranking_of(store, EVENT, PEOPLE)
    choice = Chooser(store).choose(read_question("防汛和谁有关？"), ranking, 2)
    assert [found.passage.text for found in choice.found] == [EVENT, PEOPLE]


def test_another_question_keeps_the_order(store: Store) -> None:
    ranking = ranking_of(store, EVENT, PEOPLE)
    choice = Chooser(store).choose(read_question("防汛会议讨论了什么？"), ranking, 2)
    assert [found.passage.text for found in choice.found] == [EVENT, PEOPLE]
    assert choice.people == ()


DAM = "县里修了一座水坝，水坝很高，下游村庄因此安全。"
COST = "这座水坝共花费三千二百万元，由县里出资。"


def test_the_passage_that_says_how_much_comes_first(store: Store) -> None:
    ranking = ranking_of(store, DAM, COST)
    choice = Chooser(store).choose(read_question("水坝花费了多少钱？"), ranking, 2)
    assert [found.passage.text for found in choice.found] == [COST, DAM]
    assert [found.hit.rank for found in choice.found] == [1, 2]
    assert choice.found[0].answers[0].kind == "number"


def test_what_may_answer_far_behind_does_not_come_first(store: Store) -> None:
    ranking = ranking_of(store, DAM, EVENT, FAR, COST)
    choice = Chooser(store).choose(read_question("水坝花费了多少钱？"), ranking, 4)
    assert choice.found[0].passage.text == DAM


def test_no_more_than_k(store: Store) -> None:
    ranking = ranking_of(store, EVENT, PEOPLE)
    choice = Chooser(store).choose(read_question("谁出席了防汛会议？"), ranking, 1)
    assert [found.passage.text for found in choice.found] == [PEOPLE]


def test_a_passage_removed_since_is_passed_over(store: Store) -> None:
    ranking = ranking_of(store, EVENT, PEOPLE)
    (gone,) = [article.id for article in store.articles() if article.text == EVENT]
    store.remove(gone)
    choice = Chooser(store).choose(read_question("讨论了什么？"), ranking, 2)
    assert [found.passage.text for found in choice.found] == [PEOPLE]


def test_nothing_found_gives_nothing(store: Store) -> None:
    choice = Chooser(store).choose(read_question("谁？"), Ranking((), Halves((), ()), ()), 5)
    assert (choice.found, choice.people, choice.agreed) == ((), (), False)


def test_halves_agree_where_both_find_one_article_first(store: Store) -> None:
    ranking = ranking_of(store, EVENT, PEOPLE)
    first, second = ranking.hits
    assert Chooser(store).choose(read_question("谁？"), ranking, 2).agreed
    crossed = Ranking(ranking.hits, Halves((first,), (second,)), ())
    assert not Chooser(store).choose(read_question("谁？"), crossed, 2).agreed


class Refusing:
    """Finds an answer nowhere."""

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        return [make_reading({0: -9.0}) for _ in texts]


def test_nobody_is_named_where_close_reading_finds_that_they_do_not_answer(store: Store) -> None:
    ranking, question = ranking_of(store, EVENT, PEOPLE), read_question("谁出席了防汛会议？")
    choice = Chooser(store, Refusing, 3).choose(question, ranking, 2)
    assert choice.people == ()
    assert all(not event.people for event in choice.events)
    assert len(choice.found) == 2


def test_reporters_do_not_answer(store: Store) -> None:
    text = "本报记者林建国报道，副县长张小红出席防汛会议。"
    ranking = ranking_of(store, text)
    choice = Chooser(store).choose(read_question("谁出席了防汛会议？"), ranking, 1)
    assert [person.name for person in choice.people] == ["张小红"]


class Pointing:
    """Finds that an answer begins at one name, and hardly one anywhere else."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        return [self._of(text[start:]) for text, start in texts]

    def _of(self, passage: str) -> Reading:
        odds = [-6.0] * len(passage)
        if self.name in passage:
            odds[passage.index(self.name)] = 4.0
        return make_reading(dict(enumerate(odds)))


def test_those_at_whom_close_reading_finds_an_answer_take_the_others_place(store: Store) -> None:
    ranking, question = ranking_of(store, EVENT, PEOPLE), read_question("谁主持了防汛会议？")
    by_lists = Chooser(store).choose(question, ranking, 2)
    assert [person.name for person in by_lists.people] == ["林建国"]
    choice = Chooser(store, lambda: Pointing("张小红"), 3).choose(question, ranking, 2)
    assert [person.name for person in choice.people] == ["张小红", "王志强"]
    assert choice.found[0].passage.text == PEOPLE
    assert choice.events[0].people == choice.people


def test_those_whom_lists_show_stay_where_an_answer_begins_at_them(store: Store) -> None:
    ranking, question = ranking_of(store, EVENT, PEOPLE), read_question("谁出席了防汛会议？")
    choice = Chooser(store, lambda: Pointing("张小红"), 3).choose(question, ranking, 2)
    assert [person.name for person in choice.people] == ["林建国", "张小红", "王志强"]


def test_those_who_are_read_answer_where_lists_show_nobody(store: Store) -> None:
    text = "东山市昨天试车，市长林建国、副市长张小红试乘，王志强没有来。"
    ranking, question = ranking_of(store, text, EVENT), read_question("谁颁了奖？")
    choice = Chooser(store, lambda: Pointing("林建国"), 3).choose(question, ranking, 2)
    assert [person.name for person in choice.people] == ["林建国", "张小红"]
    assert choice.found[0].passage.text == text
    assert choice.events[0].people == choice.people


def test_the_passage_of_people_who_answer_is_first_where_they_are_read(store: Store) -> None:
    office = "水利局局长王志强前天去了北京，和同事谈水坝。"
    ranking, question = ranking_of(store, EVENT, office), read_question("水利局局长是谁？")
    choice = Chooser(store, lambda: Pointing("王志强"), 3).choose(question, ranking, 2)
    assert [person.name for person in choice.people] == ["王志强"]
    assert choice.found[0].passage.text == office


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("谁说大坝安全？", "水利局局长王志强表示，大坝安全。", ["王志强"]),
        ("谁说大坝安全？", "顾问尼尔森·库克（Nielsen Cook）表示，大坝安全。", ["尼尔森·库克"]),
        ("王志强怎么说大坝？", "水利局局长王志强表示，大坝安全。", []),
    ],
)
def test_whoever_says_something_is_named_where_that_is_asked(
    store: Store, question: str, text: str, names: list[str]
) -> None:
    asked = read_question(question)
    choice = Chooser(store).choose(asked, ranking_of(store, text, EVENT), 2)
    assert asked.kind == "said"
    assert [person.name for person in choice.people] == names


def test_people_elsewhere_are_dropped_where_the_first_passage_answers_more_surely(
    store: Store,
) -> None:
    ranking, question = ranking_of(store, EVENT, PEOPLE), read_question("谁出席了防汛会议？")
    choice = Chooser(store, lambda: Pointing("县里"), 3).choose(question, ranking, 2)
    first = choice.found[0].passage.id
    assert all(person.passage_id == first for person in choice.people)


def test_the_passage_with_the_fullest_title_is_first_where_it_is_asked_who_somebody_is(
    store: Store,
) -> None:
    full = "东山市水利局局长王志强前天去了北京。"
    ranking = ranking_of(store, PEOPLE, full)
    for chooser in (Chooser(store), Chooser(store, Refusing, 3)):
        choice = chooser.choose(read_question("王志强是谁？"), ranking, 2)
        assert [(each.name, each.title) for each in choice.people] == [
            ("王志强", "东山市水利局局长")
        ]
        assert choice.found[0].passage.text == full
