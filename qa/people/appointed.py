"""The office that somebody is given: 任命张三为县长, 张三当选会长."""

import re

from qa.people.lexicon import is_head
from qa.people.mention import Span

_APPOINTS = re.compile(
    r"(?:任命|委任|聘任|聘请|续聘|聘|推选|推举|选举|补选|选|提名|增补|批准)了?[^,。;]*$"
)
# Group 1 is the verb, group 2 what holds the office.
_GIVEN = re.compile(
    r"(?:同志|先生|女士)?(?:同时|再次|连任|将|拟|已|正式|获|被|受)*"
    r"(为|任命为|任(?!命|务|意|何|教|由|性|职)|担任|出任|就任|接任|兼任|转任|升任|当选为?|受聘为?|聘为|推选为|提名为)"
    r"([^,。;:!?\s“”()]{2,30})"
)
_NEXT_APPOINTED = re.compile(r"、(?=[^、]{2,5}为)")  # 为局长、乙为校长


def appointed_title(key: str, sentence_start: int, start: int, behind: int) -> Span | None:
    """The span of the office given right behind a list of names; None where none is.

    The longest stretch that ends as offices do. 为 alone gives one only behind a verb that
    appoints (任命, 推选).

    Args:
        key: The passage's key.
        sentence_start: Where the sentence begins.
        start: Where the list of names begins.
        behind: Where it ends.
    """
    match = _GIVEN.match(key, behind)
    if not match:
        return None
    if match[1] == "为" and not _APPOINTS.search(key[sentence_start:start]):
        return None
    first = match.start(2)
    last = first + len(_NEXT_APPOINTED.split(match[2])[0])
    ends = range(last, first + 1, -1)
    return next(((first, end) for end in ends if is_head(key[first:end])), None)
