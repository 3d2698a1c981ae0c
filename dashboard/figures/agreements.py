"""Figures and lists of the Agreements page."""

from collections.abc import Mapping

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.agreements.spans import STATUS, span_chart
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.figures.backdrop import era_spans
from dashboard.figures.base import FigureSpec
from dashboard.figures.listing import Listing, ListSpec
from dashboard.filters.agreements import MOST_TREATIES, treaty_options
from dashboard.markup.agreements import agreement_item, comparison_html
from dashboard.markup.base import Sources, list_html
from dashboard.state.period import Years
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.names import known_names
from datasets.measures import agreement_spans, treaties_in_force

PAGE = "agreements"

#: Notices that an agreement would end: the notice's record → the agreement's.
_NOTICES: Mapping[str, str] = {"event-1995-no-renewal": "treaty-1961"}

_NOTES = ("agreements-1961-end", "agreements-text-not-seen")


def spans() -> pd.DataFrame:
    """All agreements with names of parties, summary, number of clauses and date of a notice."""
    found = cache.measure(agreement_spans)
    names = known_names()
    summaries = cache.frame("agreements").set_index("id")
    clauses = cache.frame("agreement_provisions")["treaty_id"].value_counts()
    parties = [tuple(names.get(code, code) for code in cell) for cell in found["parties"]]
    told = notices(found)
    return found.assign(
        party_names=pd.Series(parties, index=found.index, dtype=object),
        summary=found["id"].map(summaries["summary"]),
        precision=found["id"].map(summaries["precision"]),
        in_force=found["id"].map(summaries["in_force"]),
        ended=found["id"].map(summaries["ended"]),
        clauses=found["id"].map(clauses).fillna(0).astype(int),
        notice=[told.get(code, "") for code in found["id"]],
        status="",
    )


def notices(found: pd.DataFrame) -> dict[str, str]:
    """Date of the notice by the id of the agreement that it was to end."""
    dates = dict(zip(found["id"], found["signed"], strict=True))
    return {treaty: dates[code] for code, treaty in _NOTICES.items() if code in dates}


def _chosen(found: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Agreements of the kinds chosen that held at some time in the period.

    One of which no end was seen counts as lasting; a notice counts in its own year.
    """
    kept = queries.among(found, ("kind",), filters.kind)
    if filters.defence:
        kept = kept[kept["mutual_defence"].astype(bool)]
    return _lasting_in(kept, filters.period)


def _lasting_in(found: pd.DataFrame, period: Years) -> pd.DataFrame:
    if period.whole:
        return found
    start = queries.first_years(found["start"])
    end = queries.first_years(found["end"])
    end = end.where(found["form"] != "notice", start)
    inside = (start <= period.end) & (end.isna() | (end >= period.start))
    return found[inside.fillna(False).astype(bool)]


def over_time(filters: Filters) -> Figure:
    """From when to when each agreement holds."""
    found = spans()
    held = treaties_in_force(str(filters.date), pair_only=False)
    return span_chart(
        _chosen(found, filters),
        (filters.period.start, filters.period.end),
        title=f"Agreements and what was in force in {filters.date}",
        status=dict(zip(held["id"], held["status"], strict=True)),
        year=filters.date,
        notices=notices(found),
        eras=era_spans(),
        notes=caveats(*_NOTES),
    )


def _items(rows: pd.DataFrame, sources: Sources) -> str:
    items = [agreement_item(row, sources) for row in each(rows)]
    return list_html(items, "Agreements")


def in_force(filters: Filters) -> Listing:
    """Agreements in force, or presumed so, in the year chosen."""
    everything = spans()
    held = treaties_in_force(str(filters.date), pair_only=False)
    status = held.set_index("id")["status"]
    rows = _chosen(everything[everything["id"].isin(held["id"])], filters)
    order = {code: place for place, code in enumerate(STATUS)}
    rows = rows.assign(
        status=rows["id"].map(status).map(STATUS), _place=rows["id"].map(status).map(order)
    ).sort_values(["_place", "start", "id"], ascending=[True, False, True])
    return Listing(
        title=f"In force in {filters.date}, or signed by then with no end seen before",
        table="agreements",
        rows=rows,
        render=_items,
        noun="agreements",
        total=len(everything),
        notes=caveats("agreements-1961-end"),
        a_page=10,
    )


def all_agreements(filters: Filters) -> Listing:
    """All agreements, the latest first, or the one that the address names."""
    everything = spans()
    rows = _chosen(everything, filters).sort_values(["signed", "id"], ascending=[False, True])
    if filters.record:
        rows = everything[everything["id"] == filters.record]
    return Listing(
        title="Agreements and their sources",
        table="agreements",
        rows=rows,
        render=_items,
        noun="records",
        total=len(everything),
        notes=caveats(*_NOTES),
    )


def compared(filters: Filters) -> Listing:
    """Clauses of the treaties chosen, topic by topic."""
    chosen = filters.treaties or tuple(code for code, _ in treaty_options())[:MOST_TREATIES]
    treaties = cache.measure(agreement_spans)
    treaties = treaties[treaties["id"].isin(chosen)].sort_values(["signed", "id"])
    treaties = treaties.assign(comparison=~treaties["pair"].astype(bool))
    clauses = cache.frame("agreement_provisions")
    rows = clauses[clauses["treaty_id"].isin(chosen)]
    rows = queries.among(rows, ("topic",), filters.topic)
    title = "Treaties side by side, topic by topic"
    return Listing(
        title=title,
        table="agreement_provisions",
        rows=rows,
        render=lambda shown, sources: comparison_html(shown, treaties, sources, title),
        noun="clauses",
        total=len(clauses),
        notes=caveats("agreements-text-not-seen"),
        a_page=None,
    )


_CHOOSING = ("period", "kind", "defence")

OVER_TIME = FigureSpec(PAGE, "in-force", over_time, (*_CHOOSING, "date"))
IN_FORCE = ListSpec(PAGE, "in-force-list", in_force, (*_CHOOSING, "date"))
COMPARED = ListSpec(PAGE, "side-by-side", compared, ("treaties", "topic"))
ALL = ListSpec(PAGE, "all", all_agreements, (*_CHOOSING, "record"))

FIGURES: tuple[FigureSpec, ...] = (OVER_TIME,)
LISTS: tuple[ListSpec, ...] = (IN_FORCE, COMPARED, ALL)
