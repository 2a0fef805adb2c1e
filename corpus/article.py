"""The values that travel through Chuchu (articles, passages, filters) and the errors."""

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field
from hashlib import sha256


class SentenceError(ValueError):
    """What people are told when something is wrong: what, where, and the cure.

    Its message is one English sentence. Translations are looked up by the sentence with its gaps
    still open, and filled with the same values.

    Args:
        sentence: In English, with a gap such as ``{name}`` for each value; where no values are
            given, what is said as it stands.
        values: What goes into the gaps.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values


class CorpusError(SentenceError):
    """Articles or their library are wrong; the message says what, where, and the cure.

    CorpusError
    ├── ReadError     a file or a record cannot be read as articles
    └── StoreError    a library cannot be opened, read or written
    """


class ReadError(CorpusError):
    """A file, or one record of it, cannot be read as articles."""


class StoreError(CorpusError):
    """A library cannot be opened, read or written."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    r"""One article as a reader found it, before any cleaning.

    Attributes:
        text: The file's own characters, as decoded, with line ends as ``\n``, and with spaces for
            those inside of wrapped sentences of Latin words.
        address: Where it comes from: its URL where it has one, else the file's path, and for a
            file of many records ``path#record``. The same address read again is the same article.
        record: The record's own id, empty where it has none.
        title: As the record gives it, empty where it gives none.
        published: The date as the record gives it, in its own words; empty where it gives none.
        source: The paper, agency or site, as the record gives it.
        author: As the record gives it.
        url: As the record gives it.
        editor: As the record gives it.
    """

    text: str
    address: str
    record: str = ""
    title: str = ""
    published: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters that the text took over from the raw text unchanged."""

    text_start: int
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""What people read, and the way back to the file's own characters.

    Attributes:
        text: The cleaned text; paragraphs stand on lines of their own (``\n``).
        segments: Sorted, gapless in ``text``, ascending in raw: every character of ``text`` lies
            in exactly one segment, and equals the raw character it is mapped to.
    """

    text: str
    segments: tuple[Segment, ...]

    def raw_offset(self, offset: int) -> int:
        """The raw offset of the text's character at ``offset``.

        Raises:
            IndexError: ``offset`` is not inside the text.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"offset {offset} is outside a text of {len(self.text)} characters")
        place = bisect_right(self.segments, offset, key=lambda s: s.text_start) - 1
        segment = self.segments[place]
        return segment.raw_start + offset - segment.text_start

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span ``(start, end)`` that holds the characters of ``text[start:end]``.

        An empty span gives an empty raw span at the place where it would begin.
        """
        if start >= end:
            here = self.raw_offset(start) if start < len(self.text) else self._raw_end()
            return here, here
        return self.raw_offset(start), self.raw_offset(end - 1) + 1

    def _raw_end(self) -> int:
        if not self.segments:
            return 0
        return self.segments[-1].raw_start + self.segments[-1].length


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, cleaned, with what is known of it.

    Attributes:
        id: 16 hexadecimal digits, made of the address, title, source, date and cleaned text.
        record: The record's own id, or the article's id where the record has none.
        address: As in `RawArticle`.
        title: As the record or the text gives it, in its own script; may be empty.
        source: The paper, agency or site; may be empty.
        published: The full date, or None where the year, month or day is not known.
        date_words: The date as given ("7月22日", "2023-08-16 18:24:57"); may be empty.
        author: Reporters and correspondents, as given; may be empty.
        editor: As given; may be empty.
        url: As the record gives it; may be empty.
        body_start: Offset in the text where the body begins, after a title line.
        clean: The text people read, with its map to the raw text.
        raw: The file's own characters.
    """

    id: str
    record: str
    address: str
    title: str
    source: str
    published: datetime.date | None
    date_words: str
    author: str
    editor: str
    url: str
    body_start: int
    clean: CleanText = field(repr=False)
    raw: str = field(repr=False)

    @property
    def text(self) -> str:
        """The text people read."""
        return self.clean.text

    @property
    def heading(self) -> "Heading":
        """What stands over its passages."""
        return Heading(
            article_id=self.id,
            record=self.record,
            title=self.title,
            source=self.source,
            published=self.published,
            date_words=self.date_words,
            lead=self.text[self.body_start : self.body_start + LEAD_LENGTH],
            address=self.address,
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over every passage of an article: enough to name it without its whole text.

    Attributes:
        article_id: The article.
        record: As in `Article`; so are title, source, published and date_words.
        lead: The first `LEAD_LENGTH` characters of the body.
        address: As in `RawArticle`; empty where it is not known.
    """

    article_id: str
    record: str
    title: str
    source: str
    published: datetime.date | None
    date_words: str
    lead: str
    address: str = ""

    def over(self, text: str) -> str:
        """A passage's text under the title and the lead, each on a line of its own."""
        return f"{self.title}\n{self.lead}\n{text}"

    @property
    def printed(self) -> tuple[datetime.date, str]:
        """What orders articles by their dates: those without a full one last, ties by id."""
        return self.published or datetime.date.max, self.article_id


LEAD_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit of retrieval: some whole paragraphs or sentences of one article.

    Attributes:
        id: 16 hexadecimal digits, the first below 8, so that it is a positive 64-bit number too;
            made of the article's id and the two offsets.
        article_id: The article it belongs to.
        start: Offset of its first character in the article's text.
        end: Offset behind its last character in the article's text.
        text: ``article.text[start:end]``.
    """

    id: str
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to, before anything is ranked; empty values narrow nothing.

    Attributes:
        source: Articles whose source is exactly this.
        since: Articles published on this day or later.
        until: Articles published on this day or earlier.
        article: The article with this id.

    An article without a full date is outside every date range.
    """

    source: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    article: str = ""

    def __bool__(self) -> bool:
        """Whether anything is narrowed."""
        return self != Filters()


def digest(*parts: str) -> str:
    """16 hexadecimal digits that stand for the given parts, in their order (SHA-256, shortened).

    The first digit is below 8: as a number it fits a signed 64-bit integer.
    """
    joined = b"".join(
        len(data).to_bytes(8, "big") + data
        for data in (part.encode("utf-8", "surrogatepass") for part in parts)
    )
    number = int.from_bytes(sha256(joined).digest()[:8], "big") >> 1
    return id_of(number)


def id_of(number: int) -> str:
    """The id that is this number, for back-ends that know their entries by 64-bit numbers."""
    return f"{number:016x}"


def number_of(passage_id: str) -> int:
    """The number that is this id; `id_of` gives the id back."""
    return int(passage_id, 16)
