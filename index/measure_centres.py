"""Measures the default encoder's centres and writes the file that ships.

Run it when ``index/questions`` or the default encoder changes:
``python -m index.measure_centres``.
"""

from pathlib import Path

from index.centre import measure, save
from index.encoder import open_encoder


def main() -> None:
    """Writes ``index/centres/<fingerprint>.npz`` beside this module."""
    encoder = open_encoder()
    save(measure(encoder), Path(__file__).parent / "centres" / f"{encoder.fingerprint}.npz")


if __name__ == "__main__":
    main()
