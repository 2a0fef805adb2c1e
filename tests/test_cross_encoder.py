"""The cross-encoder that ships, and what is computed of its logits."""

import numpy as np
import pytest

from index.cross_encoder import (
    LONGEST,
    NOWHERE,
    CrossEncoder,
    answer_odds,
    learnt_from,
    shared_cross_encoder,
)
from tests.builders import make_reading

QUESTION = "青岚大桥哪天通车？"
SAID = "青岚大桥全长两公里。大桥于2024年4月12日正式通车，市民步行过桥。"
UNSAID = "青岚大桥全长两公里。大桥采用双塔斜拉结构，由省路桥公司承建。"


@pytest.fixture(scope="module")
def cross_encoder() -> CrossEncoder:
    return shared_cross_encoder()


@pytest.mark.parametrize(("asked", "read"), [(1, 1), (3, 5), (2, LONGEST + 12)])
def test_odds_are_the_best_sum_of_a_beginning_and_an_end(asked: int, read: int) -> None:
    logits = np.random.default_rng(3).normal(size=(asked + read, 2)).astype(np.float32)
    none = logits[0, 0] + logits[0, 1]
    expected = [
        max(
            logits[first, 0] + logits[last, 1]
            for last in range(first, len(logits))
            if last - first < LONGEST
        )
        - none
        for first in range(asked, len(logits))
    ]
    odds, lasts = answer_odds(logits, asked)
    assert odds == pytest.approx(np.array(expected), abs=1e-5)
    firsts = np.arange(read)
    assert ((firsts <= lasts) & (lasts < firsts + LONGEST)).all()
    ends = logits[asked:, 1][lasts] + logits[asked:, 0] - none
    assert ends == pytest.approx(odds, abs=1e-5)


def test_a_reading_tells_the_best_of_a_stretch() -> None:
    reading = make_reading({-4: 9.0, 0: 1.0, 3: 2.0, 7: 5.0}, -1, 3, 7, 9)
    assert reading.within(-4, 8) == 9.0
    assert reading.within(0, 7) == 2.0
    assert reading.within(4, 7) == NOWHERE
    assert reading.stretch(0, 7) == (3, 7)
    assert reading.stretch(4, 7) is None


def test_a_passage_that_answers_is_likelier_than_one_that_does_not(
    cross_encoder: CrossEncoder,
) -> None:
    said, unsaid = cross_encoder.read(QUESTION, [(SAID, 0), (UNSAID, 0)])
    assert said.odds.max() > unsaid.odds.max()


def test_the_sentence_that_answers_is_the_likeliest(cross_encoder: CrossEncoder) -> None:
    (said,) = cross_encoder.read(QUESTION, [(SAID, 0)])
    end = SAID.index("。") + 1
    assert said.within(end, len(SAID)) > said.within(0, end)


def test_an_english_question_is_read_beside_chinese(cross_encoder: CrossEncoder) -> None:
    asked = "When did the Qinglan bridge open to traffic?"
    said, unsaid = cross_encoder.read(asked, [(SAID, 0), (UNSAID, 0)])
    assert said.odds.max() > unsaid.odds.max()


def test_both_scripts_of_a_question_are_read_alike(cross_encoder: CrossEncoder) -> None:
    (one,) = cross_encoder.read(QUESTION, [(SAID, 0)])
    (other,) = cross_encoder.read("青嵐大橋哪天通車？", [(SAID, 0)])
    assert one.odds.tolist() == other.odds.tolist()


def test_what_stands_before_the_passage_begins_below_nought(cross_encoder: CrossEncoder) -> None:
    context = "大桥通车\n"
    (alone,) = cross_encoder.read(QUESTION, [(SAID, 0)])
    (reading,) = cross_encoder.read(QUESTION, [(context + SAID, len(context))])
    assert reading.starts.min() < 0
    assert reading.starts.max() == alone.starts.max()


def test_the_stretch_that_answers_is_pointed_at(cross_encoder: CrossEncoder) -> None:
    (said,) = cross_encoder.read(QUESTION, [(SAID, 0)])
    stretch = said.stretch(0, len(SAID))
    assert stretch is not None
    assert SAID[slice(*stretch)] == "2024年4月12日"


@pytest.mark.parametrize("text", ["", "\ud800", "Ж" * 3000])
def test_odd_texts_are_read_too(cross_encoder: CrossEncoder, text: str) -> None:
    (reading,) = cross_encoder.read("", [(text, 0)])
    assert len(reading.odds) == len(reading.starts) <= 512
    assert np.isfinite(reading.odds).all()
    assert (reading.starts < reading.ends).all()


def test_no_text_gives_no_reading(cross_encoder: CrossEncoder) -> None:
    assert cross_encoder.read(QUESTION, []) == []


def test_it_says_what_it_has_learnt_from() -> None:
    sets = [name.removesuffix(".questions.jsonl.gz") for name in learnt_from()]
    own = ["news-asked", "news-pairs-asked", "pages-asked", "pages-pairs-asked"]
    assert sorted(sets) == ["cmrc2018-dev", "drcd-dev", *own]


def test_a_reading_can_be_raised_where_an_answer_is_known() -> None:
    reading = make_reading({0: -5.0, 2: -6.0, 4: 3.0})
    raised = reading.raised(1, 4, 1.0)
    assert (raised.within(0, 4), raised.stretch(0, 4)) == (1.0, (2, 4))
    assert reading.within(0, 4) == -5.0
    assert reading.raised(4, 6, 1.0) is reading  # surer already
    assert reading.raised(7, 9, 1.0) is reading  # nothing begins there
