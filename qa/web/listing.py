"""The list of articles: a table that is sorted, turned and picked from, and what was removed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, get_args

from corpus.listing import Listed, Order
from corpus.one_line import cut
from corpus.withdrawn import SetAside
from qa.holdings import Page
from qa.messages.catalogue import Texts
from qa.messages.headings import given_day, listed_name
from qa.web.card import button
from qa.web.marks import escape, isolated
from qa.web.pages import empty_html

PAGE: Final = 25  # articles in one view of the list
_COLUMNS: Final[tuple[tuple[Order, str], ...]] = (
    ("title", "title"),
    ("source", "source"),
    ("date", "date"),
    ("passages", "passages_column"),
    ("reprints", "reprints_column"),
    ("waiting", "state"),
)
_RISING: Final = ("title", "source")  # what a first click sorts upwards
_NUMBERS: Final = ("passages", "reprints")
_MOST_REMOVED, _TITLE = 5, 30  # what was removed that is told of, and characters of its title


@dataclass(frozen=True, slots=True)
class View:
    """What one visitor sees of the list.

    Attributes:
        words: What is searched for.
        order: By what it is sorted.
        descending: The largest, newest, last in the alphabet first.
        offset: How many articles come before those shown.
    """

    words: str = ""
    order: Order = "date"
    descending: bool = True
    offset: int = 0


def sorted_by(view: View, order: str) -> View:
    """The view after a click on a column's head: sorted by it, or the other way round."""
    known = next((each for each in get_args(Order) if each == order), view.order)
    down = not view.descending if known == view.order else known not in _RISING
    return replace(view, order=known, descending=down, offset=0)


def turned(view: View, offset: str = "", page: str = "") -> View:
    """The view turned to an offset or a page, numbered from 1; what is no number turns nothing."""
    if page.isdecimal():
        return replace(view, offset=(max(1, int(page)) - 1) * PAGE)
    return replace(view, offset=int(offset)) if offset.isdecimal() else view


def list_html(page: Page, view: View, texts: Texts, *, picking: bool) -> str:
    """A page of the list, and how to turn it; a sentence where there is nothing to list.

    Args:
        page: What is listed.
        view: How.
        texts: The texts of the page.
        picking: Whether articles can be picked, to remove them.
    """
    if not page.articles:
        return f'<p class="note">{texts["found_none"]}</p>' if view.words else empty_html(texts)
    span = texts["page_of"].format(
        first=page.offset + 1, last=page.offset + len(page.articles), total=f"{page.total:,}"
    )
    rows = "".join(_row(each, texts, picking=picking) for each in page.articles)
    return (
        f'<div class="list-head"><p class="note" role="status">{span}</p>'
        f"{_remover(texts) if picking else ''}</div>"
        f'<div class="scroll"><table class="list articles">'
        f"<thead><tr>{_heads(view, texts, picking=picking)}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
        f"{_turns(page, texts)}"
    )


def removed_html(aside: Sequence[SetAside], texts: Texts) -> str:
    """What was removed and can be put back, the newest first; older ones once these are decided."""
    rows = "".join(f"<li>{_removed(each, texts)}</li>" for each in aside[:_MOST_REMOVED])
    if not rows:
        return ""
    sure = escape(texts["delete_sure"])
    return f'<div role="status" data-sure="{sure}"><ul class="removed">{rows}</ul></div>'


def _removed(each: SetAside, texts: Texts) -> str:
    title = cut(each.title, _TITLE) or texts["untitled"]
    told = texts["removed_told"].format(n=each.number, title=isolated(title))
    drop = button("drop", each.batch, texts["delete_for_good"])
    return f"{told} {button('undo', each.batch, texts['put_back'])} {drop}"


def _remover(texts: Texts) -> str:
    return (
        '<button type="button" class="minor" data-remove disabled>'
        f"{texts['remove_selected']} <b></b></button>"
    )


def _heads(view: View, texts: Texts, *, picking: bool) -> str:
    box = f'<input type="checkbox" data-all aria-label="{escape(texts["select_all"])}">'
    pick = f'<th class="pick">{box}</th>' if picking else ""
    return pick + "".join(_head(order, texts[name], view, texts) for order, name in _COLUMNS)


def _head(order: Order, name: str, view: View, texts: Texts) -> str:
    here = order == view.order
    way = "descending" if view.descending else "ascending"
    sort = f' aria-sort="{way}"' if here else ""
    arrow = ("▾" if view.descending else "▴") if here else ""
    number = ' class="number"' if order in _NUMBERS else ""
    label = escape(texts["sort_by"].format(column=name))
    return (
        f'<th scope="col"{sort}{number}><button type="button" data-sort="{order}" title="{label}">'
        f'{name} <span aria-hidden="true">{arrow}</span></button></th>'
    )


def _row(article: Listed, texts: Texts, *, picking: bool) -> str:
    title = listed_name(article, texts)
    label = escape(texts["select"].format(title=title))
    box = f'<input type="checkbox" value="{escape(article.id)}" aria-label="{label}">'
    waiting = texts["state_waiting"].format(n=article.waiting)
    state = f'<span class="waiting">{waiting}</span>' if article.waiting else texts["state_ready"]
    opener = button("open", article.id, isolated(title), "link")
    pick = f'<td class="pick">{box}</td>' if picking else ""
    return (
        f"<tr>{pick}"
        f'<td class="title">{opener}</td>'
        f'<td class="source">{isolated(article.source)}</td>'
        f'<td class="day">{isolated(given_day(article))}</td>'
        f"{_number(article.passages, texts['passages_column'])}"
        f"{_number(article.reprints, texts['reprints_column'])}"
        f'<td class="state">{state}</td></tr>'
    )


def _number(number: int, name: str) -> str:
    return f'<td class="number" data-name="{escape(name)}">{number:,}</td>'


def _turns(page: Page, texts: Texts) -> str:
    """The ways to other pages: buttons, and a field for a page's number."""
    pages = -(-page.total // PAGE)
    if pages <= 1:
        return ""
    here, last = page.offset // PAGE + 1, (pages - 1) * PAGE
    field = (
        f'<label class="page">{texts["page_number"]} <input type="number" data-page min="1"'
        f' max="{pages}" value="{here}"> / {pages:,}</label>'
    )
    return (
        f'<nav class="turns" aria-label="{texts["page_number"]}">'
        f"{_turn(0, texts['first_page'], off=here == 1)}"
        f"{_turn(page.offset - PAGE, texts['earlier'], off=here == 1)}{field}"
        f"{_turn(page.offset + PAGE, texts['later'], off=here == pages)}"
        f"{_turn(last, texts['last_page'], off=here == pages)}</nav>"
    )


def _turn(offset: int, words: str, *, off: bool) -> str:
    to = f'data-turn="{max(0, offset)}"{" disabled" if off else ""}'
    return f'<button type="button" class="minor" {to}>{words}</button>'
