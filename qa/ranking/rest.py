"""The rest of the first passage's article, brought near: where the event is told, the answer is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.store import Store
from index.hits import Hit

# The right article is nearly always first, its passage that answers is not: an article's lead has
# the question's words, another passage the name or figure. Chosen on the news questions: behind
# the third already, one of 160 more has its passage among the first five, and one its article no
# longer first.
_STAY: Final = 4  # hits that keep their places
_MOST: Final = 2  # passages that are brought near


def rest_near(store: Store, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits, further ones of the first one's article right behind the first four.

    As many of them as there are among the hits, two at the most, in their order. Each hit takes the
    score and rank of the place that it comes to.

    Args:
        store: Where the passages are.
        hits: Best first.
    """
    first, rest = hits[:_STAY], hits[_STAY:]
    if not rest:
        return tuple(hits)
    articles = store.articles_of([hit.passage_id for hit in hits])
    wanted = articles.get(first[0].passage_id, "")
    near = [hit for hit in rest if wanted and articles.get(hit.passage_id) == wanted][:_MOST]
    others = [hit for hit in rest if hit not in near]
    return tuple(
        replace(hit, score=place.score, rank=place.rank)
        for hit, place in zip((*first, *near, *others), hits, strict=True)
    )
