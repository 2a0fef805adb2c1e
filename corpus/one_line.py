"""Text on one line."""


def one_line(text: str) -> str:
    """The text with one space for each run of white space in it, and none around it."""
    return " ".join(text.split())
