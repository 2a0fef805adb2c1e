"""States and capitals that the recogniser took for persons, told by what stands around them."""

import re
from collections.abc import Iterable

_SENT_TO = "驻"
_ENVOY = re.compile(r"(?:特命全权)?(?:大使|总领事|领事|公使|代办|参赞)")
_ABROAD = re.compile(
    r"驻[^,。;、]{1,7}?(?:大使|领事|公使|代办|参赞|使馆)|首都|共和国|王国|境内|[东南西北中]部"
)

_CAPITALS = ("首都", "首府", "省会", "州府")


def states_in(key: str, names: Iterable[str]) -> frozenset[str]:
    """Those of some names that the key uses for a state, or a capital, at least once.

    It sends envoys (某国驻华大使) or receives them (驻某国大使), has a capital or a south, or is a
    capital.

    Args:
        key: The passage's key.
        names: As they stand in the key.
    """
    return frozenset(name for name in names if name and _is_state(key, name))


def _is_state(key: str, name: str) -> bool:
    start = key.find(name)
    while start >= 0:
        end = start + len(name)
        if (
            _ABROAD.match(key, end)
            or key.endswith(_CAPITALS, 0, start)
            or (key.startswith(_SENT_TO, start - 1) and start and _ENVOY.match(key, end))
        ):
            return True
        start = key.find(name, start + 1)
    return False
