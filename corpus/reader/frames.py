"""Tables that JSON holds column by column, as data frames write them → records."""

from collections.abc import Mapping

from corpus.reader.field_names import field_of, is_text

_LEAST = 2  # rows: an article may have its title and its text in lists of one


def from_columns(value: object, text_column: str) -> list[object]:
    """The rows of a table, as records; none where the value is no table.

    It is one where its titles and its texts are lists of one length, or objects with the same
    numbers for names; or where lists, a row each, stand beside a list of the columns' names.
    """
    if not isinstance(value, Mapping):
        return []
    names, rows = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(map(_is_list, rows)):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    columns = {str(name): _cells(column) for name, column in value.items()}
    told = [cells for name, cells in columns.items() if field_of(name) == "title"]
    texts = [cells for name, cells in columns.items() if is_text(name, text_column)]
    places = list(texts[0]) if texts else []
    if len(places) < _LEAST or not any(list(cells) == places for cells in told):
        return []
    whole = {name: cells for name, cells in columns.items() if list(cells) == places}
    return [{name: cells[place] for name, cells in whole.items()} for place in places]


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _cells(column: object) -> dict[str, object]:
    """The cells of a column by their places, none where it is no column."""
    if isinstance(column, list):
        return {str(place): cell for place, cell in enumerate(column)}
    if isinstance(column, Mapping) and all(str(name).isdigit() for name in column):
        return {str(name): cell for name, cell in column.items()}
    return {}
