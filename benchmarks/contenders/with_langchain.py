"""LangChain's usual pipeline: its splitter, its Hugging Face encoder, its FAISS store, a retriever.

Set up as its documentation advises: the separators that it gives for languages without spaces, an
overlap of a fifth, prompts as the weights declare them. Passages are as long as Chuchu's.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from benchmarks.contenders.course import Ask

_SEPARATORS = ["\n\n", "\n", " ", ".", ",", "\u200b", "，", "、", "．", "。", ""]


def index(articles: Path, weights: Path, folder: Path) -> int:
    """Writes the store; how many passages it holds."""
    documents = [
        Document(article["text"], metadata={"id": article["id"]})
        for article in map(json.loads, articles.read_text("utf-8").splitlines())
    ]
    splitter = RecursiveCharacterTextSplitter(
        separators=_SEPARATORS, chunk_size=300, chunk_overlap=60
    )
    passages = splitter.split_documents(documents)
    FAISS.from_documents(passages, _encoder(weights)).save_local(str(folder))
    return len(passages)


def ways(weights: Path, folder: Path) -> Mapping[str, Ask]:
    """The nearest passage."""
    store = FAISS.load_local(
        str(folder),
        _encoder(weights),
        allow_dangerous_deserialization=True,  # its own file, written a moment ago
    )
    retriever = store.as_retriever(search_kwargs={"k": 5})

    def retrieve(question: str) -> str:
        return str(retriever.invoke(question)[0].metadata["id"])

    return {"retrieve": retrieve}


def _encoder(weights: Path) -> HuggingFaceEmbeddings:
    return HuggingFaceEmbeddings(
        model_name=str(weights),
        encode_kwargs={"prompt_name": "document"},
        query_encode_kwargs={"prompt_name": "query"},
    )
