from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.encoder_folder import own_folder
from index.pieces import MAX_TOKENS, Pieces, common_places, has_rare_letter, only, save_pieces
from index.weights import Vocabulary

# 雨 and ab are common, ж and жш are not; ж is one character, жш has the lowest score.
VOCABULARY = Vocabulary(
    pieces=("<s>", "<pad>", "</s>", "<unk>", "雨", "жо", "ж", "жш", "ab", "▁"),
    scores=(0.0, 0.0, 0.0, 0.0, -2.0, -3.0, -3.5, -9.0, -4.0, -1.0),
    bos=0,
    eos=2,
    pad=1,
    unk=3,
    normalization=(("Ａ", "A"),),
)


@pytest.fixture(scope="module")
def whole() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(own_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(own_folder())


@pytest.mark.parametrize("text", ["", "雨中 the ferry, 3.5％！", "α 粒子", "二〇二四年的人们"])
def test_han_ascii_and_greek_are_not_rare(text: str) -> None:
    assert not has_rare_letter(text)


@pytest.mark.parametrize("text", ["é", "ж", "ひ", "한", "雨ж"])
def test_other_letters_are_rare(text: str) -> None:
    assert has_rare_letter(text)


def test_what_stays_are_special_common_single_and_the_cheapest_pieces() -> None:
    assert common_places(VOCABULARY) == [0, 1, 2, 3, 4, 6, 7, 8, 9]


def test_a_cut_vocabulary_keeps_scores_and_names_its_special_pieces() -> None:
    cut = only(VOCABULARY, [2, 3, 0, 1, 8])
    assert cut.pieces == ("</s>", "<unk>", "<s>", "<pad>", "ab")
    assert cut.scores == (0.0, 0.0, 0.0, 0.0, -4.0)
    assert (cut.bos, cut.eos, cut.pad, cut.unk) == (2, 0, 3, 1)


def test_ids_are_the_whole_vocabularys(tmp_path: Path) -> None:
    save_pieces(VOCABULARY, tmp_path)
    assert Pieces(tmp_path).ids(["雨ab", "ж"]) == [[0, 9, 4, 8, 2], [0, 9, 6, 2]]
    assert Pieces(tmp_path).ids(["雨ab"]) == [[0, 9, 4, 8, 2]]


def test_a_vocabulary_without_rare_pieces_has_no_short_form(tmp_path: Path) -> None:
    save_pieces(only(VOCABULARY, [0, 1, 2, 3, 4, 8, 9]), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["tokenizer.json"]
    assert Pieces(tmp_path).ids(["雨ab"]) == [[0, 6, 4, 5, 2]]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_cut_as_by_all_pieces(whole: Tokenizer, pieces: Pieces, text: str) -> None:
    assert pieces.ids([text]) == [whole.encode(text).ids]


@given(
    st.text(
        st.one_of(
            st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
            st.characters(max_codepoint=0x7F),
            st.sampled_from("，。《》“”％①０Ａαω々\u3000"),
        ),
        max_size=60,
    )
)
def test_news_is_cut_as_by_all_pieces(whole: Tokenizer, pieces: Pieces, text: str) -> None:
    assert pieces.ids([text]) == [whole.encode(text).ids]


def test_long_texts_are_cut_off(pieces: Pieces) -> None:
    assert [len(ids) for ids in pieces.ids(["雨和字" * 400])] == [MAX_TOKENS]


@pytest.mark.parametrize(
    "text", ["", "雨中 the ferry, 3.5％！", "２０２４年，藍佛安  出席", "ひ雨"]
)
def test_placed_pieces_are_the_same_ones(pieces: Pieces, text: str) -> None:
    ids, spans = pieces.placed(text)
    assert [ids] == pieces.ids([text])
    assert len(spans) == len(ids)


@given(text=st.text("雨ab，３é \n", max_size=30))
def test_places_run_through_the_text_and_hold_all_its_letters(pieces: Pieces, text: str) -> None:
    _, spans = pieces.placed(text)
    held = {place for start, end in spans for place in range(start, end)}
    assert spans[0] == spans[-1] == (0, 0)
    assert [start for start, _ in spans[1:-1]] == sorted(start for start, _ in spans[1:-1])
    assert {place for place, each in enumerate(text) if not each.isspace()} <= held
