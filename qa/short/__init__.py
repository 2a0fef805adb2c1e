"""Short answers: the date, number, place, reason, words or name in a passage that answers."""

from qa.short.candidate import Candidate
from qa.short.choose import READ, Read, choose_short
from qa.short.find import find_answers

__all__ = ["READ", "Candidate", "Read", "choose_short", "find_answers"]
