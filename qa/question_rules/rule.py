"""What rules for questions are made of."""

import re
from typing import Literal

Kind = Literal["who", "when", "where", "howmany", "what", "why", "said", "how"]
Rules = tuple[tuple[Kind, re.Pattern[str]], ...]


def any_of(*wordings: str, head: str = "") -> re.Pattern[str]:
    """Any of the wordings; group 1, behind the head, is what asks."""
    return re.compile(f"{head}({'|'.join(wordings)})")
