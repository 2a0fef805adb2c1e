"""Text on one line."""


def one_line(text: str) -> str:
    """The text with one space for each run of white space in it, and none around it."""
    return " ".join(text.split())


def cut(text: str, most: int) -> str:
    """The text on one line, of so many characters at most; where it goes on, its end says so."""
    flat = one_line(text)
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
