"""The sections and tables of the Status tab, as HTML."""

from collections.abc import Sequence

from qa.web.pages import column_heads


def section_html(head: str, body: str) -> str:
    """A section with its head; both given as HTML."""
    return f"<section><h2>{head}</h2>{body}</section>"


def table_html(heads: Sequence[str], rows: Sequence[str]) -> str:
    """A table; heads and rows are given as HTML. Nothing where there are no rows."""
    if not rows:
        return ""
    return (
        '<div class="scroll"><table class="list sources">'
        f"<thead><tr>{column_heads(heads)}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )
