"""What every back-end of a protocol must do; a back-end's tests inherit and give one fixture."""

import numpy as np
import pytest

from index.encoder import Encoder

TEXTS = (
    "市长出席了新桥的通车仪式。",
    "雨",
    "縣裡的圖書館下週重新開放，館長說歡迎大家來借書。" * 6,
    "The ferry leaves the island at nine.",
    "数据中心的新机房建成，比旧机房少用三成电。",
)


class EncoderContract:
    """Inherit, and give a fixture ``encoder``."""

    @pytest.fixture
    def encoder(self) -> Encoder:
        raise NotImplementedError("give the fixture in the class that inherits")

    def test_one_unit_row_a_text(self, encoder: Encoder) -> None:
        for rows in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
            assert rows.shape == (len(TEXTS), encoder.dim)
            assert rows.dtype == np.float32
            np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)

    def test_no_text_gives_no_row(self, encoder: Encoder) -> None:
        for rows in (encoder.encode_queries([]), encoder.encode_passages([])):
            assert rows.shape == (0, encoder.dim)
            assert rows.dtype == np.float32

    def test_rows_stand_in_the_order_of_the_texts(self, encoder: Encoder) -> None:
        rows = encoder.encode_passages(TEXTS)
        backwards = encoder.encode_passages(TEXTS[::-1])
        np.testing.assert_allclose(rows, backwards[::-1], atol=1e-5)
        assert len(np.unique(rows.round(3), axis=0)) == len(TEXTS)

    def test_a_row_does_not_depend_on_its_neighbours(self, encoder: Encoder) -> None:
        together = encoder.encode_passages(TEXTS)
        alone = np.vstack([encoder.encode_passages([text]) for text in TEXTS])
        np.testing.assert_allclose(together, alone, atol=1e-5)

    @pytest.mark.parametrize(
        "text", ["", " ", "\x00", "\ud800", "坏\udfff字", "\ufffd", "长" * 3000]
    )
    def test_odd_texts_give_a_unit_row(self, encoder: Encoder, text: str) -> None:
        rows = encoder.encode_passages([text])
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)

    def test_the_fingerprint_is_one_short_word(self, encoder: Encoder) -> None:
        assert 0 < len(encoder.fingerprint) <= 80
        assert not set(encoder.fingerprint) & set(" /\\\n")
