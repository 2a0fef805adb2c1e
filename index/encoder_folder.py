"""The default encoder as an ordinary sentence-transformers folder in the user's cache."""

import json
import logging
import os
import shutil
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from index.weights import (
    EncoderError,
    Matrix,
    Shape,
    Vocabulary,
    Weights,
    find_weights,
    read_weights,
)

logger = logging.getLogger(__name__)

NAME: Final = "multilingual-e5-small"
MAX_TOKENS: Final = 512
PROMPTS: Final = {"query": "query: ", "document": "passage: "}

_REVISION: Final = 1  # raise it when the folder's contents change: a new folder is written then
_SAMPLES: Final = 64  # places of a file that are looked at to tell it from another
_SUFFIXES: Final = frozenset({".json", ".safetensors", ".bin", ".txt", ".model"})
_MANIFEST: Final = "chuchu.json"  # the sizes of the folder's files, written last
_STALE_SECONDS: Final = 3600  # a draft that old was left by a process that was killed

Progress = Callable[[str], None]

_PARTS: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_KINDS: Final = {"w": "weight", "b": "bias"}


def cache_folder() -> Path:
    """The folder for what can be made again: ``CHUCHU_CACHE``, or the user's own cache folder."""
    own = os.environ.get("CHUCHU_CACHE")
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "chuchu" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "chuchu"


def default_folder(progress: Progress | None = None) -> Path:
    """The default encoder's folder; written the first time, which takes some seconds.

    Several processes may call it at once: each writes a folder of its own, and the first one that
    is whole takes its place. A folder that was not finished is never used.

    Args:
        progress: Called with one line of text before each longer step.

    Raises:
        EncoderError: The weights are missing or broken, or the folder cannot be written.
    """
    weights = find_weights()
    folder = cache_folder() / f"{NAME}-{_REVISION}-{_sample(weights).hex()[:8]}"
    if _is_whole(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _convert_into(weights, folder, progress or logger.info)
    except OSError as error:
        raise EncoderError(
            f"the default encoder cannot be written to {folder} ({error.strerror or error}); "
            f"make room there, or name another folder in CHUCHU_CACHE"
        ) from error
    return folder


def write_folder(weights: Weights, folder: Path) -> None:
    """Writes the encoder's files into an existing folder."""
    _save_tensors(weights, folder / "model.safetensors")
    _save_tokenizer(weights.vocabulary, folder)
    for name, content in _configuration(weights).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2), encoding="utf-8")
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in _files(folder)}
    (folder / _MANIFEST).write_text(json.dumps(sizes, indent=2), encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _is_whole(folder: Path) -> bool:
    """Whether every file has the size that was written: a crash may have left shorter ones."""
    try:
        sizes = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError):
        return False


def _convert_into(source: Path, folder: Path, progress: Progress) -> None:
    _remove_stale(folder)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        progress(f"Reading the default encoder's weights from {source}")
        weights = read_weights(source)
        progress(f"Writing the default encoder to {folder} (once)")
        write_folder(weights, draft)
        _take_place(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _take_place(draft: Path, folder: Path) -> None:
    """Renames the draft; where another process was first, its folder stays if it is whole."""
    try:
        draft.replace(folder)
    except OSError:
        if _is_whole(folder):
            return
        folder.replace(draft.with_suffix(".broken"))
        draft.replace(folder)
        shutil.rmtree(draft.with_suffix(".broken"), ignore_errors=True)


def _remove_stale(folder: Path) -> None:
    """Removes the drafts that killed processes left."""
    for draft in folder.parent.glob(f"{folder.name}.*.part"):
        if time.time() - draft.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(draft, ignore_errors=True)


def fingerprint(folder: Path, name: str) -> str:
    """The name, and eight hexadecimal digits for the encoder's files in the folder.

    They stand for the files' names, sizes and some of their bytes, so that a large encoder is told
    from another one in milliseconds. Notes on the encoder and hidden files do not count.

    Raises:
        OSError: A file cannot be read.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix in _SUFFIXES]
    digest = sha256(str(MAX_TOKENS).encode())
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        if path.name != _MANIFEST:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + _sample(path))
    return f"{name}-{digest.hexdigest()[:8]}"


def encodable(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, replaced by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _sample(path: Path) -> bytes:
    """A digest of a file's size and of some of its bytes: of all, where it is small."""
    size = path.stat().st_size
    digest = sha256(str(size).encode())
    with path.open("rb") as file:
        for number in range(_SAMPLES):
            file.seek(size * number // _SAMPLES)
            digest.update(file.read(4096))
    return digest.digest()


def _save_tensors(weights: Weights, path: Path) -> None:
    shape = weights.shape
    tensors = {_tensor_name(name): values for name, values in weights.tensors.items()}
    save_file(
        {name: _shaped(name, values, shape) for name, values in tensors.items()},
        path,
        metadata={"format": "pt"},
    )


def _tensor_name(name: str) -> str:
    """The name that a BERT encoder has for the tensor that the weights file calls ``name``."""
    if not name.startswith("l"):
        return {
            "emb.word": "embeddings.word_embeddings.weight",
            "emb.pos": "embeddings.position_embeddings.weight",
            "emb.type": "embeddings.token_type_embeddings.weight",
            "emb.ln.w": "embeddings.LayerNorm.weight",
            "emb.ln.b": "embeddings.LayerNorm.bias",
        }[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer[1:]}.{_PARTS[part]}.{_KINDS[kind]}"


def _shaped(name: str, values: Matrix, shape: Shape) -> Matrix:
    if name.endswith("bias") or "LayerNorm" in name:
        return values
    columns = shape.inner if name.endswith(".output.dense.weight") else shape.hidden
    if name.endswith("attention.output.dense.weight"):
        columns = shape.hidden
    return values.reshape(-1, columns)


def _save_tokenizer(vocabulary: Vocabulary, folder: Path) -> None:
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
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


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


def _configuration(weights: Weights) -> dict[str, object]:
    """The small files of the folder, by name."""
    shape, vocabulary = weights.shape, weights.vocabulary
    modules = "sentence_transformers.models"
    special = {
        "bos_token": vocabulary.pieces[vocabulary.bos],
        "eos_token": vocabulary.pieces[vocabulary.eos],
        "cls_token": vocabulary.pieces[vocabulary.bos],
        "sep_token": vocabulary.pieces[vocabulary.eos],
        "pad_token": vocabulary.pieces[vocabulary.pad],
        "unk_token": vocabulary.pieces[vocabulary.unk],
    }
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.inner,
            "vocab_size": shape.words,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": vocabulary.pad,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": MAX_TOKENS,
            **special,
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{modules}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{modules}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{modules}.Normalize"},
        ],
        "sentence_bert_config.json": {
            "max_seq_length": MAX_TOKENS,
            "do_lower_case": False,
            "model_args": {"add_pooling_layer": False},  # the pooler is not among the weights
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": PROMPTS,
            "similarity_fn_name": "cosine",
        },
    }
