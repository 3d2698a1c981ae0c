"""How often pairs of states voted alike, year by year, with the votes behind each point."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.parts import (
    EndLabel,
    Moment,
    Span,
    empty_figure,
    end_labels,
    label_margin,
    milestone_overlay,
    overlay_axis,
    with_gaps,
)
from dashboard.charts.united_nations.pair_looks import (
    PairLook,
    marker_opacity,
    marker_size,
    pair_looks,
    votes_words,
)

COLUMNS: Mapping[str, str] = {
    "label": "Pair",
    "group_label": "Year",
    "agreement": "Same votes (% of votes that both cast)",
    "same": "Same votes (number)",
    "both": "Votes that both cast (number)",
    "final_votes": "Final votes held (number)",
}
TABLES = ("ga_roll_calls", "ga_votes")

_PLOT = 330  # pixels
_LEGEND = 30
_LOWEST = 3  # years named as the low point of the first pair
_LEAST_VOTES = 10  # a year with fewer votes is no low point
_PAD = 0.8


def agreement_by_year(
    rows: pd.DataFrame,
    pairs: Sequence[tuple[str, str]],
    *,
    title: str,
    special: Sequence[int] = (),
    eras: Sequence[Span] = (),
    moments: Sequence[Moment] = (),
    notes: Sequence[str] = (),
    message: str = "Both states never voted in these years. Widen the period or the issue.",
) -> Figure:
    """A line for each pair; the area of each point grows with the votes behind it.

    Args:
        rows: Rows of ``voting_agreement`` by year with ``pair`` and ``label``.
        pairs: Code and label of each pair, in order of importance; the low points of the first
            are named.
        title: What is shown.
        special: Years to be compared with care: hollow points.
        eras: Spans behind the lines, in years.
        moments: Events to mark, in years.
        notes: Caveats to show beside the lines.
        message: What to widen when nothing is left.
    """
    rows = rows[rows["agreement"].notna()]
    if rows.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    shown = [look for look in pair_looks(pairs) if (rows["pair"] == look.code).any()]
    lines = {look.code: rows[rows["pair"] == look.code].sort_values("year") for look in shown}
    span = (float(rows["year"].min()) - _PAD, float(rows["year"].max()) + _PAD)
    marks, ticks = milestone_overlay(_inside(moments, span)) if moments else ([], None)
    layout = _layout(shown, lines, span, special)
    bands, names = era_strip(clipped(eras, *span), width=760)
    layout["shapes"] = [*bands, *marks]
    layout["annotations"] = [*names, *layout["annotations"]]
    lows = lowest_years(lines[shown[0].code])
    traces = [trace for look in shown for trace in _line(look, lines[look.code], special)]
    return Figure(
        title=title,
        data=(*traces, *([ticks] if ticks else [])),
        layout=layout,
        alt=_alt(shown, lines, lows),
        table=_table(rows, shown),
        columns=COLUMNS,
        sources=_sources(rows),
        tables=TABLES,
        notes=tuple(notes),
        height=_PLOT + STRIP + _LEGEND + 40,
    )


def lowest_years(rows: pd.DataFrame) -> pd.DataFrame:
    """The years in which a pair voted least alike, the lowest first."""
    enough = rows[rows["both"] >= _LEAST_VOTES]
    return enough.sort_values(["agreement", "year"]).head(_LOWEST)


def _inside(moments: Sequence[Moment], span: tuple[float, float]) -> list[Moment]:
    return [moment for moment in moments if span[0] <= float(moment.at) <= span[1]]


def _line(look: PairLook, rows: pd.DataFrame, special: Sequence[int]) -> list[dict[str, Any]]:
    """A thin line, and its points: two traces, of which the points stand in the legend."""
    years = [int(year) for year in rows["year"]]
    values = [round(float(value), 2) for value in rows["agreement"]]
    x, y = with_gaps(years, values)
    counts = list(zip(map(int, rows["same"]), map(int, rows["both"]), strict=True))
    line = {
        "type": "scatter",
        "mode": "lines",
        "name": look.label,
        "showlegend": False,
        "x": x,
        "y": y,
        "line": {"color": f"{look.colour}/60", "width": 1.5},
        "hoverinfo": "skip",
    }
    points = {
        "type": "scatter",
        "mode": "markers",
        "name": look.label,
        "x": years,
        "y": values,
        "marker": {
            "color": look.colour,
            "symbol": [f"{look.symbol}-open" if y in special else look.symbol for y in years],
            "size": [marker_size(both) for _, both in counts],
            "opacity": [marker_opacity(both) for _, both in counts],
            "line": {"width": 2 if special else 1, "color": look.colour},
        },
        "customdata": [look.code] * len(years),
        "text": [
            f"<b>{look.label}, {year}</b><br>{value:.1f} % the same: {votes_words(same, both)}"
            for year, value, (same, both) in zip(years, values, counts, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }
    return [line, points]


def _layout(
    shown: Sequence[PairLook],
    lines: Mapping[str, pd.DataFrame],
    span: tuple[float, float],
    special: Sequence[int],
) -> dict[str, Any]:
    ends = []
    for look in shown:
        last = lines[look.code].iloc[-1]
        # Beside the point, whatever its size.
        ends.append(EndLabel(look.label, span[1], float(last["agreement"]), look.colour))
    low = _low_label(lowest_years(lines[shown[0].code]), shown[0])
    care = _care(lines, special)
    few = span[1] - span[0] < 12
    return theme.base_layout(
        margin={"t": STRIP + 8, "r": label_margin([look.label for look in shown]), "b": 34},
        annotations=[
            *low,
            *care,
            *end_labels(ends, y_range=(0, 100), plot_height=_PLOT),
        ],
        xaxis={"range": list(span), "tickformat": "d", **({"dtick": 1} if few else {})},
        yaxis={
            "title": {"text": "Same votes (% of votes both cast)"},
            "range": [0, 101],
            "ticksuffix": " %",
            "zeroline": True,
            "zerolinecolor": "$grid",
        },
        yaxis9=overlay_axis(),
        uirevision=f"agreement/{span}",
        meta={
            "narrow": {
                "annotations": [*low, *care],
                "showlegend": True,
                "legend": {"yref": "container", "y": 1, "yanchor": "top"},
                "margin": {"r": 12, "t": 26 + 22 * len(shown)},
                "yaxis": {"title": {"text": "Same votes (%)"}},
            }
        },
    )


def _low_label(lows: pd.DataFrame, look: PairLook) -> list[dict[str, Any]]:
    """The years in which the first pair voted least alike, at the lowest point."""
    if lows.empty:
        return []
    first = lows.iloc[0]
    rest = "".join(f", {int(year)}" for year in lows["year"].iloc[1:])
    lower = float(first["agreement"]) < 25
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": int(first["year"]),
            "y": float(first["agreement"]),
            "ax": 0,
            "ay": -44 if lower else 44,
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": look.colour,
            "standoff": 7,
            "text": f"Least alike: {int(first['year'])} ({first['agreement']:.0f} %){rest}",
            "font": {"size": 12, "color": look.colour},
            "bgcolor": "$paper",
            "borderpad": 2,
        }
    ]


def _care(lines: Mapping[str, pd.DataFrame], special: Sequence[int]) -> list[dict[str, Any]]:
    """A word at the hollow points, so that the note below is read."""
    years = {int(year) for rows in lines.values() for year in rows["year"]} & set(special)
    return [
        {
            "xref": "x",
            "yref": "paper",
            "x": year,
            "y": 0,
            "xanchor": "right",
            "yanchor": "bottom",
            "yshift": 24,  # above the marks of milestones
            "align": "right",
            "text": f"{year}, hollow:<br>see note",
            "font": {"size": 11, "color": "$warn"},
            "bgcolor": "$paper",
        }
        for year in sorted(years)
    ]


def _alt(shown: Sequence[PairLook], lines: Mapping[str, pd.DataFrame], lows: pd.DataFrame) -> str:
    said = []
    for look in shown:
        rows = lines[look.code]
        first, last = rows.iloc[0], rows.iloc[-1]
        said.append(
            f"{look.label}: {first['agreement']:.1f} % in {int(first['year'])}, "
            f"{last['agreement']:.1f} % in {int(last['year'])}"
        )
    least = ", ".join(
        f"{int(year)} ({value:.1f} %)"
        for year, value in zip(lows["year"], lows["agreement"], strict=True)
    )
    low = f" {shown[0].label} voted least alike in {least}." if least else ""
    return f"Lines of the share of same votes by year. {'; '.join(said)}.{low}"


def _table(rows: pd.DataFrame, shown: Sequence[PairLook]) -> pd.DataFrame:
    order = {look.code: place for place, look in enumerate(shown)}
    placed = rows.assign(
        _pair=rows["pair"].map(order),
        group_label=rows["year"],
        agreement=rows["agreement"].round(1),
    ).sort_values(["_pair", "year"])
    return placed[list(COLUMNS)].reset_index(drop=True)


def _sources(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for cell in rows["source_ids"] for source in cell))
