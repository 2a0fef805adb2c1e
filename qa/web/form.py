"""A question as the page's fields hold it, after what still stands of those before it."""

from dataclasses import dataclass, field
from typing import Any

from qa.answer import Answer
from qa.conversations.conversation import Conversation
from qa.question import Language
from qa.web.slate import Slate
from qa.web.thread import Thread


@dataclass(frozen=True, slots=True)
class Drawn:
    """How an answer was drawn: before it is shown, all of that may have changed.

    Attributes:
        slate: What the answers before it stood on.
        alone: Whether those had been cleared by then.
        language: The visitor's.
        newest_first: Whether the passages are shown by date.
    """

    slate: Slate
    alone: bool
    language: Language
    newest_first: bool

    @property
    def was_cleared(self) -> bool:
        """Whether what it was drawn above has been cleared since."""
        return self.slate.is_wiped and not self.alone

    def is_still_so(self, language: Language, *, newest_first: bool) -> bool:
        """Whether it would be drawn in the same way now."""
        manner = (language, newest_first)
        return not self.was_cleared and (self.language, self.newest_first) == manner


@dataclass(frozen=True, slots=True)
class Form:
    """A question, what it is narrowed to and how it is shown, as the page's fields hold it.

    Attributes:
        question: As it was typed.
        source: The source; empty or None for all.
        since: The first day; empty or None for any.
        until: The last day; empty or None for any.
        article: The id of one article; empty for all.
        k: How many passages.
        newest_first: Whether the passages are shown by date.
        thread: What the visitor asked before.
        conversation: What a follow-up leans on.
        language: The visitor's.
        slate: Tells whether that was cleared since.
    """

    question: str
    source: str | None
    since: str | None
    until: str | None
    article: str
    k: float
    newest_first: bool
    thread: Thread
    conversation: Conversation
    language: Language
    slate: Slate = field(default_factory=Slate)

    @property
    def drawn(self) -> Drawn:
        """How the answer is drawn as things stand now."""
        return Drawn(self.slate, self.slate.is_wiped, self.language, self.newest_first)

    @property
    def standing(self) -> Thread:
        """What the visitor asked before and has not cleared by now."""
        return () if self.slate.is_wiped else self.thread

    def after(self, answer: Answer) -> Conversation:
        """What the next follow-up leans on, after the answer to this question."""
        before = Conversation() if self.slate.is_wiped else self.conversation
        return before.after(answer)

    @property
    def narrowed(self) -> dict[str, Any]:
        """The rest of what `Library.ask` takes, by name."""
        return {
            "source": self.source or "",
            "since": self.since or None,
            "until": self.until or None,
            "article": self.article,
            "conversation": self.conversation,
        }
