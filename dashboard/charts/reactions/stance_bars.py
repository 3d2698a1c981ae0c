"""How the members of groups divide: stacked bars over the members, counts written in."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, theme
from dashboard.charts.figure import Figure
from dashboard.charts.stances import CLASSES, NONE, PARTY, StanceClass, counted, with_most

_TABLES = ("reactions", "reaction_events", "countries", "membership_changes")
_STEPS = {"-2": "m2", "-1": "m1", "0": "0", "1": "p1", "2": "p2"}

#: Class → column of the counts, as the measure of groups names them.
COUNTS: Mapping[str, str] = {
    **{code: f"stance_{step}" for code, step in _STEPS.items()},
    NONE.code: "no_statement",
    PARTY.code: "parties",
}

_WRAPPED, _WRAPPED_NARROW = 34, 17  # characters of a row's label
_LINE = 15  # pixels
_LEGEND, _MEAN, _ENTRY = 56, 30, 19  # pixels


def columns(heading: str) -> dict[str, str]:
    """Headings of the table; ``heading`` is that of the rows."""
    return {
        "row": heading,
        "date": "Membership as of",
        "members": "Members (number)",
        **{COUNTS[each.code]: f"{each.signed} (members)" for each in CLASSES},
        "mean": "Mean stance (−2 to +2)",
    }


def stance_bars(
    counts: pd.DataFrame,
    *,
    title: str,
    heading: str,
    by_mean: bool = False,
    sources: Sequence[str] = (),
    notes: Sequence[str] = (),
    message: str = "No group matches. Widen the period or the themes.",
) -> Figure:
    """One bar a row: members at each stance, without a statement, and parties, in percent.

    Args:
        counts: ``label``, ``date`` (ISO, of the membership), ``stance_m2`` … ``stance_p2``,
            ``no_statement``, ``parties`` and ``mean``.
        title: What is shown.
        heading: What a row is: "Group" or "Event".
        by_mean: Most opposed row first, rows without any stance last; else as they come.
        sources: Ids of the sources, the most used first.
        notes: Caveats to show beside the bars.
        message: What to widen when nothing is left.
    """
    if counts.empty:
        return parts.empty_figure(title, message, columns=columns(heading), tables=_TABLES)
    rows = counts.assign(members=counts[list(COUNTS.values())].sum(axis=1).astype("Int64"))
    if by_mean:
        rows = rows.sort_values(["mean", "label"], na_position="last", kind="stable")
    table = rows.rename(columns={"label": "row"})[list(columns(heading))].reset_index(drop=True)
    return Figure(
        title=title,
        data=tuple(_bars(each, table) for each in CLASSES if table[COUNTS[each.code]].sum() > 0),
        layout=_layout(table),
        alt=_alt(table, heading),
        table=table,
        columns=columns(heading),
        sources=tuple(sources),
        tables=_TABLES,
        notes=tuple(notes),
        height=_LEGEND + 52 + sum(_row_heights(table["row"], _WRAPPED)),
    )


def _bars(each: StanceClass, table: pd.DataFrame) -> dict[str, Any]:
    counts = table[COUNTS[each.code]]
    shares = (100 * counts / table["members"]).astype("Float64")
    marker: dict[str, Any] = {"color": each.colour, "line": {"width": 1, "color": "$paper"}}
    if each is NONE:
        marker["line"]["color"] = "$stance_none_line"
        marker["pattern"] = {
            "shape": "/",
            "fgcolor": "$stance_none_line/40",
            "size": 6,
            "solidity": 0.18,
        }
    return {
        "type": "bar",
        "orientation": "h",
        "name": each.label if each is NONE else each.signed,
        "y": list(range(len(table))),
        "x": [round(float(share), 3) for share in shares],
        "marker": marker,
        "text": [
            "" if not count else f"{count}" if each is NONE else f"{each.sign} {count}"
            for count in counts.astype(int)
        ],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "$ink" if each is NONE else each.on, "size": 12},
        "hovertext": [
            f"<b>{label}</b><br>{each.signed}: {count} of {counted(int(members), 'member')}"
            for label, count, members in zip(table["row"], counts, table["members"], strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _row_heights(labels: "pd.Series[str]", characters: int) -> list[int]:
    return [max(30, 12 + _LINE * len(wrap(label, characters))) for label in labels]


def _labels(table: pd.DataFrame, characters: int) -> list[str]:
    return [
        f"{'<br>'.join(wrap(label, characters))} ({members})"
        for label, members in zip(table["row"], table["members"], strict=True)
    ]


def _layout(table: pd.DataFrame) -> dict[str, Any]:
    places = list(range(len(table)))
    entries = sum(bool(table[COUNTS[each.code]].sum() > 0) for each in CLASSES)
    top_narrow = _MEAN + _ENTRY * entries
    narrow_height = top_narrow + 52 + sum(_row_heights(table["row"], _WRAPPED_NARROW))
    return theme.base_layout(
        barmode="stack",
        bargap=0.22,
        uniformtext={"mode": "hide", "minsize": 10},
        showlegend=True,
        margin={"r": 76, "t": _LEGEND},
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        xaxis={
            "range": [0, 100],
            "title": {"text": "Share of members (%)"},
            "ticksuffix": "",
            "fixedrange": True,
        },
        yaxis={
            "range": [len(table) - 0.5, -0.5],
            "tickvals": places,
            "ticktext": _labels(table, _WRAPPED),
            "tickfont": {"color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        annotations=[
            *(
                _at_right(place, _weighed(mean, stated))
                for place, (mean, stated) in enumerate(
                    zip(table["mean"], _stated(table), strict=True)
                )
            ),
            {**_at_right(-0.5, "Mean of"), "yanchor": "bottom"},
        ],
        meta={
            "narrow": {
                "height": narrow_height,
                "margin": {"t": top_narrow, "r": 68},
                "yaxis": {
                    "ticktext": _labels(table, _WRAPPED_NARROW),
                    "tickfont": {"size": 11},
                },
            }
        },
    )


def _at_right(place: float, text: str) -> dict[str, Any]:
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": 8,
        "yref": "y",
        "y": place,
        "text": text,
    }


def _stated(table: pd.DataFrame) -> "pd.Series[Any]":
    """Members with a stance."""
    return table[[COUNTS[code] for code in _STEPS]].sum(axis=1)


def _weighed(mean: Any, stated: Any) -> str:
    """A mean and the number of members behind it."""
    return "–" if pd.isna(mean) else f"{_signed(mean)} ({int(stated)})"


def _signed(mean: Any) -> str:
    if pd.isna(mean):
        return "–"
    text = f"{abs(float(mean)):.1f}"
    return text if text == "0.0" else f"{'−' if mean < 0 else '+'}{text}"


def _alt(table: pd.DataFrame, heading: str) -> str:
    stated = table[table["mean"].notna()]
    text = f"Stacked bars, one for each {heading.lower()}: {counted(len(table), 'bar')}."
    if stated.empty:
        return f"{text} No statement was found in any."
    order = stated.sort_values("mean", kind="stable")
    first, last = order.iloc[0], order.iloc[-1]
    text += f" Most opposed: {first['row']}, mean {_signed(first['mean'])}."
    if len(order) > 1:
        text += f" Least opposed: {last['row']}, mean {_signed(last['mean'])}."
    silent = table["no_statement"] / table["members"]
    most = with_most(table, silent)
    share = f"{int(most['no_statement'])} of {counted(int(most['members']), 'member')}"
    return f"{text} Most without a statement: {most['row']}, {share}."
