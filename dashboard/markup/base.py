"""Tables and lists as plain HTML: they print whole, read aloud well and weigh little."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts.theme import COLOURS
from dashboard.downloads.formats import FORMATS, Export
from validators.vocabulary import SourceKind

#: Sources by id, the columns of their table as attributes.
Sources = Mapping[str, Any]

#: Notes that stand open beside a figure.
NOTES_SHOWN = 3

MISSING = '<td class="missing">–</td>'

_KINDS = {str(kind.value): kind.label for kind in SourceKind}
_SCHEMES = ("https://", "http://")


def number(value: float) -> str:
    """A number as a reader wants it: thousands parted from 10,000 on (years are not), no noise.

    At most six significant digits of a fraction are shown; downloads hold them all.
    """
    if float(value).is_integer():
        return f"{int(value):,}" if abs(value) >= 10_000 else str(int(value))
    decimals = max(0, 6 - len(str(abs(int(value)))))
    text = f"{value:,.{decimals}f}" if abs(value) >= 1 else f"{value:.6g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def _cell(value: Any) -> str:
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN
        return MISSING
    if isinstance(value, bool):
        return f"<td>{'yes' if value else 'no'}</td>"
    if isinstance(value, int | float):
        return f'<td class="number">{number(value)}</td>'
    text = ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return f"<td>{escape(text)}</td>" if text else MISSING


def _holds_numbers(column: "pd.Series[Any]") -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def table_html(frame: pd.DataFrame, headings: Mapping[str, str], caption: str) -> str:
    """A frame as a table in a box of its own that scrolls sideways on a narrow screen.

    Args:
        frame: Rows to show; all of them are.
        headings: Column → heading; only these columns, in this order.
        caption: What the table holds, for those who hear it.
    """
    columns = [frame[name].astype(object).tolist() for name in headings]
    numeric = [_holds_numbers(frame[name]) for name in headings]
    head = "".join(
        f'<th scope="col"{" class=number" if right else ""}>{escape(title)}</th>'
        for title, right in zip(headings.values(), numeric, strict=True)
    )
    body = "".join(
        f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in zip(*columns, strict=True)
    )
    label = escape(caption, quote=True)
    return (
        f'<div class="tumen-table" role="region" tabindex="0" aria-label="{label}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def link(url: str, text: str) -> str:
    """A link that opens beside the dashboard; plain text where the address is no web address."""
    if not url.startswith(_SCHEMES):
        return escape(text)
    address = escape(url, quote=True)
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def _present(value: Any) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)  # noqa: PLR0124


def cited(ids: Iterable[str], sources: Sources) -> list[Any]:
    """The sources of these ids, in their order; those that are not known are left out."""
    return [sources[source] for source in ids if source in sources]


def sources_html(sources: Iterable[Any], first: int = 1) -> str:
    """Sources as a list, numbered from ``first``: title and link, publisher, kind, date."""
    items = []
    for row in sources:
        kind = _present(row.kind)
        details = (_present(row.publisher), _KINDS.get(kind, kind), _present(row.date) or "undated")
        said = " · ".join(escape(detail) for detail in details if detail)
        items.append(f"<li>{link(_present(row.url), _present(row.title))}<span>{said}</span></li>")
    return f'<ol class="tumen-sources" start="{first}">{"".join(items)}</ol>'


def both_themes(token: str) -> str:
    """A colour of the palette for both themes, as CSS."""
    light, dark = COLOURS[token.removeprefix("$")]
    return f"light-dark({light},{dark})"


def facts_line(*said: str) -> str:
    """Facts of a record in a line, each already HTML; empty ones are left out."""
    kept = [part for part in said if part]
    return f'<p class="tumen-record-facts">{" · ".join(kept)}</p>' if kept else ""


def list_html(items: Sequence[str], label: str) -> str:
    """Records, each already HTML, as a list that is announced by its name."""
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="tumen-records" aria-label="{escape(label, quote=True)}">{listed}</ul>'


def notes_html(notes: Sequence[str]) -> str:
    """Caveats beside a figure: the first ones open, many others folded away."""
    # A fold for a single note would save no room.
    shown = len(notes) if len(notes) <= NOTES_SHOWN + 1 else NOTES_SHOWN
    listed = _list(notes[:shown], "Notes on this figure")
    rest = notes[shown:]
    if not rest:
        return listed
    folded = _list(rest, "More notes on this figure")
    return (
        f'{listed}<details class="tumen-more"><summary>{len(rest)} more notes</summary>'
        f"{folded}</details>"
    )


def _list(notes: Sequence[str], label: str) -> str:
    items = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return f'<ul class="tumen-notes" aria-label="{label}">{items}</ul>'


def downloads_html(export: Export, address: str) -> str:
    """A link to each format of an export.

    Args:
        export: What is offered.
        address: Where its formats are found, each under its code.
    """
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}/{form.code}" title="{escape(form.hint)}" '
        f'download="{escape(export.file_name(form.extension), quote=True)}">{form.label}</a></li>'
        for form in FORMATS
    )
    return f'<ul class="tumen-downloads" aria-label="File formats">{items}</ul>'
