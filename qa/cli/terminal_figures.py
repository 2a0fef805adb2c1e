"""The figures of an evaluation as people read them in a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from qa.cli.columns import table
from qa.quality.figures import Evaluation, Figures
from qa.quality.metrics import CUTS


def evaluation_text(evaluation: Evaluation) -> str:
    """The figures as an aligned table, in percent, and the single ones below it.

    Where answers show fewer than 10 passages, the deepest cut is theirs: @1 and @2.
    """
    cuts = _cuts(evaluation.k)
    head = ["", "questions", *(f"evidence@{cut}" for cut in cuts), f"mrr@{max(cuts)}"]
    head += [*(f"article@{cut}" for cut in cuts), "read@300", "read@1000"]
    rows = [
        [f.group, str(f.questions), *map(_percent, _values(f, list(cuts.values())))]
        for f in evaluation.figures
    ]
    if any(f.short for f in evaluation.figures):
        head += ["short", "short|top3"]
        rows = [[*row, *_shorts(f)] for row, f in zip(rows, evaluation.figures, strict=True)]
    return "\n".join([*table([head, *rows]), "", *_single_figures(evaluation)])


def _cuts(k: int) -> dict[int, int]:
    """The cuts that k passages reach, each with its place in `CUTS`; no deeper one is called so."""
    return {min(cut, k): place for place, cut in enumerate(CUTS)}


def _values(figures: Figures, places: Sequence[int]) -> Iterable[float]:
    yield from (*(figures.evidence.hits[place] for place in places), figures.evidence.mrr)
    yield from (figures.article.hits[place] for place in places)
    yield from (figures.read_short, figures.read_long)


def _shorts(figures: Figures) -> tuple[str, str]:
    """How often the first short answer is right: of all labelled, and with a right passage near."""
    short = figures.short
    return (_percent(short.first), _percent(short.near)) if short else ("-", "-")


def _single_figures(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.sentences is not None:
        yield f"best sentence holds the evidence: {_percent(evaluation.sentences)}"
    certainty, names = evaluation.certainty, evaluation.names
    if certainty.auroc is not None and certainty.answered is not None:
        yield (
            f"confidence: AUROC {_percent(certainty.auroc)}; of {certainty.unanswerable}"
            f" unanswerable questions {_percent(certainty.answered)} answered"
            " where 95.0 of the answerable are"
        )
    if names.questions:
        yield (
            f"people in {names.questions} questions: precision {_percent(names.precision)},"
            f" recall {_percent(names.recall)}, F1 {_percent(names.f1)},"
            f" titles {_percent(names.titles)}"
        )
    median, slow = evaluation.median_seconds * 1000, evaluation.slow_seconds * 1000
    yield f"time of a question: median {median:.0f} ms, 95th percentile {slow:.0f} ms"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
