"""What dates lean on, and the numbers that they are written with."""

from dataclasses import dataclass
from datetime import date

from qa.text.numerals import read_number
from qa.times.span import Precision

Days = tuple[date, date]
Groups = dict[str, str]  # the named groups of a layout of `qa.times.grammar` that matched
Resolved = tuple[Days | None, Precision]


@dataclass(frozen=True, slots=True)
class Context:
    """What a date without a year, month or day leans on.

    Attributes:
        published: The article's date; None where it is not known.
        before: The day that the text named last, or that a day without a month leans on instead;
            None at its beginning.
        year: The year that the sentence named last; None where it named none.
        ahead: Whether the words around say that it is still to come.
        stretch: The day of the clock that it ends a stretch with; None where it ends none.
    """

    published: date | None
    before: date | None = None
    year: int | None = None
    ahead: bool = False
    stretch: date | None = None


def number(word: str) -> int:
    """The number that figures or Chinese numerals write: 12, 十二, 二〇二三.

    Raises:
        ValueError: The word is no number.
    """
    value = read_number(word)
    if value is None:
        raise ValueError(f"{word!r} is no number")
    return int(value)
