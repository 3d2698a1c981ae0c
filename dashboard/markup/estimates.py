"""Statements as HTML: in a list, and what they range between in sentences."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from dashboard.charts.estimates.style import FROM_WORDING, KINDS
from dashboard.charts.estimates.words import UnitSpan
from dashboard.charts.theme import COLOURS
from dashboard.markup.base import Sources, facts_line, list_html
from dashboard.markup.records import inline_sources, permanent_link, text

#: Marks of the kinds in text, as near to those in the figures as letters come.
_SIGNS: Mapping[str, str] = {
    "diamond": "◆",
    "circle": "●",
    "square": "■",
    "star": "★",
    "cross": "✚",
    "x": "✖",
}


def kind_mark(kind: str) -> str:
    """Kind of a claimant as sign, colour and word."""
    look = KINDS[kind]
    light, dark = COLOURS[look.colour.removeprefix("$")]
    style = f"color:light-dark({light},{dark})"
    sign = f'<span aria-hidden="true" style="{style}">{_SIGNS[look.symbol]}</span>'
    return f"{sign} {escape(look.label)}"


def statement_item(row: Any, sources: Sources) -> str:
    """One statement in a list.

    Args:
        row: A row of ``estimates`` with the columns of ``estimate_style.prepared``.
        sources: Sources by id.
    """
    vague = "" if row.exact else " (day not known)"
    when = f"Covers {escape(row.covered)}" if row.covered else ""
    note = text(row.note)
    alone = f"?{urlencode({'show': 'list', 'record': row.id})}"
    return (
        '<div class="tumen-record">'
        f"<h3>{escape(row.claimant_name)}, {escape(row.date_words)}{vague}</h3>"
        f"<p>{escape(row.unit_label)}: <b>{escape(row.wording)}</b></p>"
        f"{facts_line(kind_mark(row.claimant_kind), when, FROM_WORDING if row.bound_from_wording else '')}"
        f"{f'<p>{escape(note)}</p>' if note else ''}"
        f"{facts_line(f'Sources: {inline_sources(row.source_ids, sources)}')}"
        f"{facts_line(_link(alone, 'This statement alone'), permanent_link(row.id))}</div>"
    )


def statements_html(rows: pd.DataFrame, sources: Sources) -> str:
    """Statements as a list."""
    return list_html([statement_item(row, sources) for row in rows.itertuples()], "Statements")


def _link(address: str, label: str) -> str:
    return f'<a href="{escape(address, quote=True)}">{escape(label)}</a>'


def ranges_html(spans: Sequence[UnitSpan], quantity: str) -> str:
    """What statements range between, a sentence or two for each unit."""
    items = []
    for span in spans:
        address = f"?{urlencode({'show': 'list', 'quantity': quantity, 'unit': span.unit})}"
        named = f"<p>{escape(' '.join(span.named))}</p>" if span.named else ""
        items.append(
            '<div class="tumen-record">'
            f"<p><b>{escape(span.label)}: {escape(span.range)}</b>, {escape(span.counts)}. "
            f"{_link(address, 'See statements')}</p>{named}</div>"
        )
    return f'<div class="tumen-ranges">{list_html(items, "Ranges by unit")}</div>'
