"""The sentence that an answer quotes, and where it stands: what is kept of an answer to cite it."""

from dataclasses import dataclass

from corpus.split import sentences
from qa.answer import Answer, Evidence, Person, ShortAnswer, in_first
from qa.web.citation import gbt_citation


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence with its source.

    Attributes:
        sentence: As it stands in the article.
        cited: The article as GB/T 7714 cites it.
        article: Its id.
        passage: The id of the passage that the sentence stands in.
    """

    sentence: str
    cited: str
    article: str
    passage: str


def quoted_of(answer: Answer) -> Quoted | None:
    """What an answer quotes first; None where it says that no article answers."""
    if answer.unsure:
        answer = in_first(answer)
    elif not answer.answered:
        return None
    shown = {each.passage.id: each for each in answer.evidence}
    found: tuple[Person | ShortAnswer, ...] = (*answer.people, *answer.short)
    said = [each for each in found if each.passage_id in shown]
    if not said:
        return next((_quoted(each, each.sentence) for each in answer.evidence), None)
    evidence = shown[said[0].passage_id]
    return _quoted(evidence, sentence_around(evidence, said[0].start, said[0].end))


def sentence_around(evidence: Evidence, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence in which ``text[start:end]`` of a passage begins, with all of it."""
    inside = (span for span in sentences(evidence.passage.text) if span[0] <= start < span[1])
    first, behind = next(inside, evidence.sentence)
    return first, max(behind, end)


def _quoted(evidence: Evidence, span: tuple[int, int]) -> Quoted:
    passage = evidence.passage
    sentence = passage.text[slice(*span)]
    return Quoted(sentence, gbt_citation(evidence.heading), passage.article_id, passage.id)
