"""Records counted by stretch of time and by theme or kind of source: a grid with its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.charts import parts, theme
from dashboard.charts.figure import Figure
from dashboard.charts.rows import grouped
from dashboard.charts.stances import counted
from dashboard.words.amounts import most_used

#: Fewest records of each step of colour; the number in the cell says the rest.
STEPS = (1, 3, 10, 30, 100)
_COLOURS = ("$accent/10", "$accent/22", "$accent/34", "$accent/45", "$accent/55")

_ROW = 26
_ROW_SMALL = 19
_MANY_ROWS = 30
_HEAD = 34
_HEAD_NARROW = 118

_MESSAGE = "No record matches. Widen the period, the themes, the table or the kinds of source."


@dataclass(frozen=True, slots=True)
class Grid:
    """What a grid counts.

    Attributes:
        title: What is shown.
        what: What a column is, such as "Theme".
        columns: ``(code, label)`` in order from left to right.
        spans: First and last year of each row, from the top.
    """

    title: str
    what: str
    columns: Sequence[tuple[str, str]]
    spans: Sequence[tuple[int, int]]


def spans_of(years: tuple[int, int], step: int) -> tuple[tuple[int, int], ...]:
    """The years cut at multiples of ``step``, the first and last piece as long as the years."""
    first, last = years
    starts = [first, *range(first - first % step + step, last + 1, step)]
    return tuple(
        (start, min(end, last))
        for start, end in zip(starts, [*(s - 1 for s in starts[1:]), last], strict=True)
    )


def span_words(span: tuple[int, int]) -> str:
    """A stretch of years: "1945–1949", "1950"."""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def coverage_grid(
    records: pd.DataFrame, grid: Grid, *, tables: tuple[str, ...], notes: Sequence[str] = ()
) -> Figure:
    """Number of records in each cell; a cell without any is blank, not zero.

    Args:
        records: One row per record and column: ``column`` (code), ``year`` (Int64, not missing)
            and ``source_ids``.
        grid: Rows and columns.
        tables: Ids of the tables counted.
        notes: Caveats.
    """
    headings = {"years": "Years", "column": grid.what, "records": "Records (number)"}
    inside = records[records["year"].between(grid.spans[0][0], grid.spans[-1][1])]
    if inside.empty:
        return parts.empty_figure(grid.title, _MESSAGE, columns=headings, tables=tables)
    cells = _cells(inside, grid)
    height = _HEAD + _row_height(grid) * len(grid.spans) + 16
    return Figure(
        title=grid.title,
        data=(_heatmap(cells, grid),),
        layout=_layout(grid, height),
        alt=_alt(cells, grid),
        table=cells[cells["records"] > 0][list(headings)].reset_index(drop=True),
        columns=headings,
        sources=most_used(inside["source_ids"]),
        tables=tables,
        notes=tuple(notes),
        height=height,
    )


def _row_height(grid: Grid) -> int:
    return _ROW if len(grid.spans) <= _MANY_ROWS else _ROW_SMALL


def _cells(records: pd.DataFrame, grid: Grid) -> pd.DataFrame:
    """Every cell in order of time, then of columns."""
    edges = [grid.spans[0][0] - 1, *(end for _, end in grid.spans)]
    row = pd.cut(records["year"].astype(int), edges, labels=False)
    number = records.groupby([row, records["column"]]).size()
    found = {key: int(value) for key, value in number.items()}
    return pd.DataFrame(
        [
            {"years": span_words(span), "column": label, "records": found.get((place, code), 0)}
            for place, span in enumerate(grid.spans)
            for code, label in grid.columns
        ]
    ).astype({"records": "Int64"})


def _heatmap(cells: pd.DataFrame, grid: Grid) -> dict[str, Any]:
    width = len(grid.columns)
    numbers = [int(number) for number in cells["records"]]
    rows = [numbers[start : start + width] for start in range(0, len(numbers), width)]
    labels = [label for _, label in grid.columns]
    names = [span_words(span) for span in grid.spans]
    edges = [place / len(STEPS) for place in range(len(STEPS) + 1)]
    return {
        "type": "heatmap",
        "x": labels,
        "y": names,
        "z": [[_step(number) for number in row] for row in rows],
        "zmin": -0.5,
        "zmax": len(STEPS) - 0.5,
        "colorscale": [
            [edge, colour]
            for colour, pair in zip(_COLOURS, pairwise(edges), strict=True)
            for edge in pair
        ],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "text": [[str(number) if number else "" for number in row] for row in rows],
        "texttemplate": "%{text}",
        "textfont": {"size": 11, "color": "$ink"},
        "hoverongaps": False,
        "hovertext": [
            [
                f"<b>{label}</b><br>{name}<br>{counted(number, 'record')}"
                for label, number in zip(labels, row, strict=True)
            ]
            for name, row in zip(names, rows, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _step(number: int) -> int | None:
    """Step of colour of a number; None draws nothing."""
    return max((place for place, least in enumerate(STEPS) if number >= least), default=None)


def _layout(grid: Grid, height: int) -> dict[str, Any]:
    names = [span_words(span) for span in grid.spans]
    return theme.base_layout(
        margin={"t": _HEAD, "b": 8},
        uirevision=f"coverage/{grid.what}/{len(grid.spans)}",
        xaxis={
            "type": "category",
            "side": "top",
            "showline": False,
            "ticks": "",
            "tickangle": 0,
            "tickfont": {"color": "$ink", "size": 12},
            "fixedrange": True,
        },
        yaxis={
            "type": "category",
            "range": [len(names) - 0.5, -0.5],
            "tickvals": names,
            "showgrid": False,
            "tickfont": {"size": 12},
            "fixedrange": True,
        },
        meta={
            "narrow": {
                "height": height - _HEAD + _HEAD_NARROW,
                "margin": {"t": _HEAD_NARROW, "l": 4, "r": 4},
                "xaxis": {"tickangle": -90, "tickfont": {"size": 12}},
                "yaxis": {"tickfont": {"size": 10}},
            }
        },
    )


def _alt(cells: pd.DataFrame, grid: Grid) -> str:
    columns = {
        str(name): int(rows["records"].sum()) for name, rows in grouped(cells.groupby("column"))
    }
    rows = {str(name): int(rows["records"].sum()) for name, rows in grouped(cells.groupby("years"))}
    most = max(columns, key=lambda name: columns[name])
    peak = max(rows, key=lambda name: rows[name])
    blank = [span_words(span) for span in grid.spans if not rows[span_words(span)]]
    said = (
        f"Grid of {counted(len(grid.spans), 'stretch', 'stretches')} of time and "
        f"{counted(len(grid.columns), 'column')} by {grid.what.lower()}. Most records stand under "
        f"{most} ({columns[most]:,}) and in {peak} ({rows[peak]:,})."
    )
    empty = int((cells["records"] == 0).sum())
    said += f" In {empty} of {len(cells)} cells no record was found"
    return f"{said}, none at all in {', '.join(blank)}." if blank else f"{said}."
