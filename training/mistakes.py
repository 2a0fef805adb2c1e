"""Questions that a passage nearly answers: one of their names, times or figures is another.

Most of what is wrongly taken for answered is near to what was asked. As in SQuAD 2.0 (Rajpurkar et
al. 2018), whose unanswerable questions were often made by exchanging a name or a figure.
"""

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.fold import simplified
from qa.text.names import NameFinder
from training.lessons import Material, overlap

_EXCHANGED: Final = frozenset({"PER", "TIME", "LOC", "ORG", "m", "nz", "nw", "nt"})
_ASKING: Final = re.compile("[几哪何谁]|什么|多少")
_OWN: Final = 0.5  # of the mistakes: by another name of the passage's own
_MOST: Final = 2  # mistakes of a question

Pool = Mapping[str, Sequence[str]]


def with_mistakes(
    materials: Sequence[Material], finder: NameFinder, chance: random.Random
) -> list[Material]:
    """The same materials, with questions in which a word is exchanged for one of its kind.

    What is exchanged stands in the passage or its context: so the passage no longer answers. What
    comes instead is another word of the passage, or one of another question.
    """
    words = [_names(simplified(each.question), finder) for each in materials]
    pool: defaultdict[str, list[str]] = defaultdict(list)
    for its in words:
        for said, tag in its:
            pool[tag].append(said)
    return [
        replace(each, mistaken=_mistaken(each, its, finder, pool, chance))
        for each, its in zip(materials, words, strict=True)
    ]


def _mistaken(
    given: Material,
    names: Sequence[tuple[str, str]],
    finder: NameFinder,
    pool: Pool,
    chance: random.Random,
) -> tuple[str, ...]:
    text = given.context + given.passage
    held = [(said, tag) for said, tag in names if said in text]
    if not held:
        return ()
    question, own = simplified(given.question), _beside(given, finder)
    found = []
    for said, tag in chance.sample(held, min(_MOST, len(held))):
        near = [each for each, its in own if its == tag and not overlap(each, said)]
        near = [each for each in near if each not in question and not overlap(each, given.words)]
        far = [each for each in chance.choices(pool[tag], k=5) if each not in text]
        others = near if near and chance.random() < _OWN else far
        if others:
            found.append(question.replace(said, chance.choice(others)))
    return tuple(found)


def _beside(given: Material, finder: NameFinder) -> list[tuple[str, str]]:
    """The words of those of a passage's sentences that do not answer, whomever they are about."""
    kinds = {tag for _, tag in _names(given.words, finder)}
    others = [span for span in given.sentences if span != given.sentence]
    own = [_names(given.passage[slice(*span)], finder) for span in others]
    return [each for its in own if kinds.isdisjoint(tag for _, tag in its) for each in its]


def _names(text: str, finder: NameFinder) -> list[tuple[str, str]]:
    """The words of a text that may be exchanged, with their tags."""
    words = [(text[word.start : word.end], word.tag) for word in finder.words(text)]
    return [
        (said, tag)
        for said, tag in words
        if tag in _EXCHANGED and not _ASKING.search(said)
        if len(said) > 1 or said.isdigit()
    ]
