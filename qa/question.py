"""What is asked: a question's kind and language, the names it quotes, the acts it asks after."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.article import SentenceError
from index.fold import HAN, fold
from qa.question_rules import (
    CHINESE,
    CHINESE_BARE,
    CHINESE_END,
    CHINESE_REST,
    ENGLISH,
    ENGLISH_REST,
    Kind,
    Rules,
)
from qa.text.roles import asked_acts, roles_of

MOST = 2_000  # characters; longer texts are pasted articles, not questions

Language = Literal["zh-Hans", "zh-Hant", "en"]

_NAMES = re.compile(
    r"《([^《》]+)》|〈([^〈〉]+)〉|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|\"([^\"]+)\"|‘([^‘’]+)’(?!\w)"
    r"|(?<!\w)'([^']+)'(?!\w)"
)
_LATIN_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_ENGLISH_OPENING = re.compile(
    r"(?:who|whom|whose|when|where|why|how|what|which|did|does|is|was|were|are)\b[^a-z]"
)
_CHINESE_ASKING = re.compile(
    r"[谁哪吗呢啥咋]|什么|怎|多少|[为如因缘]何|何[时处地]|几[个名位点月号天年]|多[重长厚大高久远深宽快贵](?=[?？。]?$)"
)


class QuestionError(SentenceError):
    """A question cannot be asked as it stands; the message says why and the cure."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what is asked by it.

    Attributes:
        text: As typed, without white space around it.
        key: The text folded; as many characters as the text.
        language: Its language, Chinese by script; a mix counts by its question word, then by share.
        kind: What is asked; "what" where nothing else is recognised.
        acts: For a who-question, what the people asked after did, as `qa.text.roles` names it; none
            where that is not said.
        names: What stands in quotation or title marks, as typed, each once, in order.
    """

    text: str
    key: str
    language: Language
    kind: Kind
    acts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def roles(self) -> frozenset[str]:
        """The roles of those acts, of which people in passages have some."""
        return frozenset(roles_of(self.acts))

    @property
    def is_who_in_chinese(self) -> bool:
        """Whether it asks who in Chinese; of English questions people are found too seldom."""
        return self.kind == "who" and self.language != "en"


def read_question(text: str) -> Question:
    """The question that a text asks.

    Raises:
        QuestionError: The text has no letter or figure, or more than `MOST` characters.
    """
    stripped = text.strip()
    if not stripped:
        raise QuestionError("the question is empty; type what you want to know")
    if not any(map(str.isalnum, stripped)):
        raise QuestionError("the question has no words; type what you want to know")
    if len(stripped) > MOST:
        told = "the question has {length} characters; ask in at most {most}"
        raise QuestionError(told, length=len(stripped), most=MOST)
    key = fold(stripped)
    language = _language(stripped, key)
    kind = _kind(key, language)
    acts = asked_acts(_without_names(key)) if kind == "who" else ()
    return Question(stripped, key, language, kind, acts, _names(stripped))


def language_of(text: str) -> Language:
    """The language of any text, as of a question; English where there is nothing."""
    return _language(text, fold(text))


def _language(text: str, key: str) -> Language:
    """English without Han characters, or where it asks in English or has more words than those."""
    han = len(HAN.findall(text))
    if not han:
        return "en"
    asking = _CHINESE_ASKING.search(_without_names(key))
    if not asking and (_ENGLISH_OPENING.match(key) or len(_LATIN_WORD.findall(key)) > han):
        return "en"
    same = all(a == b for a, b in zip(text, key, strict=True) if HAN.match(a))
    return "zh-Hans" if same else "zh-Hant"


def _kind(key: str, language: Language) -> Kind:
    """The kind by the first rules that hit; quoted names ask nothing, unless all is quoted."""
    chinese = (CHINESE_END, CHINESE, CHINESE_REST, CHINESE_BARE)
    tables = (ENGLISH, ENGLISH_REST) if language == "en" else chinese
    for part in (_without_names(key), key):
        for rules in tables:
            found = _earliest(part, rules)
            if found:
                return found
    return "what"


def _earliest(key: str, rules: Rules) -> Kind | None:
    """The kind of the rule that hits earliest in the key; at one place, of the first rule."""
    hits = ((kind, pattern.search(key)) for kind, pattern in rules)
    places = [(match.start(1), kind) for kind, match in hits if match]
    return min(places, key=lambda place: place[0])[1] if places else None


def _without_names(key: str) -> str:
    """The key with a blank for each character of a quoted name; the marks stay."""
    return _NAMES.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], key)


def _names(text: str) -> tuple[str, ...]:
    found: Iterable[str] = (match[0][1:-1].strip() for match in _NAMES.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))
