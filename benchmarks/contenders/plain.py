"""What one writes in an afternoon: sentence-transformers with its defaults, and FAISS Flat."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import faiss
from sentence_transformers import SentenceTransformer

from benchmarks.contenders.course import Ask

_LENGTH = 300  # characters at the most, like Chuchu's passages


def index(articles: Path, weights: Path, folder: Path) -> int:
    """Writes the vectors of all passages, and which article each is of; how many there are."""
    passages = [
        (article["id"], text)
        for article in map(json.loads, articles.read_text("utf-8").splitlines())
        for text in _passages(article["text"])
    ]
    encoder = SentenceTransformer(str(weights))
    rows = encoder.encode_document([text for _, text in passages])
    found = faiss.IndexFlatIP(rows.shape[1])
    found.add(rows)
    folder.mkdir()
    faiss.write_index(found, str(folder / "index.faiss"))
    (folder / "passages.json").write_text(json.dumps(passages), encoding="utf-8")
    return len(passages)


def ways(weights: Path, folder: Path) -> Mapping[str, Ask]:
    """The nearest passage."""
    encoder = SentenceTransformer(str(weights))
    found = faiss.read_index(str(folder / "index.faiss"))
    passages = json.loads((folder / "passages.json").read_text("utf-8"))

    def retrieve(question: str) -> str:
        _, numbers = found.search(encoder.encode_query([question]), 5)
        return str(passages[numbers[0][0]][0])

    return {"retrieve": retrieve}


def _passages(text: str) -> Iterator[str]:
    """Sentences, as many together as fit."""
    held = ""
    for sentence in text.replace("\n", "。").split("。"):
        if held and len(held) + len(sentence) > _LENGTH:
            yield held
            held = ""
        held += f"{sentence}。" if sentence.strip() else ""
    if held:
        yield held
