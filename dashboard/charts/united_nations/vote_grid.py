"""How often each two of a set of states voted alike, as a grid of all pairs."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.united_nations.pair_looks import votes_words
from dashboard.charts.united_nations.vote_years import TABLES

COLUMNS: Mapping[str, str] = {
    "label": "Pair",
    "agreement": "Same votes (% of votes that both cast)",
    "same": "Same votes (number)",
    "both": "Votes that both cast (number)",
    "final_votes": "Final votes held (number)",
}

_CELL = 30  # pixels
_LIGHT = 15  # cells below this value are so light that they take dark text


def agreement_grid(
    rows: pd.DataFrame,
    states: Mapping[str, str],
    *,
    title: str,
    chosen: Sequence[str] = (),
    notes: Sequence[str] = (),
    message: str = "No two states voted in these years. Widen the period or the issue.",
) -> Figure:
    """A cell for each pair of states, darker where they voted alike more often.

    Args:
        rows: Rows of ``voting_agreement`` over the whole span, with ``pair`` and ``label``.
        states: Name by code, in order of rows and columns.
        title: What is shown.
        chosen: Pairs to outline.
        notes: Caveats to show beside the grid.
        message: What to widen when nothing is left.
    """
    rows = rows[rows["agreement"].notna()]
    if rows.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    named = rows.assign(agreement=rows["agreement"].round(1))
    cells = {row["pair"]: row for row in named.to_dict("records")}
    present = {state for row in cells.values() for state in (row["a"], row["b"])}
    codes = [code for code in states if code in present]
    table = named.sort_values(["agreement", "label"], ascending=[False, True])
    return Figure(
        title=title,
        data=(_cells(cells, codes, states), _values(table, states)),
        layout=_layout(codes, states, cells, chosen),
        alt=_alt(table),
        table=table[list(COLUMNS)].reset_index(drop=True),
        columns=COLUMNS,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=_CELL * len(codes) + 150,
    )


def _cells(
    cells: Mapping[str, Mapping[Any, Any]], codes: Sequence[str], states: Mapping[str, str]
) -> dict[str, Any]:
    """The lower half: rows from the second state on, columns up to the last but one."""
    across = codes[:-1]
    found = [
        [cells.get(f"{one}-{other}") if place < row else None for place, one in enumerate(across)]
        for row, other in enumerate(codes)
    ][1:]
    return {
        "type": "heatmap",
        "name": "Same votes (%)",
        "x": [states[code] for code in across],
        "y": [states[code] for code in codes[1:]],
        "z": [[float(cell["agreement"]) if cell else None for cell in row] for row in found],
        "zmin": 0,
        "zmax": 100,
        "colorscale": [[step / 4, f"$amount_{step + 1}"] for step in range(5)],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "customdata": [[cell["pair"] if cell else "" for cell in row] for row in found],
        "hovertext": [[_hover(cell) for cell in row] for row in found],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverongaps": False,
    }


def _values(rows: pd.DataFrame, states: Mapping[str, str]) -> dict[str, Any]:
    """The numbers in the cells, dark upon light ones and light upon dark ones."""
    return {
        "type": "scatter",
        "mode": "text",
        "name": "Same votes (%)",
        "x": [states[code] for code in rows["a"]],
        "y": [states[code] for code in rows["b"]],
        "text": [f"{value:.0f}" for value in rows["agreement"]],
        "textfont": {
            "size": 11,
            "color": ["$ink" if value < _LIGHT else "$paper" for value in rows["agreement"]],
        },
        "hoverinfo": "skip",
    }


def _hover(cell: Mapping[Any, Any] | None) -> str:
    if cell is None:
        return ""
    words = votes_words(int(cell["same"]), int(cell["both"]))
    return f"<b>{cell['label']}</b><br>{cell['agreement']:.1f} % the same: {words}"


def _layout(
    codes: Sequence[str],
    states: Mapping[str, str],
    cells: Mapping[str, Mapping[Any, Any]],
    chosen: Sequence[str],
) -> dict[str, Any]:
    outlines = [
        {
            "type": "rect",
            "xref": "x",
            "yref": "y",
            "x0": codes.index(cells[pair]["a"]) - 0.5,
            "x1": codes.index(cells[pair]["a"]) + 0.5,
            "y0": codes.index(cells[pair]["b"]) - 1.5,
            "y1": codes.index(cells[pair]["b"]) - 0.5,
            "line": {"color": "$ink", "width": 2},
        }
        for pair in chosen
        if pair in cells
    ]
    names = [states[code] for code in codes]
    return theme.base_layout(
        margin={"t": 8, "b": 8},
        shapes=outlines,
        uirevision=f"grid/{len(codes)}",
        xaxis={
            "categoryarray": names[:-1],
            "tickangle": -90,
            "showline": False,
            "ticks": "",
            "tickfont": {"size": 12, "color": "$ink"},
            "fixedrange": True,
        },
        yaxis={
            "categoryarray": names[1:],
            "range": [len(names) - 1.5, -0.5],
            "showgrid": False,
            "tickfont": {"size": 12, "color": "$ink"},
            "fixedrange": True,
        },
        meta={
            "narrow": {
                "height": 20 * len(codes) + 92,
                "xaxis": {"tickfont": {"size": 10}},
                "yaxis": {"tickfont": {"size": 10}},
                "margin": {"l": 2, "r": 2},
            }
        },
    )


def _alt(table: pd.DataFrame) -> str:
    first, last = table.iloc[0], table.iloc[-1]
    count = len(table)
    return (
        f"Grid of {count} pair{'' if count == 1 else 's'} of states. Most alike: {first['label']} "
        f"({first['agreement']:.1f} %). Least alike: {last['label']} ({last['agreement']:.1f} %)."
    )
