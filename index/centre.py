"""Taking the language out of a question's vector.

The vectors of multilingual encoders carry the language of the text, which drowns what an English
question asks of Chinese passages. The mean vector of many questions in a language is that
language's share; without it, questions of all languages find alike.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from corpus.whole import written_whole
from index.encoder import Encoder, Matrix
from index.fold import simplified

logger = logging.getLogger(__name__)

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
# How much of its language's mean is taken out of a question: chosen on the development sets. It is
# what makes English questions work; for Chinese ones, over Chinese articles, all of it is too much.
SHARES = {"zh-Hans": 0.5, "zh-Hant": 0.5, "en": 0.75}


@dataclass(frozen=True, slots=True)
class Centres:
    """The mean question vectors of one encoder, float32, (dim,), by language."""

    means: Mapping[str, Matrix] = field(default_factory=dict)

    def without(self, row: Matrix, language: str) -> Matrix:
        """The row less a share of its language's mean, of unit length.

        As it was for an unknown language.
        """
        if language not in self.means:
            return row
        rest: Matrix = row - np.float32(SHARES[language]) * self.means[language]
        length = float(np.linalg.norm(rest))
        return rest / length if length > 0 else row


def open_centres(encoder: Encoder, cache: Path) -> Centres:
    """The centres that ship for this encoder, or that were measured before, or measured now.

    Measuring takes some ten seconds, once an encoder; what comes out is kept in ``cache``.
    """
    name = f"{encoder.fingerprint}.npz"
    with as_file(files("index").joinpath("centres", name)) as shipped:
        found = _load(shipped) or _load(cache / "centres" / name)
    if found is None:
        found = measure(encoder)
        save(found, cache / "centres" / name)
    return found


def measure(encoder: Encoder, languages: Sequence[str] = LANGUAGES) -> Centres:
    """The mean vectors of the questions that ship in ``index/questions``, by language."""
    return Centres(
        {
            language: encoder.encode_queries([simplified(q) for q in questions(language)]).mean(0)
            for language in languages
        }
    )


def questions(language: str) -> tuple[str, ...]:
    """The questions that ship for measuring a language's share, in order."""
    text = files("index").joinpath("questions", f"{language}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip())


def save(centres: Centres, path: Path) -> None:
    """Writes centres to a file, whole or not at all; a folder that is read-only stays as it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as beside, beside.open("wb") as file:
            np.savez(file, allow_pickle=False, **centres.means)
    except OSError as error:
        logger.warning("%s cannot be written (%s): it is measured again next time", path, error)


def _load(path: Path) -> Centres | None:
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return Centres({language: arrays[language] for language in arrays.files})
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        logger.warning("%s cannot be read and is made anew: %s", path, error)
        return None
