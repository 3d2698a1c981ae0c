"""Claims as HTML: verdict, explanation, and the rows that decide, which open in place."""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from dashboard.charts.claims.verdicts import VERDICTS
from dashboard.charts.rows import each
from dashboard.markup.base import Sources, both_themes, cited, facts_line, list_html, sources_html
from dashboard.markup.records import inline_sources, permanent_link, text
from dashboard.words.dates import span_words
from validators.vocabulary import Verdict


def verdict_chip(verdict: str) -> str:
    """A verdict as sign, colour and word; its meaning on pointing at it."""
    look = VERDICTS[verdict]
    style = f"background:{both_themes(look.colour)};color:{both_themes(look.on)}"
    return (
        f'<span title="{escape(look.meaning, quote=True)}">'
        f'<span class="tumen-chip" style="{style}" aria-hidden="true">{look.sign}</span> '
        f"<b>{escape(look.label)}</b></span>"
    )


def _link(address: str, label: str) -> str:
    return f'<a href="{escape(address, quote=True)}">{escape(label)}</a>'


def _period(claim: Any) -> str:
    start, end = text(claim.period_start), text(claim.period_end)
    if start:
        return span_words(start, end or None)
    return f"to {span_words(end)}" if end else ""


def claim_item(
    claim: Any, milestones: Mapping[str, Any], sources: Sources, *, unfolded: bool = False
) -> str:
    """One claim in a list.

    Args:
        claim: A row of :func:`dashboard.figures.claims.described`.
        milestones: Rows of ``milestone_rows`` by id.
        sources: Sources by id.
        unfolded: Whether its evidence stands open.
    """
    where = (
        f'<span title="{escape(claim.article, quote=True)}">{escape(claim.article_short)}, '
        f"paragraph {claim.paragraph_no}</span>"
    )
    between = f"Time between the two events: {claim.between}." if claim.between else ""
    return (
        f'<div class="tumen-record"><h3>{escape(claim.claim)}</h3>'
        f"<p>{verdict_chip(claim.verdict)}</p>"
        f"<p>{escape(text(claim.explanation))} {escape(between)}</p>"
        f"{facts_line(where, claim.kind_label, claim.theme_label, _period(claim))}"
        f"{facts_line(_alone(claim), permanent_link(claim.id))}"
        f"{_evidence(claim, milestones, sources, unfolded=unfolded)}</div>"
    )


def _alone(claim: Any) -> str:
    return _link(f"?{urlencode({'claim': claim.id})}", "This claim alone")


def _evidence(
    claim: Any, milestones: Mapping[str, Any], sources: Sources, *, unfolded: bool
) -> str:
    """What the claim rests on, folded away below a line that counts it."""
    if not claim.found:
        why = f" {VERDICTS[claim.verdict].meaning}" if claim.verdict == Verdict.OPINION else ""
        return f'<p class="tumen-record-facts">Evidence: none found.{escape(why)}</p>'
    events = [milestones[code] for code in claim.evidence_milestones if code in milestones]
    listed = "".join(f"<li>{_milestone(row, sources)}</li>" for row in events)
    decisive = cited(claim.sources, sources)
    rows = f'<ul class="tumen-evidence" aria-label="Milestones">{listed}</ul>' if events else ""
    trade = (
        facts_line(_link(f"trade?{urlencode(claim.trade)}", "The same on the Trade page"))
        if claim.figured
        else ""
    )
    named = f"{facts_line('Sources of the verdict')}{sources_html(decisive)}" if decisive else ""
    return (
        f'<details class="tumen-more"{" open" if unfolded else ""}>'
        f"<summary>Evidence: {escape(claim.words)}</summary>{rows}{named}{trade}</details>"
    )


def _milestone(row: Any, sources: Sources) -> str:
    link = _link(f"milestones?{urlencode({'record': row.id})}", row.title)
    return (
        f"<b>{escape(row.date_words)}</b>: {link}. {escape(row.summary)}"
        f"{facts_line(f'Sources: {inline_sources(row.source_ids, sources)}')}"
    )


def claims_html(
    claims: pd.DataFrame, milestones: Mapping[str, Any], sources: Sources, *, unfolded: bool
) -> str:
    """Claims as a list."""
    items = [claim_item(row, milestones, sources, unfolded=unfolded) for row in each(claims)]
    return list_html(items, "Claims")


def articles_html(articles: pd.DataFrame, titles: Mapping[str, str], summary: pd.DataFrame) -> str:
    """The articles under review: what each is, and how many of its claims got which verdict."""
    items = []
    for row in each(articles):
        counts = summary[(summary["group"] == row.id) & (summary["claims"] > 0)]
        said = ", ".join(
            f"{VERDICTS[each_.verdict].label.lower()} {each_.claims}" for each_ in each(counts)
        )
        total = int(counts["total"].iloc[0]) if len(counts) else 0
        publisher = text(row.publisher) or "Publisher not known"
        link = _link(f"?{urlencode({'article': row.id})}", f"{total} claims")
        items.append(
            f'<div class="tumen-record"><h3>{escape(titles.get(row.id, row.title))}</h3>'
            f"<p>{escape(text(row.description))}</p>"
            f"{facts_line(escape(publisher), f'{link}: {escape(said)}')}</div>"
        )
    return list_html(items, "Articles under review")
