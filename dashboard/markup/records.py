"""A milestone as HTML: in a list, and in full."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts.tone import SHAPES
from dashboard.lookup.addresses import record_address
from dashboard.markup.base import Sources, cited, link, sources_html
from dashboard.words.dates import date_words


def text(value: Any) -> str:
    """The text of a cell; nothing for a missing one."""
    return value if isinstance(value, str) else ""


def facts(row: Any) -> tuple[tuple[str, str], ...]:
    """What is known of a milestone beside its summary, as pairs of heading and value."""
    also = ", ".join(row.themes_other_labels)
    vague = "" if row.precision == "day" else f" (only the {row.precision} is known)"
    said = (
        ("Date", f"{row.date_words}{vague}"),
        ("Place", text(row.place)),
        ("Actors", ", ".join(row.actor_names)),
        ("Theme", f"{row.theme_label}, also {also}" if also else row.theme_label),
        ("Significance", row.significance_label),
        ("Tone", f"{SHAPES[row.tone][1]} {row.tone_label}"),
        ("Status", row.verified_label),
        ("Note", text(row.note)),
    )
    return tuple((name, value) for name, value in said if value)


def inline_sources(ids: Iterable[str], sources: Sources) -> str:
    """Sources in a line: publisher as a link, and the date."""
    return "; ".join(_source_line(source) for source in cited(ids, sources))


@lru_cache(maxsize=4096)
def _source_line(source: Any) -> str:
    date = text(source.date)
    dated = f", {date_words(date)}" if date else ""
    publisher = text(source.publisher) or text(source.title)
    return f"{link(text(source.url), publisher)}{escape(dated)}"


def sources_line(ids: Iterable[str], sources: Sources) -> str:
    """Sources in a line that says what they are, or that there are none."""
    return f"Sources: {inline_sources(ids, sources) or 'none found'}"


def note_html(note: Any) -> str:
    """A note below a record; nothing where there is none."""
    said = text(note)
    return f'<p class="tumen-record-note">{escape(said)}</p>' if said else ""


def permanent_link(record: str) -> str:
    """A link to the page of a record that needs no script and never changes its address."""
    return f'<a href="{escape(record_address(record), quote=True)}">Permanent link</a>'


def list_item(row: Any, sources: Sources) -> str:
    """What stands below the title of a milestone in a list.

    Args:
        row: A row of :func:`dashboard.lookup.events.milestone_rows`.
        sources: Sources by id.
    """
    also = f" (also {', '.join(row.themes_other_labels)})" if row.themes_other_labels else ""
    details = (
        f"<b>{escape(row.date_words)}</b>",
        escape(text(row.place)),
        escape(f"{row.theme_label}{also}"),
        escape(row.significance_label),
        escape(f"{SHAPES[row.tone][1]} {row.tone_label}"),
        escape(row.verified_label),
    )
    note = f'<p class="tumen-record-note">{escape(row.note)}</p>' if text(row.note) else ""
    named = inline_sources(row.source_ids, sources)
    return (
        f'<div class="tumen-record"><p class="tumen-record-facts">'
        f"{' · '.join(part for part in details if part)}</p>"
        f"<p>{escape(row.summary)}</p>{note}"
        f'<p class="tumen-record-facts">{escape(", ".join(row.actor_names))}</p>'
        f'<p class="tumen-record-facts">Sources: {named or "none found"} · '
        f"{permanent_link(row.id)}</p></div>"
    )


def record_items(rows: pd.DataFrame, sources: Sources) -> str:
    """Milestones as they stand on paper: title, facts, summary and sources of each."""
    return "".join(
        f"<h3>{escape(row.title)}</h3>{list_item(row, sources)}"  # type: ignore[arg-type]
        for row in rows.itertuples()
    )


def full_record(row: Any, sources: Sources) -> str:
    """A milestone in full: summary, facts and sources.

    Args:
        row: A row of :func:`dashboard.lookup.events.milestone_rows`.
        sources: Sources by id.
    """
    pairs = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts(row)
    )
    named = cited(row.source_ids, sources)
    count = f"{len(named)} source{'' if len(named) == 1 else 's'}"
    return (
        f'<div class="tumen-record"><p class="tumen-record-summary">{escape(row.summary)}</p>'
        f'<dl class="tumen-facts">{pairs}</dl><h3>{count}</h3></div>{sources_html(named)}'
    )


def related_line(row: Any, names: dict[str, str]) -> str:
    """When a related milestone happened and what it shares, as plain text."""
    shared = ", ".join(names.get(code, code) for code in row.shared_actors)
    reasons = [
        f"{reason.lower()}: {shared}" if reason == "Shared actors" else reason.lower()
        for reason in row.reasons
    ]
    return f"{row.date_words} · {'; '.join(reasons)}"
