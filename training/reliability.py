"""Draws how reliable confidence is: how often the library holds the answer, by what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.calibration import calibration_curve

_BINS: Final = 10  # with as many questions each


@dataclass(frozen=True, slots=True)
class Curve:
    """The points of a reliability diagram, from the least confident to the most.

    Attributes:
        said: The mean probability of each bin.
        came: The share of its questions whose answer the library holds.
    """

    said: tuple[float, ...]
    came: tuple[float, ...]


def curve(held: Sequence[bool], probabilities: NDArray[np.float64]) -> Curve:
    """The curve over ten bins of as many questions each; fewer where probabilities are the same.

    See Niculescu-Mizil and Caruana, "Predicting Good Probabilities with Supervised Learning", ICML
    2005.
    """
    came, said = calibration_curve(held, probabilities, n_bins=_BINS, strategy="quantile")
    return Curve(tuple(map(float, said)), tuple(map(float, came)))


def expected_error(held: Sequence[bool], probabilities: NDArray[np.float64]) -> float:
    """How far what is said is from what comes, on average over ten bins of equal width.

    The expected calibration error of Guo et al., "On Calibration of Modern Neural Networks", ICML
    2017. No questions give 0.
    """
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    truth = np.array(held, dtype=float)
    parts = [bins == number for number in range(_BINS) if (bins == number).any()]
    return sum(
        float(part.mean()) * abs(float(truth[part].mean() - probabilities[part].mean()))
        for part in parts
    )


def draw(curves: Mapping[str, Curve], path: Path) -> None:
    """Writes a picture of the curves, by the names of their sets."""
    from matplotlib.figure import Figure  # noqa: PLC0415  only where a picture is wanted

    figure = Figure(figsize=(6, 5), dpi=130, layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.6", linestyle=":", label="said = came")
    for marker, (name, points) in zip("os^Dvx*", curves.items(), strict=False):
        axes.plot(points.said, points.came, marker=marker, linewidth=1.2, label=name)
    axes.set(
        xlabel="confidence said (mean of a tenth of the questions)",
        ylabel="share whose answer the library holds",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, metadata={"Software": None})
