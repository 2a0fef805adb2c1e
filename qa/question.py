"""What is asked: kind, language, names. (A first version; rules follow.)"""

import re
from dataclasses import dataclass

from index.fold import HAN, fold

_MOST = 2_000
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "when",
        re.compile(r"什么时候|何时|哪天|哪一天|哪年|哪一年|几点|几月|几号|\bwhen\b|what date"),
    ),
    ("where", re.compile(r"哪里|哪儿|在哪|什么地方|何处|哪个城市|\bwhere\b")),
    ("howmany", re.compile(r"多少|几个|几名|几位|几家|how many|how much")),
    ("why", re.compile(r"为什么|为何|原因|\bwhy\b")),
    ("who", re.compile(r"谁|哪位|哪几位|哪些人|何人|\bwho\b|\bwhom\b")),
    ("said", re.compile(r"怎么说|说了什么|怎么评价|\bsay\b|\bsaid\b")),
)


class QuestionError(ValueError):
    """A question cannot be asked as it stands; the message says why and the cure."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what is asked by it."""

    text: str
    key: str
    language: str
    kind: str
    parts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def read_question(text: str) -> Question:
    """The question that a text asks."""
    stripped = text.strip()
    if not stripped:
        raise QuestionError("the question is empty; type what you want to know")
    if len(stripped) > _MOST:
        raise QuestionError(f"the question has {len(stripped)} characters; ask in at most {_MOST}")
    key = fold(stripped)
    kind = next((name for name, pattern in _KINDS if pattern.search(key)), "what")
    han = HAN.findall(stripped)
    language = "en"
    if han:
        same = all(a == b for a, b in zip(stripped, key, strict=True) if HAN.match(a))
        language = "zh-Hans" if same else "zh-Hant"
    return Question(stripped, key, language, kind)
