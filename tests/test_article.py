"""Offsets lead from the text to the raw text, and digests stand for what they are made of."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import CleanText, Filters, Segment, SentenceError, digest

# pieces of a raw text, each kept or dropped
pieces = st.lists(st.tuples(st.text(min_size=1, max_size=5), st.booleans()), max_size=12)


def assemble(parts: list[tuple[str, bool]]) -> tuple[str, CleanText, list[int]]:
    """The raw text, the clean text of what is kept, and the raw offset of each kept character."""
    raw, text = "", ""
    segments: list[Segment] = []
    places: list[int] = []
    for piece, kept in parts:
        if kept:
            segments.append(Segment(len(text), len(raw), len(piece)))
            places += range(len(raw), len(raw) + len(piece))
            text += piece
        raw += piece
    return raw, CleanText(text, tuple(segments)), places


@given(pieces)
@settings(deadline=None)
def test_each_character_is_mapped_to_its_own_place(parts: list[tuple[str, bool]]) -> None:
    _, clean, places = assemble(parts)
    assert [clean.raw_offset(offset) for offset in range(len(clean.text))] == places


@given(pieces, st.data())
@settings(deadline=None)
def test_a_raw_span_begins_and_ends_with_the_span(
    parts: list[tuple[str, bool]], data: st.DataObject
) -> None:
    raw, clean, places = assemble(parts)
    start = data.draw(st.integers(0, len(clean.text)))
    end = data.draw(st.integers(start, len(clean.text)))
    first, behind = clean.raw_span(start, end)
    if start < end:
        assert (first, behind) == (places[start], places[end - 1] + 1)
    else:
        assert first == behind
        assert 0 <= first <= len(raw)


@pytest.mark.parametrize("offset", [-1, 2, 99])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    clean = CleanText("会议", (Segment(0, 0, 2),))
    with pytest.raises(IndexError, match=f"offset {offset} is outside a text of 2 characters"):
        clean.raw_offset(offset)


def test_an_empty_span_lies_where_it_would_begin() -> None:
    clean = CleanText("会议举行", (Segment(0, 3, 2), Segment(2, 9, 2)))
    assert clean.raw_span(2, 2) == (9, 9)
    assert clean.raw_span(4, 4) == (11, 11)
    assert CleanText("", ()).raw_span(0, 0) == (0, 0)


def test_empty_filters_narrow_nothing() -> None:
    assert not Filters()


@pytest.mark.parametrize(
    "filters",
    [
        Filters(source="青岚日报"),
        Filters(since=datetime.date.min),
        Filters(until=datetime.date.max),
        Filters(article="0" * 16),
    ],
)
def test_each_filter_counts(filters: Filters) -> None:
    assert filters


@given(st.lists(st.text(st.characters())))
@settings(deadline=None)
def test_a_digest_is_a_positive_63_bit_number(parts: list[str]) -> None:
    value = digest(*parts)
    assert len(value) == 16
    assert 0 < int(value, 16) < 2**63
    assert f"{int(value, 16):016x}" == value


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
@settings(deadline=None)
def test_other_parts_have_another_digest(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_the_borders_of_parts_count() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


def test_digests_stay_the_same_from_version_to_version() -> None:
    # the first 63 bits of `printf '\0\0\0\0\0\0\0\6\344\274\232\350\256\256' | sha256sum`
    assert digest("会议") == "07ddf545f99eeac8"


def test_a_sentence_is_said_with_its_values_and_known_without_them() -> None:
    error = SentenceError("{name}: is no number; write {most!r}", name="k", most=20)
    assert str(error) == "k: is no number; write 20"
    assert (error.sentence, error.values) == (
        "{name}: is no number; write {most!r}",
        {"name": "k", "most": 20},
    )


def test_a_sentence_without_values_stays_as_it_stands() -> None:
    assert str(SentenceError('write {"text": …}')) == 'write {"text": …}'
