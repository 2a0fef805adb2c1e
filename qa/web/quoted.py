"""The sentences that an answer quotes, and where they stand: what is kept to cite it."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.split import sentences
from qa.answer import Answer, Evidence, in_first
from qa.web.citation import gbt_citation

Span = tuple[int, int]  # of a passage's text


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence, or some that follow one another, with their source.

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


def quoted_of(answer: Answer) -> tuple[Quoted, ...]:
    """What an answer quotes first, or for its people; nothing where it says that none answers."""
    if answer.unsure:
        answer = in_first(answer)
    elif not answer.answered:
        return ()
    said = naming(answer) or _first_short(answer) or _best(answer)
    return tuple(_quoted(evidence, span) for evidence, spans in said for span in spans)


def naming(answer: Answer) -> list[tuple[Evidence, list[Span]]]:
    """The passages that name the people of an answer, in their order, and the sentences that do.

    Sentences that follow one another are one stretch; of a passage that is not shown there is none.
    """
    shown = {each.passage.id: each for each in answer.evidence}
    found: dict[str, list[Span]] = {}
    for person in answer.people:
        if evidence := shown.get(person.passage_id):
            span = sentence_around(evidence, person.start, person.end)
            found.setdefault(person.passage_id, []).append(span)
    return [(shown[passage], _joined(spans)) for passage, spans in found.items()]


def sentence_around(evidence: Evidence, start: int, end: int) -> Span:
    """The span of the sentence in which ``text[start:end]`` of a passage begins, with all of it."""
    inside = (span for span in sentences(evidence.passage.text) if span[0] <= start < span[1])
    first, behind = next(inside, evidence.sentence)
    return first, max(behind, end)


def _first_short(answer: Answer) -> list[tuple[Evidence, list[Span]]]:
    shown = {each.passage.id: each for each in answer.evidence}
    first = next((each for each in answer.short if each.passage_id in shown), None)
    if first is None:
        return []
    evidence = shown[first.passage_id]
    return [(evidence, [sentence_around(evidence, first.start, first.end)])]


def _best(answer: Answer) -> list[tuple[Evidence, list[Span]]]:
    return [(each, [each.sentence]) for each in answer.evidence[:1]]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            first, behind = joined.pop()
            joined.append((first, max(behind, end)))
        else:
            joined.append((start, end))
    return joined


def _quoted(evidence: Evidence, span: Span) -> Quoted:
    passage = evidence.passage
    sentence = passage.text[slice(*span)]
    return Quoted(sentence, gbt_citation(evidence.heading), passage.article_id, passage.id)
