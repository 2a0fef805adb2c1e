"""English questions in Chinese words: phrases, forms, spellings, figures, names in pinyin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold import fold
from index.terms import Term
from index.translation import as_written, gloss, translate, worded


def term(question: str, text: str) -> Term:
    return next(term for term in translate(question) if term.text == text)


def words(question: str, text: str) -> set[str]:
    return {word for word, _ in term(question, text).forms}


def test_a_word_has_all_that_means_it() -> None:
    assert {"熊猫", "panda"} <= words("Where is the panda?", "panda")


def test_empty_words_are_no_terms() -> None:
    assert translate("Who is it, and where was he?") == ()
    assert translate("") == ()


@pytest.mark.parametrize(
    ("question", "text", "meaning"),
    [
        ("How many e-cigarettes were seized?", "ecigarettes", "电子烟"),
        ("What does the E-commerce law say?", "ecommerce", "电商"),
        ("Who won at e-sports?", "esports", "电竞"),
        ("What is an e-quokka?", "quokka", "quokka"),
    ],
)
def test_electronic_things_are_one_word_where_that_is_known(
    question: str, text: str, meaning: str
) -> None:
    assert meaning in words(question, text)


def test_a_phrase_of_the_dictionary_is_one_term() -> None:
    found = translate("Who is the prime minister?")
    assert [each.text for each in found] == ["prime minister"]
    assert "总理" in words("Who is the prime minister?", "prime minister")


def test_forms_are_best_first_and_none_twice() -> None:
    for each in translate("Which bridge did the governor open in August?"):
        worths = [worth for _, worth in each.forms]
        assert worths == sorted(worths, reverse=True)
        assert len({word for word, _ in each.forms}) == len(each.forms)
        assert all(0 < worth <= 1 for worth in worths)


def test_inflected_words_mean_what_their_plain_forms_do() -> None:
    assert "桥" in words("Which bridges opened?", "bridges")
    assert "给" in words("Who gave a talk?", "gave")


def test_british_spellings_mean_what_american_ones_do() -> None:
    assert "国防" in words("Who pays for the defence?", "defence")


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("honoured", "荣誉"),
        ("criticising", "批评"),
        ("travelled", "旅行"),
        ("identified", "指认"),
        ("topped", "盖"),
        ("longest", "悠长"),
        ("fled", "逃"),
        ("aluminium", "铝"),
    ],
)
def test_a_word_means_what_its_plain_form_does_however_it_is_spelt(word: str, meaning: str) -> None:
    assert any(meaning in each for each in words(f"What was {word}?", word))


def test_a_forest_is_no_form_of_for() -> None:
    assert "森林" in words("Which forest burned?", "forest")
    assert "为了" not in words("Which forest burned?", "forest")


def test_what_the_dictionary_does_not_know_news_knows() -> None:
    assert "进博会" in words("When does CIIE open?", "ciie")
    assert "诈骗" in words("How many scammers were caught?", "scammers")


@pytest.mark.parametrize(
    ("question", "text", "meaning"),
    [
        ("Who founded Bridgewater?", "bridgewater", "桥水"),
        ("What did Moody's say?", "moody", "穆迪"),
        ("Who bought shares of S&P?", "s p", "标普"),
        ("How much is Novo Nordisk worth?", "novo nordisk", "诺和诺德"),
        ("Who was caught for drunk driving?", "drunk driving", "醉驾"),
        ("How long is the high-speed railway?", "high speed railway", "高铁"),
        (
            "What did the Ministry of Human Resources and Social Security say?",
            "ministry of human resources and social security",
            "人社部",
        ),
    ],
)
def test_names_and_phrases_of_news_are_one_term(question: str, text: str, meaning: str) -> None:
    assert meaning in words(question, text)
    assert meaning in term(question, text).whole


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("How long is the bridge?", ["how long", "bridge"]),
        ("How many bridges are there?", ["bridges"]),
        ("What is C919?", ["c919"]),
        ("How high was PM2.5 with 5G in May 2023?", ["high", "pm2.5", "5g", "2023"]),
        ("How many reached the 21st century?", ["reached", "21st century"]),
    ],
)
def test_words_and_phrases_as_a_question_means_them(question: str, texts: list[str]) -> None:
    assert [term.text for term in translate(question)] == texts


def test_phrases_that_begin_with_a_figure_have_meanings() -> None:
    assert "二十一世纪" in words("Who leads in the 21st century?", "21st century")


def test_a_letter_alone_means_what_news_has_it_mean() -> None:
    assert words("How many m is it?", "m") == {"m", "米"}
    assert words("Who plays with the X team?", "x") == {"x"}


def sounding(question: str) -> list[str]:
    """What a question names by its sound alone."""
    return [term.text for term in translate(question) if term.ways and not term.forms]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who is Lu Qinghe?", ["lu qinghe"]),
        ("Who is Lu Qing-he?", ["lu qing he"]),
        ("Did Lu Qinghe speak?", ["lu qinghe"]),  # no "Did Lu"
        ("Where in Hong Kong?", []),  # nobody's name
        ("What did Mr. Lu lose?", ["lu"]),
        ("Where is the man surnamed Lu?", ["lu"]),
        ("What did Ms Lu Qinghe lose?", ["lu qinghe"]),
    ],
)
def test_names_in_pinyin(question: str, names: list[str]) -> None:
    assert sounding(question) == names


@pytest.mark.parametrize("written", ["卢某", "鲁先生", "陆女士"])
def test_who_is_called_by_a_surname_alone_is_written_so(written: str) -> None:
    called = next(term for term in translate("What did Mr. Lu lose?") if term.ways)
    assert re.match(called.pattern, written)


def test_a_name_that_the_dictionary_knows_may_be_another_s_too() -> None:
    known, sounding = translate("Where is Yao Ming?")
    assert "姚明" in {word for word, _ in known.forms}
    assert re.fullmatch(sounding.pattern, "姚明")
    assert re.fullmatch(sounding.pattern, "尧鸣")


def test_only_what_news_means_is_looked_for_whole() -> None:
    assert term("Where is the glacier?", "glacier").whole == ()


def test_months_are_as_news_writes_them() -> None:
    assert words("What opened in August?", "august") == {"8月", "august"}


def test_figures_stand_for_themselves_with_and_without_commas() -> None:
    assert words("Who paid 1,200 yuan?", "1,200") == {"1,200", "1200"}


def test_what_news_means_goes_before_what_else_a_word_may_mean() -> None:
    (term,) = translate("Who chaired?")
    worth = dict(term.forms)
    assert worth["主持"] == 1.0
    assert all(each < 1 for word, each in term.forms if word not in {"主持", "chaired"})
    assert worded((term,), "省长主持会议") == "主持"


def test_ordinals_are_what_chinese_counts_by() -> None:
    assert {"第十二", "第12"} <= words("Who opened the twelfth fair?", "twelfth")
    assert {"第十二", "第12"} <= words("Who opened the 12th fair?", "12th")
    assert {"第四十三", "第43"} <= words("Who opened the forty-third fair?", "forty-third")
    worth = dict(term("Who crossed the third bridge?", "third").forms)
    assert worth.pop("第三") == worth.pop("第3") == worth.pop("third") == 1.0
    assert all(each < 1 for each in worth.values())


def test_an_unknown_word_stands_for_itself() -> None:
    assert words("Who is Qwertyx?", "qwertyx") == {"qwertyx"}


def test_the_owner_of_something_is_the_same_word() -> None:
    assert "熊猫" in words("What is the panda's name?", "panda")


def test_a_name_in_pinyin_is_any_characters_read_so() -> None:
    *_, name = translate("What did Lu Qinghe say?")
    assert name.text == "lu qinghe"
    assert re.fullmatch(name.pattern, "陆青禾")
    assert re.fullmatch(name.pattern, "卢清河")
    assert not re.fullmatch(name.pattern, "陆青")


def test_names_that_the_dictionary_knows_are_not_looked_for_by_their_sound() -> None:
    assert not any(each.ways for each in translate("What did John Smith say in New York?"))


def test_a_name_that_it_does_not_know_is_also_what_sounds_so() -> None:
    (name,) = (each for each in translate("When did Nanxiwan open?") if each.ways)
    assert name.text == "nanxiwan"
    assert name.forms == (("nanxiwan", 1.0),)
    assert re.fullmatch(name.pattern, "南汐湾")
    assert not any(each.ways for each in translate("When did nanxiwan open?"))


def test_a_small_place_of_the_dictionary_is_also_what_sounds_so() -> None:
    (name,) = (each for each in translate("Where is Cangwu near Beijing?") if each.ways)
    assert "苍梧" in words("Where is Cangwu?", "cangwu")
    assert re.fullmatch(name.pattern, "沧梧")
    assert not any(each.ways for each in translate("Where is Beijing?"))


@given(st.text(max_size=60))
def test_any_text_is_translated(text: str) -> None:
    for each in translate(text):
        assert each.forms or each.pattern
        for word, _ in each.forms:
            assert fold(word) == word
        re.compile(each.pattern)


def test_a_gloss_takes_the_best_meaning_and_of_equals_the_commoner() -> None:
    counts = {"甲": 3, "乙": 3000}
    terms = (
        Term((("甲", 1.0), ("乙", 1.0))),
        Term((("丙", 1.0), ("乙", 0.2))),
        Term((), (("丁", "戊"),)),
    )
    assert gloss(terms, lambda word: counts.get(word, 0)) == "乙 丙"


def test_a_name_by_its_sound_is_written_as_texts_mostly_write_it() -> None:
    term = Term((("qinglan", 1.0),), (("青清", "岚兰"),), "qinglan")
    assert as_written(term, ["清兰，青岚", "在青岚"]).forms == (("青岚", 1.0),)
    assert as_written(term, ["岚青"]) == term
    assert as_written(term, ["青岚，青岚"]) == term  # in one text alone
    longer = Term((), (("青", "岚", "湾"),))
    assert as_written(longer, ["青岚湾"]).forms == (("青岚湾", 1.0),)
    bridge = Term((("桥", 1.0),))
    assert as_written(bridge, ["桥"]) == bridge


def test_a_gloss_of_nothing_is_empty() -> None:
    assert gloss((), lambda word: 0) == ""


def test_a_question_is_worded_by_what_stands_in_the_text() -> None:
    terms = (Term((("bridge", 1.0), ("桥", 1.0), ("大桥", 1.0), ("桥牌", 0.9)), text="bridge"),)
    assert worded(terms, "青岚大桥通车") == "大桥"
    assert worded(terms, "桥牌") == "桥"
    assert worded(terms, "the bridge") == "bridge"


def test_what_does_not_stand_in_the_text_comes_by_its_best_meaning() -> None:
    terms = (Term((("open", 1.0), ("开", 0.9), ("通车", 0.8)), text="open"), Term((), text="xyz"))
    assert worded(terms, "桥") == "开 xyz"


def test_a_name_in_pinyin_is_worded_as_the_text_writes_it() -> None:
    assert worded(translate("Who is Lu Qinghe?")[-1:], "县长卢清河来了") == "卢清河"
    assert worded(translate("Who is Lu Qinghe?")[-1:], "县长来了") == "lu qinghe"


def test_a_question_without_terms_is_worded_by_nothing() -> None:
    assert worded((), "桥") == ""


@pytest.mark.parametrize(
    ("question", "word", "chinese"),
    [
        ("How much did exports fall in the first half of 2023?", "the first half", "上半年"),
        ("How many islands did it reach in Taiwan?", "taiwan", "台湾"),
        ("Who was the first of them?", "the first", "带头"),
    ],
)
def test_a_phrase_is_none_where_its_words_go_on(question: str, word: str, chinese: str) -> None:
    forms = {term.text: [form for form, _ in term.forms] for term in translate(question)}
    assert chinese in forms[word]
