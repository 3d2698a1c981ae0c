"""Rows of any table as HTML: labels for codes, links for records and sources."""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.browse.labels import TABLE_IDS, labels_of, targets
from dashboard.browse.param import Browse
from dashboard.markup.base import MISSING, Sources, link, number
from dashboard.markup.records import inline_sources
from dashboard.markup.row_links import row_address, table_address
from dashboard.words.names import TABLES as ACTORS
from validators.fields import Column
from validators.primitives import Kind
from validators.spec import TableSpec

#: Numbers that name something: they are no amounts, so their digits stay together.
NUMBERED = frozenset({"undl_id", "voeten_rcid"})

# Characters up to which a cell stays on one line, and from which it asks for a wide column.
_SHORT = 12
_NAMED = 24
_LONG = 70
_LONGEST_ADDRESS = 48

_TAGS = re.compile(r"<[^>]+>")

Cell = Callable[[Any], str]


def here(address: str, text: str) -> str:
    """A link within the dashboard; plain text without an address."""
    return (
        f'<a href="{escape(address, quote=True)}">{escape(text)}</a>' if address else escape(text)
    )


def rows_html(rows: pd.DataFrame, spec: TableSpec, sources: Sources, caption: str) -> str:
    """Rows of a table, in a box of their own that scrolls sideways.

    Args:
        rows: Rows to show; all of them are.
        spec: The table.
        sources: Sources by id.
        caption: What the rows are, for those who hear them.
    """
    columns = list(spec.columns.values())
    cells = [_cell(spec, column, sources) for column in columns]
    head = "".join(
        f'<th scope="col"{_class(column)}>{escape(column.heading)}</th>' for column in columns
    )
    values = [rows[column.name].astype(object).tolist() for column in columns]
    body = "".join(
        f"<tr>{''.join(render(value) for render, value in zip(cells, row, strict=True))}</tr>"
        for row in zip(*values, strict=True)
    )
    label = escape(caption, quote=True)
    return (
        f'<div class="tumen-table tumen-rows" role="region" tabindex="0" aria-label="{label}">'
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def cards_html(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """Rows of cells that are HTML already, as a table of which a phone makes cards.

    Args:
        head: Headings.
        rows: Cells of each row.
        caption: What the table holds, for those who hear it.
    """
    top = "".join(f'<th role="columnheader" scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        f'<tr role="row">{"".join(f"""<td role="cell">{cell}</td>""" for cell in row)}</tr>'
        for row in rows
    )
    label = escape(caption, quote=True)
    return (
        f'<div class="tumen-table tumen-dictionary" role="region" tabindex="0" aria-label="{label}">'
        f'<table role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _is_number(column: Column) -> bool:
    return column.vocabulary is None and column.kind in {Kind.INTEGER, Kind.NUMBER}


def _class(column: Column) -> str:
    return " class=number" if _is_number(column) else ""


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value != value or value in {(), ""}  # noqa: PLR0124


def _filled(render: Cell, mark: str = "") -> Cell:
    """A cell of its own where something stands in it."""

    def cell(value: Any) -> str:
        if _missing(value):
            return MISSING
        html = render(value)
        return f"<td{mark or _width(html)}>{html}</td>"

    return cell


def _width(html: str) -> str:
    """Class of a cell by the length of its text."""
    length = len(_TAGS.sub("", html))
    if length <= _SHORT:
        return " class=short"
    if length >= _LONG:
        return " class=long"
    return " class=named" if length >= _NAMED else ""


def _cell(spec: TableSpec, column: Column, sources: Sources) -> Cell:
    """How the values of a column are shown."""
    if targets(spec, column.name) == ("sources",):
        return _filled(lambda value: inline_sources(_several(value), sources) or _plain(value))
    labels = labels_of(spec.id, column.name)
    if labels is None:
        return _filled(_value(spec, column), _class(column))
    address = _address(spec, column.name)
    return _filled(lambda value: _linked(value, labels, address))


def _address(spec: TableSpec, column: str) -> Callable[[str], str]:
    """Where a code of a column leads; countries, organisations and terms lead nowhere."""
    if (spec.id, column) in TABLE_IDS:
        return lambda code: table_address(Browse(code))
    named = targets(spec, column)
    if named and not ACTORS.keys() & set(named):
        return lambda code: row_address(named[0], code)
    return lambda _: ""


def _value(spec: TableSpec, column: Column) -> Cell:
    """How a value that is no code is shown."""
    if column.kind is Kind.BOOLEAN:
        return lambda value: "yes" if value else "no"
    if (column.name,) == spec.key:
        return lambda value: here(row_address(spec.id, str(value)), str(value))
    if column.name in NUMBERED:
        return str
    return number if _is_number(column) else _plain


def _several(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _linked(value: Any, labels: Mapping[str, str], address: Callable[[str], str]) -> str:
    """Labels of one code or of several, each with its address where it has one."""
    codes = [str(code) for code in _several(value)]
    return ", ".join(
        here(address(code) if code in labels else "", labels.get(code, code)) for code in codes
    )


def _plain(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if text.startswith(("https://", "http://")):
        shown = text.partition("//")[2].removeprefix("www.").rstrip("/")
        short = shown if len(shown) <= _LONGEST_ADDRESS else f"{shown[: _LONGEST_ADDRESS - 1]}…"
        return link(text, short)
    return escape(text)
