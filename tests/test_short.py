"""What may answer in a passage, by kind; invented news, expected values by hand."""

from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold import fold
from qa.question import read_question
from qa.short import Candidate, find_answers, telling_sentences
from qa.short.nearness import Nearness
from qa.text.names import Word
from qa.text.pieces import Piece, named, pieces, shared

PUBLISHED = date(2024, 5, 6)


def found(question: str, text: str) -> list[str]:
    candidates = find_answers(read_question(question), text, fold(text), PUBLISHED)
    return [text[each.start : each.end] for each in candidates]


def best(question: str, text: str) -> Candidate:
    return find_answers(read_question(question), text, fold(text), PUBLISHED)[0]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "南汐大桥哪天通车？",
            "南汐大桥2021年3月动工。南汐大桥将于5月20日通车。市长4日察看了工地。",
            "5月20日",
        ),
        ("封山从几点开始？", "5月3日发布公告，自5月4日18时起封山。", "5月4日18时"),
        ("展会从哪天开到哪天？", "5月1日公布，展会于6月5日至10日举行。", "6月5日至10日"),
        ("大桥是哪一年建成的？", "大桥1998年建成。今年5月1日起维修。", "1998年"),
    ],
)
def test_when(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def test_a_date_is_resolved_by_the_articles() -> None:
    day = date(2024, 5, 5)
    assert best("大桥哪天通车？", "大桥昨日通车。").days == (day, day)


def test_without_the_articles_date_no_day_is_guessed() -> None:
    text = "大桥昨日通车。"
    assert find_answers(read_question("大桥哪天通车？"), text, fold(text), None)[0].days is None


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("5月3日上午9时", "09:00"),
        ("5月3日9点", "09:00"),
        ("5月3日（周五）9：00", "09:00"),
        ("2024-05-03 09:00:20", "09:00"),
        ("5月3日下午三點半", "15:30"),
        ("5月3日15时30分", "15:30"),
        ("5月3日晚上12时", "24:00"),
        ("5月3日凌晨12点5分", "00:05"),
        ("5月3日零时", "00:00"),
        ("5月3日中午1时", "13:00"),
        ("5月3日深夜1时", "01:00"),
        ("5月3日9时许", "09"),
        ("5月3日上午十二时", "12:00"),
        ("5月3日晚上十八时", "18:00"),
        ("5月3日9时至当日下午3时", "09:00,15:00"),
    ],
)
def test_the_clock_counts_where_it_is_asked_after(words: str, clock: str) -> None:
    text = f"大桥{words}通车。"
    assert best("大桥什么时候通车？", text).value == f"2024-05-03T{clock}"
    assert best("大桥哪天通车？", text).value == "2024-05-03"


def test_a_day_without_a_clock_and_a_part_of_it_are_the_day_alone() -> None:
    assert best("大桥几点通车？", "大桥5月3日下午通车。").value == "2024-05-03"
    assert best("When did it open?", "大桥昨晚8时通车。").value == "2024-05-05T20:00"


def test_the_questions_own_date_does_not_answer() -> None:
    assert found("5月1日通车的大桥什么时候动工？", "大桥5月1日通车。") == []


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("运动会开幕式在哪里举行？", "运动会开幕式在鹿鸣市会展中心举行。", "鹿鸣市会展中心"),
        ("论坛在哪个国家举行？", "论坛在埃及举行，代表在会上发言。", "埃及"),
        ("信号塔建在哪个村？", "信号塔位于云岫县石溪镇李家堡村。", "云岫县石溪镇李家堡村"),
        ("事故發生在哪座機場？", "事故發生在奧比什的白鷺地區機場。", "奧比什的白鷺地區機場"),
    ],
)
def test_where(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("开工了多少个项目？", "5月1日，全县开工12个项目，投资38.6亿元。", "12个项目"),
        ("项目投资多少元？", "5月1日，全县开工12个项目，投资38.6亿元。", "38.6亿元"),
        ("要赔多少钱？", "判决两人赔偿车主18万余元，分三次付清。", "18万余元"),
        ("不良贷款率是多少？", "贷款同比增长6.8%，不良贷款率0.98%。", "0.98%"),
        ("How many people attended?", "大会5月1日开幕，三百人参加了12场活动。", "三百人"),
        ("景区一天接待了多少人次？", "景区单日接待首次突破1万人次，达10300人次。", "10300人次"),
    ],
)
def test_how_many(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def words(*pairs: tuple[str, str]) -> tuple[Word, ...]:
    """Tagged words that stand one behind the other."""
    starts = accumulate((len(text) for text, _ in pairs), initial=0)
    return tuple(
        Word(at, at + len(text), tag) for at, (text, tag) in zip(starts, pairs, strict=False)
    )


def test_neighbouring_words_of_places_are_one_place() -> None:
    text = "展览在鹿鸣市文化馆开放。"
    tagged = words(
        ("展览", "n"), ("在", "p"), ("鹿鸣市", "LOC"), ("文化馆", "n"), ("开放", "v"), ("。", "w")
    )
    asked = read_question("展览在哪里？")
    place = find_answers(asked, text, text, None, tagged)[0]
    assert text[place.start : place.end] == "鹿鸣市文化馆"


def test_a_place_at_the_end_of_the_text_is_found() -> None:
    tagged = words(("展览", "n"), ("地点", "n"), (":", "w"), ("白鹭洲", "LOC"))
    found = find_answers(
        read_question("展览在哪里？"), "展览地点:白鹭洲", "展览地点:白鹭洲", None, tagged
    )
    assert (found[0].start, found[0].end) == (5, 8)


def test_the_questions_own_place_does_not_answer() -> None:
    tagged = words(("白鹭洲", "LOC"), ("很", "d"), ("大", "a"))
    asked = read_question("白鹭洲在哪里？")
    assert find_answers(asked, "白鹭洲很大", "白鹭洲很大", None, tagged) == ()


def test_telling_sentences_are_the_two_that_hold_most() -> None:
    text = "下雨了。南汐大桥通车。大桥很长。散会了。"
    asked = read_question("南汐大桥在哪里通车？")
    spans = telling_sentences(asked, text, text)
    assert [text[start:end] for start, end in spans] == ["南汐大桥通车。", "大桥很长。"]
    assert telling_sentences(asked, "", "") == ()


def test_numbers_compare_by_plain_digits() -> None:
    assert best("多少元？", "投资38.6亿元。").value == "3860000000元"
    assert best("多少元？", "投資三千萬元。").value == "30000000元"


def test_dates_years_and_ordinals_count_nothing() -> None:
    assert found("开工了多少个项目？", "2024年5月1日，第12届大会于18:30开幕。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由于桥墩沉降，大桥封闭。", "由于桥墩沉降"),
        ("大桥封闭，原因是桥墩沉降、路面开裂。", "原因是桥墩沉降、路面开裂"),
        ("受连日暴雨影响，大桥封闭。", "受连日暴雨影响"),
        ("大桥因桥墩沉降被封闭。", "因桥墩沉降"),
    ],
)
def test_why(text: str, expected: str) -> None:
    assert found("大桥为什么封闭？", text)[0] == expected


def test_a_quotation_comes_with_its_speaker() -> None:
    text = "谈到大桥，县长陆青禾表示：“大桥是全县的大事。”"
    said = best("陆青禾怎么说大桥？", text)
    assert text[said.start : said.end] == "“大桥是全县的大事。”"
    assert said.speaker is not None
    assert text[slice(*said.speaker)] == "县长陆青禾"


def test_a_term_in_marks_is_no_speech() -> None:
    assert found("县长怎么说大桥？", "县里推动“转型”条例，建了大桥。") == []


def test_what_is_said_without_marks() -> None:
    text = "会上，县长陆青禾表示，大桥是全县的大事。"
    said = best("陆青禾怎么说大桥？", text)
    assert text[said.start : said.end] == "大桥是全县的大事。"


def test_a_speaker_behind_the_quotation() -> None:
    text = "“大桥是全县的大事。”县长陆青禾说。"
    said = best("陆青禾怎么说大桥？", text)
    assert said.speaker is not None
    assert text[slice(*said.speaker)] == "县长陆青禾"


def test_where_the_speaker_is_asked_after_the_speaker_answers() -> None:
    text = "县长陆青禾直言：“大桥是全县的大事。”"
    assert found("谁说大桥是全县的大事？", text)[0] == "县长陆青禾"
    assert best("谁说大桥是全县的大事？", text).speaker is None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("新品牌叫什么？", "公司将推出公益品牌“萤火计划”，面向新市民。", "“萤火计划”"),
        ("他考上了哪所大学？", "他已被鹿鸣师范学院录取。", "鹿鸣师范学院"),
        ("他读的是哪本书？", "他爱读《南汐志》。", "《南汐志》"),
    ],
)
def test_names(question: str, text: str, expected: str) -> None:
    assert found(question, text)[0] == expected


def test_no_short_answer_where_none_can_be_told() -> None:
    assert found("他给法官带了什么？", "他送上锦旗和煎饼。") == []
    assert found("谁出席了会议？", "县长陆青禾出席会议。") == []
    assert found("大桥哪天通车？", "") == []


def test_a_name_is_a_piece_that_is_found_by_its_sound() -> None:
    (piece,) = (each for each in pieces(read_question("When did Qinglan open?")) if each.pattern)
    assert list(piece.places("在青岚，青兰县")) == [(1, 3, 1.0), (4, 6, 1.0)]
    assert (piece.held("青岚"), piece.held("岚青")) == (1.0, 0.0)


def test_pieces_are_what_a_question_is_about() -> None:
    assert pieces(read_question("谁在南汐县")) == (
        Piece((("南汐", 1.0),)),
        Piece((("汐县", 1.0),)),
    )
    assert pieces(read_question("什么？")) == ()


def test_the_pieces_of_english_questions_are_what_their_words_mean() -> None:
    asked = read_question("When did the population fall?")
    forms = [dict(piece.forms) for piece in pieces(asked)]
    assert any("人口" in each for each in forms)
    assert all(len(form) > 1 for each in forms for form in each)
    assert "人口" in named(asked)


def test_an_english_question_finds_what_stands_beside_its_meanings() -> None:
    text = "会议5月2日召开。大桥5月3日开放。"
    assert found("When did the bridge open?", text)[0] == "5月3日"


def test_what_few_sentences_hold_counts_more() -> None:
    # 大桥 stands in both, a half in each; 通车 in the second alone
    assert shared(read_question("大桥，通车"), ["大桥。", "大桥通车。"]) == pytest.approx(
        [0.5 / 1.5, 1.5 / 1.5]
    )
    assert shared(read_question("大桥"), ["风。"]) == [0.0]


PLAIN = tuple(Piece(((form, 1.0),)) for form in ("大桥", "桥通", "通车"))


def test_nearness_by_hand() -> None:
    # 大桥 touches the place; 桥通 stands nowhere, and 通车 three characters behind it
    near = Nearness(PLAIN, "今天大桥于通车", [(0, 7)])
    assert near.at(0, 2) == pytest.approx((1 + 0 + 30 / 33) / 3)


def test_a_piece_in_another_sentence_counts_less() -> None:
    near = Nearness(PLAIN[:1], "大桥。今天。", [(0, 3), (3, 6)])
    assert near.at(3, 5) == pytest.approx(0.3 * 30 / 31)


def test_the_best_way_to_write_a_piece_counts() -> None:
    near = Nearness([Piece((("大桥", 0.5), ("桥梁", 0.8)))], "桥梁", [(0, 2)])
    assert near.at(0, 2) == pytest.approx(0.8)


def test_what_stands_in_two_places_counts_less_by_the_root() -> None:
    near = Nearness(PLAIN[:1], "大桥大桥", [(0, 4)])
    assert near.at(0, 2) == pytest.approx(1 / 2**0.5)


@given(
    st.text(alphabet="大桥5月1日在南汐县村举行，因十万元“说”：《》。\n", max_size=60),
    st.sampled_from(["何时？", "在哪里？", "多少元？", "为什么？", "谁说大桥？", "叫什么名字？"]),
)
def test_candidates_lie_in_the_text_best_first(text: str, question: str) -> None:
    candidates = find_answers(read_question(question), text, fold(text), None)
    assert all(0 <= each.start < each.end <= len(text) for each in candidates)
    scores = [each.score for each in candidates]
    assert scores == sorted(scores, reverse=True)
