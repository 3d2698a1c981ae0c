"""Agreements and clauses as HTML: in a list, and treaties side by side."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts.agreements.rows import KINDS, VERIFIED, end_words, start_words
from dashboard.markup.base import Sources, facts_line
from dashboard.markup.records import inline_sources, note_html, permanent_link, text
from dashboard.words.dates import date_words
from validators.vocabulary import ProvisionTopic

TOPICS: Mapping[str, str] = {topic.value: topic.label for topic in ProvisionTopic}

_ALLIANCE = '<span class="tumen-mark">Mutual defence</span>'
_NO_CLAUSE = "No clause recorded"


def agreement_item(row: Any, sources: Sources) -> str:
    """One agreement in a list.

    Args:
        row: A row of ``agreement_spans`` with ``summary``, ``party_names``, ``clauses`` (number),
            ``notice`` (date, empty if none) and ``status`` (words on the year chosen; may be
            empty).
        sources: Sources by id.
    """
    held = f"{start_words(vars(row))}; {end_words(vars(row), row.notice)}"
    clauses = f"{row.clauses} clause{'' if row.clauses == 1 else 's'} recorded"
    cited = inline_sources(row.source_ids, sources) or "none found"
    return (
        f'<div class="tumen-record"><h3>{escape(row.title)}</h3>'
        f"{facts_line(*_first(row))}"
        f"<p>{escape(row.summary)}</p>"
        f"{facts_line(escape(', '.join(row.party_names)), escape(held))}"
        f"{note_html(row.note)}"
        f"{facts_line(f'Sources: {cited}')}"
        f"{facts_line(VERIFIED[row.verified], clauses if row.clauses else '', permanent_link(row.id))}</div>"
    )


def _first(row: Any) -> tuple[str, ...]:
    date = f"<b>{escape(date_words(row.signed))}</b>"
    return date, KINDS[row.kind], _ALLIANCE if row.mutual_defence else "", escape(row.status)


def article_words(article: Any) -> str:
    """What a clause is called: "Article 4", "Preamble", or that its number was not seen."""
    said = text(article)
    if not said:
        return "Article number not known"
    return f"Article {said}" if said.isdigit() else said.capitalize()


def comparison_html(
    clauses: pd.DataFrame, treaties: pd.DataFrame, sources: Sources, caption: str
) -> str:
    """Treaties side by side: a row for each topic, which on a phone becomes a card.

    Args:
        clauses: Clauses of the treaties, with the columns of their table.
        treaties: ``id``, ``title``, ``signed``, ``comparison`` (boolean), in order of columns.
        sources: Sources by id.
        caption: What is compared.
    """
    cells = {
        key: "".join(_clause(row, sources) for row in rows.itertuples())
        for key, rows in clauses.groupby(["topic", "treaty_id"], sort=False)
    }
    columns: list[Any] = list(treaties.itertuples())
    names = {row.id: f"{row.signed[:4]}: {row.title}" for row in columns}
    head = "".join(
        f'<th role="columnheader" scope="col">{escape(names[row.id])}{_compared(row)}</th>'
        for row in columns
    )
    topics = [code for code in TOPICS if any((code, row.id) in cells for row in columns)]
    body = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{escape(TOPICS[code])}</th>'
        f"{''.join(_cell(cells.get((code, row.id)), names[row.id]) for row in columns)}</tr>"
        for code in topics
    )
    return (
        f'<table class="tumen-compare" role="table"><caption>{escape(caption)}</caption>'
        '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Topic</th>'
        f'{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _compared(row: Any) -> str:
    return "<small>For comparison</small>" if row.comparison else ""


def _cell(html: str | None, treaty: str) -> str:
    """A cell; the name of the treaty is shown in it where the heading is out of sight."""
    name = f'<span class="tumen-compare-name" aria-hidden="true">{escape(treaty)}</span>'
    if html is None:
        return f'<td role="cell" class="missing">{name}{_NO_CLAUSE}</td>'
    return f'<td role="cell">{name}{html}</td>'


def _clause(row: Any, sources: Sources) -> str:
    cited = inline_sources(row.source_ids, sources) or "none found"
    status = f'<span class="tumen-status-{row.verified}">{escape(VERIFIED[row.verified])}</span>'
    return (
        f'<div class="tumen-clause"><h4>{escape(article_words(row.article))}</h4>'
        f"<p>{escape(row.summary)}</p>{note_html(row.note)}"
        f"{facts_line(status, f'Sources: {cited}', permanent_link(row.id))}</div>"
    )
