"""The days that a text has named, which later ones lean on."""

from dataclasses import dataclass
from datetime import date

_HEAD = " \u3000·•*—-"  # what may stand before the day that a line begins with


@dataclass(frozen=True, slots=True)
class NamedDays:
    """The days that a text has named so far; None where it has not.

    Attributes:
        last: The last one.
        over: The last that does not lie behind the article's date.
        head: The last that a line begins with.
    """

    last: date | None = None
    over: date | None = None
    head: date | None = None

    def leaned_on(self, published: date | None, *, heads: bool) -> date | None:
        """What a day without a month leans on, where it is not said to come itself.

        In a chronicle 25日 follows the 23日 that began a line, not a day to come that the lines
        between name.

        Args:
            published: The article's date.
            heads: Whether a line begins with it.
        """
        if heads and self.head:
            return self.head
        ahead = self.last and published and self.last > published
        return self.over if ahead else self.last

    def then(self, day: date, published: date | None, *, heads: bool) -> "NamedDays":
        """With one more day named."""
        over = self.over if published and day > published else day
        return NamedDays(day, over, day if heads else self.head)


def begins_line(key: str, place: int) -> bool:
    """Whether nothing but white space and marks stands before a place in its line."""
    return not key[key.rfind("\n", 0, place) + 1 : place].strip(_HEAD)
