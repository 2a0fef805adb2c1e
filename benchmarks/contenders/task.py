"""What the contenders are given: articles and questions, and which articles are right."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made import made_records
from benchmarks.sources import raw_articles
from qa.quality.question_set import read_questions

Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """Articles and questions.

    Attributes:
        articles: As JSON lines hold them: id, title, published, source, text.
        questions: The questions.
        right: For each question the ids of the articles that answer it; none where none does, or
            where nobody knows.
    """

    articles: Sequence[Record]
    questions: Sequence[str]
    right: Sequence[frozenset[str]]

    def write(self, folder: Path) -> None:
        """Writes ``articles.jsonl`` and ``questions.json``."""
        lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in self.articles)
        (folder / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
        questions = json.dumps(list(self.questions), ensure_ascii=False)
        (folder / "questions.json").write_text(questions, encoding="utf-8")

    def found_first(self, found: Sequence[str]) -> str:
        """The percentage of answerable questions whose found article is right; – of none."""
        judged = [one in right for one, right in zip(found, self.right, strict=True) if right]
        return f"{100 * sum(judged) / len(judged):.1f}" if judged else "–"


def made_task(count: int, asked: int) -> Task:
    """Made articles; questions on their titles, which nobody has labelled."""
    articles = list(made_records(count))
    questions = [f"{article['title']}，是什么时候？" for article in articles[:asked]]
    return Task(articles, questions, [frozenset()] * len(questions))


def read_task(articles: Path, questions: Path | None, count: int, asked: int) -> Task:
    """So many articles of a file, those that answer the questions first, then in its order.

    Without questions, the articles' own beginnings are asked for.
    """
    labelled = read_questions(questions)[:asked] if questions else ()
    right = [frozenset(gold.article for gold in each.gold) for each in labelled]
    wanted = frozenset().union(*right)
    raws = sorted(raw_articles([articles]), key=lambda raw: raw.record not in wanted)[:count]
    if len(wanted) > count:
        raise SystemExit(f"the questions need {len(wanted)} articles: give a larger --count")
    records = [
        {
            "id": raw.record,
            "title": raw.title,
            "published": raw.published,
            "source": raw.source,
            "text": raw.text,
        }
        for raw in raws
    ]
    if labelled:
        return Task(records, [each.question for each in labelled], right)
    questions_ = [raw.text[:30] for raw in raws[:asked]]
    return Task(records, questions_, [frozenset()] * len(questions_))
