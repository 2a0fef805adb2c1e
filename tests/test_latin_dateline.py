"""The day and the agency that English reports begin with."""

import datetime

import pytest

from corpus.article import RawArticle
from corpus.cleaning.clean import make_article
from corpus.cleaning.latin_dateline import LatinDateline, read_dateline
from corpus.reader.own_day import names_own_day

BODY = "A law on wetlands took effect, officials said. It bans fishing in core areas."


@pytest.mark.parametrize(
    ("line", "words", "agency"),
    [
        ("BEIJING, Aug. 3 (Xinhua) -- ", "Aug. 3", "Xinhua"),
        ("NEW PORT, Sept 12 (Reuters) - ", "Sept 12", "Reuters"),
        ("YUNHE, China, August 3 — ", "August 3", ""),
        ("SAN LUIS, May 5 (A.P.) – ", "May 5", "A.P."),
    ],
)
def test_a_line_without_a_year(line: str, words: str, agency: str) -> None:
    assert read_dateline(f"{line}{BODY}", 0) == LatinDateline(words, None, agency)


@pytest.mark.parametrize(
    "text",
    [
        f"YUNHE, Aug. 3, 2024 (Xinhua) -- {BODY}",
        f"YUNHE, Aug. 3 (Xinhua) -- {BODY} It was signed on August 3, 2024.",
    ],
)
def test_the_year_is_told_by_the_line_or_the_text(text: str) -> None:
    assert read_dateline(text, 0).published == datetime.date(2024, 8, 3)


@pytest.mark.parametrize(
    "text",
    [
        f"YUNHE, Aug. 3 -- {BODY} It took a year from Aug. 3, 2023, to Aug. 3, 2024.",
        f"YUNHE, Aug. 3 -- {BODY} Last year's law is of August 31, 2023.",
        f"YUNHE, Feb. 30, 2024 -- {BODY}",
    ],
)
def test_a_year_in_doubt_is_none(text: str) -> None:
    assert read_dateline(text, 0).published is None


@pytest.mark.parametrize(
    "text",
    [
        f"On Aug. 3 officials said - {BODY}",
        f"In BEIJING, Aug. 3 - {BODY}",
        "YUNHE, Aug. 3",
        "",
        BODY,
    ],
)
def test_no_such_line(text: str) -> None:
    assert read_dateline(text, 0) == LatinDateline()


def test_an_article_has_the_day_and_the_agency_where_nothing_else_tells_them() -> None:
    text = f"Wetland law takes effect\n\nBEIJING, Aug. 3, 2024 (Xinhua) -- {BODY}\n\n{BODY}"
    article = make_article(RawArticle(text, "a.txt"))
    assert (article.published, article.source) == (datetime.date(2024, 8, 3), "Xinhua")
    told = make_article(RawArticle(text, "a.txt", published="2024-08-04", source="Yunhe Post"))
    assert (told.published, told.source) == (datetime.date(2024, 8, 4), "Yunhe Post")


def test_such_a_line_names_the_articles_own_day() -> None:
    assert names_own_day(f"YUNHE, Aug. 3, 2024 (Xinhua) -- {BODY}")
