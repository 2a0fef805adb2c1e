"""From words to the article that they were copied from."""

from qa.quality.evaluate import Asks
from qa.quality.metrics import squeezed
from qa.question import MOST

_LOOKED_AT = 20  # articles that are near in words or meaning


def passage_with(library: Asks, words: str) -> str:
    """The id of the passage in which these words stand, whatever their white space; else empty.

    The best is taken of several. Words that reach over two passages are found in neither.

    Raises:
        QuestionError: There are no words.
    """
    wanted = squeezed(words)
    found = library.ask(words[:MOST], _LOOKED_AT).evidence
    return next((e.passage.id for e in found if wanted in squeezed(e.passage.text)), "")
