"""Short answers: the date, number, place, reason, words or name in a passage that answers."""

from qa.short.candidate import Candidate
from qa.short.find import find_answers

__all__ = ["Candidate", "find_answers"]
