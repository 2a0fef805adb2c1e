"""What `benchmarks.scale` measures of a library that is built: each step in its own process."""

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

import qa.answerer
from benchmarks.harness import middle
from benchmarks.scale_library import memory, seconds
from benchmarks.serving import serving
from benchmarks.sources import each_raw_article
from corpus.article import RawArticle
from index.cross_encoder import CrossEncoder
from index.dense import DenseIndex
from index.lexical import LexicalSearcher
from index.retriever import HybridRetriever
from qa import open_library
from qa.quality.question_set import read_questions
from qa.ranking.choosing import Chooser
from qa.ranking.favouring import Favouring
from qa.ranking.reprints import Reprints

_MORE = 5

# Where a question's time goes; the encoder's pass is counted apart from the rest of the retriever.
_PARTS: tuple[tuple[str, object, str], ...] = (
    ("encoder", HybridRetriever, "row"),
    ("words", LexicalSearcher, "retrieve"),
    ("meaning", DenseIndex, "retrieve"),
    ("dates", Favouring, "ranked"),
    ("reprints", Reprints, "folded"),
    ("carriers", Reprints, "carriers"),
    ("choice", Chooser, "choose"),
    ("reading", CrossEncoder, "read"),  # a part of the choice
    ("answer", qa.answerer, "make_answer"),
)


def again(folder: Path, file: Path, _: Path) -> dict[str, object]:
    """The same file added once more, from opening the library on."""

    def add() -> None:
        with open_library(folder) as library:
            library.add([file])

    return {"again_s": seconds(add), **memory()}


def ask(folder: Path, _: Path, questions: Path) -> dict[str, object]:
    """Answers by part, in milliseconds, the encoder's pass apart; half of them warm it up."""
    asked = [each.question for each in read_questions(questions)]
    with open_library(folder) as library, timed() as spent:
        opened = seconds(lambda: library.ask(asked[-1]))
        for each in asked[::4]:
            library.ask(each)
        for some in spent.values():
            some.clear()
        totals, beyond = [], []
        for each in asked:
            encoder = sum(spent["encoder"])
            totals.append(1000 * seconds(partial(library.ask, each)))
            beyond.append(totals[-1] - sum(spent["encoder"]) + encoder)
        parts = {name: round(middle(spent[name]), 2) for name, _, _ in _PARTS}
        passages = library.status().passages
    return {
        "passages": passages,
        "first_s": opened,
        "total_p50_ms": round(middle(totals), 2),
        "beyond_p50_ms": round(middle(beyond), 2),
        "beyond_p95_ms": round(float(np.quantile(beyond, 0.95)), 1),
        "parts_p50_ms": parts,
        **memory(),
    }


@contextmanager
def timed() -> Iterator[dict[str, list[float]]]:
    """The milliseconds that each part takes, while it lasts."""
    spent: dict[str, list[float]] = defaultdict(list)
    kept = [(owner, name, getattr(owner, name)) for _, owner, name in _PARTS]
    for (part, _, _), (owner, name, work) in zip(_PARTS, kept, strict=True):
        setattr(owner, name, _timing(work, spent[part]))
    try:
        yield spent
    finally:
        for owner, name, work in kept:
            setattr(owner, name, work)


def _timing(work: Callable[..., object], spent: list[float]) -> Callable[..., object]:
    def call(*given: object, **options: object) -> object:
        began = time.perf_counter()
        try:
            return work(*given, **options)
        finally:
            spent.append(1000 * (time.perf_counter() - began))

    return call


def one_more(folder: Path, file: Path, _: Path) -> dict[str, object]:
    """One article more until both halves find it, the encoder loaded before; then taken out."""
    taking, encoding = [], []
    with open_library(folder) as library:
        library.ask("渡轮什么时候首航？")
        encoder = library.encoder.open()
        for number, raw in enumerate(islice(each_raw_article([file]), _MORE)):
            text = f"第{number}号渡轮青岚号从松岛首航。{raw.text[:300]}"
            fresh = RawArticle(text=text, address=f"more/{number}", title=f"渡轮青岚号{number}")
            encoding.append(seconds(partial(encoder.encode_passages, [text])))
            taking.append(seconds(partial(library.take, [fresh])))
            ids = library.article_ids(f"more/{number}")
            held = library.ask("渡轮青岚号从哪里首航？", article=ids[0]).evidence
            if not held or held[0].by_words is None or held[0].by_meaning is None:
                raise RuntimeError("an article that was added is not found")
        removing = [seconds(partial(library.remove, f"more/{n}")) for n in range(len(taking))]
    return {
        "more_s": middle(taking),
        "of_which_encoding_s": middle(encoding),
        "removed_s": middle(removing),
        **memory(),
    }


def page(folder: Path, _: Path, __: Path) -> dict[str, object]:
    """How soon the page answers, and what memory it holds after a question by its API."""
    with serving(folder) as page:
        call = [sys.executable, "-c", _ASK, page.address]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        status = Path(f"/proc/{page.pid}/status").read_text(encoding="ascii")
    held = {
        line.split(":")[0]: int(line.split()[1]) // 1024
        for line in status.splitlines()
        if line.startswith(("VmHWM", "VmRSS", "RssAnon"))
    }
    return {
        "page_s": round(page.seconds, 2),
        **{f"{name}_mb": number for name, number in held.items()},
    }


_ASK = """
import sys
from gradio_client import Client
client = Client(sys.argv[1], verbose=False)
for question in ("谁主持了会议？", "会议什么时候举行？", "有多少人参加？"):
    client.predict(question, api_name="/ask")
"""
