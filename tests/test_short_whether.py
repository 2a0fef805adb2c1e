"""Questions that yes or no answers; by hand."""

import pytest

from qa.question import read_question
from qa.short import asks_whether


@pytest.mark.parametrize(
    ("question", "whether"),
    [
        ("判决下来以后上诉了吗？", True),
        ("他要不要上诉？", True),
        ("副市长是否出席了会议？", True),
        ("学校收费了没有？", True),
        ("Did the school accept the ruling?", True),
        ("Is the bridge open?", True),
        ("谁出席了会议？", False),
        ("会议说了什么", False),
        ("是否有人知道大桥什么时候通车？", False),
        ("Who attended?", False),
        ("Is it north or south of the river?", False),
        ("大桥全长多少米？", False),
    ],
)
def test_yes_or_no_answers_or_does_not(question: str, whether: bool) -> None:
    assert asks_whether(read_question(question)) is whether
