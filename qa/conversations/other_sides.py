"""The last question asked again of the other of two (女的呢？ 下半场呢？ 客场呢？)."""

import re
from typing import Final

from index.fold import fold

# Each of two that news tells side by side, and the other.
_SIDES: Final = "男女 上下 主客 冠亚 左右 东西 南北 进出 买卖".split()
_OTHER: Final = {pair[at]: pair[1 - at] for pair in _SIDES for at in (0, 1)}
_SIDE: Final = re.compile(f"[{''.join(_OTHER)}]")


def with_opposite(other: str, last: str) -> str:
    """The last question, of the other side; empty where it does not name the one side.

    Args:
        other: 女的, 男歌手, 下半场.
        last: The text of the last question; its key has the same offsets.
    """
    wanted, key = fold(other).removesuffix("的"), fold(last)
    for side in _SIDE.finditer(wanted):
        asked = f"{wanted[: side.start()]}{_OTHER[side[0]]}{wanted[side.end() :]}"
        if key.count(asked) == 1:
            at = key.index(asked)
            new = other.strip().removesuffix("的")
            return f"{last[:at]}{new}{last[at + len(asked) :]}"
    return ""
