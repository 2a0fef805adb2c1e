"""What an evaluation finds: plain figures."""

from dataclasses import dataclass

from qa.quality.metrics import Ranks


@dataclass(frozen=True, slots=True)
class Figures:
    """How the passages shown for a group of answerable questions do, as shares from 0 to 1.

    Attributes:
        group: "all", a language or a type.
        questions: How many questions.
        evidence: Right passages: first hits within 1, 5 and 10, and mean reciprocal rank.
        article: The same for the different articles that the passages come from.
        read_short: Questions answered within 300 characters of reading.
        read_long: Questions answered within 1,000 characters of reading.
        short: How well short answers do; None where no answer in words is labelled.
    """

    group: str
    questions: int
    evidence: Ranks
    article: Ranks
    read_short: float
    read_long: float
    short: "Shorts | None" = None


@dataclass(frozen=True, slots=True)
class Shorts:
    """How short answers do, over the questions whose answer in words is labelled.

    Among a language's questions and among all, those alone count whose answers are of a few words:
    when, where and how many.

    Attributes:
        questions: How many such questions.
        given: The share of them that get a short answer at all.
        first: The share of them whose first short answer is right.
        near: The same over those with a right passage among the first three; 0 for none.
    """

    questions: int
    given: float
    first: float
    near: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """How well confidence tells answerable questions from others.

    Attributes:
        unanswerable: How many questions no article answers.
        auroc: As `qa.quality.metrics.auroc`.
        answered: The share of unanswerable questions answered at the threshold that answers 95 %
            of the answerable ones; None where there are none of the one or the other.
    """

    unanswerable: int
    auroc: float | None
    answered: float | None


@dataclass(frozen=True, slots=True)
class Names:
    """The people named, over who-questions with a right passage among the first three.

    Attributes:
        questions: How many such questions.
        precision: The share of the names given that are right.
        recall: The share of the right names that were given.
        f1: Their harmonic mean.
        titles: The share of the right names given that have exactly the right title.
    """

    questions: int
    precision: float
    recall: float
    f1: float
    titles: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one evaluation; shares from 0 to 1.

    Attributes:
        questions: How many questions were asked.
        k: How many passages each answer shows at most; figures "@10" look no deeper.
        figures: For all, for each language, for each type, in the order of first questions.
        sentences: Of the right first passages, the share whose best sentence holds the evidence.
        certainty: How well confidence tells answerable questions.
        names: How well people are named.
        median_seconds: The median time of `ask`.
        slow_seconds: The 95th percentile of the times of `ask`.
    """

    questions: int
    k: int
    figures: tuple[Figures, ...]
    sentences: float | None
    certainty: Certainty
    names: Names
    median_seconds: float
    slow_seconds: float
