"""What labelled questions and their libraries give the cross-encoder to learn from."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.split import sentences
from index.cross_encoder import learnt_from
from index.fold import simplified
from qa.library import Library
from qa.quality.metrics import covers_any
from qa.quality.question_set import LabelledQuestion
from qa.ranking.found import Found
from qa.ranking.reading import in_context
from training.lessons import Material, Refused, Span

_FOUND: Final = 8  # passages that are found for a question
_PART: Final = 5  # of the articles, one in so many is held out


def held_out(library: Library, labelled: LabelledQuestion) -> bool:
    """Whether a question is not learnt from: those about a fifth of the titles.

    By the title of its first gold article, or the article's record where it has none: articles of
    one title, parts of one page, are learnt from or judged on together. Where nothing answers, by
    the question's id, of which only what stands before a slash counts: the record of the article
    that it was asked about, in pairs of questions.
    """
    record = labelled.gold[0].article if labelled.gold else labelled.id.partition("/")[0]
    headings = (library.article(each) for each in library.article_ids(record))
    name = next((each.title for each in headings if each and each.title), record)
    digest = hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % _PART == 0


def unseen(
    name: str, library: Library, questions: Sequence[LabelledQuestion]
) -> list[LabelledQuestion]:
    """The questions of a set that the cross-encoder has not learnt from."""
    seen = name in learnt_from()
    return [each for each in questions if not seen or held_out(library, each)]


def labelled_materials(
    library: Library, questions: Sequence[LabelledQuestion]
) -> Iterator[Material]:
    """Those of the questions that are not held out, with the passages that a search finds.

    Those whose answer does not stand word by word in a passage found are passed over.
    """
    for labelled in questions:
        if labelled.answerable and not held_out(library, labelled):
            if material := _material(labelled, _found(library, labelled)):
                yield material


def refused_materials(library: Library, questions: Sequence[LabelledQuestion]) -> Iterator[Refused]:
    """Those of the questions that nothing answers and that are not held out, with what is found."""
    for labelled in questions:
        if not labelled.answerable and not held_out(library, labelled):
            if texts := [in_context(each)[0] for each in _found(library, labelled)]:
                yield Refused(labelled.question, tuple(texts))


def _found(library: Library, labelled: LabelledQuestion) -> Sequence[Found]:
    question, ranking = library.searcher.rank(labelled.question, _FOUND)
    return library.searcher.chooser.fitting(question, ranking, _FOUND).found[:_FOUND]


def _material(labelled: LabelledQuestion, found: Sequence[Found]) -> Material | None:
    held = [(each, _sentence(labelled, each)) for each in found]
    right, sentence = next(((each, its) for each, its in held if its), (None, None))
    if right is None or sentence is None:
        return None
    passage = simplified(right.passage.text)
    answers = (simplified(each) for each in sorted(labelled.answers, key=len))
    spans = ((passage.find(each, *sentence), len(each)) for each in answers)
    answer = next(((at, at + length) for at, length in spans if at >= 0), None)
    if answer is None:
        return None
    text, offset = in_context(right)
    return Material(
        question=labelled.question,
        context=text[:offset],
        passage=passage,
        answer=answer,
        sentence=sentence,
        sentences=sentences(right.passage.text),
        elsewhere=tuple(in_context(each)[0] for each, its in held if not its),
    )


def _sentence(labelled: LabelledQuestion, found: Found) -> Span | None:
    """The first of a passage's sentences that holds a labelled evidence."""
    golds = [gold.evidence for gold in labelled.gold if gold.article == found.heading.record]
    text = found.passage.text
    return next((span for span in sentences(text) if covers_any(text[slice(*span)], golds)), None)
