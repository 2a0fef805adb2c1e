"""Where clauses begin, and what of them stands before a place."""

from qa.text.clauses import CLAUSE_ENDS, begun_clause, clause_start

KEY = "桥通了,人来了。车也来了"


def test_a_clause_begins_behind_the_last_mark_before_it() -> None:
    assert KEY[clause_start(KEY, 6, ",。") :].startswith("人来了")
    assert KEY[clause_start(KEY, 6, "。") :].startswith("桥通了")


def test_a_mark_at_the_place_itself_ends_no_clause_before_it() -> None:
    assert clause_start(KEY, KEY.index("。"), ",。") == KEY.index("人")
    assert clause_start(KEY, 0, ",。") == 0


def test_what_stands_before_a_place_in_its_clause() -> None:
    assert begun_clause(KEY, KEY.index("来了。"), CLAUSE_ENDS) == "人"
    assert begun_clause(KEY, 0, CLAUSE_ENDS) == ""
