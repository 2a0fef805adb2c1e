"""Short answers: the date, number, place, reason, words or name in a passage that answers."""

from qa.short.candidate import Candidate
from qa.short.choose import Read, choose_short, is_stated, stated_together
from qa.short.find import asks_place, find_answers, telling_sentences
from qa.short.parts import answers_of_parts, parts_asked
from qa.short.pointed import asks_the_same, fitting, led_by, pointed
from qa.short.sayers import AskedSayer, asked_sayer, is_sayer
from qa.short.tables import head_above
from qa.short.whether import asks_whether

__all__ = [
    "AskedSayer",
    "Candidate",
    "Read",
    "answers_of_parts",
    "asked_sayer",
    "asks_place",
    "asks_the_same",
    "asks_whether",
    "choose_short",
    "find_answers",
    "fitting",
    "head_above",
    "is_sayer",
    "is_stated",
    "led_by",
    "parts_asked",
    "pointed",
    "stated_together",
    "telling_sentences",
]
