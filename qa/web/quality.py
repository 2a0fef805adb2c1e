"""Runs, misses and judgements as escaped HTML."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.one_line import cut as shortened
from qa.addresses import short_address
from qa.messages.catalogue import Texts
from qa.quality.judgements import Judgement
from qa.quality.metrics import CUTS
from qa.quality.runs import Group, Result, Run, misses
from qa.web.card import button
from qa.web.charts import Bar, bars_html
from qa.web.clock import local_time, moment
from qa.web.marks import escape, isolated
from qa.web.pages import column_heads

MOST_JUDGEMENTS: Final = 200
_MOST_MISSES: Final = 100
_LONGEST: Final = 80  # characters of what was judged
ON_QUALITY = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  if (button.dataset.forget) trigger('forget', { number: button.dataset.forget });
});
"""


def run_html(run: Run, results: Sequence[Result], cut: int, texts: Texts) -> str:
    """What a run found: a chart by type and language, all figures, each miss with what came."""
    missed = tuple(misses(results, cut))
    told = texts["missed" if missed else "no_missed"].format(cut=cut, n=len(missed))
    place = CUTS.index(cut)
    bars = [_bar(group, place, group.name, texts) for group in run.groups]
    return (
        f'<p class="note">{_about(run, texts)}</p>'
        f"{bars_html(texts['evidence_at'].format(cut=cut), bars, full=1.0)}"
        f"{_figures(run, texts)}{_missed(told, missed, texts)}{_over(results, texts)}"
    )


def comparison_html(
    runs: tuple[Run, Run],
    results: tuple[Sequence[Result], Sequence[Result]],
    cut: int,
    texts: Texts,
) -> str:
    """Two runs side by side: their groups, and the questions that one or both miss."""
    place = CUTS.index(cut)
    first, second = ({each.id for each in misses(some, cut)} for some in results)
    lists = (
        ("only_first_missed", results[0], first - second),
        ("only_second_missed", results[1], second - first),
        ("both_missed", results[0], first & second),
    )
    missed = "".join(
        _missed(texts[name].format(n=len(ids)), [r for r in some if r.id in ids], texts)
        for name, some, ids in lists
    )
    abouts = "".join(
        f'<p class="note"><b>{name}</b> {_about(run, texts)}</p>'
        for name, run in zip("AB", runs, strict=True)
    )
    figures = "".join(_figures(run, texts, name) for name, run in zip("AB", runs, strict=True))
    chart = bars_html(texts["evidence_at"].format(cut=cut), _pairs(runs, place, texts), full=1.0)
    return f"{abouts}{chart}{figures}{missed}"


def judgements_html(judgements: Sequence[Judgement], texts: Texts, *, writable: bool) -> str:
    """What people said of answers, the newest first, each with a way to take it back.

    A judgement is called by its place in the sequence given.
    """
    if not judgements:
        return f'<p class="note">{texts["no_judgements"]}</p>'
    numbered = sorted(enumerate(judgements), key=lambda pair: pair[1].said, reverse=True)
    rows = "".join(
        _judgement_row(number, each, texts, writable=writable)
        for number, each in numbered[:MOST_JUDGEMENTS]
    )
    more = texts["judgements_more"].format(n=MOST_JUDGEMENTS, total=len(judgements))
    rest = f'<p class="note">{more}</p>' if len(judgements) > MOST_JUDGEMENTS else ""
    names = (
        "question",
        "verdict",
        "article",
        "evidence",
        "date",
        *(["forget"] if writable else []),
    )
    heads = column_heads(texts[name] for name in names)
    return (
        f'{rest}<div class="scroll"><table class="list judgements"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def run_name(run: Run, texts: Texts, zone: str | None) -> str:
    """A run as it is chosen by: when it began by the clocks of that zone, and what it asked."""
    return f"{local_time(run.began, zone)} · {run.questions or texts['judgements']}"


def _about(run: Run, texts: Texts) -> str:
    answerable = next((group.questions for group in run.groups if group.name == "all"), 0)
    asked = escape(run.questions or texts["judgements"])
    words = texts["run_about"].format(
        set=f"{moment(run.began)} · {asked}",
        n=answerable,
        articles=f"{run.articles:,}",
        k=run.k,
        ms=round(run.median_seconds * 1000),
    )
    return f"<bdi>{words}</bdi>"


def _bar(group: Group, place: int, label: str, texts: Texts, note: str = "") -> Bar:
    share = group.evidence[place]
    of = texts["of_questions"].format(n=group.questions)
    return Bar(_named(label, texts), share, _percent(share), note or of)


def _pairs(runs: tuple[Run, Run], place: int, texts: Texts) -> list[Bar]:
    """For each group of the first run a bar, and one of the second where it has the group too."""
    others = {group.name: group for group in runs[1].groups}
    bars = []
    for group in runs[0].groups:
        name = _named(group.name, texts)
        bars.append(_bar(group, place, f"{name} · A", texts))
        other = others.get(group.name)
        if other:
            points = 100 * (other.evidence[place] - group.evidence[place])
            note = texts["percent_points"].format(d=f"{points:+.1f}")
            bars.append(replace(_bar(other, place, f"{name} · B", texts, note), second=True))
    return bars


def _named(group: str, texts: Texts) -> str:
    return texts.get(f"group_{group}", group)


def _figures(run: Run, texts: Texts, name: str = "") -> str:
    cuts = "".join(f'<th scope="col" class="number">evidence@{cut}</th>' for cut in CUTS)
    cuts += "".join(f'<th scope="col" class="number">article@{cut}</th>' for cut in CUTS)
    rows = "".join(
        f'<tr><th scope="row">{escape(_named(group.name, texts))}</th>'
        f'<td class="number">{group.questions:,}</td>'
        + "".join(
            f'<td class="number">{_percent(share)}</td>'
            for share in (*group.evidence, *group.article, group.mrr)
        )
        + "</tr>"
        for group in run.groups
    )
    return (
        f'<details class="figures"><summary>{texts["all_figures"]} {name}</summary>'
        f'<div class="scroll"><table class="list sources"><thead>'
        f'<tr><th scope="col">{texts["group"]}</th>'
        f'<th scope="col" class="number">{texts["number_of"]}</th>{cuts}'
        f'<th scope="col" class="number">mrr@10</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def _missed(told: str, missed: Sequence[Result], texts: Texts) -> str:
    if not missed:
        return f'<p class="note">{escape(told)}</p>'
    rows = "".join(_miss(each, texts) for each in missed[:_MOST_MISSES])
    more = len(missed) - _MOST_MISSES
    rest = f'<p class="note">{texts["missed_more"].format(n=more)}</p>' if more > 0 else ""
    return (
        f'<details class="misses"><summary>{escape(told)}</summary><ul>{rows}</ul>{rest}</details>'
    )


def _miss(result: Result, texts: Texts) -> str:
    at = texts["came_at"].format(rank=result.rank) if result.rank else texts["came_never"]
    return (
        f'<li><p class="wanted">{isolated(result.question)}</p><dl>'
        f"<dt>{texts['wanted_evidence']}</dt><dd>{isolated(result.wanted)}"
        f' <span class="note">{at}</span></dd>'
        f"<dt>{texts['came_instead']}</dt><dd>{_came(result, texts)}</dd></dl></li>"
    )


def _came(result: Result, texts: Texts) -> str:
    came = result.came
    if came is None:
        return texts["nothing_came"]
    parts = (came.title or texts["untitled"], came.source)
    origin = " · ".join(isolated(part) for part in parts if part)
    return f'{isolated(came.text)} <span class="note">{origin}</span>'


def _over(results: Sequence[Result], texts: Texts) -> str:
    """The questions that no article answers, but that counted as answered."""
    unanswerable = [each for each in results if not each.answerable]
    over = [each for each in unanswerable if each.answered]
    if not unanswerable:
        return ""
    told = texts["over_answered"].format(n=len(over), total=len(unanswerable))
    items = "".join(
        f'<li><p class="wanted">{isolated(each.question)}</p><dl><dt>{texts["came_instead"]}</dt>'
        f"<dd>{_came(each, texts)}</dd></dl></li>"
        for each in over[:_MOST_MISSES]
    )
    return f'<details class="misses"><summary>{told}</summary><ul>{items}</ul></details>'


def _judgement_row(number: int, each: Judgement, texts: Texts, *, writable: bool) -> str:
    called = each.title or short_address(each.address) or each.article
    title = called or (texts["untitled"] if each.verdict != "none" else "")
    words = each.evidence or (texts["whole_article"] if each.verdict != "none" else "")
    named = f"{number}:{each.said}"
    forget = f"<td>{button('forget', named, texts['forget'])}</td>" if writable else ""
    return (
        f"<tr><td>{isolated(each.question)}</td>"
        f'<td class="verdict {each.verdict}">{texts[f"verdict_{each.verdict}"]}</td>'
        f"<td>{isolated(title)}</td><td>{isolated(shortened(words, _LONGEST))}</td>"
        f'<td class="day">{moment(each.said)}</td>{forget}</tr>'
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
