"""Short answers: the date, number, place, reason, words or name in a passage that answers."""

from qa.short.candidate import Candidate
from qa.short.choose import READ_WORDS, Read, choose_short
from qa.short.find import asks_place, find_answers, telling_sentences
from qa.short.pointed import led_by, pointed

__all__ = [
    "READ_WORDS",
    "Candidate",
    "Read",
    "asks_place",
    "choose_short",
    "find_answers",
    "led_by",
    "pointed",
    "telling_sentences",
]
