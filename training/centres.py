"""Measures our own encoders' centres and writes the files that ship.

Not those of English questions, whose last layers have learnt to do without
(`training.english_questions`). Run it when ``index/questions`` or an encoder changes:
``python -m training.centres exact default fast``.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from index.centre import LANGUAGES, measure, save
from index.encoder import open_encoder


def main(names: Sequence[str]) -> None:
    """Writes ``index/centres/<fingerprint>.npz`` for each encoder."""
    folder = Path(__file__).parents[1] / "index" / "centres"
    for name in names:
        encoder = open_encoder(name)
        chinese = [language for language in LANGUAGES if language != "en"]
        save(measure(encoder, chinese), folder / f"{encoder.fingerprint}.npz")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", metavar="ENCODER", help="exact, default or fast")
    main(parser.parse_args().names)
