"""Credits as accounts, agencies and Taiwan's papers write them."""

import datetime

import pytest

from corpus.article import Article, RawArticle
from corpus.cleaning.clean import make_article

BODY = "会议今天在云河市举行。大家听取了春耕工作的汇报，并参观了三处水利工程和一处育秧中心。"


def article(text: str) -> Article:
    return make_article(RawArticle(text, "a.txt"))


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("原创 吉正 云河发布 2024-03-05 20:30 云河", "云河发布", "吉正"),
        ("云河发布 2024-03-05 20:30 发表于云河", "云河发布", ""),
        ("2024-03-05 08:30·云河日报官方账号", "云河日报", ""),
    ],
)
def test_the_line_of_an_account(line: str, source: str, author: str) -> None:
    found = article(f"春耕会议举行\n{line}\n{BODY}\n{BODY}")
    assert found.text == f"春耕会议举行\n{BODY}\n{BODY}"
    assert found.published == datetime.date(2024, 3, 5)
    assert (found.source, found.author) == (source, author)


def test_a_day_and_a_place_without_an_account_stay() -> None:
    text = f"春耕会议举行\n2024-03-05 20:30 云河\n{BODY}"
    assert article(text).text == text


def test_a_source_that_is_named_as_such_comes_before_the_account() -> None:
    line = "原创 吉正 云河发布 2024-03-05 20:30"
    assert article(f"春耕会议举行\n{line}\n{BODY}\n来源：云河日报").source == "云河日报"


def test_a_dateline_with_its_year_tells_the_day() -> None:
    found = article(f"春耕会议举行\n新华社云河2024年3月5日电（记者 吉正）{BODY}")
    assert (found.published, found.source) == (datetime.date(2024, 3, 5), "新华社")


def test_a_day_behind_an_agency_is_a_sentences_own() -> None:
    assert article(f"央视网消息：2024年3月5日是植树日。{BODY}").published is None


@pytest.mark.parametrize("brackets", ["【】", "〔〕"])
def test_where_a_reporter_was_is_no_name(brackets: str) -> None:
    told = f"{brackets[0]}記者吉正／雲河報導{brackets[1]}"
    assert article(f"{told}{BODY}").author == "吉正"


@pytest.mark.parametrize("label", ["A3版：要闻", "第03版", "3版·国内"])
def test_the_name_of_a_papers_page_is_no_title(label: str) -> None:
    assert article(f"{label}\n春耕会议举行\n{BODY}").title == "春耕会议举行"


def test_the_head_of_a_papers_page_tells_paper_and_day() -> None:
    found = article(
        f"云河日报 2024年3月5日 星期二 农历正月廿五\n头版\n春耕会议举行\n{BODY}\n{BODY}"
    )
    assert (found.title, found.source) == ("春耕会议举行", "云河日报")
    assert found.published == datetime.date(2024, 3, 5)


def test_who_asks_a_question_is_no_name() -> None:
    assert article(f"{BODY}\n市长回答了记者提问").author == ""
