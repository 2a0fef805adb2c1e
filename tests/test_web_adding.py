"""Adding on the page: stopped and gone on with; what was removed and who may decide on it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from index.centre import Centres
from index.lazy import LazyEncoder
from qa.library import Library
from qa.messages.catalogue import texts
from qa.report import AddReport
from qa.settings import Settings
from qa.web import adding
from qa.web.tab_library import Shelf
from tests.fakes import HashEncoder
from tests.shelves import open_library, write


class Held(Library):
    """A library that takes files in when it is let go."""

    def __init__(self, folder: Path) -> None:
        encoder = HashEncoder()
        source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
        super().__init__(folder, source, Settings())
        self.go = Event()

    def receive(self, *given: Any, **options: Any) -> AddReport:  # noqa: ANN401  as a library does
        assert self.go.wait(30)
        return super().receive(*given, **options)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "uploads"))
    names = ("甲", "乙", "丙")
    return [str(write(tmp_path / "uploads" / f"{n}.txt", f"{n}镇的水渠修好了。")) for n in names]


def shelf_of(library: Library) -> Shelf:
    return Shelf(library, read_only=False)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        opened.add([write(tmp_path / f"{name}.txt", f"{name}镇的桥修好了。") for name in "甲乙丙"])
        yield opened


def event(**given: object) -> gr.EventData:
    return SimpleNamespace(**given)


def test_what_was_stopped_is_gone_on_with(tmp_path: Path, files: list[str]) -> None:
    library = Held(tmp_path / "library")
    with library:
        steps = adding.adder(library)(files, "en")
        work, _, left, *_ = next(steps)
        assert left == files
        work.stop()
        library.go.set()
        work, state, left, progress, _, stop, resume, chosen = list(steps)[-1]
        assert (work, left) == (None, files)
        assert "Stopped" in progress
        assert "已停止" in adding.drawn(state, "zh-Hans")[0]
        assert (stop["visible"], resume["visible"]) == (False, True)
        assert "value" not in chosen  # what was chosen stays
        _, state, left, progress, *_, chosen = list(adding.resumer(library)(left, "en"))[-1]
        assert (left, chosen) == ([], None)
        assert "Done" in progress
        assert "已添加" in adding.drawn(state, "zh-Hans")[1]
        assert len(list(library.articles())) == 3
        assert library.status().encoded == library.status().passages


def test_what_is_not_encoded_yet_is_gone_on_with(library: Library) -> None:
    *_, last = adding.resumer(library)([], "en")
    assert "Done" in last[3]
    assert adding.drawn(None, "en") == ("", "")


def test_how_many_passages_wait_stands_where_they_are_gone_on_with(library: Library) -> None:
    status = library.status()
    assert not adding.going_on(status, texts("en"))["visible"]
    waiting = adding.going_on(replace(status, encoded=1), texts("en"))
    assert waiting["visible"]
    assert waiting["value"] == "Go on: 2 passages left to encode"


def test_files_must_be_chosen_and_be_uploaded_ones(library: Library, files: list[str]) -> None:
    with pytest.raises(gr.Error, match="Choose files first"):
        next(adding.adder(library)(None, "en"))
    with pytest.raises(gr.Error, match="no uploaded file"):
        next(adding.adder(library)([__file__], "en"))


def test_who_removes_can_put_back(library: Library) -> None:
    shelf = shelf_of(library)
    ids = [each.id for each in library.page().articles[:2]]
    assert "2 removed" in shelf.take("en", event(ids=ids))
    assert library.page().total == 1
    (aside,) = library.set_aside()
    assert shelf.undo("en", event(batch=aside.batch)) == ""
    assert library.page().total == 3


def test_nothing_picked_removes_nothing(library: Library) -> None:
    assert shelf_of(library).take("en", event(ids=["unknown"])) == ""
    assert shelf_of(library).take("en", event(ids=[])) == ""


def test_what_was_removed_is_everybodys_to_decide_on_until_it_is_deleted(library: Library) -> None:
    library.withdraw([library.page().articles[0].id])
    (aside,) = library.set_aside()
    again = shelf_of(library)  # after a reload, in another window, after a crash
    assert "1 removed" in again.told("en")
    assert again.drop("en", event(batch=aside.batch)) == ""
    assert library.set_aside() == ()
    assert library.page().total == 2
