"""Names in Latin letters within what the recogniser took for one long name."""

import pytest

from index.fold import fold
from qa.people import PeopleReader
from qa.text.names import LacNames


@pytest.fixture(scope="module")
def reader() -> PeopleReader:
    return PeopleReader(LacNames())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Lanhe Museum has named Clara Boateng as its new director, succeeding Peter Holm.",
            ["Clara Boateng"],
        ),
        ("Mayor Zheng Haiyan cut the ribbon at the station.", ["Zheng Haiyan"]),
        ("Lanhe United dismissed head coach Wolf Schmidt on Monday.", ["Wolf Schmidt"]),
        ("歌手Ludovic van Berg出席了音乐节。", ["Ludovic van Berg"]),
        ("前首相Theresa May出席会议。", ["Theresa May"]),
        ("The museum has closed its doors and will be open again.", []),
    ],
)
def test_capitals_tell_where_a_latin_name_begins_and_ends(
    reader: PeopleReader, text: str, names: list[str]
) -> None:
    assert [each.name for each in reader.people(text, fold(text))] == names
