"""How well shown passages answer: the rules of the scoring, each a small pure function.

Everywhere white space does not count, and characters are compared as they stand, in the article's
own script.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytrec_eval

CUTS = (1, 5, 10)
_DEEPEST = max(CUTS)
_MEASURES = {f"success_{','.join(map(str, CUTS))}", "recip_rank"}
# Two passages of an article with no more than this between them are neighbours: what lies between
# neighbours is white space, and text that no passage shows is longer.
_GAP = 2
_REACHING = 0.95  # the share of answerable questions that a threshold is to answer


@dataclass(frozen=True, slots=True)
class Gold:
    """One place that answers a question.

    Attributes:
        article: The record of the article.
        evidence: The part of its text that holds the answer.
    """

    article: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as it was shown.

    Attributes:
        article: The record of its article.
        start: Offset in the article's text.
        end: Offset behind its last character.
        text: What it says.
    """

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Ranks:
    """Hit rates within the first of `CUTS`, and the mean reciprocal rank of the first hit.

    Attributes:
        hits: Per cut, the share of questions with a right one among so many first ones.
        mrr: Over the first 10; a question without a hit counts 0.
    """

    hits: tuple[float, ...]
    mrr: float


@dataclass(frozen=True, slots=True)
class NameCounts:
    """Names found for one question: how many there are, and how many are right.

    Attributes:
        found: How many different names were given.
        wanted: How many there are to be found.
        both: How many of these were found.
        titles: How many of those with exactly the right title.
    """

    found: int
    wanted: int
    both: int
    titles: int


def squeezed(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


def covers(text: str, evidence: str) -> bool:
    """Whether a text holds a run of at least half of an evidence's characters."""
    run, target = squeezed(text), squeezed(evidence)
    half = math.ceil(len(target) / 2)
    starts = range(len(target) - half + 1)
    return bool(target) and any(target[start : start + half] in run for start in starts)


def covers_any(text: str, evidences: Iterable[str]) -> bool:
    """Whether a text covers one of some evidences."""
    return any(covers(text, evidence) for evidence in evidences)


def is_right(passage: Shown, gold: Sequence[Gold]) -> bool:
    """Whether a passage comes from a gold article and covers one of its evidences."""
    return covers_any(passage.text, (g.evidence for g in gold if g.article == passage.article))


def is_read(shown: Sequence[Shown], gold: Sequence[Gold], limit: int) -> bool:
    """Whether who reads so many characters of the passages, in order, has met a whole evidence.

    An evidence that runs over neighbouring passages is met once all its parts are read.
    """
    runs = list(_runs(_within(shown, limit)))
    return any(
        article == g.article and squeezed(g.evidence) in text
        for article, text in runs
        for g in gold
        if squeezed(g.evidence)
    )


def distinct(records: Sequence[str]) -> tuple[str, ...]:
    """Each record once, where it came first."""
    return tuple(dict.fromkeys(records))


def rank_figures(right: Sequence[Sequence[bool]]) -> Ranks:
    """The figures of rankings, given for each question whether its first, second … one is right.

    What comes behind the tenth does not count. No rankings give zeros.
    """
    rankings = [each[:_DEEPEST] for each in right]
    qrels = {str(n): {str(i): int(hit) for i, hit in enumerate(r)} for n, r in enumerate(rankings)}
    run = {str(n): {str(i): -float(i) for i in range(len(r))} for n, r in enumerate(rankings)}
    found = pytrec_eval.RelevanceEvaluator(qrels, _MEASURES).evaluate(run).values()
    number = max(1, len(rankings))
    hits = tuple(sum(q[f"success_{cut}"] for q in found) / number for cut in CUTS)
    return Ranks(hits, sum(q["recip_rank"] for q in found) / number)


def auroc(answerable: Sequence[float], unanswerable: Sequence[float]) -> float | None:
    """The chance that an answerable question has more confidence than an unanswerable one.

    Ties count half; None where there are none of the one or of the other.
    """
    if not answerable or not unanswerable:
        return None
    from sklearn.metrics import roc_auc_score  # noqa: PLC0415  takes over a second

    truth = [1] * len(answerable) + [0] * len(unanswerable)
    return float(roc_auc_score(truth, [*answerable, *unanswerable]))


def threshold(answerable: Sequence[float]) -> float:
    """The highest confidence that at least 95 % of the answerable questions reach."""
    ordered = sorted(answerable, reverse=True)
    return ordered[max(1, math.ceil(_REACHING * len(ordered) - 1e-9)) - 1]


def answered_share(answerable: Sequence[float], unanswerable: Sequence[float]) -> float | None:
    """The share of unanswerable questions at or over the `threshold`; None as in `auroc`."""
    if not answerable or not unanswerable:
        return None
    least = threshold(answerable)
    return sum(value >= least for value in unanswerable) / len(unanswerable)


def count_names(found: Mapping[str, str], wanted: Mapping[str, str]) -> NameCounts:
    """How the names (each with its title) that were found agree with those wanted."""
    mine = {squeezed(name): squeezed(title) for name, title in found.items()}
    theirs = {squeezed(name): squeezed(title) for name, title in wanted.items()}
    both = mine.keys() & theirs.keys()
    titles = sum(mine[name] == theirs[name] for name in both)
    return NameCounts(len(mine), len(theirs), len(both), titles)


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that at least this share of the values does not exceed; 0 for none."""
    ordered = sorted(values)
    place = max(1, math.ceil(share * len(ordered) - 1e-9))
    return ordered[place - 1] if ordered else 0.0


def _within(shown: Sequence[Shown], limit: int) -> Iterator[tuple[Shown, str]]:
    """The passages that are read within the limit, each with what of its text is read."""
    left = limit
    for passage in shown:
        text = squeezed(passage.text)[: max(0, left)]
        left -= len(text)
        if text:
            yield passage, text


def _runs(read: Iterator[tuple[Shown, str]]) -> Iterator[tuple[str, str]]:
    """The article and text of each stretch of neighbouring passages."""
    article, text, end = "", "", 0
    for passage, part in sorted(read, key=lambda pair: (pair[0].article, pair[0].start)):
        if passage.article == article and passage.start - end <= _GAP:
            text += part
        else:
            yield article, text
            article, text = passage.article, part
        # what was cut off leaves a gap behind itself
        whole = len(part) == len(squeezed(passage.text))
        end = passage.end if whole else -_GAP - 1
    yield article, text
