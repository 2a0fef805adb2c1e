"""Where clauses begin."""

from qa.text.clauses import clause_start

KEY = "桥通了,人来了。车也来了"


def test_a_clause_begins_behind_the_last_mark_before_it() -> None:
    assert KEY[clause_start(KEY, 6, ",。") :].startswith("人来了")
    assert KEY[clause_start(KEY, 6, "。") :].startswith("桥通了")


def test_a_mark_at_the_place_itself_ends_no_clause_before_it() -> None:
    assert clause_start(KEY, KEY.index("。"), ",。") == KEY.index("人")
    assert clause_start(KEY, 0, ",。") == 0
