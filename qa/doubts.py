"""What is found for a question and does not answer it all the same, whatever its probability."""

from collections.abc import Iterable, Sequence
from typing import Final

from index.fold import fold
from index.pairs import asked_pairs
from qa.answer import Person, ShortAnswer
from qa.people.fitting import tells_deputy_alone
from qa.question import Question
from qa.ranking.found import Found
from qa.short import asks_whether
from qa.text.clauses import PART_ENDS, begun_clause
from qa.text.editions import editions_asked, names_asked

_TOLD_SHORTLY: Final = frozenset({"howmany", "when"})  # what only a figure or a time answers
# What a question may hold beside its asking word, and still not say what it is about.
_ABOUT_NOTHING: Final = frozenset("时候 回事 说 人 他 她 它 这 那".split())


def only_asks(question: Question, words: Iterable[str]) -> bool:
    """Whether a question (谁？, When?) says nothing of what it is about, nor what it leans on.

    Args:
        question: The question.
        words: The telling words by which it was searched, those of a conversation among them.
    """
    own = () if question.language == "en" else asked_pairs(question.key)
    return _ABOUT_NOTHING.issuperset((*own, *words))


def is_untold(
    question: Question,
    first: Found,
    sentence: tuple[int, int],
    people: Sequence[Person],
    short: Sequence[ShortAnswer],
) -> bool:
    """Whether what is shown leaves a question open.

    Args:
        question: The question.
        first: The passage that comes first.
        sentence: The span in it of the sentence that most likely answers.
        people: Those who answer.
        short: The short answers.
    """
    if _tells_nothing(question, first, people, short):
        return True
    whole = fold(first.heading.over(first.passage.text))
    told = first.key[slice(*sentence)]
    if question.kind != "who" and tells_deputy_alone(question.key, told, whole):
        return True
    as_far_as = whole[: len(whole) - len(first.key) + sentence[1]]
    parts = (as_far_as, _before_answer(first, short))
    return any(names_asked(editions_asked(question), each) is False for each in parts)


def _before_answer(first: Found, short: Sequence[ShortAnswer]) -> str:
    """The clause of the first passage in which the first short answer stands, as far as that."""
    if not short or short[0].passage_id != first.passage.id:
        return ""
    return begun_clause(first.key, short[0].start, PART_ENDS)


def _tells_nothing(
    question: Question, first: Found, people: Sequence[Person], short: Sequence[ShortAnswer]
) -> bool:
    """Whether nothing is named that could answer who, how many or when.

    Close reading points at whoever does something, bodies too; without it nothing does.
    """
    if people or short or first.reading is None or asks_whether(question):
        return False
    return question.kind in _TOLD_SHORTLY or question.is_who_in_chinese
