"""The Status tab: what the library holds, how fast it answers, what failed, the log, versions."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

import gradio as gr

from qa.library import Library
from qa.messages.catalogue import Texts, texts
from qa.question import Language
from qa.report import Status
from qa.web.clicks import ON_STATUS
from qa.web.errors import one_sentence
from qa.web.failures import dismiss, failures_html
from qa.web.labels import Labels
from qa.web.log_tail import LogTail
from qa.web.marks import escape, isolated
from qa.web.pictures import by_source
from qa.web.sections import section_html, table_html
from qa.web.timings import STEPS, Timings, histogram
from qa.web.turns import Turns
from qa.web.versions import read_versions
from qa.web.wiring import PRIVATE

_MOST_SOURCES: Final = 30


@dataclass(frozen=True)
class Instruments:
    """What this server process has noticed, and whose turn it is: in memory, gone when it ends."""

    timings: Timings = field(default_factory=Timings)
    log: LogTail = field(default_factory=LogTail)
    turns: Turns = field(default_factory=Turns)


def build_status(
    library: Library,
    language: gr.State,
    labels: Labels,
    instruments: Instruments,
    tab: gr.Tab,
    *,
    read_only: bool,
) -> None:
    """Lays the tab out and wires it; inside ``tab``.

    A large library is not counted before somebody looks: it is told whenever the tab is chosen,
    and anew when another language is chosen. Read-only, nothing is dismissed.
    """
    refresh = labels.make(gr.Button, {"value": "refresh"}, size="sm", elem_id="refresh")
    status = gr.HTML(apply_default_css=False, elem_id="status", js_on_load=ON_STATUS)

    def tell(language: Language) -> str:
        shown = texts(language)
        with one_sentence(shown):
            return library_html(library, instruments, shown, dismissing=not read_only)

    def forget(language: Language, event: gr.EventData) -> str:
        with one_sentence(texts(language)):
            dismiss(library, str(event.named))
        return tell(language)

    told = {"inputs": language, "outputs": status, **PRIVATE}
    refresh.click(tell, **told)
    labels.draws_seen(tab, tell, **told)
    if not read_only:
        status.dismiss(forget, **told)


def library_html(
    library: Library, instruments: Instruments, shown: Texts, *, dismissing: bool
) -> str:
    """The whole tab of a library, as it is now; whether what failed can be dismissed."""
    parts = (
        status_html(library.status(), shown, dismissing=dismissing),
        timings_html(instruments.timings.seconds(), shown),
        log_html(instruments.log.lines(), shown),
        versions_html(read_versions(), shown),
    )
    return "".join(parts)


def status_html(status: Status, shown: Texts, *, dismissing: bool = False) -> str:
    """What a library holds, how far it is built, its largest sources, and what failed."""
    whole = status.encoded >= status.passages
    encoded = f"{status.encoded:,} · {shown['all_encoded' if whole else 'partly_encoded']}"
    space = shown["space_of"].format(
        database=_megabytes(status.database_bytes), cache=_megabytes(status.cache_bytes)
    )
    facts = (
        (shown["library_name"], PurePath(status.path).name),  # its folders are the server's own
        (shown["articles_held"], f"{status.articles:,}"),
        (shown["passages_held"], f"{status.passages:,}"),
        (shown["encoded_held"], encoded),
        (shown["space"], space),
        (shown["encoder"], status.encoder),
        (shown["tokenizer"], status.tokenizer),
    )
    failures = failures_html(status.failures, shown, dismissing=dismissing)
    return _facts(facts) + _sources(status, shown) + failures


def timings_html(seconds: Sequence[float], shown: Texts) -> str:
    """How long the last answers took: a bar for each step of time, and their middle and end."""
    if not seconds:
        return section_html(shown["timings"], f'<p class="note">{shown["no_timings"]}</p>')
    counts = histogram(seconds)
    named = [shown["seconds"].format(n=f"{step:g}") for step in STEPS]
    steps = [*(f"≤ {each}" for each in named), f"> {named[-1]}"]
    rows = [_bar(step, count, max(counts)) for step, count in zip(steps, counts, strict=True)]
    summary = shown["timings_of"].format(
        n=len(seconds), median=f"{statistics.median(seconds):.2f}", most=f"{max(seconds):.2f}"
    )
    heads = (shown["answered_in"], "", shown["questions_asked"])
    return section_html(shown["timings"], f'<p class="note">{summary}</p>{table_html(heads, rows)}')


def log_html(lines: Sequence[str], shown: Texts) -> str:
    """The last lines of the log, the newest first."""
    if not lines:
        return section_html(shown["log"], f'<p class="note">{shown["no_log"]}</p>')
    said = "".join(f"<li>{isolated(line)}</li>" for line in reversed(lines))
    name = escape(shown["log"])
    return section_html(
        shown["log"],
        f'<div class="log" tabindex="0" role="log" aria-label="{name}"><ol>{said}</ol></div>',
    )


def versions_html(versions: Sequence[tuple[str, str]], shown: Texts) -> str:
    """The versions, in the order given."""
    return section_html(shown["versions"], _facts(versions))


def _sources(status: Status, shown: Texts) -> str:
    counts = by_source(status.sources, status.articles, shown, _MOST_SOURCES)
    most = max((count for _, count in counts), default=1)
    rows = [_bar(source, count, most) for source, count in counts]
    heads = (shown["sources_held"], "", shown["articles_held"])
    return section_html(shown["sources_held"], table_html(heads, rows))


def _bar(name: str, count: int, most: int) -> str:
    return (
        f"<tr><td>{isolated(name)}</td><td>"
        f'<meter min="0" max="{most}" value="{count}" aria-hidden="true"></meter></td>'
        f'<td class="number">{count:,}</td></tr>'
    )


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{isolated(value)}</dd>" for name, value in facts)
    return f'<dl class="facts">{rows}</dl>'


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:,.1f} MB"
