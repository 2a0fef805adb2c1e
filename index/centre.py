"""Taking the language out of a question's vector.

The vectors of multilingual encoders carry the language of the text, which drowns what an English
question asks of Chinese passages. The mean vector of many questions in a language is that
language's share; without it, questions of all languages find alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

import numpy as np

from index.encoder import Encoder, Matrix
from index.fold import simplified

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True)
class Centres:
    """The mean question vectors of one encoder, float32, (dim,), by language."""

    means: Mapping[str, Matrix] = field(default_factory=dict)

    def without(self, row: Matrix, language: str) -> Matrix:
        """The row less its language's mean, of unit length; as it was for an unknown language."""
        if language not in self.means:
            return row
        rest: Matrix = row - self.means[language]
        length = float(np.linalg.norm(rest))
        return rest / length if length > 0 else row


def measure(encoder: Encoder) -> Centres:
    """The mean vectors of the questions that ship in ``index/questions``, by language."""
    return Centres(
        {
            language: encoder.encode_queries([simplified(q) for q in questions(language)]).mean(0)
            for language in LANGUAGES
        }
    )


def questions(language: str) -> tuple[str, ...]:
    """The questions that ship for measuring a language's share, in order."""
    text = files("index").joinpath("questions", f"{language}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip())
