"""The web page: ask, see the passages that answer, read the article, add articles."""

import logging
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import gradio as gr
import typer

from corpus.article import CorpusError
from index.encoder import EncoderError
from qa.library import Library, open_library
from qa.messages.catalogue import LANGUAGES, Texts, known_language, texts
from qa.question import Language
from qa.settings import Settings, SettingsError, read_settings
from qa.web.accepted import preferred_language
from qa.web.api import build_api
from qa.web.asking import Asking
from qa.web.clicks import ON_CLICK
from qa.web.gate import is_loopback
from qa.web.gradio_words import gradio_words
from qa.web.labels import Component, Labels
from qa.web.log_tail import keep_log
from qa.web.marks import escape
from qa.web.opening import examples_drawer, source_chooser
from qa.web.style import launch_options
from qa.web.tab_ask import AskTab, build_ask
from qa.web.tab_library import build_library
from qa.web.tab_quality import build_quality
from qa.web.tab_status import Instruments, build_status
from qa.web.uploads import LARGEST
from qa.web.wiring import PRIVATE
from qa.web.within import ASK_TAB

logger = logging.getLogger(__name__)

_FIRST: Final[Language] = "zh-Hans"  # until the browser has said what it prefers
_SECONDS_TO_PLACE: Final = 1.0
_SAID_BY_BROWSER: Final = (
    "queued",
    "working",
    "copied",
    "uncopied",
    "clear",
    "ask_again",
    "reloaded",
    "reconnected",
    "gradio_lost",
    "left_adding",
    "left_asking",
)  # texts for page.js
_WARMING: Final = ("谁出席了会议？", "Who attended?")  # any question in a language loads the same
_SET_LANGUAGE: Final = "(language) => { document.documentElement.lang = language; }"


def build_page(
    library: Library,
    settings: Settings,
    *,
    read_only: bool = False,
    instruments: Instruments | None = None,
) -> gr.Blocks:
    """The page of a library, ready to be launched with `launch_options`.

    Nothing of a visitor is kept outside that visitor's own session; the instruments, which all
    see, hold how long answers took and the end of the log, and no question.
    """
    noticed = instruments or Instruments()
    with gr.Blocks(
        title="Chuchu 出处", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as page:
        # First, since a name is given once: the page's own listeners have others then.
        build_api(library, noticed.timings, noticed.turns, settings.k, read_only=read_only)
        top = _build_top(Labels(texts(_FIRST)))
        asked, changed = _build_tabs(library, top, noticed, settings.k, read_only=read_only)
        for spoken in _speak(page, top, library, asked.examples):
            spoken.then(None, top.switch, js=_SET_LANGUAGE, **PRIVATE)
        # Answers stay as they are: one that came meanwhile would be lost with the thread of before.
        for each in changed:
            each.then(
                examples_drawer(library), [asked.thread, top.language], asked.examples, **PRIVATE
            )
            each.then(source_chooser(library), top.language, asked.source, **PRIVATE)
    # Who waits is told the place anew so often, and not only when the next one is begun with.
    return page.queue(status_update_rate=_SECONDS_TO_PLACE)


@dataclass(frozen=True)
class _Top:
    """What stands above the tabs, and what all of them share.

    Attributes:
        labels: The texts that follow the language.
        language: The visitor's.
        head: The name of the page.
        switch: Where the language is chosen.
        reader: Where articles are read.
    """

    labels: Labels
    language: gr.State
    head: gr.HTML
    switch: gr.Radio
    reader: gr.HTML


def _build_top(labels: Labels) -> _Top:
    language = gr.State(_FIRST)
    with gr.Row(elem_id="top"):
        head = gr.HTML(apply_default_css=False, elem_id="head")
        choices = {"choices": list(LANGUAGES), "value": _FIRST}
        named = {"label": "language"}
        switch = labels.make(gr.Radio, named, **choices, elem_id="switch", container=False)
    reader = gr.HTML(apply_default_css=False, elem_id="reader", js_on_load=ON_CLICK)
    return _Top(labels, language, head, switch, reader)


def _build_tabs(
    library: Library, top: _Top, noticed: Instruments, k: int, *, read_only: bool
) -> tuple[AskTab, list[Component]]:
    """Builds the tabs; the first, and the events after which there may be other articles."""
    labels, language, reader = top.labels, top.language, top.reader
    with gr.Tabs() as tabs:
        with labels.make(gr.Tab, {"label": "tab_ask"}, id=ASK_TAB) as tab:
            asking = Asking(library, noticed.timings, noticed.turns, judging=not read_only)
            asked = build_ask(asking, language, reader, labels, tabs, tab, k)
        with labels.make(gr.Tab, {"label": "tab_library"}) as tab:
            changed = build_library(library, language, reader, labels, tab, read_only=read_only)
        with labels.make(gr.Tab, {"label": "tab_quality"}) as tab:
            build_quality(library, language, labels, tab, read_only=read_only)
        with labels.make(gr.Tab, {"label": "tab_status"}) as tab:
            build_status(library, language, labels, noticed, tab, read_only=read_only)
    return asked, changed


def _speak(page: gr.Blocks, top: _Top, library: Library, examples: gr.HTML) -> list[Any]:
    """Has the page speak the visitor's language; the events after which it does."""
    # Not a secret: without a fixed one the choice would be lost when the page starts anew.
    stored = gr.BrowserState("", storage_key="chuchu-language", secret="chuchu")  # noqa: S106
    named = [top.language, top.switch, top.head, *top.labels.components]
    draw_examples = examples_drawer(library)

    def speak(chosen: Language) -> list[Any]:
        shown = texts(chosen)
        return [chosen, chosen, _head_html(shown), *top.labels.updates(shown)]

    # All at once: each further event would be another way to the server and back.
    def begin(kept: object, request: gr.Request) -> list[Any]:
        accepted = request.headers.get("accept-language", "")
        language = known_language(kept) or preferred_language(accepted)
        return [*speak(language), draw_examples((), language)]

    top.switch.input(None, top.switch, stored, js="(chosen) => chosen", **PRIVATE)
    turned = top.switch.input(speak, top.switch, named, **PRIVATE)
    top.labels.follow(turned)
    return [page.load(begin, stored, [*named, examples], **PRIVATE), turned]


def serve(
    library: Path,
    *,
    host: str,
    port: int,
    auth: str,
    read_only: bool,
    root_path: str,
) -> None:
    """Opens the page of a library, says where it is, and returns when it is closed.

    Args:
        library: The library's folder; made if missing.
        host: The address to listen on.
        port: The port to listen on.
        auth: ``NAME:PASSWORD`` that visitors are asked for; nothing asks none.
        read_only: Visitors can ask, and change nothing.
        root_path: Where a proxy shows the page, such as ``/chuchu``.

    Raises:
        StoreError: The library cannot be used.
        SettingsError: The page cannot be opened at that address.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    noticed = Instruments()
    keep_log(noticed.log)
    warn_of_strangers(host, auth, read_only=read_only)
    with open_library(library, read_only=read_only) as opened:
        page = build_page(opened, read_settings(), read_only=read_only, instruments=noticed)
        try:
            _, address, _ = page.launch(
                server_name=host,
                server_port=port,
                root_path=root_path or None,
                prevent_thread_lock=True,
                **launch_options(auth, only_local=is_loopback(host) and not root_path),
            )
        except OSError as error:
            told = f"{host}:{port} cannot be listened on, or is taken; choose another --port"
            raise SettingsError(told) from error
        typer.echo(f"Chuchu 出处: {address}  (Ctrl-C ends)")
        warming = threading.Thread(target=warm_up, args=(opened,), daemon=True)
        warming.start()
        try:
            page.block_thread()
        finally:
            warming.join()  # Python cannot end well while a thread of its own is loading torch


def _head_html(shown: Texts) -> str:
    said = " ".join(f'data-{name}="{shown[name]}"' for name in _SAID_BY_BROWSER)
    said += f' data-left_out="{shown["left_out"].format(most=LARGEST)}" data-largest="{LARGEST}"'
    said += f' data-gradio="{escape(gradio_words(shown))}"'
    return (
        f'<div class="brand" {said}><span class="seal" aria-hidden="true">出<br>处</span>'
        f"<div><h1>Chuchu 出处</h1><p>{shown['tagline']}</p></div></div>"
    )


def warm_up(library: Library) -> None:
    """Loads what the first question would wait for: the indexes, the dictionary, the encoder.

    What fails is logged; whoever asks is told again.
    """
    try:
        for question in _WARMING:
            library.retrieve(question, 1)
        library.encoder.open()  # an empty library has no use for it yet
        if library.cross_encoder:
            library.cross_encoder()
    except (CorpusError, EncoderError) as error:
        logger.warning("%s", error)


def warn_of_strangers(host: str, auth: str, *, read_only: bool) -> None:
    """Says so where anybody on the network could use the page."""
    if not auth and not is_loopback(host):
        more = "" if read_only else ", add and remove"
        told = "anybody who can reach %s can ask%s without a password: give the page --auth"
        logger.warning(told, host, more)


if __name__ == "__main__":
    from qa.cli.main import app as commands

    commands(["serve", *sys.argv[1:]])
