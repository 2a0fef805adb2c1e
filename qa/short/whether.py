"""Questions that yes or no answers: the sentence that tells is shown, and no part of it stated."""

import re

from qa.question import Question

_ASKS_ELSE = re.compile(r"谁|哪|什么|啥|多少|几[个位名时点年月天次]|为何|怎|如何|何[时处地人]|还是")
_WHETHER = re.compile(
    r"(?:吗|[^什怎这那多要]么|了没有?|没有|与否|不)[?。!]*$|是否|是不是|有没有|会不会|能不能|可不可以"
    r"|([\u4e00-\u9fff])[不没]\1"
)
_ENGLISH = re.compile(
    r"(?:did|does|do|is|was|are|were|has|have|had|will|would|can|could|should|shall|may)\b(?!.*\bor\b)"
)


def asks_whether(question: Question) -> bool:
    """Whether yes or no would answer a question: 上诉了吗, 是否出席, did the school accept it."""
    if question.language == "en":
        return _ENGLISH.match(question.key) is not None
    return bool(_WHETHER.search(question.key)) and not _ASKS_ELSE.search(question.key)
