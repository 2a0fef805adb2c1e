"""Training the cross-encoder: it learns, is written, and goes on from what was written."""

from dataclasses import replace
from itertools import repeat
from pathlib import Path

import pytest
import torch

from index.cross_encoder import LAYERS, CrossEncoder, learnt_from
from index.encoder_folder import own_folder
from index.network import Network
from index.pieces import Pieces
from qa.quality.metrics import Gold
from qa.quality.question_set import LabelledQuestion
from tests.shelves import open_library, write
from training.cross_encoder import Learner, train
from training.lessons import Lesson
from training.materials import held_out, labelled_materials, refused_materials, unseen

TEXT = "大桥通车\n青岚大桥全长两公里。大桥于4月12日通车。"
DAY = TEXT.index("4月12日")
ANSWERED = Lesson("大桥哪天通车？", TEXT, (DAY, DAY + 5))
UNANSWERED = Lesson("大桥由谁设计？", TEXT, None)


def learner(apart: int = 10) -> Learner:
    """One that learns the last layers: two, so that a step takes little."""
    return Learner(Network.open(own_folder()), Pieces(own_folder()), seed=1, apart=apart)


def test_training_finds_an_answer_and_that_there_is_none(tmp_path: Path) -> None:
    mine, some = learner(), [ANSWERED, UNANSWERED]
    before = mine.loss(some).item()
    list(train(mine, (lesson for pair in repeat(some) for lesson in pair), 15, 1e-2))
    assert mine.loss(some).item() < before / 2
    mine.save(tmp_path / LAYERS, some, ["a.jsonl", "b.jsonl"])
    other = learner()
    other.resume(tmp_path / LAYERS)
    assert other.loss(some).item() == pytest.approx(mine.loss(some).item(), abs=0.02)
    assert learnt_from(tmp_path) == ("a.jsonl", "b.jsonl")


def test_the_layers_that_texts_go_through_apart_stay() -> None:
    exact = Network.open(own_folder())
    mine = Learner(exact, Pieces(own_folder()), seed=1)
    stacks = (exact.weights, mine.together.weights)
    before = [weights["encoder.layer.0.output.dense.weight"].clone() for weights in stacks]
    list(train(mine, repeat(ANSWERED), 2, 1e-2))
    after = [weights["encoder.layer.0.output.dense.weight"] for weights in stacks]
    assert [torch.equal(*pair) for pair in zip(before, after, strict=True)] == [True, False]


def test_a_file_says_how_many_layers_texts_go_through_together(tmp_path: Path) -> None:
    exact, pieces, mine = Network.open(own_folder()), Pieces(own_folder()), learner(apart=9)
    mine.save(tmp_path / LAYERS, [ANSWERED], [])
    unrounded = CrossEncoder(exact.first(9), mine.together, mine.head, pieces)
    ours, theirs = (
        each.read(ANSWERED.question, [(ANSWERED.text, 0)])[0].odds
        for each in (CrossEncoder.open(tmp_path), unrounded)
    )
    assert ours == pytest.approx(theirs, abs=0.1)


def test_a_broken_file_gives_one_sentence(tmp_path: Path) -> None:
    (tmp_path / LAYERS).write_bytes(b"nothing")
    with pytest.raises(ValueError, match="install Chuchu again"):
        CrossEncoder.open(tmp_path)


def asked(record: str, answer: str = "4月12日") -> LabelledQuestion:
    gold = (Gold(record, "大桥于4月12日通车。"),)
    return LabelledQuestion("q", "大桥哪天通车？", "zh-Hans", gold=gold, answers=(answer,))


def test_materials_hold_the_answer_and_what_was_found_beside(tmp_path: Path) -> None:
    body = "青岚大桥全长两公里。大桥于4月12日通车。"
    lines = [
        f'{{"id": "{number}", "title": "{number}", "text": "{body if number == 1 else other}"}}'
        for number, other in enumerate(["大桥下的河水。", "", "县里的新路。", "大桥的栏杆。"])
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(lines))
    with open_library(tmp_path / "library") as library:
        library.add([path])
        (made,) = labelled_materials(library, [asked("1"), asked("1", "5月1日")])
        assert made.words == "4月12日"
        assert made.passage[slice(*made.sentence)] == "大桥于4月12日通车。"
        assert made.context == "1\n"
        assert made.elsewhere
        assert not any("4月12日" in each for each in made.elsewhere)
        none = LabelledQuestion("", "谁造了大桥？", "zh-Hans", answerable=False)
        nobody = [replace(none, id=str(number)) for number in range(9)]
        refused = list(refused_materials(library, [asked("1"), *nobody]))
        assert len(refused) == sum(not held_out(library, each) for each in nobody) > 0
        assert all("大桥" in each.texts[0] for each in refused)
        every = [asked(str(number)) for number in range(4)]
        held = [each for each in every if held_out(library, each)]
        assert unseen(learnt_from()[0], library, every) == held
        assert unseen("other", library, every) == every


def test_both_of_a_pair_are_held_out_or_none(tmp_path: Path) -> None:
    lines = [
        f'{{"id": "{number}", "title": "第{number}座桥", "text": "大桥于4月12日通车。"}}'
        for number in range(12)
    ]
    with open_library(tmp_path / "library") as library:
        library.add([write(tmp_path / "a.jsonl", "\n".join(lines))])
        none = LabelledQuestion("", "大桥哪天动工？", "zh-Hans", answerable=False)
        held = [held_out(library, asked(str(number))) for number in range(12)]
        others = [held_out(library, replace(none, id=f"{number}/1b")) for number in range(12)]
        assert 0 < sum(held) < 12
        assert others == held
