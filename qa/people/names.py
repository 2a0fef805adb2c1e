"""The words of a key with every person's name as one of them."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qa.people.lexicon import COURTESY, PARTNER, is_head
from qa.people.lines import lines_apart, names_in_lines
from qa.people.mended import mended_names
from qa.people.mention import Span
from qa.people.placed import names_by_place
from qa.people.states import states_in
from qa.people.unseen import names_by_titles, names_in_lists
from qa.people.wordlike import names_like_words
from qa.text.names import PERSON, Word
from qa.text.pieces import occurrences

_ADVERBS = frozenset("正将又仍还便即刚均")  # what names of people may end with, too


@dataclass(frozen=True, slots=True)
class NamedWords:
    """The words of a key, before names are looked for that stand elsewhere.

    Attributes:
        key: The passage's key.
        words: Its words; every person's name that its own surroundings tell is one, tagged PER.
        states: Words that are names of states there, whoever else is called so.
    """

    key: str
    words: tuple[Word, ...]
    states: frozenset[str]

    def knowing(self, known: Collection[str] = ()) -> tuple[Word, ...]:
        """The words, with every place of a name that stands in the key, or that is known.

        Args:
            known: Names that stand elsewhere; where the key holds them, they are names here too.
        """
        return _recut(self.words, _recurring(self.key, self.words, set(known) - self.states))


def named_words(key: str, words: Sequence[Word]) -> NamedWords:
    """The words of a key, cut anew so that every person's name is one word with the tag PER.

    Args:
        key: The passage's key.
        words: Its words as the recogniser cuts and tags them, without gaps.
    """
    words = list(lines_apart(key, words))
    cut = _recut(_plain(words), mended_names(key, words))
    cut = _recut(cut, names_in_lines(key))
    cut = _recut(cut, names_by_place(key, cut))
    cut = _recut(cut, names_by_titles(key, cut))
    cut = _recut(cut, names_like_words(key, cut))
    cut = _recut(cut, names_in_lists(key, cut))
    cut = _without_parts_of_titles(key, cut)
    cut = _without_adverbs(key, cut)
    people = {key[word.start : word.end] for word in cut if word.tag == PERSON}
    states = states_in(key, people)
    return NamedWords(key, _without(key, cut, states), states)


def _recut(words: Sequence[Word], spans: Iterable[Span]) -> tuple[Word, ...]:
    """The words, cut so that each span is one word tagged PER; the first of two that overlap."""
    cut: list[Word] = []
    left = list(reversed(words))
    behind = 0
    for start, end in sorted(spans):
        if start < behind:
            continue
        behind = end
        while left and left[-1].end <= start:
            cut.append(left.pop())
        if left and left[-1].start < start:
            cut.append(replace(left[-1], end=start))
        while left and left[-1].end <= end:
            left.pop()
        cut.append(Word(start, end, PERSON))
        if left and left[-1].start < end:
            left.append(replace(left.pop(), start=end))
    return (*cut, *reversed(left))


def _plain(words: Sequence[Word]) -> list[Word]:
    return [replace(word, tag="n") if word.tag == PERSON else word for word in words]


def _without_parts_of_titles(key: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, where a "name" inside another's title is a place: 圭亚|那驻华大使顾若水."""
    kept = list(words)
    people = [place for place, word in enumerate(words) if word.tag == PERSON]
    for this, following in itertools.pairwise(people):
        between = words[this + 1 : following]
        name = words[following]
        of_office = (this > 0 and words[this - 1].tag == "ORG") or name.end - name.start > 3
        if between and _is_rest_of_title(key, between, of_office=of_office):
            kept[this] = replace(words[this], tag="LOC")
    return tuple(kept)


def _without_adverbs(key: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, where names end before an adverb without which they stand elsewhere: 严珍|正与."""
    names = {key[word.start : word.end] for word in words if word.tag == PERSON}
    cut: list[Word] = []
    for word in words:
        last = word.end - 1
        if word.tag == PERSON and key[last] in _ADVERBS and key[word.start : last] in names:
            cut += [replace(word, end=last), replace(word, start=last, tag="d")]
        else:
            cut.append(word)
    return tuple(cut)


def _without(key: str, words: Sequence[Word], names: Collection[str]) -> tuple[Word, ...]:
    """The words, where some names are places."""
    return tuple(
        replace(word, tag="LOC")
        if word.tag == PERSON and key[word.start : word.end] in names
        else word
        for word in words
    )


def _is_rest_of_title(key: str, between: Sequence[Word], *, of_office: bool) -> bool:
    """Whether the words between two names run on to a title, as they would inside one title.

    A job right behind the first name is its own, unless that "name" is ``of_office``: it follows an
    organisation, or the second name is foreign (贝洛瓦总理安东内斯库).
    """
    texts = [key[word.start : word.end] for word in between]
    if texts[0][0] in PARTNER:  # 陆青禾|同亚|美尼亚副外长
        return False
    if COURTESY.match(texts[0]) or (is_head(texts[0]) and not of_office):
        return False
    if not is_head(texts[-1]) or between[0].tag in {"w", "c", "a"}:
        return False
    kinds = {"n", "nz", "ORG", "LOC", "a", "vn", "c", "f", "m", "s"}
    return all(word.tag in kinds or text == "那" for word, text in zip(between, texts, strict=True))


def _recurring(key: str, words: Sequence[Word], known: Collection[str]) -> Iterator[Span]:
    """Where a name that is known or was found stands again, unseen or seen in part (顾知|远)."""
    people = [(word.start, word.end) for word in words if word.tag == PERSON]
    names = {key[start:end] for start, end in people if end - start >= 3} | set(known)
    here = (name for name in names if name in key)
    for name in sorted(here, key=lambda name: (-len(name), name)):
        for start, end in occurrences(name, key):
            touched = [span for span in people if span[0] < end and span[1] > start]
            if all(start <= a and b <= end for a, b in touched) and (start, end) not in people:
                people.append((start, end))
                yield start, end
