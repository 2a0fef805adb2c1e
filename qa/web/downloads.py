"""What visitors take home: a file is made when it is asked for, handed over, and deleted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.question import Language
from qa.records.lines import json_line
from qa.web.errors import one_sentence
from qa.web.labels import Component, Labels
from qa.web.wiring import HIDDEN, queue

# Packing a large library takes a while: one at a time, beside adding and asking.
_PACKING: Final = {**queue("pack"), **HIDDEN}


def build_downloads(library: Library, language: gr.State, labels: Labels) -> None:
    """Lays out the ways to take a library home, and wires them; inside a `gr.Tab`."""

    def export(folder: Path, _: Texts) -> Path:
        file = folder / "chuchu.jsonl"
        with file.open("w", encoding="utf-8") as out:
            for record in library.export():
                out.write(f"{json_line(record)}\n")
        return file

    def copy(folder: Path, _: Texts) -> Path:
        library.copy_to(folder / "chuchu.zip")
        return folder / "chuchu.zip"

    with gr.Row(elem_id="taking"):
        for name, elem_id, make in (("export", "export", export), ("copy_library", "copy", copy)):
            button = labels.make(gr.Button, {"value": name}, elem_id=elem_id, size="sm")
            offer(button, elem_id, language, make)


def offer(
    button: Component, name: str, language: gr.State, make: Callable[[Path, Texts], Path]
) -> None:
    """Has a click on a button download the file that is made for it.

    Args:
        button: What is clicked.
        name: Names the hidden link, once on a page.
        language: The visitor's.
        make: Makes the file in a folder, which is deleted afterwards, with the visitor's texts.
    """
    link = gr.DownloadButton(visible="hidden", elem_id=f"{name}-file")
    made = button.click(_handing(make), language, link, show_progress_on=button, **_PACKING)
    clicking = f"() => document.querySelector('#{name}-file').click()"
    made.success(None, js=clicking, **HIDDEN)


def _handing(make: Callable[[Path, Texts], Path]) -> Callable[[Language], Iterator[Any]]:
    def hand(language: Language) -> Iterator[Any]:
        shown = texts(language)
        with one_sentence(shown), TemporaryDirectory() as folder:
            yield gr.update(value=str(make(Path(folder), shown)))

    return hand
