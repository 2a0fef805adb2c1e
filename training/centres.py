"""Measures the default encoder's centres and writes the file that ships.

Run it when ``index/questions`` or the default encoder changes:
``python -m training.centres``.
"""

from pathlib import Path

from index.centre import measure, save
from index.encoder import open_encoder


def main() -> None:
    """Writes ``index/centres/<fingerprint>.npz``."""
    encoder = open_encoder()
    folder = Path(__file__).parents[1] / "index" / "centres"
    save(measure(encoder), folder / f"{encoder.fingerprint}.npz")


if __name__ == "__main__":
    main()
