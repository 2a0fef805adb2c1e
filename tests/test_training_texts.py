"""News to learn from: read whole, or refused."""

from pathlib import Path

import pytest

from corpus.article import ReadError
from tests.shelves import write
from training.texts import read_news

LINE = '{{"id": "{0}", "text": "第{0}号渡轮首航。"}}\n'


def test_what_is_left_out_is_not_learnt_from(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", "".join(map(LINE.format, range(4))))
    dev = write(tmp_path / "dev.jsonl", LINE.format(2))
    assert [article.record for article in read_news(news, dev, 1)] == ["0", "1", "3"]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    news = write(tmp_path / "news.jsonl", LINE.format(1))
    with pytest.raises(ReadError, match=r"dev\.jsonl: is gone"):
        read_news(news, tmp_path / "dev.jsonl", 1)
