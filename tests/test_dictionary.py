"""The dictionary turned round: meanings and readings of the real one."""

from index.dictionary import meanings, readings


def test_the_first_meaning_is_worth_most() -> None:
    assert meanings()["panda"]["熊猫"] == 1.0


def test_a_word_of_several_in_a_meaning_is_worth_less() -> None:
    assert 0 < meanings()["giant"]["大熊猫"] < meanings()["giant panda"]["大熊猫"]


def test_measure_words_are_no_meanings() -> None:
    assert not any("猫" in known for word, known in meanings().items() if word.startswith("cl:"))


def test_a_name_that_begins_a_long_meaning_is_known() -> None:
    assert "河南" in meanings()["henan"]
    assert "沈阳" in meanings()["shenyang"]


def test_what_a_place_lies_in_is_not_its_meaning() -> None:
    assert "荥阳" not in meanings()["henan"]


def test_a_verb_is_known_without_to() -> None:
    assert "跑" in meanings()["run"]


def test_characters_of_one_sound_stand_together() -> None:
    assert set("山闪善") <= set(readings()["shan"])
    assert "山" not in readings()["shang"]
