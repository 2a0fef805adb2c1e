from pathlib import Path

import numpy as np
import pytest

from training.reliability import Curve, curve, draw, expected_error


def test_bins_hold_as_many_questions_each() -> None:
    probabilities = np.array([0.05, 0.15] * 10 + [0.9] * 20)
    held = [False, True] * 10 + [True] * 15 + [False] * 5
    found = curve(held, probabilities)
    assert found.said == pytest.approx((0.05, 0.15, 0.9))
    assert found.came == pytest.approx((0.0, 1.0, 0.75))


def test_the_expected_error_weighs_bins_by_their_questions() -> None:
    # Three questions at 0.2, of which one came; one at 0.9 that came: 3/4 · 2/15 + 1/4 · 1/10.
    found = expected_error([True, False, False, True], np.array([0.2, 0.2, 0.2, 0.9]))
    assert found == pytest.approx(0.75 * (1 / 3 - 0.2) + 0.25 * 0.1)


def test_no_questions_have_no_error() -> None:
    assert expected_error([], np.array([])) == 0


def test_a_picture_is_written(tmp_path: Path) -> None:
    draw({"news": Curve((0.1, 0.9), (0.2, 0.8))}, tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
