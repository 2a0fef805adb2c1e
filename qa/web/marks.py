"""Text → escaped HTML, with what is lit up in it; nothing of a text becomes markup."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Control characters, and those that reorder what stands around them: they can make a quotation
# look like another one.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FRAMES = ("passage", "sentence")  # what surrounds, against what is lit up itself


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of a text, ``text[start:end]``, and what it is called in the stylesheet."""

    start: int
    end: int
    name: str


def escape(text: str) -> str:
    """The text for HTML content and quoted attributes; what reorders or hides text is left out."""
    return html.escape(_UNSEEN.sub("", text))


def isolated(text: str) -> str:
    """The text escaped, in an element whose direction of writing stays its own."""
    return f"<bdi>{escape(text)}</bdi>"


def marked(text: str, layers: Sequence[Layer] = ()) -> str:
    """The text's paragraphs as HTML, each stretch with the names of the layers that cover it.

    Layers may overlap. A layer that reaches outside the text counts as far as it is inside. The
    first stretch of a layer named ``passage`` has the class ``here``, to scroll to.
    """
    paragraphs = []
    seen = False
    for start, end in _lines(text):
        runs = []
        for first, behind, names in _runs(start, end, layers):
            here = "passage" in names and not seen
            seen = seen or here
            runs.append(_run(text[first:behind], (*names, "here") if here else names))
        if runs:
            paragraphs.append(f'<p dir="auto">{"".join(runs)}</p>')
    return "".join(paragraphs)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _runs(
    start: int, end: int, layers: Sequence[Layer]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The stretches of ``start`` to ``end`` between which the covering layers change."""
    inside = [layer for layer in layers if layer.start < end and layer.end > start]
    cuts = {start, end}
    for layer in inside:
        cuts |= {max(layer.start, start), min(layer.end, end)}
    for first, behind in pairwise(sorted(cuts)):
        names = {layer.name for layer in inside if layer.start <= first and behind <= layer.end}
        yield first, behind, tuple(sorted(names))


def _run(text: str, names: tuple[str, ...]) -> str:
    if not names:
        return escape(text)
    lit = any(name not in (*_FRAMES, "here") for name in names)
    tag = "mark" if lit else "span"
    return f'<{tag} class="{" ".join(names)}">{escape(text)}</{tag}>'
