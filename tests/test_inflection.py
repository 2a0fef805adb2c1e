"""English words by their plain forms and American spellings."""

import pytest

from index.inflection import in_american, plain_forms, rarer_forms, spellings


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("bridges", "bridge"),
        ("cities", "city"),
        ("denied", "deny"),
        ("topped", "top"),
        ("opening", "open"),
        ("hosted", "host"),
        ("classes", "class"),
        ("wrote", "write"),
        ("caught", "catch"),
    ],
)
def test_a_word_has_its_plain_form(word: str, plain: str) -> None:
    assert plain in plain_forms(word)


@pytest.mark.parametrize("word", ["as", "is", "bus", "red", "king", "best-of"])
def test_no_plain_form_is_shorter_than_three_letters(word: str) -> None:
    assert all(len(plain) > 2 for plain in plain_forms(word))


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbouring", "neighboring"),
        ("criticised", "criticized"),
        ("analysing", "analyzing"),
        ("metres", "meters"),
        ("programme", "program"),
        ("travellers", "travelers"),
        ("mouldy", "moldy"),
        ("licences", "licenses"),
        ("aluminium", "aluminum"),
        ("bridge", "bridge"),
    ],
)
def test_americans_may_spell_it_otherwise(british: str, american: str) -> None:
    assert in_american(british) == american


@pytest.mark.parametrize(
    ("word", "form"), [("heaviest", "heavy"), ("largest", "large"), ("honoured", "honored")]
)
def test_a_word_of_which_nothing_is_known_may_be_a_rarer_form(word: str, form: str) -> None:
    assert form in rarer_forms(word)
    assert form not in plain_forms(word)


def test_spellings_begin_with_the_word_itself() -> None:
    assert list(spellings("defence")) == ["defence", "defense"]
    assert list(spellings("bridge")) == ["bridge"]
