"""Questions made of news: a sentence with a name, a time or a figure left out and asked for.

Cloze questions as in unsupervised question answering (Lewis et al. 2019): words are dropped, and
the asking word stands where people put it. Each comes with a question of a kind that nothing in
the passage answers.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.article import Article
from corpus.split import make_passages, sentences
from index.context import encoder_text_of
from index.fold import simplified
from qa.text.names import PERSON, NameFinder, Word
from training.lessons import Material, Span, overlap

_LIST: Final = "PERS"  # the tag of people named one after another
_ASKING: Final = {
    _LIST: ("谁", "哪些人", "有哪些人", "哪几位", "哪些领导", "有谁"),
    "PER": ("谁", "哪位", "什么人", "是谁"),
    "TIME": ("什么时候", "哪天", "何时", "哪一天", "几月几日"),
    "LOC": ("哪里", "什么地方", "在哪", "哪个地方", "何处"),
    "ORG": ("哪个单位", "哪家公司", "哪个机构", "哪家", "什么机构"),
    "m": ("多少", "几", "有多少"),
}
_BEHIND: Final = {  # how the asking word is put behind the rest
    _LIST: ("的有哪些人", "的有谁", "的是哪几位", "的分别是谁"),
    "PER": ("的是谁", "是谁"),
    "TIME": ("是什么时候",),
    "LOC": ("在哪里", "是什么地方"),
    "ORG": ("的是哪家", "的是哪个单位"),
    "m": ("有多少", "是多少"),
}
_MARKS: Final = re.compile(r"[\W_]+")
_WIDTHS: Final = (14, 22, 34)  # characters to each side of what is asked for
_DROPPED: Final = (0.1, 0.25, 0.4)  # of a question's words
_SHORTEST: Final = 8  # characters of what a question says
_A_PASSAGE: Final = 2  # questions of a passage, and passages of an article
_LISTED: Final = 0.5  # of the passages: people named one after another are asked for together
_BETWEEN: Final = 24  # characters of titles between two of a list
_ENDS: Final = re.compile(r"[。！？；：]")


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage in its context, with its words, and the other passages of its article."""

    context: str
    text: str
    words: Sequence[Word]
    sentences: tuple[Span, ...]
    beside: Sequence[str]


def made_questions(
    articles: Sequence[Article], finder: NameFinder, chance: random.Random
) -> Iterator[Material]:
    """Questions made of the articles' passages, up to two of two passages each."""
    for article in articles:
        passages = make_passages(article)
        for passage in chance.sample(passages, min(_A_PASSAGE, len(passages))):
            text, whole = simplified(passage.text), encoder_text_of(article, passage)
            context = whole[: len(whole) - len(text)]
            beside = [encoder_text_of(article, each) for each in passages if each != passage]
            read = _Read(context, text, finder.words(text), sentences(text), beside)
            yield from _of_passage(read, chance)


def _of_passage(read: _Read, chance: random.Random) -> Iterator[Material]:
    kinds: dict[str, Word] = {}  # one question of a kind
    words = _with_lists(read) if chance.random() < _LISTED else read.words
    for word in chance.sample(words, len(words)):
        if _is_askable(word, read.text):
            kinds.setdefault(word.tag, word)
    for word in list(kinds.values())[:_A_PASSAGE]:
        if material := _cloze(read, words, word, chance):
            yield material


def _with_lists(read: _Read) -> list[Word]:
    """The words, people named one after another with no more than titles between as one."""
    found: list[Word] = []
    for word in read.words:
        last = next((n for n in range(len(found) - 1, -1, -1) if _names(found[n])), None)
        if last is not None and word.tag == PERSON:
            between = read.text[found[last].end : word.start]
            if 0 < len(between) <= _BETWEEN and not _ENDS.search(between):
                found[last:] = [Word(found[last].start, word.end, _LIST)]
                continue
        found.append(word)
    return found


def _names(word: Word) -> bool:
    return word.tag in {PERSON, _LIST}


def _is_askable(word: Word, text: str) -> bool:
    """Whether a word is a name, a time or a place of some length, or a figure."""
    if word.tag == "m":
        return any(each.isdigit() for each in text[word.start : word.end])
    return word.tag in _ASKING and word.end - word.start > 1


def _cloze(
    read: _Read, every: Sequence[Word], answer: Word, chance: random.Random
) -> Material | None:
    """The question that asks for a word of a passage; None where too little stands beside it."""
    sentence = next((s for s in read.sentences if s[0] <= answer.start < s[1]), None)
    if sentence is None:  # a word that begins with the white space before it
        return None
    width = chance.choice(_WIDTHS)
    near = [
        word
        for word in every
        if max(sentence[0], answer.start - width) <= word.start
        and word.end <= min(sentence[1], answer.end + width)
    ]
    if answer not in near:  # a list that goes on in the next sentence
        return None
    if sum(word.end - word.start for word in near if word != answer) < _SHORTEST:
        return None
    dropped = chance.choice(_DROPPED)
    words = read.text[answer.start : answer.end]
    tags = {word.tag for word in read.words}
    missing = [tag for tag in ("PER", "TIME", "LOC", "ORG") if tag not in tags]
    inside = [
        read.text[word.start : word.end]
        for word in read.words
        if answer.start <= word.start < answer.end and word.tag in _ASKING
    ]
    said = [_said(read.text, word, dropped, chance) for word in near]
    asked_for = near.index(answer)
    return Material(
        question=_asking(said, asked_for, answer.tag, chance),
        context=read.context,
        passage=read.text,
        answer=(answer.start, answer.end),
        sentence=sentence,
        sentences=read.sentences,
        names=tuple(
            (word.start, word.end)
            for word in read.words
            if word.tag in _ASKING and not overlap(read.text[word.start : word.end], words)
        ),
        elsewhere=tuple(
            each for each in read.beside if not any(name in each for name in (words, *inside))
        ),
        unanswered=_asking(said, asked_for, chance.choice(missing), chance) if missing else "",
    )


def _said(text: str, word: Word, dropped: float, chance: random.Random) -> str:
    """A word as a question takes it over: often, and without marks."""
    return "" if chance.random() < dropped else _MARKS.sub("", text[word.start : word.end])


def _asking(said: Sequence[str], place: int, tag: str, chance: random.Random) -> str:
    """The words with one asked for where it stood, or before or behind the others."""
    mark = chance.choice(("？", "", "?"))
    word = chance.choice(_ASKING[tag])
    rest = "".join(each for number, each in enumerate(said) if number != place)
    if chance.random() < 0.45:
        return "".join(said[:place]) + word + "".join(said[place + 1 :]) + mark
    return chance.choice((word + rest, rest + chance.choice(_BEHIND[tag]))) + mark
