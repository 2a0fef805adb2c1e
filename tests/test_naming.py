"""People named where close reading points at them, over a real store and recogniser of names."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.store import Store
from index.cross_encoder import Reading
from index.fold import fold
from index.hits import ranked
from index.retriever import Halves, Ranking
from qa.people.who_question import read_who_question
from qa.question import read_question
from qa.question_rules.bodies import as_of_body
from qa.ranking.choosing import Choice, Chooser
from qa.ranking.naming import points_at_body
from tests.builders import make_article, make_reading, put

ELSE = "县里修了新桥。"


class At:
    """Finds that some words answer, as surely as it is told, and hardly anything else."""

    def __init__(self, words: str, odds: float = 4.0) -> None:
        self.words, self.odds = words, odds

    def read(self, question: str, texts: Sequence[tuple[str, int]]) -> list[Reading]:
        return [self._of(text[start:]) for text, start in texts]

    def _of(self, passage: str) -> Reading:
        odds = dict.fromkeys(range(len(passage)), -6.0)
        ends = [place + 1 for place in odds]
        if self.words in passage:
            place = passage.index(self.words)
            odds[place], ends[place] = self.odds, place + len(self.words)
        return make_reading(odds, *ends)


def choose(store: Store, question: str, reads: At | None, *texts: str) -> Choice:
    articles = [make_article(text, address=f"{n}.txt") for n, text in enumerate(texts)]
    put(store, *articles)
    ids = [store.passages_of(article.id)[0].id for article in articles]
    hits = ranked((each, -place / 2) for place, each in enumerate(ids))
    chooser = Chooser(store, (lambda: reads) if reads else None, 3)
    return chooser.choose(read_question(question), Ranking(hits, Halves(hits, hits), ()), 3)


def named(choice: Choice) -> list[tuple[str, str]]:
    return [(person.name, person.title) for person in choice.people]


OPENED = "青岚市文旅局局长沈远和设计师周宁昨天为灯会点灯，灯会开到月底，票价三十元。"


@pytest.mark.parametrize(
    ("question", "words", "people"),
    [
        (
            "Which bureau chief lit the lanterns?",
            "青岚市文旅局局长沈远",
            [("沈远", "青岚市文旅局局长")],
        ),
        ("点灯的设计师叫什么？", "周宁", [("周宁", "设计师")]),
        (
            "点灯的两位叫什么名字？",
            "沈远和设计师周宁",
            [("沈远", "青岚市文旅局局长"), ("周宁", "设计师")],
        ),
        ("灯会什么时候结束？", "月底", []),
        ("周宁点了什么？", "周宁", []),  # whom the question names itself
        ("局长做了什么？", "沈远和设计师周宁昨天为灯会点灯", []),
    ],
)
def test_whom_close_reading_points_at_is_named(
    store: Store, question: str, words: str, people: list[tuple[str, str]]
) -> None:
    assert named(choose(store, question, At(words), OPENED, ELSE)) == people


@pytest.mark.parametrize("name", ["何世刚", "何世生"])
def test_a_rare_name_ends_where_what_is_pointed_at_ends(store: Store, name: str) -> None:
    text = f"开工仪式上，青岚市副市长{name}致辞，希望项目顺利。"
    choice = choose(store, "Which vice-mayor spoke?", At(name), text, ELSE)
    assert named(choice) == [(name, "青岚市副市长")]


def test_a_rare_name_of_a_list_is_told_whole(store: Store) -> None:
    text = "青岚市副市长何世生出席开工仪式并致辞。"
    choice = choose(store, "谁出席了开工仪式？", At("何世生", odds=-4.0), text, ELSE)
    assert named(choice) == [("何世生", "青岚市副市长")]
    assert choice.found[0].reading is not None


@pytest.mark.parametrize("begins", ["来自", ""])
def test_all_who_are_pointed_at_with_where_they_come_from(store: Store, begins: str) -> None:
    words = f"{begins}青岚港务的沈若水和来自白水造船的陆青禾"
    choice = choose(
        store,
        "来分享的是哪两位？",
        At(words),
        f"两位获奖者——来自{words.removeprefix(begins)}讲述了经历。",
        ELSE,
    )
    assert [name for name, _ in named(choice)] == ["沈若水", "陆青禾"]


@pytest.mark.parametrize(
    ("question", "words", "text"),
    [
        ("男子组冠军是谁？", "苏晚晴", "何望宽获得男子组冠军，苏晚晴获得女子组冠军。"),
        ("新董事长是谁？", "董事长阮文达", "公司公告，董事长阮文达退休，总经理施静接任董事长。"),
        ("青岚区区长是谁？", "市长江澜", "市长江澜走访社区，区长陪同。"),
        ("谁出席了会议？", "局长沈若水", "市长主持会议，局长沈若水未出席会议。"),
    ],
)
def test_whom_the_exact_words_of_a_question_exclude_is_not_named(
    store: Store, question: str, words: str, text: str
) -> None:
    names = [name for name, _ in named(choose(store, question, At(words), text, ELSE))]
    assert words[-3:] not in names and words[-2:] not in names


def test_more_may_stand_before_a_title(store: Store) -> None:
    text = "影片从唐代诗人高适的视角出发，讲述了他的往事。"
    choice = choose(store, "From whose view is the film told?", At("唐代诗人高适"), text, ELSE)
    assert named(choice) == [("高适", "诗人")]


@pytest.mark.parametrize(
    ("question", "people"), [("Which bird breeds there?", []), ("哪位迟到？", [("雪海燕", "")])]
)
def test_what_may_be_no_person_needs_a_surname_or_a_title(
    store: Store, question: str, people: list[tuple[str, str]]
) -> None:
    text = "雪海燕在南极洲繁殖，离海岸四百公里。"
    choice = choose(store, question, At("雪海燕"), text, ELSE)
    assert named(choice) == people


def test_nobody_is_pointed_at_where_nobody_reads_or_an_answer_is_unlikely(store: Store) -> None:
    question = "What lit the lanterns?"
    assert named(choose(store, question, At("沈远"), OPENED, ELSE)) != []
    assert named(choose(store, question, None, OPENED, ELSE)) == []
    assert named(choose(store, question, At("沈远", odds=-5.0), OPENED, ELSE)) == []


FILM = "影片《青岚夜行》由沈远执导，周宁、陆行主演，讲述一座小城的一夜。"
FORUM = "论坛上，市长沈远、校长周宁先后致辞，专家陆行发言。"


def test_whom_close_reading_points_at_takes_the_place_of_a_list_that_tells_more(
    store: Store,
) -> None:
    choice = choose(store, "《青岚夜行》由谁执导？", At("沈远"), FILM, ELSE)
    assert [person.name for person in choice.people] == ["沈远"]
    assert choice.events[0].people == choice.people


def test_everybody_at_an_event_stays_whomever_close_reading_points_at(store: Store) -> None:
    choice = choose(store, "论坛上谁致辞？", At("沈远"), FORUM, ELSE)
    assert {"沈远", "周宁"} <= {person.name for person in choice.people}


@pytest.mark.parametrize(
    ("question", "count", "may"),
    [
        ("《青岚夜行》由谁执导？", 1, True),
        ("小城的哪两位老人获救？", 2, True),
        ("小城的哪两位老人获救？", 1, False),
        ("谁出席了论坛？", 1, False),  # lists tell it
        ("《青岚夜行》都有谁主演？", 2, False),
        ("成都的金牌是谁拿下的？", 1, True),  # 都 of a city
    ],
)
def test_so_many_may_be_all_who_are_asked_after(question: str, count: int, may: bool) -> None:
    assert read_who_question(question).may_be(count) == may


@pytest.mark.parametrize(
    ("words", "odds", "as_asked", "is_body"),
    [
        ("青岚市文旅局", 4.0, 2.0, True),
        ("青岚市文旅局", 4.0, 3.5, False),  # hardly surer than whoever it is
        ("青岚市文旅局", -3.0, -6.0, False),  # surer, and not sure
        ("设计师周宁", 4.0, 2.0, False),
    ],
)
def test_a_body_answers_where_it_is_surer_than_anybody(
    tmp_path: Path, words: str, odds: float, as_asked: float, is_body: bool
) -> None:
    put_after = choose(Store(tmp_path / "a.db"), "哪个单位办了灯会？", At(words, odds), OPENED)
    asked = choose(Store(tmp_path / "b.db"), "谁办了灯会？", At("周宁", as_asked), OPENED)
    assert points_at_body(put_after.read[0], asked.read[0]) is is_body


@pytest.mark.parametrize(
    ("question", "put_after"),
    [
        ("通报是谁发布的？", "通报是哪个单位发布的？"),
        ("燈會由誰主辦？", "燈會由哪個單位主辦？"),
        ("公司被谁罚了九十万？", "公司被哪个单位罚了九十万？"),
        ("被处罚的是谁？", ""),
        ("谁出席了会议？", ""),
        ("这是谁的作品，谁主办的？", ""),
        ("灯会由谁和谁主办？", ""),
    ],
)
def test_who_did_what_bodies_do_is_put_after_a_body(question: str, put_after: str) -> None:
    assert as_of_body(question, fold(question)) == put_after
