"""Whom a question asks what they said, where it asks nothing else: 乔叙说了什么?

Such a question names no subject that a passage could lack: whatever its person says answers it, or
where it names an occasion, what is said there.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.surnames import SURNAMES
from index.pairs import neighbours
from qa.people.lexicon import is_head
from qa.people.pinyin import is_romanised, romanised_names

_SAYING = r"(?:说|讲|谈|表示|指出|强调|提到|回应|介绍|透露|发言|讲话|致辞)"
_WHEN = r"(?:在(?:会|发布会|现场|讲话|会议)[上中]|当时|最近|近日|到底|究竟|又|都|还|主要|是)*+"
_OCCASION = (
    r"(?:在(?P<occasion>[\u4e00-\u9fff0-9“”·]{0,16}(?:会|坛|式|礼|活动|采访|访谈|课))[上中时]?)?"
)
_NAME = r"(?P<name>(?:(?![对就给跟在]|关于)[\u4e00-\u9fff·]){2,16}?)"
_ASKED = (
    re.compile(
        rf"{_NAME}{_WHEN}{_OCCASION}{_WHEN}{_SAYING}[了过的]?(?:是|些)*"
        r"(?:什么|啥|哪些)(?:话|内容)?[?。呢吗啊]*"
    ),
    re.compile(rf"{_NAME}{_WHEN}{_OCCASION}(?:怎么|如何){_SAYING}[了过的]?[?。呢啊]*"),
    re.compile(
        r"what (?:did|does|has|had) (?P<name>[a-z][a-z .'’-]{2,40}?) (?:say|said|stress)\??"
    ),
)
_LENGTHS = (4, 3, 2)  # characters of a name


@dataclass(frozen=True, slots=True)
class AskedSayer:
    """Whose words alone are asked after.

    Attributes:
        name: What the question's key calls them.
        occasion: Where they said so, in its words; empty where it does not say.
    """

    name: str
    occasion: str

    def is_at(self, text_key: str) -> bool:
        """Whether a text tells of the occasion, by all pairs of neighbouring characters of it."""
        return all(pair in text_key for pair in neighbours(self.occasion))


@lru_cache(maxsize=32)  # asked of each passage
def asked_sayer(question_key: str) -> AskedSayer | None:
    """Whose words a question asks after, and nothing else; None where it asks something else."""
    found = (pattern.fullmatch(question_key.strip()) for pattern in _ASKED)
    match = next(filter(None, found), None)
    if match is None:
        return None
    return AskedSayer(match["name"], match.groupdict().get("occasion") or "")


def is_sayer(sayer: str, speaker: str) -> bool:
    """Whether a speaker, title and name as keys write them, is whose words are asked after.

    Either may have the title before the name or behind it, or leave the given name out: 王市长. Of
    English names only those in pinyin are known.
    """
    if sayer.isascii():
        names = romanised_names(sayer.title())
        return any(is_romanised(speaker[-length:], name) for length in _LENGTHS for name in names)
    if sayer in speaker or speaker in sayer:
        return len(speaker) > 1
    if any(_is_name(speaker[-length:]) and speaker[-length:] in sayer for length in _LENGTHS):
        return True
    called = any(speaker[-length:].startswith(sayer[0]) for length in _LENGTHS)
    return sayer[0] in SURNAMES and called and is_head(sayer[1:]) and sayer[1:] in speaker


def _is_name(text: str) -> bool:
    return len(text) > 1 and text[0] in SURNAMES and not is_head(text)
