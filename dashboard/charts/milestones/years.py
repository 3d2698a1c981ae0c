"""Milestones counted by year."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme, tone
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.milestones.words import most_used
from dashboard.charts.parts import Span, empty_figure
from validators.vocabulary import Theme

COUNTS_TITLE = "Milestones by year"

_LEGEND = 30


def counts_by_year(
    rows: pd.DataFrame,
    years: tuple[int, int],
    by: str,
    eras: Sequence[Span] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Bars of the number of milestones in each year, stacked by tone or by main theme.

    Args:
        rows: Milestones as :func:`dashboard.lookup.events.milestone_rows` tells them; one that runs
            over several years counts in its first.
        years: First and last year of the axis.
        by: ``tone`` or ``theme``.
        eras: Eras to shade, in years.
        notes: Caveats to show.
    """
    title = f"{COUNTS_TITLE}, by {by}"
    columns = {"year": "Year", "label": by.capitalize(), "count": "Milestones (number)"}
    if rows.empty:
        message = "No milestone matches."
        return empty_figure(title, message, columns=columns, tables=("milestones",))
    dated = rows.assign(year=_years(rows))
    counts = dated.groupby(["year", by], observed=True).size()
    classes = _TONES if by == "tone" else _THEMES
    present = [each for each in classes if each[0] in set(dated[by])]
    label = {code: name for code, name, _ in classes}
    order = {code: position for position, (code, _, _) in enumerate(classes)}
    table = counts.rename("count").reset_index()
    table = table.assign(label=table[by].map(label), _order=table[by].map(order))
    table = table.sort_values(["year", "_order"])[list(columns)].reset_index(drop=True)
    traces = [_stack(counts, code, name, colour) for code, name, colour in present]
    shapes, names = era_strip(clipped(eras, years[0] - 0.5, years[1] + 0.5))
    layout = theme.base_layout(
        showlegend=True,
        barmode="stack",
        bargap=0.12,
        shapes=shapes,
        annotations=names,
        legend={"xref": "container", "yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": STRIP + _LEGEND},
        uirevision=f"{by}-{years[0]}-{years[1]}",
        xaxis=year_axis(years),
        yaxis={"title": {"text": "Milestones"}, "rangemode": "tozero", "tickformat": "d"},
        meta={
            "narrow": {
                "annotations": [],
                "margin": {"t": 64 if by == "tone" else 110},
                "legend": {"entrywidthmode": "fraction", "entrywidth": 0.47},
            }
        },
    )
    return Figure(
        title=title,
        data=tuple(traces),
        layout=layout,
        alt=_counts_alt(dated, by, label),
        table=table,
        columns=columns,
        sources=most_used(rows),
        tables=("milestones",),
        notes=tuple(notes),
        height=420,
    )


_TONES: tuple[tuple[Any, str, str], ...] = tuple(
    (int(step), step.label, tone.colour(step)) for step in tone.ORDER
)
_THEMES: tuple[tuple[Any, str, str], ...] = tuple(
    (str(term.value), term.label, f"$theme_{term.value}") for term in Theme
)


def _stack(counts: "pd.Series[int]", code: Any, name: str, colour: str) -> dict[str, Any]:
    mine = counts.xs(code, level=1)
    return {
        "type": "bar",
        "name": name,
        "x": [int(year) for year in mine.index],
        "y": [int(count) for count in mine],
        "marker": {"color": colour, "line": {"width": 0.5, "color": "$paper"}},
        "hovertemplate": f"{name}: %{{y}} in %{{x}}<extra></extra>",
    }


def _years(rows: pd.DataFrame) -> "pd.Series[int]":
    return rows["start"].str.slice(0, 4).astype(int)


def year_axis(years: tuple[int, int]) -> dict[str, Any]:
    """An axis of years with room for a mark at both ends."""
    few = years[1] - years[0] < 12
    return {
        "range": [years[0] - 0.5, years[1] + 0.5],
        "tickformat": "d",
        **({"dtick": 1} if few else {}),
    }


def _counts_alt(rows: pd.DataFrame, by: str, label: Mapping[Any, str]) -> str:
    totals = rows["year"].value_counts()
    peak = totals[totals == totals.max()].index.min()
    parts = rows[by].value_counts()
    said = ", ".join(f"{label[code]} {count}" for code, count in parts.items())
    return (
        f"Bars of {len(rows)} milestones from {rows['year'].min()} to {rows['year'].max()}, "
        f"most in {peak} ({totals.max()}). In all: {said}."
    )
