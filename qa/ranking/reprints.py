"""Reprints among what was found: the best passage stands for all, and names where else it stands.

Who asks wants to read a thing once, and to know who else printed it. So a passage is left out when
better ones of its group have said the same already; never for the sake of its article, since papers
cut differently, and never when it gives another figure, since that is what one looks for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from corpus.article import Heading, Passage
from corpus.groups import group_ids, group_members, openings
from corpus.reprints import Wording, conflicts, joined, read_wording, within
from corpus.store import Store
from index.hits import Hit

# The share of a passage that better ones must have said for it to be left out.
_TOLD = 0.7
# The share of a passage that must stand in an article for it to carry the passage.
_CARRIED = 0.6
# For each hit that is wanted so many are read at first: nearly always enough, and all are many.
_FIRST = 3


class Reprints:
    """Knows which articles of a library carry the same news.

    Args:
        store: The library's articles.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def folded(self, hits: Sequence[Hit], k: int) -> tuple[Hit, ...]:
        """The k best hits of which none repeats a better one; as `fold_reprints`."""
        kept = self._folded(hits[: _FIRST * k], k)
        return kept if len(kept) >= k else self._folded(hits, k)

    def _folded(self, hits: Sequence[Hit], k: int) -> tuple[Hit, ...]:
        passages = {p.id: p for p in self._store.passages([hit.passage_id for hit in hits])}
        groups = group_ids(self._store.database, {p.article_id for p in passages.values()})
        return fold_reprints(hits, passages, groups, k)

    def kin(self, article_id: str) -> frozenset[str]:
        """The articles of one's group, itself among them; itself alone where none is known."""
        groups = group_ids(self._store.database, {article_id})
        members = group_members(self._store.database, set(groups.values()))
        return frozenset(each for ids in members.values() for each in ids) | {article_id}

    def carriers(self, passages: Sequence[Passage]) -> dict[str, tuple[Heading, ...]]:
        """For the id of each passage the other articles that carry it, by date, then by id.

        Those without a date come last. They are named whatever the search was narrowed to.
        """
        groups = group_ids(self._store.database, {p.article_id for p in passages})
        members = group_members(self._store.database, set(groups.values()))
        kin = {each for ids in members.values() if len(ids) > 1 for each in ids}
        texts = openings(self._store.database, kin)
        headings = self._store.headings(sorted(texts))
        wording = cache(read_wording)  # read only where there is something to compare it with
        found = {}
        for passage in passages:
            others = set(members.get(groups.get(passage.article_id, ""), ())) - {passage.article_id}
            carrying = [
                headings[each]
                for each in others & headings.keys()
                if says(wording(texts[each]), wording(passage.text), _CARRIED)
            ]
            found[passage.id] = tuple(sorted(carrying, key=lambda each: each.printed))
        return found


def fold_reprints(
    hits: Sequence[Hit],
    passages: Mapping[str, Passage],
    group_of: Mapping[str, str],
    k: int,
) -> tuple[Hit, ...]:
    """The k best hits without those that repeat better ones of their group, ranks from 1.

    A hit repeats when what it says stands, nearly all, in the better passages of other articles of
    its group, with the same figures. Scores stay as they are.

    Args:
        hits: Best first.
        passages: By id; a hit without one is kept.
        group_of: The group of each article; an article without one repeats nothing.
        k: How many hits to give; fewer where there are no more.
    """
    kept: list[Hit] = []
    shown: dict[str, list[Passage]] = {}
    wording = cache(read_wording)  # read only where there is something to compare it with
    for hit in hits:
        if len(kept) >= k:
            break
        passage = passages.get(hit.passage_id)
        group = group_of.get(passage.article_id) if passage else None
        if passage is not None and group is not None:
            before = shown.setdefault(group, [])
            better = [each.text for each in before if each.article_id != passage.article_id]
            if better and says(joined(map(wording, better)), wording(passage.text), _TOLD):
                continue
            before.append(passage)
        kept.append(replace(hit, rank=len(kept) + 1))
    return tuple(kept)


def says(whole: Wording, part: Wording, share: float) -> bool:
    """Whether that share of a part stands in the whole, with no other figure in the same words."""
    return bool(part.grams) and within(part, whole) >= share and not conflicts(part, whole)[0]
