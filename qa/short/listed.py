"""What stands between the items of a list: 甲、乙和丙."""

import re
from typing import Final

_AND: Final = "和|与|以?及"
BETWEEN_NAMES: Final = re.compile(f"、|{_AND}")
BETWEEN_ITEMS: Final = re.compile(f" ?(?:[、,]|[、,]?(?:{_AND})) ?")  # figures part at commas, too
LAST_OF_NAMES: Final = re.compile(f"、|(?:{_AND})(?!.*(?:{_AND}))")
# More items, as far as a mark behind them says where each ends.
MORE_ITEMS: Final = re.compile(
    rf"(?:(?:、|,?(?:{_AND}))[^,。;:、!?\n等和与及了的()]{{2,12}}(?=[、,。;等和与及\n]))+"
)
