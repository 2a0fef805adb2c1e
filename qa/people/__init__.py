"""Who: persons in passages, with title and part played, and those that answer a question."""

from qa.people.answer import (
    PeopleOfList,
    answer_people,
    is_settled,
    lists_of,
    may_be_all,
    tells_who,
)
from qa.people.bodies import may_be_body
from qa.people.exact import is_contradicted
from qa.people.kin import is_kin_nowhere
from qa.people.lines import headed_by
from qa.people.mention import Mention, PassagePeople
from qa.people.quoted import speaker_of
from qa.people.reader import PeopleReader
from qa.people.who_is import is_nowhere
from qa.people.who_question import read_who_question

__all__ = [
    "Mention",
    "PassagePeople",
    "PeopleOfList",
    "PeopleReader",
    "answer_people",
    "headed_by",
    "is_contradicted",
    "is_kin_nowhere",
    "is_nowhere",
    "is_settled",
    "lists_of",
    "may_be_all",
    "may_be_body",
    "read_who_question",
    "speaker_of",
    "tells_who",
]
