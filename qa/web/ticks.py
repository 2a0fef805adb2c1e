"""What a visitor has said of answers, for the page to tick: what is kept, and nothing else."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from qa.quality.judgements import Judgement
from qa.web.marks import escape


@dataclass(frozen=True, slots=True)
class Tick:
    """A judgement as its button names it.

    Attributes:
        question: As the page shows it.
        passage_id: The passage that was judged; empty for the whole library.
        judgement: What was kept.
    """

    question: str
    passage_id: str
    judgement: Judgement


Ticks = tuple[Tick, ...]


def ticks_html(ticks: Ticks, standing: Sequence[Judgement]) -> str:
    """Which buttons are to be ticked, for `judged.js`: [question, passage, verdict] in JSON.

    Args:
        ticks: What the visitor said, in order.
        standing: The judgements that count: what was contradicted or taken back is not ticked.
    """
    kept = [
        (each.question, each.passage_id, each.judgement.verdict)
        for each in ticks
        if each.judgement in standing
    ]
    return f'<span data-ticks="{escape(json.dumps(kept, ensure_ascii=False))}"></span>'
