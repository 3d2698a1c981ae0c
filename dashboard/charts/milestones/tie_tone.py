"""Mean tone of the milestones of each year."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

import pandas as pd

from dashboard.charts import theme, tone
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.milestones.years import year_axis
from dashboard.charts.parts import Span, empty_figure, with_gaps
from validators.vocabulary import Tone

TITLE = "Mean tone of milestones by year"

COLUMNS: Mapping[str, str] = {
    "year": "Year",
    "mean": "Mean tone (−2 to +2)",
    "events": "Milestones (number)",
    **{f"tone_{'m' if t < 0 else 'p' if t > 0 else ''}{abs(t)}": t.label for t in tone.ORDER},
}

#: Milestones in a year below which a mean says little; such years are drawn hollow.
FEW = 3

_LEGEND = 30
_LARGEST_PX = 26
_SMALLEST_PX = 6


def mean_tone(
    tones: pd.DataFrame,
    years: tuple[int, int],
    eras: Sequence[Span] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """A mark for each year with milestones, its area in proportion to their number.

    Args:
        tones: Result of :func:`datasets.measures.tie_tone`, by year.
        years: First and last year of the axis.
        eras: Eras to shade, in years.
        notes: Caveats to show.
    """
    dated = tones[tones["events"] > 0] if len(tones) else tones
    if dated.empty:
        message = "No milestone matches."
        return empty_figure(TITLE, message, columns=COLUMNS, tables=("milestones",))
    table = dated[list(COLUMNS)].reset_index(drop=True)
    most = int(table["events"].max())
    many = table[table["events"] >= FEW]
    few = table[table["events"] < FEW]
    shapes, names = era_strip(clipped(eras, years[0] - 0.5, years[1] + 0.5))
    return Figure(
        title=TITLE,
        data=(
            _line(table),
            _marks(many, most, f"{FEW} milestones or more", hollow=False),
            _marks(few, most, f"Fewer than {FEW}", hollow=True),
        ),
        layout=_layout(years, shapes, names),
        alt=_alt(table, many),
        table=table,
        columns=COLUMNS,
        sources=tuple(dated["source_ids"].explode().dropna().value_counts().index),
        tables=("milestones",),
        notes=("The area of a mark stands for the number of milestones.", *notes),
        height=420,
    )


def _line(table: pd.DataFrame) -> dict[str, Any]:
    x, y = with_gaps(table["year"].tolist(), table["mean"].tolist())
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": "$axis", "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _marks(rows: pd.DataFrame, most: int, name: str, *, hollow: bool) -> dict[str, Any]:
    sizes = [max(_SMALLEST_PX, _LARGEST_PX * sqrt(count / most)) for count in rows["events"]]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "showlegend": len(rows) > 0,
        "x": rows["year"].tolist(),
        "y": rows["mean"].tolist(),
        "marker": {
            "size": [round(size, 1) for size in sizes],
            "color": "$paper" if hollow else "$accent",
            "opacity": 1 if hollow else 0.85,
            "line": {"color": "$accent", "width": 1.5},
        },
        "customdata": rows["events"].tolist(),
        "hovertemplate": "%{x}: mean tone %{y:.2f}, milestones: %{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _layout(
    years: tuple[int, int], shapes: list[dict[str, Any]], names: list[dict[str, Any]]
) -> dict[str, Any]:
    steps = [int(step) for step in tone.ORDER]
    zero = {
        "type": "line",
        "layer": "below",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": 0,
        "y1": 0,
        "line": {"color": "$axis", "width": 1},
    }
    return theme.base_layout(
        showlegend=True,
        legend={
            "xref": "container",
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "itemsizing": "constant",
        },
        margin={"t": STRIP + _LEGEND},
        shapes=[*shapes, zero],
        annotations=names,
        uirevision=f"{years[0]}-{years[1]}",
        xaxis=year_axis(years),
        yaxis={
            "range": [-2.35, 2.35],
            "tickmode": "array",
            "tickvals": steps,
            "ticktext": [Tone(step).label for step in steps],  # type: ignore[call-arg]
        },
        meta={
            "narrow": {
                "annotations": [],
                "margin": {"t": 50},
                "yaxis": {
                    "ticktext": [f"{step:+d}".replace("-", "−") if step else "0" for step in steps],
                    "title": {"text": "Mean tone"},
                },
            }
        },
    )


def _alt(table: pd.DataFrame, many: pd.DataFrame) -> str:
    said = (
        f"Mean tone of milestones in {len(table)} years from {table['year'].min()} to "
        f"{table['year'].max()}, from −2 (serious strain) to +2 (major deepening)."
    )
    if many.empty:
        return said
    ranked = many.sort_values(["mean", "year"])
    low, high = ranked.iloc[0], ranked.iloc[-1]
    return (
        f"{said} Among years with {FEW} milestones or more the lowest mean is {low['mean']:+.1f} "
        f"in {low['year']} and the highest {high['mean']:+.1f} in {high['year']}."
    )
