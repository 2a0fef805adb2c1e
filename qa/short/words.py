"""Short answers in words."""

from datetime import date


def days_words(days: tuple[date, date] | None, text: str = "") -> str:
    """The days in ISO form, one or two; empty where unknown or where the text itself says them."""
    if days is None:
        return ""
    first, last = days
    said = f"{first.year}年{first.month}月{first.day}日"
    if text.startswith(said) and first == last:
        return ""
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
