"""Rules that replace characters, in the compiled form that SentencePiece tokenizers carry."""

import struct

import numpy as np


def character_map(rules: tuple[tuple[str, str], ...]) -> bytes:
    """The rules as the compiled character map of SentencePiece, which ``Precompiled`` reads.

    It is a double-array trie over the UTF-8 bytes of the characters, and behind it the texts that
    take their places, each ended by a zero byte. Here every inner node has 256 cells of its own:
    larger than need be, and simple.
    """
    texts = bytearray()
    places = []
    for _character, text in rules:
        places.append(len(texts))
        texts += text.encode() + b"\0"
    cells = _trie([character.encode() for character, _text in rules], places)
    return struct.pack("<I", cells.nbytes) + cells.tobytes() + bytes(texts)


def _trie(keys: list[bytes], values: list[int]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """Cells of 32 bits: label in the low 8, bit 8 "a key ends here", offset from bit 10 on.

    No key may begin another one, which holds for single characters in UTF-8. A cell's offset,
    combined with its place by exclusive or, leads to the cells of the next byte.
    """
    prefixes = sorted({key[:end] for key in keys for end in range(len(key))})
    bases = {prefix: 256 * (number + 1) for number, prefix in enumerate(prefixes)}
    leaves = 256 * (len(prefixes) + 1)
    cells = np.zeros(leaves + -(-len(keys) // 256) * 256, dtype=np.uint32)
    cells[0] = bases[b""] << 10
    for prefix in prefixes[1:]:
        place = bases[prefix[:-1]] ^ prefix[-1]
        cells[place] = (place ^ bases[prefix]) << 10 | prefix[-1]
    for leaf, (key, value) in enumerate(zip(keys, values, strict=True), leaves):
        place = bases[key[:-1]] ^ key[-1]
        cells[place] = (place ^ leaf) << 10 | 1 << 8 | key[-1]
        cells[leaf] = 1 << 31 | value  # the high bit: no byte is taken for its label
    return cells
