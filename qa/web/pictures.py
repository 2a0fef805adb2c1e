"""Pictures of a library: its articles by month, source, language and length."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from qa.library import Library
from qa.messages.catalogue import Texts
from qa.web.charts import Bar, bars_html, columns_html, counted

_MOST_SOURCES: Final = 12
_MOST_MONTHS: Final = 60  # of a longer time, years are shown
_MOST_STEPS: Final = 24
_STEPS: Final = (50, 100, 250, 500, 1000, 2500, 5000, 10_000)

Count = tuple[str, int]


def pictures_html(library: Library, texts: Texts) -> str:
    """What a library holds, in pictures; nothing of an empty one."""
    status = library.status()
    if not status.articles:
        return ""
    languages = [counted(texts[f"lang_{name}"], n) for name, n in library.languages()]
    sources = by_source(status.sources, status.articles, texts)
    return (
        f'<h2>{texts["pictures"]}</h2><div class="charts">'
        f"{_times(status.months, texts)}"
        f"{_columns(texts['by_length'], by_length(library.lengths()), texts)}"
        f"{bars_html(texts['by_source'], [counted(*each) for each in sources])}"
        f"{bars_html(texts['by_language'], languages)}</div>"
    )


def by_month(months: Sequence[Count]) -> tuple[Count, ...]:
    """The months from the first to the last with their numbers, those without articles too.

    Args:
        months: Months ("2023-07") with numbers, in any order; "" is no month.
    """
    known = dict(months)
    known.pop("", None)
    if not known:
        return ()
    return tuple((each, known.get(each, 0)) for each in _between(min(known), max(known)))


def by_year(months: Sequence[Count]) -> tuple[Count, ...]:
    """The years from the first to the last with their numbers, those without articles too."""
    years: Counter[str] = Counter()
    for month, number in months:
        years[month[:4]] += number
    years.pop("", None)
    if not years:
        return ()
    span = range(int(min(years)), int(max(years)) + 1)
    return tuple((f"{year:04}", years[f"{year:04}"]) for year in span)


def by_length(lengths: Sequence[tuple[int, int]]) -> tuple[Count, ...]:
    """Steps of length ("500–999") with their numbers; the longest twentieth in one last step.

    Args:
        lengths: Lengths with numbers, the shortest first.
    """
    if not lengths:
        return ()
    top = _within(lengths, 0.95)
    step = next((each for each in _STEPS if top // each < _MOST_STEPS), _STEPS[-1])
    most = min(top // step + 1, _MOST_STEPS)
    found: Counter[int] = Counter()
    for length, number in lengths:
        found[min(length // step, most)] += number
    steps = [(f"{low * step:,}–{low * step + step - 1:,}", found[low]) for low in range(most)]
    rest = [(f"≥ {most * step:,}", found[most])] if found[most] else []
    return (*steps, *rest)


def by_source(
    sources: Sequence[Count], articles: int, texts: Texts, most: int = _MOST_SOURCES
) -> tuple[Count, ...]:
    """The largest sources with their numbers, then all others together, then those without one.

    Args:
        sources: The sources with their numbers, the largest first.
        articles: How many articles there are, with a source or without.
        texts: In the language of who reads.
        most: How many sources are named.
    """
    rest = sources[most:]
    shown = list(sources[:most])
    if rest:
        others = texts["other_sources"].format(n=len(rest))
        shown.append((others, sum(number for _, number in rest)))
    nameless = articles - sum(number for _, number in sources)
    return (*shown, *([(texts["no_source"], nameless)] if nameless > 0 else []))


def _times(months: Sequence[Count], texts: Texts) -> str:
    found = by_month(months)
    many = len(found) > _MOST_MONTHS
    title = texts["by_year" if many else "by_month"]
    undated = dict(months).get("", 0)
    note = f'<p class="note">{texts["undated"].format(n=undated)}</p>' if undated else ""
    return f"<div>{_columns(title, by_year(months) if many else found, texts)}{note}</div>"


def _columns(title: str, counts: Sequence[Count], texts: Texts) -> str:
    if not counts:
        return ""
    label, most = max(counts, key=lambda each: each[1])
    total = sum(number for _, number in counts)
    told = texts["chart_told"].format(total=f"{total:,}", most=label, n=f"{most:,}")
    bars: list[Bar] = [counted(*each) for each in counts]
    return columns_html(title, bars, told, texts["as_table"])


def _between(first: str, last: str) -> Iterator[str]:
    """The months from the first to the last."""
    year, month = int(first[:4]), int(first[5:7])
    while (here := f"{year:04}-{month:02}") <= last:
        yield here
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _within(lengths: Sequence[tuple[int, int]], share: float) -> int:
    """The least length that this share of the articles does not exceed."""
    wanted = share * sum(number for _, number in lengths)
    met = 0
    for length, number in lengths:
        met += number
        if met >= wanted:
            return length
    return lengths[-1][0]
