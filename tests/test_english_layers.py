"""Teaching the last layers of English questions: they learn, and are written as they are read."""

import json
import random
from itertools import repeat
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from index.bert import BertEncoder
from index.centre import Centres
from index.encoder_folder import NAME, own_folder
from index.network import Network
from index.pieces import Pieces
from qa.quality.metrics import Gold
from qa.quality.question_set import LabelledQuestion
from tests.networks import TOKENS, layer, small_network
from tests.shelves import open_library, write
from training.english_questions import QuestionLearner, loss, train
from training.finding import Lesson, Lessons, batches, read_lessons
from training.materials import held_out

QUESTION = "When did the ferry sail?"
ASKED = Lesson(QUESTION, "en", "渡轮 首航", (1,))


def learner() -> QuestionLearner:
    return QuestionLearner(Network.open(own_folder()), Pieces(own_folder()), Centres())


def unit_rows(count: int, seed: int = 1) -> torch.Tensor:
    rows = torch.randn(count, 384, generator=torch.Generator().manual_seed(seed))
    return torch.nn.functional.normalize(rows)


def test_other_last_layers_change_what_comes_of_them_alone() -> None:
    network = small_network()
    numbers = {
        name: torch.from_numpy(row) for name, row in layer(0, np.random.default_rng(7)).items()
    }
    other = network.with_last(numbers)
    before, after = list(network.depths(TOKENS)), list(other.depths(TOKENS))
    assert other.layers == 3
    assert torch.equal(before[1], after[1])
    assert not torch.allclose(before[2], after[2])


def test_the_loss_is_the_share_of_the_passages_that_answer() -> None:
    rows = torch.eye(3)[:, :3]
    asked = [Lesson("?", "en", "", (0, 1)), Lesson("?", "en", "", (2,))]
    found = torch.tensor([[0.02, 0.02, 0.0], [0.0, 0.0, 0.0]])
    e = float(np.exp(50 * 0.02))
    expected = -(np.log(2 * e / (2 * e + 1)) + np.log(1 / 3)) / 2
    assert loss(asked, found, rows).item() == pytest.approx(expected, abs=1e-5)


def test_training_moves_a_question_towards_its_passage() -> None:
    mine, rows = learner(), unit_rows(5)
    losses = list(train(mine, list(repeat(([ASKED], rows), 12)), 3e-4))
    assert losses[-1] < losses[0] / 2


def test_what_is_written_is_what_english_questions_go_through(tmp_path: Path) -> None:
    mine, rows = learner(), unit_rows(5)
    list(train(mine, list(repeat(([ASKED], rows), 8)), 3e-3))
    save_file(mine.learnt(1.0), tmp_path / "layers.safetensors")
    encoder = BertEncoder(own_folder(), NAME, tmp_path / "layers.safetensors")
    plain = Lesson(QUESTION, "en", "", (1,))
    with torch.inference_mode():
        wanted = mine.rows([plain]).numpy()
    assert (encoder.encode_queries([QUESTION], "en") * wanted).sum() > 0.999
    assert (encoder.encode_queries([QUESTION]) * wanted).sum() < 0.999


def test_nothing_of_what_was_learnt_leaves_the_layers_as_they_were() -> None:
    mine, rows = learner(), unit_rows(5)
    before = mine.learnt(1.0)
    list(train(mine, list(repeat(([ASKED], rows), 2)), 3e-4))
    assert all(torch.equal(row, before[name]) for name, row in mine.learnt(0.0).items())


def test_each_question_comes_once_an_epoch_with_its_librarys_vectors() -> None:
    some = [Lesson(str(n), "en", "", (0,)) for n in range(5)]
    every = [Lessons(some[:3], unit_rows(2)), Lessons(some[3:], unit_rows(3))]
    given = batches(every, 2, 2, random.Random(1))  # noqa: S311
    assert sorted(each.text for asked, _ in given for each in asked) == sorted("0123401234")
    assert {(len(rows), each.text) for asked, rows in given for each in asked} == {
        (2, "0"),
        (2, "1"),
        (2, "2"),
        (3, "3"),
        (3, "4"),
    }


def test_questions_are_read_with_the_places_of_what_answers(tmp_path: Path) -> None:
    texts = ["渡轮六月首航。", "大桥七月通车。", "图书馆八月开放。", "展览九月闭幕。"]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    path = write(tmp_path / "news.jsonl", "\n".join(lines))
    asked = [
        LabelledQuestion(str(n), text, "zh-Hans", gold=(Gold(str(n), text),))
        for n, text in enumerate(texts)
    ]
    nobody = LabelledQuestion("none", "谁造了大桥？", "zh-Hans", answerable=False)
    with open_library(tmp_path / "library") as library:
        library.add([path])
        lessons = read_lessons(library.path, library, [*asked, nobody])
        wanted = [each.question for each in asked if not held_out(library, each)]
        rows = library.encoder.open().encode_passages(texts)
    assert [each.text for each in lessons.asked] == wanted != []
    for each in lessons.asked:
        assert lessons.rows[each.right[0]].numpy() == pytest.approx(
            rows[texts.index(each.text)], abs=1e-3
        )
