"""What a page's lines around its text say of it: under its title, and below its last line."""

from corpus.cleaning.items import ITEM, read_items
from corpus.cleaning.patterns import EDITOR
from corpus.narrow import narrow
from corpus.one_line import one_line

_FOOT = 300  # characters below a text in which its editor is named
_LEAD, _HEAD = 20, 300  # characters of a text's beginning; how far it may be from the title


def head_under(whole: str, title: str, text: str) -> str:
    """What the page shows between title and first sentence; empty where that is much."""
    lines = (line.strip() for line in text.split("\n"))
    first = next((line for line in lines if "。" in line and line != title), "")
    end = whole.find(first[:_LEAD]) if first else -1
    start = whole.rfind(title, 0, end) if title and end > 0 else -1
    return whole[start:end] if 0 <= start and end - start < _HEAD else ""


def credited(head: str, item: str) -> str:
    """What a line under the title credits the article to: 2024-05-06 来源：… 作者：….

    Such lines go with the page's furniture, and with them what they say.
    """
    lines = (read_items(narrow(line).strip()) for line in head.split("\n"))
    found = (each[item] for items in lines for each in items if each[item])
    return next(found, "")


def writer_named(author: str) -> str:
    """A writer's name without the word that sites put before it: 作者：…."""
    told = ITEM.fullmatch(narrow(author))
    return (told["author"] if told else "") or author


def editor_below(whole: str, text: str) -> str:
    """The editor whom the page names below its text; empty where the text names one itself."""
    last = text.rpartition("\n")[2]
    at = whole.rfind(last)
    below = narrow(whole[at + len(last) :][:_FOOT]) if at >= 0 else ""
    named = EDITOR.search(below)
    return one_line(named["value"] or "") if named else ""
