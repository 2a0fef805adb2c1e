"""Questions after a home by other words than 哪里人."""

import pytest

from qa.question_rules.origins import as_origin


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("桑若谷的籍贯是哪里？", "桑若谷是哪里人？"),
        ("桑若谷老家哪里的", "桑若谷是哪里人？"),
        ("縣長陸青禾的家鄉在哪裡？", "縣長陸青禾是哪里人？"),
        ("桑若谷祖籍是哪的呢", "桑若谷是哪里人？"),
        ("桑若谷是哪里人？", ""),
        ("桑若谷的老家谁去过？", ""),
        ("老家在哪里？", ""),
        ("Where is Sang from?", ""),
    ],
)
def test_a_home_is_asked_after_as_news_tells_it(question: str, expected: str) -> None:
    assert as_origin(question) == expected
