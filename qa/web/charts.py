"""Numbers as pictures: bars that lie and columns that stand, as HTML with their numbers in words.

No script, no picture file, no style of an element: a strict Content-Security-Policy lets all pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qa.web.marks import escape, isolated

_HEIGHT: Final = 100  # of the columns' drawing, which is stretched to its place
_PITCH: Final = 10
_WIDTH: Final = 8
_FEWEST: Final = 12  # as wide as so many columns, even of fewer


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: What it stands for.
        value: How long it is, against the other bars.
        words: The value as people read it.
        note: What else is to be said of it, such as out of how many; may be empty.
        second: Whether it belongs with the bar above, as what that is compared with.
    """

    label: str
    value: float
    words: str
    note: str = ""
    second: bool = False


def counted(label: str, number: int) -> Bar:
    """A bar for how many there are of something."""
    return Bar(label, number, f"{number:,}")


def bars_html(title: str, bars: Sequence[Bar], full: float = 0.0) -> str:
    """Bars that lie, each with its label and number in words: a table, for whoever cannot see.

    Args:
        title: What is shown.
        bars: In order, from above.
        full: The value of a bar of full length; without it the largest.
    """
    most = full or max((bar.value for bar in bars), default=0) or 1
    rows = "".join(_bar(bar, most) for bar in bars)
    return (
        f'<figure class="chart"><figcaption>{escape(title)}</figcaption>'
        f'<table class="bars"><tbody>{rows}</tbody></table></figure>'
    )


def columns_html(title: str, bars: Sequence[Bar], told: str, numbers: str) -> str:
    """Columns that stand side by side, the first and last labelled; the numbers in a table.

    Args:
        title: What is shown.
        bars: In order, from the left.
        told: What the picture says, in a sentence.
        numbers: What the table is called.
    """
    if not bars:
        return ""
    most = max(bar.value for bar in bars) or 1
    drawn = "".join(_column(number, bar, most) for number, bar in enumerate(bars))
    rows = "".join(
        f'<tr><th scope="row">{isolated(bar.label)}</th><td class="number">{bar.words}</td></tr>'
        for bar in bars
    )
    few = " few" if len(bars) < _FEWEST else ""
    last = f"<span>{isolated(bars[-1].label)}</span>" if len(bars) > 1 else ""
    return (
        f'<figure class="chart"><figcaption>{escape(title)}</figcaption>'
        f'<svg class="columns" role="img" aria-label="{escape(told)}" preserveAspectRatio="none"'
        f' viewBox="0 0 {max(len(bars), _FEWEST) * _PITCH} {_HEIGHT}">{drawn}</svg>'
        f'<p class="ends{few}"><span>{isolated(bars[0].label)}</span>{last}</p>'
        f'<p class="note">{escape(told)}</p>'
        f"<details><summary>{escape(numbers)}</summary>"
        f'<table class="numbers"><tbody>{rows}</tbody></table></details></figure>'
    )


def _bar(bar: Bar, most: float) -> str:
    share = min(100.0, 100 * bar.value / most)
    kind = ' class="second"' if bar.second else ""
    note = f' <span class="note">{isolated(bar.note)}</span>' if bar.note else ""
    return (
        f'<tr><th scope="row">{isolated(bar.label)}</th><td class="bar">'
        f'<svg width="100%" height="12" aria-hidden="true"><rect class="ground" width="100%"'
        f' height="12"/><rect{kind} width="{share:.2f}%" height="12"/></svg></td>'
        f'<td class="number">{escape(bar.words)}{note}</td></tr>'
    )


def _column(number: int, bar: Bar, most: float) -> str:
    height = _HEIGHT * bar.value / most
    left = number * _PITCH + (_PITCH - _WIDTH) / 2
    return (
        f'<rect x="{left:g}" y="{_HEIGHT - height:.2f}" width="{_WIDTH}" height="{height:.2f}">'
        f"<title>{escape(f'{bar.label}: {bar.words}')}</title></rect>"
    )
