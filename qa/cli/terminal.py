"""Answers and lists as people read them in a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article, Heading
from corpus.one_line import one_line
from qa.answer import Answer, Evidence, Person, ShortAnswer, in_first
from qa.cli.columns import padded
from qa.confidence import percent
from qa.messages.catalogue import Texts, texts
from qa.messages.narrowed import denial
from qa.question import Language, read_question
from qa.report import Status
from qa.short.words import days_words

_BOLD, _LIT, _FAINT, _PLAIN = "\x1b[1m", "\x1b[33m", "\x1b[2m", "\x1b[22;39m"
_INDENT = "    "
_MANY_SOURCES = 10
_MANY_MONTHS = 12
_MANY_FAILURES = 20
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around the quotations, in the question's language."""

    shown: Texts  # those of the page, which say the same
    certainty: str
    comma: str
    and_: str  # between what one person did
    reprints: str


# Certainty, comma, and, reprints: what the page says in other words or not at all.
_WORDS: dict[Language, tuple[str, str, str, str]] = {
    "zh-Hans": ("有答案的把握", "，", "、", "同文另见："),
    "zh-Hant": ("有答案的把握", "，", "、", "同文另見："),
    "en": ("Chance that the articles answer:", ", ", " and ", "The same in: "),
}


def answer_text(answer: Answer, *, colour: bool = False) -> str:
    """An answer: what it says, how sure that is, then the passages with their best sentences.

    A best sentence stands between « and »; in colour it is bold instead.
    """
    words = _words(read_question(answer.question).language)
    return "\n".join([*_opening(answer, words), *_passages(answer, words, colour)])


def article_text(article: Article) -> str:
    """One line of a list: date, source, the id to call it by, and title."""
    named = _named(article.heading)
    date = str(article.published or article.date_words or "-")
    return f"{padded(date, 12)}{padded(article.source or '-', 18)}{article.record}  {named}"


def status_text(status: Status) -> str:
    """What a library holds, one thing a line."""
    share = f"{status.encoded} encoded" if status.encoded < status.passages else "all encoded"
    rows = [
        ("library", status.path),
        ("space", _space(status)),
        ("articles", str(status.articles)),
        ("passages", f"{status.passages}, {share}" if status.passages else "0"),
        ("encoder", status.encoder),
        ("tokenizer", status.tokenizer),
        ("formats", _counts(status.formats, _MANY_SOURCES)),
        ("months", _counts(status.months, _MANY_MONTHS)),
        ("sources", _counts(status.sources, _MANY_SOURCES)),
    ]
    failed = [f"{each.where}: {each.reason}" for each in status.failures[:_MANY_FAILURES]]
    more = len(status.failures) - len(failed)
    failed += [f"and {more} more"] if more > 0 else []
    rows += zip(["failed", *[""] * len(failed)], failed, strict=False)
    return "\n".join(f"{name:<11}{value}" for name, value in rows)


def _words(language: Language) -> _Words:
    return _Words(texts(language), *_WORDS[language])


def _opening(answer: Answer, words: _Words) -> Iterator[str]:
    if answer.unsure:
        yield words.shown["unsure"] + words.shown["full_stop"]
        yield words.shown["unsure_found"]
        yield from _found(in_first(answer), words)
    elif answer.answered:
        yield from _found(answer, words)
    else:
        denied = denial(words.shown, answer.filters, found=bool(answer.evidence))
        yield denied + words.shown["full_stop"]
    if not answer.evidence:
        return
    yield f"{words.certainty} {percent(answer.confidence)}%"
    yield ""
    if not answer.answered:
        yield words.shown["nearest_below"]


def _found(answer: Answer, words: _Words) -> Iterator[str]:
    """What answers: people, short answers, or else the best sentence."""
    ranks = {evidence.passage.id: evidence.rank for evidence in answer.evidence}
    if answer.people:
        yield from (_person(person, ranks, words) for person in answer.people)
    elif answer.short:
        yield from (_short(short, ranks, words) for short in answer.short)
    else:
        best = answer.evidence[0]
        yield one_line(best.passage.text[slice(*best.sentence)])


def _person(person: Person, ranks: dict[str, int], words: _Words) -> str:
    names = (words.shown.get(f"role_{role}", "") for role in person.roles)
    roles = words.and_.join(name for name in names if name)
    said = words.comma.join(part for part in (person.name, person.title, roles) if part)
    return f"{said} [{ranks[person.passage_id]}]" if person.passage_id in ranks else said


def _short(short: ShortAnswer, ranks: dict[str, int], words: _Words) -> str:
    said = one_line(f"{short.speaker}：{short.text}" if short.speaker else short.text)
    disputed = words.shown["short_disputed"] if short.disputed else ""
    details = [days_words(short.days, short.text), disputed]
    noted = words.comma.join(each for each in details if each)
    places = "".join(
        f" [{ranks[each]}]" for each in (short.passage_id, *short.also) if each in ranks
    )
    return f"{said} ({noted}){places}" if noted else said + places


def _passages(answer: Answer, words: _Words, colour: bool) -> Iterator[str]:
    for evidence in answer.evidence:
        title = f"[{evidence.rank}] {_named(evidence.heading)}"
        about = _about(evidence.heading)
        if colour:
            title, about = f"{_BOLD}{title}{_PLAIN}", f"{_FAINT}{about}{_PLAIN}"
        yield f"{title}  {about}" if about else title
        body = _coloured(evidence) if colour else _marked(evidence)
        yield _INDENT + body.replace("\n", "\n" + _INDENT)
        if evidence.reprints:
            others = (_about(heading) or heading.record for heading in evidence.reprints)
            yield _INDENT + words.reprints + words.comma.join(others)
        yield ""


def _named(heading: Heading) -> str:
    """The title, or where there is none, how the article begins."""
    return one_line(heading.title) or (one_line(heading.lead)[:24] + "…" if heading.lead else "-")


def _about(heading: Heading) -> str:
    date = str(heading.published or heading.date_words)
    return " · ".join(part for part in (heading.source, date) if part)


def _marked(evidence: Evidence) -> str:
    text, (start, end) = evidence.passage.text, evidence.sentence
    return f"{text[:start]}«{text[start:end]}»{text[end:]}"


def _coloured(evidence: Evidence) -> str:
    """The passage, its best sentence bold, what is lit up in another colour."""
    text, (start, end) = evidence.passage.text, evidence.sentence
    lit = {place for span in evidence.spans for place in range(span.start, span.end)}
    styles = [
        (_BOLD if start <= place < end else "") + (_LIT if place in lit else "")
        for place in range(len(text))
    ]
    before = ["", *styles]
    return "".join(
        (_PLAIN if old != new and old else "") + (new if old != new else "") + character
        for old, new, character in zip(before, styles, text, strict=False)
    ) + (_PLAIN if styles and styles[-1] else "")


def _counts(counts: Sequence[tuple[str, int]], many: int) -> str:
    shown = ", ".join(f"{name or 'not known'} {number}" for name, number in counts[:many])
    more = len(counts) - many
    return f"{shown}, and {more} more" if more > 0 else shown or "none"


def _space(status: Status) -> str:
    database, cache = status.database_bytes / _MEGABYTE, status.cache_bytes / _MEGABYTE
    return f"{database + cache:.1f} MB: database {database:.1f}, derived files {cache:.1f}"
