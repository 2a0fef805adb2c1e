"""Who: persons in passages, with title and part played, and those that answer a question."""

from qa.people.answer import answer_people
from qa.people.candidates import PassagePeople
from qa.people.mention import Mention
from qa.people.reader import PeopleReader

__all__ = ["Mention", "PassagePeople", "PeopleReader", "answer_people"]
