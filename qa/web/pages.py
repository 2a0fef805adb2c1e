"""The reader, the outcomes of adding: as escaped HTML."""

from collections.abc import Iterable, Sequence

from corpus.article import Article
from qa.addresses import short_address, web_address
from qa.answer import Evidence
from qa.messages.catalogue import Texts
from qa.messages.headings import given_day, named
from qa.messages.said import told
from qa.report import Outcome
from qa.web.card import button, layers_of
from qa.web.marks import Layer, escape, isolated, marked

_MOST_OUTCOMES = 200
_CHANGES = ("added", "replaced", "unchanged", "removed", "failed")


def sheet_html(content: str, texts: Texts, label: str, tools: str = "") -> str:
    """Something to read over the page, with a button that closes it.

    Args:
        content: HTML, escaped already.
        texts: In the language of who reads.
        label: What it is; escaped already.
        tools: Buttons before the one that closes it, as HTML.
    """
    close = f'<button type="button" class="minor close" data-close>{texts["close"]}</button>'
    return (
        f'<div class="sheet" role="dialog" aria-modal="true" aria-label="{label}">'
        f"<nav>{tools}{close}</nav>{content}</div>"
    )


def article_html(article: Article | None, texts: Texts, evidence: Evidence | None = None) -> str:
    """A whole article, the evidence's passage marked in it; one sentence if it is gone."""
    if article is None:
        return sheet_html(f"<p>{texts['gone']}</p>", texts, texts["article"])
    tools = button("within", article.id, texts["within"])
    if evidence:
        tools += f'<button type="button" class="minor" data-here>{texts["to_passage"]}</button>'
    content = (
        f"<h2>{isolated(named(article.heading, texts))}</h2>"
        f'<p class="meta">{_byline(article, texts)}</p>'
        f'<div class="text">{_whole_text(article, evidence)}</div>{_origin(article, texts)}'
    )
    return sheet_html(content, texts, texts["article"], tools)


def outcomes_html(outcomes: Sequence[Outcome], texts: Texts) -> str:
    """How many articles were added, replaced, unchanged and failed, and each with its reason.

    Failures come first, since they want doing; then in the order of reading.
    """
    if not outcomes:
        return ""
    counts = {change: sum(o.change == change for o in outcomes) for change in _CHANGES}
    chips = "".join(
        f'<li class="{change}">{texts[change]} <b>{n}</b></li>' for change, n in counts.items() if n
    )
    ordered = sorted(outcomes, key=lambda outcome: outcome.change != "failed")
    rows = "".join(_outcome_row(outcome, texts) for outcome in ordered[:_MOST_OUTCOMES])
    more = len(ordered) - _MOST_OUTCOMES
    rest = f'<p class="note">{texts["outcomes_more"].format(n=more)}</p>' if more > 0 else ""
    heads = column_heads((texts["file"], texts["change"], texts["reason"]))
    return (
        f'<ul class="counts">{chips}</ul><details class="outcomes" open>'
        f'<summary>{texts["outcomes"]}</summary><div class="scroll"><table class="list">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{rest}</details>"
    )


def column_heads(heads: Iterable[str]) -> str:
    """The heads of a table's columns, given as HTML; a column without a name has no head."""
    return "".join(f'<th scope="col">{head}</th>' if head else "<td></td>" for head in heads)


def progress_html(done: int, total: int, words: str, *, is_over: bool = False) -> str:
    """A bar with words; one of unknown length where ``total`` is 0, empty if nothing goes on."""
    value = f' value="{done}" max="{total or 1}"' if total or is_over else ""
    label = escape(words)
    return (
        f'<div class="progress" role="status"><p>{label}</p>'
        f'<progress aria-label="{label}"{value}></progress></div>'
    )


def time_left(seconds: float, texts: Texts) -> str:
    """A span of time as people say it: seconds in tens, else minutes, else hours."""
    if seconds < 90:
        return texts["seconds"].format(n=max(10, round(seconds / 10) * 10))
    if seconds < 90 * 60:
        return texts["minutes"].format(n=round(seconds / 60))
    return texts["hours"].format(n=round(seconds / 3600))


def empty_html(texts: Texts) -> str:
    """That the library is empty, and what to do."""
    return (
        f'<section class="said empty"><header><h2>{texts["empty_title"]}</h2></header>'
        f"<p>{texts['empty_cure']}</p></section>"
    )


def _whole_text(article: Article, evidence: Evidence | None) -> str:
    """The text, the passage marked; without the line that says the title once more."""
    repeated = article.text[: article.body_start].strip() == article.title
    first = article.body_start if repeated else 0
    if evidence is None:
        return marked(article.text[first:])
    first = min(first, evidence.passage.start)
    by = evidence.passage.start - first
    lit = (Layer(each.start + by, each.end + by, each.name) for each in layers_of(evidence))
    passage = Layer(by, by + len(evidence.passage.text), "passage")
    return marked(article.text[first:], (passage, *lit))


def _byline(article: Article, texts: Texts) -> str:
    parts = [article.source or texts["no_source"], given_day(article) or texts["no_date"]]
    parts += [f"{texts['author']} {article.author}"] if article.author else []
    parts += [f"{texts['editor']} {article.editor}"] if article.editor else []
    return " · ".join(isolated(part) for part in parts)


def _origin(article: Article, texts: Texts) -> str:
    address = web_address(article.url)
    if not address:
        file = isolated(short_address(article.address))
        return f'<p class="origin">{texts["file"]}{texts["colon"]}{file}</p>'
    original = texts["original"] + texts["colon"]
    link = f'href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow"'
    return f'<p class="origin"><a {link}>{original}{isolated(address)}</a></p>'


def _outcome_row(outcome: Outcome, texts: Texts) -> str:
    return (
        f"<tr><td>{isolated(short_address(outcome.where))}</td>"
        f'<td class="change {outcome.change}">{texts[outcome.change]}</td>'
        f"<td>{isolated(told(outcome.reason, texts))}</td></tr>"
    )
