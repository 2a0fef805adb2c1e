"""The files of our own encoders: their tensors, and how they are put together."""

from pathlib import Path
from typing import Final

from safetensors import SafetensorError
from safetensors.numpy import save_file

from index.pieces import MAX_TOKENS
from index.weights import Matrix, Shape, Vocabulary, Weights

PROMPTS: Final = {"query": "query: ", "document": "passage: "}

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


def save_tensors(weights: Weights, path: Path) -> None:
    """Writes the weights as float32, which holds each of them exactly, under BERT's names.

    Raises:
        OSError: The file cannot be written.
    """
    shape = weights.shape
    tensors = {_tensor_name(name): values for name, values in weights.tensors.items()}
    shaped = {name: _shaped(name, values, shape) for name, values in tensors.items()}
    try:
        save_file(shaped, path, metadata={"format": "pt"})
    except SafetensorError as error:  # a full disk, for one
        raise OSError(str(error)) from error


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


def configuration(weights: Weights) -> dict[str, object]:
    """The small files of the folder, by name."""
    shape, vocabulary = weights.shape, weights.vocabulary
    modules = "sentence_transformers.models"
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
            **_special_tokens(vocabulary),
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


def _special_tokens(vocabulary: Vocabulary) -> dict[str, str]:
    return {
        "bos_token": vocabulary.pieces[vocabulary.bos],
        "eos_token": vocabulary.pieces[vocabulary.eos],
        "cls_token": vocabulary.pieces[vocabulary.bos],
        "sep_token": vocabulary.pieces[vocabulary.eos],
        "pad_token": vocabulary.pieces[vocabulary.pad],
        "unk_token": vocabulary.pieces[vocabulary.unk],
    }
