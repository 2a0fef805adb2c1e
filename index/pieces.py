"""Cutting texts into the encoder's pieces without reading the whole vocabulary first.

Our own encoders know about a hundred languages; reading their 250,000 pieces takes a second and
300 MB. A piece can only stand in a text that has all its letters: so texts whose letters are Han,
ASCII or Greek are cut just the same by the pieces that have no other letters, a third of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from corpus.han import HAN
from index.charmap import character_map
from index.weights import Vocabulary

MAX_TOKENS: Final = 512

Span = tuple[int, int]  # a piece's first character, and the one behind its last

_ALL: Final = "tokenizer.json"
# Neither is a file that an encoder's fingerprint stands for: they change nothing in its rows.
_COMMON: Final = "common.pieces"
_PLACES: Final = "common.places"

_RARE_LETTER: Final = re.compile(rf"(?![A-Za-z\u0370-\u03ff{HAN}])[^\W\d_]")


def has_rare_letter(text: str) -> bool:
    """Whether the text has a letter that is neither Han, ASCII nor Greek."""
    return _RARE_LETTER.search(text) is not None


def common_places(vocabulary: Vocabulary) -> list[int]:
    """The ids of the pieces that have no rare letter or are one character, in order.

    With them are the special pieces, and the piece with the lowest score: on it depends what a
    character without a piece costs.
    """
    special = {vocabulary.bos, vocabulary.eos, vocabulary.pad, vocabulary.unk}
    special.add(min(range(len(vocabulary.scores)), key=vocabulary.scores.__getitem__))
    return [
        place
        for place, piece in enumerate(vocabulary.pieces)
        if place in special or len(piece) == 1 or not has_rare_letter(piece)
    ]


def only(vocabulary: Vocabulary, places: Sequence[int]) -> Vocabulary:
    """The vocabulary of these pieces alone, whose ids are their places in ``places``."""
    at = {place: number for number, place in enumerate(places)}
    return replace(
        vocabulary,
        pieces=tuple(vocabulary.pieces[place] for place in places),
        scores=tuple(vocabulary.scores[place] for place in places),
        bos=at[vocabulary.bos],
        eos=at[vocabulary.eos],
        pad=at[vocabulary.pad],
        unk=at[vocabulary.unk],
    )


def save_pieces(vocabulary: Vocabulary, folder: Path) -> None:
    """Writes the tokenizer, which cuts as the weights were trained to be fed, and its short form.

    Raises:
        OSError: A file cannot be written.
    """
    (folder / _ALL).write_text(_tokenizer(vocabulary).to_str(), encoding="utf-8")
    places = common_places(vocabulary)
    if len(places) < len(vocabulary.pieces):
        short = _tokenizer(only(vocabulary, places))
        (folder / _COMMON).write_text(short.to_str(), encoding="utf-8")
        with (folder / _PLACES).open("wb") as file:
            np.save(file, np.array(places, dtype=np.int32), allow_pickle=False)


class Pieces:
    """Cuts texts into piece ids, as the tokenizer of an encoder's folder does.

    Args:
        folder: Where `save_pieces` wrote.

    Raises:
        OSError: A file of the folder cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: list[int] = []
        self._short: Tokenizer | None = None
        if (folder / _PLACES).exists():
            self._places = np.load(folder / _PLACES, allow_pickle=False).tolist()
            self._short = _opened(folder / _COMMON)

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The piece ids of each text, 512 at the most, special ones included."""
        places, tokenizer = self._fitting(texts)
        return [_named(each.ids, places) for each in tokenizer.encode_batch_fast(list(texts))]

    def placed(self, text: str) -> tuple[list[int], list[Span]]:
        """A text's ids, and for each where its characters stand: none, for special ones."""
        places, tokenizer = self._fitting([text])
        encoding = tokenizer.encode(text)
        return _named(encoding.ids, places), encoding.offsets

    def _fitting(self, texts: Sequence[str]) -> tuple[list[int], Tokenizer]:
        """The tokenizer that is enough for texts, and its pieces' ids where it has own ones."""
        short = self._short
        if short is None:
            return [], self._whole
        if any(has_rare_letter(short.normalizer.normalize_str(text)) for text in texts):
            return [], self._whole
        return self._places, short

    @cached_property
    def _whole(self) -> Tokenizer:
        return _opened(self._folder / _ALL)


def _opened(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _named(ids: list[int], places: Sequence[int]) -> list[int]:
    return [places[each] for each in ids] if places else ids


def _tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    bos, eos = vocabulary.pieces[vocabulary.bos], vocabulary.pieces[vocabulary.eos]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unk))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(character_map(vocabulary.normalization)),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)],
    )
    return tokenizer
