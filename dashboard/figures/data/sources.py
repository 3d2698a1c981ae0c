"""Sources: which there are, of what kind, from whom, and which rows rest on them."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd

import datasets
from dashboard import cache, queries
from dashboard.browse.labels import shortened
from dashboard.charts.data.record_bars import count_bars
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.charts.stances import counted
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.lookup import search
from dashboard.markup.base import link
from dashboard.markup.records import text
from dashboard.markup.row_links import row_address, rows_address
from dashboard.markup.rows import here
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.dates import date_words
from validators.vocabulary import SourceKind

PAGE = "data"
A_PAGE = 25
PUBLISHERS = 15

_LABEL = 38  # characters of a publisher beside its bar
_KINDS = {str(kind.value): kind.label for kind in SourceKind}
_SEARCHED = ("id", "title", "publisher", "note")


def citations() -> pd.DataFrame:
    """Rows of each table that name each source.

    Returns:
        ``source``, ``table``, ``column``, ``rows`` (Int64); tables in order of display.
    """
    catalog = datasets.catalog()
    none = {
        "source": pd.array([], "str"),
        "table": pd.array([], "str"),
        "column": pd.array([], "str"),
    }
    parts = [pd.DataFrame({**none, "rows": pd.array([], "Int64")})]
    for spec in catalog.specs:
        for reference in spec.references:
            if reference.targets != ("sources",) or spec.id in catalog.failed:
                continue
            named = catalog.frame(spec.id)[reference.column].explode().dropna()
            count = named.astype("str").value_counts()
            parts.append(
                pd.DataFrame(
                    {
                        "source": count.index.astype("str"),
                        "table": spec.id,
                        "column": reference.column,
                        "rows": count.to_numpy(),
                    }
                )
            )
    return pd.concat(parts, ignore_index=True).astype({"rows": "Int64"})


def chosen(filters: Filters) -> pd.DataFrame:
    """The sources that the filters leave, those on which most rows rest first."""
    rows = cache.frame("sources")
    cited = cache.measure(citations)
    if filters.get("source"):
        return _ranked(rows[rows["id"] == filters.source], cited)
    if filters.get("of"):
        cited = cited[cited["table"] == filters.of]
        rows = rows[rows["id"].isin(cited["source"])]
    rows = queries.among(rows, ("kind",), filters.get("kind", ()))
    if filters.get("q"):
        rows = search.matching(rows, cache.text_index("sources", *_SEARCHED), filters.q)
    return _ranked(rows, cited)


def _ranked(rows: pd.DataFrame, cited: pd.DataFrame) -> pd.DataFrame:
    total = cited.groupby("source")["rows"].sum()
    resting = rows["id"].map(total).fillna(0).astype("Int64")
    return rows.assign(rows=resting).sort_values(
        ["rows", "id"], ascending=[False, True], kind="stable"
    )


def sources(filters: Filters) -> Listing:
    """The sources under the filters."""
    return Listing(
        title="Sources",
        table="sources",
        rows=chosen(filters),
        render=partial(_items, cache.measure(citations)),
        noun="sources",
        total=len(cache.frame("sources")),
        notes=caveats("milestones-press-sources"),
        a_page=A_PAGE,
        whole=cache.frame("sources"),
    )


def _items(cited: pd.DataFrame, part: pd.DataFrame, _: pd.DataFrame) -> str:
    resting = {
        str(source): rows
        for source, rows in cited[cited["source"].isin(part["id"])].groupby("source")
    }
    items = "".join(f"<li>{_item(row, resting.get(row.id))}</li>" for row in each(part))
    return f'<ul class="tumen-records" aria-label="Sources">{items}</ul>'


def _item(row: Any, cited: pd.DataFrame | None) -> str:
    date = text(row.date)
    facts = (text(row.publisher), _KINDS[row.kind], date_words(date) if date else "undated")
    said = " · ".join(escape(fact) for fact in facts if fact)
    more = f" · {escape(text(row.licence))}" if text(row.licence) else ""
    note = f'<p class="tumen-record-note">{escape(text(row.note))}</p>' if text(row.note) else ""
    return (
        f'<div class="tumen-record"><h3>{link(text(row.url), row.title)}</h3>'
        f'<p class="tumen-record-facts">{said}{more}</p>{note}'
        f'<p class="tumen-record-facts">{_resting(row.id, cited)} · '
        f"{here(row_address('sources', row.id), 'Permanent link')}</p></div>"
    )


def _resting(source: str, cited: pd.DataFrame | None) -> str:
    if cited is None:
        return "No row names it"
    parts = [
        f"{here(rows_address(row.table, row.column, source), datasets.spec(row.table).title)} "
        f"({row.rows:,})"
        for row in each(cited)
    ]
    return f"Rows that name it: {', '.join(parts)}"


def kinds(filters: Filters) -> Figure:
    """Number of sources of each kind."""
    rows = chosen(filters)
    count = rows.groupby("kind").agg(sources=("id", "size"), rows=("rows", "sum"))
    count = count.sort_values("sources", ascending=False, kind="stable").reset_index()
    meaning = {str(kind.value): kind.description for kind in SourceKind}
    frame = pd.DataFrame(
        {
            "label": [_KINDS[kind] for kind in count["kind"]],
            "sources": count["sources"],
            "colour": [f"$kind_{kind}" for kind in count["kind"]],
            "detail": [meaning[kind] for kind in count["kind"]],
        }
    )
    return count_bars(frame, title="Sources by kind", what="Kind", total=max(len(rows), 1))


def publishers(filters: Filters) -> Figure:
    """Publishers with most sources."""
    rows = chosen(filters)
    named = rows.assign(publisher=rows["publisher"].fillna("Publisher not recorded"))
    count = named.groupby("publisher").agg(sources=("id", "size"), rows=("rows", "sum"))
    order = ["sources", "rows"]
    count = count.sort_values(order, ascending=False, kind="stable").reset_index()
    top = count.head(PUBLISHERS)
    frame = pd.DataFrame(
        {
            "label": [shortened(name, _LABEL) for name in top["publisher"]],
            "sources": top["sources"],
            "colour": "$accent",
            "detail": [f"{counted(int(rows), 'row')} name them" for rows in top["rows"]],
        }
    )
    rest = len(count) - len(top)
    left = count["sources"].sum() - top["sources"].sum()
    notes = (
        f"{counted(rest, 'further publisher')} with {counted(int(left), 'source')} are not drawn. "
        "A text read in a copy is listed under the outlet that printed it.",
    )
    return count_bars(
        frame,
        title="Publishers with most sources",
        what="Publisher",
        total=max(len(rows), 1),
        notes=notes if rest else (),
    )


LIST = ListSpec(PAGE, "sources", sources, ("kind", "of", "q", "source"))
KINDS = FigureSpec(PAGE, "source-kinds", kinds, ("of", "q"))
PUBLISHERS_MOST = FigureSpec(PAGE, "publishers", publishers, ("kind", "of", "q"))
