"""How questions ask: for each language, the wordings that tell a question's kind.

The wordings are matched on folded keys.
"""

from qa.question_rules.chinese import CHINESE, CHINESE_BARE, CHINESE_END, CHINESE_REST
from qa.question_rules.english import ENGLISH, ENGLISH_PERSON, ENGLISH_REST
from qa.question_rules.rule import Kind, Rules

__all__ = [
    "CHINESE",
    "CHINESE_BARE",
    "CHINESE_END",
    "CHINESE_REST",
    "ENGLISH",
    "ENGLISH_PERSON",
    "ENGLISH_REST",
    "Kind",
    "Rules",
]
