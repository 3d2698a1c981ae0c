"""How often pairs of states voted alike, by issue or by era: points with their votes in words."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure, row_band
from dashboard.charts.united_nations.pair_looks import (
    PairLook,
    marker_opacity,
    marker_size,
    pair_looks,
    votes_words,
)
from dashboard.charts.united_nations.vote_years import COLUMNS as BY_YEAR
from dashboard.charts.united_nations.vote_years import TABLES

_LANE, _GAP, _TOP, _FOOT = 19, 16, 40, 48  # pixels


def agreement_by_group(
    rows: pd.DataFrame,
    pairs: Sequence[tuple[str, str]],
    *,
    title: str,
    heading: str,
    by_value: bool,
    notes: Sequence[str] = (),
    message: str = "Both states never voted in these years. Widen the period or the issue.",
) -> Figure:
    """A row for each group, and in it a point for each pair.

    Args:
        rows: Rows of ``voting_agreement`` with ``pair``, ``label`` and ``group_label``, groups in
            order of display.
        pairs: Code and label of each pair, in order of importance.
        title: What is shown.
        heading: What a group is.
        by_value: Whether to order groups by the first pair's value; as given otherwise.
        notes: Caveats to show beside the points.
        message: What to widen when nothing is left.
    """
    columns = {**BY_YEAR, "group_label": heading}
    rows = rows[rows["agreement"].notna()]
    if rows.empty:
        return empty_figure(title, message, columns=columns, tables=TABLES)
    shown = [look for look in pair_looks(pairs) if (rows["pair"] == look.code).any()]
    groups = _groups(rows, shown[0], by_value=by_value)
    pitch = _LANE * len(shown) + _GAP
    middle = (len(shown) - 1) / 2
    table = _table(rows, shown, groups, list(columns))
    return Figure(
        title=title,
        data=tuple(
            _points(look, rows[rows["pair"] == look.code], groups, (place - middle) * _LANE / pitch)
            for place, look in enumerate(shown)
        ),
        layout=_layout(shown, groups, pitch),
        alt=_alt(table, groups),
        table=table,
        columns=columns,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=pitch * len(groups) + _TOP + _FOOT,
    )


def _groups(rows: pd.DataFrame, first: PairLook, *, by_value: bool) -> list[str]:
    given = list(dict.fromkeys(rows["group_label"]))
    if not by_value:
        return given
    values = rows[rows["pair"] == first.code].set_index("group_label")["agreement"].to_dict()
    return sorted(given, key=lambda name: -float(values.get(name, -1)))


def _points(
    look: PairLook, rows: pd.DataFrame, groups: Sequence[str], shift: float
) -> dict[str, Any]:
    counts = list(zip(map(int, rows["same"]), map(int, rows["both"]), strict=True))
    values = [round(float(value), 2) for value in rows["agreement"]]
    left = [value > 70 for value in values]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": look.label,
        "x": values,
        "y": [groups.index(name) + shift for name in rows["group_label"]],
        "marker": {
            "color": look.colour,
            "symbol": look.symbol,
            "size": [min(marker_size(both), 16) for _, both in counts],
            "opacity": [marker_opacity(both) for _, both in counts],
            "line": {"width": 1, "color": look.colour},
        },
        "text": [
            f"{value:.1f} % of {both:,}" for value, (_, both) in zip(values, counts, strict=True)
        ],
        "textposition": ["middle left" if each else "middle right" for each in left],
        "textfont": {"size": 11, "color": "$ink_soft"},
        "customdata": [
            f"<b>{look.label}</b><br>{name}<br>{value:.1f} % the same: {votes_words(same, both)}"
            for name, value, (same, both) in zip(rows["group_label"], values, counts, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _layout(shown: Sequence[PairLook], groups: Sequence[str], pitch: int) -> dict[str, Any]:
    top = 12 + 24 * len(shown)  # narrow: one line of the legend for each pair
    names = {
        "tickvals": list(range(len(groups))),
        "ticktext": ["<br>".join(wrap(name, 30)) for name in groups],
    }
    above = [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": place - 0.5,
            "xanchor": "left",
            "yanchor": "top",
            "yshift": 2,
            "text": f"<b>{name}</b>",
            "font": {"size": 12, "color": "$ink"},
        }
        for place, name in enumerate(groups)
    ]
    rows = len(groups)
    return theme.base_layout(
        showlegend=True,
        margin={"t": _TOP, "r": 20},
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        xaxis={
            "title": {"text": "Same votes (% of votes both cast)"},
            "range": [0, 103],
            "ticksuffix": " %",
            "showgrid": True,
        },
        yaxis={
            **names,
            "range": [rows - 0.5, -0.5],
            "tickfont": {"size": 13, "color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        shapes=[row_band(row) for row in range(0, rows, 2)],
        uirevision=f"groups/{rows}/{len(shown)}",
        meta={
            "narrow": {
                "height": (pitch + 34) * rows + top + _FOOT,
                "yaxis": {"showticklabels": False, "range": [rows - 0.5, -0.7]},
                "annotations": above,
                "margin": {"l": 4, "r": 12, "t": top},
            }
        },
    )


def _alt(table: pd.DataFrame, groups: Sequence[str]) -> str:
    said = []
    for name in groups:
        rows = table[table["group_label"] == name]
        values = ", ".join(
            f"{label} {value:.1f} % of {both} votes"
            for label, value, both in zip(
                rows["label"], rows["agreement"], rows["both"], strict=True
            )
        )
        said.append(f"{name}: {values}")
    return f"Share of same votes by group. {'; '.join(said)}."


def _table(
    rows: pd.DataFrame, shown: Sequence[PairLook], groups: Sequence[str], columns: list[str]
) -> pd.DataFrame:
    pairs = {look.code: place for place, look in enumerate(shown)}
    placed = rows.assign(
        _pair=rows["pair"].map(pairs),
        _group=[groups.index(name) for name in rows["group_label"]],
        agreement=rows["agreement"].round(1),
    ).sort_values(["_group", "_pair"])
    return placed[columns].reset_index(drop=True)
