"""The files that could not be read, on the Status tab: listed, and dismissed one by one or all."""

from collections.abc import Sequence
from typing import Final

from corpus.article import digest
from qa.addresses import short_address
from qa.library import Library
from qa.messages.catalogue import Texts
from qa.messages.said import told
from qa.report import Outcome
from qa.web.card import button
from qa.web.log_tail import without_folders
from qa.web.marks import isolated
from qa.web.sections import section_html, table_html

_MOST: Final = 100
_ALL: Final = "all"


def failures_html(failures: Sequence[Outcome], shown: Texts, *, dismissing: bool = False) -> str:
    """The files that could not be read, by name, each with its reason; in the order given.

    Args:
        failures: What could not be read.
        shown: The texts of the page.
        dismissing: Whether they can be dismissed.
    """
    if not failures:
        return section_html(shown["failures"], f'<p class="note">{shown["no_failures"]}</p>')
    rows = [_row(each, shown, dismissing=dismissing) for each in failures[:_MOST]]
    more = len(failures) - len(rows)
    rest = f'<p class="note">{shown["outcomes_more"].format(n=more)}</p>' if more > 0 else ""
    heads = [shown["file"], shown["reason"]]
    if dismissing:
        heads.append(button("dismiss", _ALL, shown["dismiss_all"]))
    return section_html(shown["failures"], table_html(heads, rows) + rest)


def dismiss(library: Library, named: str) -> None:
    """Forgets the failures that a button names.

    Raises:
        StoreError: The library cannot be written to.
    """
    places = [each.where for each in library.status().failures]
    library.forget_failures([each for each in places if named in {_ALL, digest(each)}])


def _row(failure: Outcome, shown: Texts, *, dismissing: bool) -> str:
    # Named by a digest: its folders are the server's own.
    one = button("dismiss", digest(failure.where), shown["dismiss"])
    return (
        f"<tr><td>{isolated(short_address(failure.where))}</td>"
        f"<td>{isolated(without_folders(told(failure.reason, shown)))}</td>"
        f"{f'<td>{one}</td>' if dismissing else ''}</tr>"
    )
