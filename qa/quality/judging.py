"""Judging: the part of a library that keeps what people say of its answers."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, get_args

from corpus.article import Heading
from corpus.gone import article_at
from qa.opened import Opened
from qa.quality.judgements import (
    Judgement,
    JudgementError,
    Verdict,
    append_judgement,
    labelled,
    read_journal,
    standing,
)
from qa.quality.metrics import Gold, squeezed
from qa.quality.question_set import LabelledQuestion
from qa.question import read_question

QUALITY: Final = "quality"  # the folder within a library's; never derived, never cleared
_JOURNAL: Final = "judgements.jsonl"


class Judging(Opened):
    """Keeps judgements on answers in a library's folder.

    They are lines of ``quality/judgements.jsonl``, beside the database: no rebuild, no removal of
    an article and no damage to the database touches them.
    """

    def judge(
        self,
        question: str,
        verdict: Verdict,
        passage_id: str = "",
        *,
        article: str = "",
        evidence: str = "",
    ) -> Judgement:
        """Keeps what somebody says of an answer; the judgement as kept.

        "This was right" and "this was wrong" name the passage shown; "the right one is …" names
        another as right. A later judgement on the same takes the place of the earlier one.

        Args:
            question: As it was asked.
            verdict: "right", "wrong", or "none" (no article answers it).
            passage_id: The passage judged; nothing for "none".
            article: Instead of a passage, the id, record or address of an article.
            evidence: The part of the passage's or article's text that is meant; without it the
                whole passage or article.

        Raises:
            QuestionError: The question is empty or too long.
            JudgementError: There is no such passage or article, or it does not hold the evidence.
            StoreError: The library is read-only or cannot be written to.
        """
        asked = read_question(question).text
        if verdict not in get_args(Verdict):
            told = "{verdict}: is no verdict; say right, wrong or none"
            raise JudgementError(told, verdict=verdict)
        if verdict != "none" and not passage_id and not article:
            told = "nothing is named that was judged; name the passage or the article"
            raise JudgementError(told)
        now = _now()
        if verdict == "none":
            judgement = Judgement(asked, verdict, now)
        else:
            heading, address, text = self._meant(passage_id, article, evidence)
            judgement = Judgement(asked, verdict, now, heading.record, address, heading.title, text)
        self._keep(judgement)
        return judgement

    def forget(self, judgement: Judgement) -> None:
        """Takes a judgement back, even on an article that is gone.

        Raises:
            StoreError: The library is read-only or cannot be written to.
        """
        self._keep(replace(judgement, verdict="forgotten", said=_now()))

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that count, question by question in the order of their first judgements.

        Raises:
            StoreError: They cannot be read.
        """
        return standing(read_journal(self._journal))

    def judged_questions(self) -> tuple[LabelledQuestion, ...]:
        """The judged questions as `qa.quality.evaluate` takes them, by their first judgements.

        Questions of which only what is wrong is known, and those whose right article was judged
        as a whole and is gone, are left out.

        Raises:
            StoreError: They cannot be read.
        """
        return labelled(self.judgements(), self._gold)

    def _keep(self, judgement: Judgement) -> None:
        self._check_writable()
        append_judgement(self._journal, judgement)

    def _check_writable(self) -> None:
        self._store.database.check_writable(self.path)

    @property
    def _journal(self) -> Path:
        return self.path / QUALITY / _JOURNAL

    def _ids(self, article: str) -> tuple[str, ...]:
        """The articles of an id, record or address, or of how the page shortens that: a.jsonl#7."""
        known = self._store.article_ids
        return known(article) or known(article.rpartition("#")[2])

    def _meant(self, passage_id: str, article: str, evidence: str) -> tuple[Heading, str, str]:
        """The heading and address of what is judged, and the part of its text."""
        passage = self._store.passages([passage_id])[:1] if passage_id else ()
        if passage_id and not passage:
            told = "{passage}: there is no such passage; ask again"
            raise JudgementError(told, passage=passage_id)
        ids = (passage[0].article_id,) if passage else self._ids(article)
        whole = self._store.article(ids[0]) if ids else None
        if whole is None:
            told = "{article}: there is no such article; give its id or address, or leave it empty"
            raise JudgementError(told, article=article)
        within = passage[0].text if passage else whole.text
        if squeezed(evidence) not in squeezed(within):
            told = "《{title}》 does not hold this evidence; copy it from the article's text"
            raise JudgementError(told, title=whole.title)
        heading = self._store.headings([whole.id])[whole.id]
        return heading, whole.address, evidence or (within if passage else "")

    def _gold(self, judgement: Judgement) -> tuple[Gold, ...]:
        """The places that a judgement calls right, named as the article is called now."""
        article_id = article_at(self._store.database, judgement.address)
        headings = self._store.headings([article_id]) if article_id else {}
        record = headings[article_id].record if article_id in headings else judgement.article
        if judgement.evidence:
            return (Gold(record, judgement.evidence),)
        return tuple(Gold(record, passage.text) for passage in self._store.passages_of(article_id))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
