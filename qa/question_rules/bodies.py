"""谁 of what bodies do as often as people: 通报是谁发布的, 谁主办了灯会."""

import re
from typing import Final

# What firms, offices and teams do.
_DONE: Final = re.compile(
    r"发[布起出]|通报|印发|公布|披露|主办|承办|协办|举[办报]|牵头|约谈|处罚|罚|作出|决定|批准|提[醒议示]"
    r"|预[测警]|启动|出具|审理|建[造设]|制[造作定]|生产|研[发制]|召回|运营|编[制写]|收购|起诉|赞助|出资|采购"
)
_WHO: Final = re.compile("谁|誰")
_SUFFERED: Final = re.compile(r"谁被|被[^,。由]{1,8}的(?:人)?是谁")  # to whom it was done
_SIMPLIFIED, _TRADITIONAL = "哪个单位", "哪個單位"


def as_of_body(text: str, key: str) -> str:
    """The question with 哪个单位 for its one 谁, where a body may well have done it; else empty.

    Close reading has learnt 谁 from people: asked so, it finds who issued and fined and built.

    Args:
        text: A question in Chinese, as typed.
        key: Its key.
    """
    asked = _WHO.findall(text)
    if len(asked) != 1 or "谁的" in key or _SUFFERED.search(key) or not _DONE.search(key):
        return ""
    return text.replace(asked[0], _TRADITIONAL if asked[0] == "誰" else _SIMPLIFIED)
