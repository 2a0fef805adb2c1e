"""Filters: sources that do not exist, and what is told of them."""

import pytest

from qa.filters import refuse_source
from qa.question import QuestionError

KNOWN = ("青岚日报", "临江日报", "临江晚报", "云川晚报", "南汐日报", "白沙时报", "北岚晚报")


def test_the_nearest_few_sources_are_told_the_most_alike_first() -> None:
    with pytest.raises(QuestionError) as refused:
        refuse_source("臨江", KNOWN)
    nearest = str(refused.value).rpartition(": ")[2].split("、")
    assert nearest[:2] == ["临江日报", "临江晚报"]
    assert len(nearest) == 5


def test_where_no_source_is_known_none_is_refused() -> None:
    refuse_source("临江", ())
