"""Totals of claims: one bar a group, divided by verdict, counts written in."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, theme
from dashboard.charts.claims.verdicts import VERDICTS, VerdictLook
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each, grouped, highest
from dashboard.state.params import JOINER
from validators.vocabulary import Verdict

TABLES = ("claims", "articles")
MESSAGE = "No claim matches. Widen the period, the themes or the filters of this page."

_WRAPPED, _WRAPPED_NARROW = 40, 18  # characters of a line of a row's label
_LINE, _LEAST = 15, 30  # pixels
_LEGEND, _LEGEND_NARROW, _FOOT = 40, 122, 52
_EACH_TICK = 8  # claims up to which each has a tick of its own


def columns(heading: str) -> dict[str, str]:
    """Headings of the table; ``heading`` is that of the groups."""
    return {
        "group_label": heading,
        "verdict_label": "Verdict",
        "claims": "Claims (number)",
        "total": "Claims of the group (number)",
        "share": "Share of the group (%)",
    }


def claim_totals(
    summary: pd.DataFrame,
    *,
    by: str,
    heading: str,
    sources: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Figure:
    """Claims by group and verdict as stacked bars.

    Args:
        summary: Result of ``claims_summary`` by the same grouping.
        by: ``article`` (in their order), ``theme`` or ``kind`` (most claims first), or ``verdict``
            (one bar each).
        heading: What a group is: "Article".
        sources: Ids of the sources behind the claims.
        notes: Caveats.
    """
    title = f"Claims by {heading.lower()} and verdict" if by != "verdict" else "Claims by verdict"
    if summary.empty or not int(summary["claims"].sum()):
        return parts.empty_figure(title, MESSAGE, columns=columns(heading), tables=TABLES)
    rows = _grouped_by_verdict(summary) if by == "verdict" else summary
    if by in {"theme", "kind"}:
        rows = rows.sort_values("total", ascending=False, kind="stable")
    table = rows.reset_index(drop=True)
    labels = {
        str(group): (str(part["group_label"].iloc[0]), int(part["total"].iloc[0]))
        for group, part in grouped(table.groupby("group", sort=False))
    }
    if by == "verdict":
        labels = {
            code: (VERDICTS[code].signed, int(part["claims"].sum()))
            for code, part in grouped(table.groupby("group", sort=False))
        }
    return Figure(
        title=title,
        data=tuple(
            _bar(look, table[table["verdict"] == look.code], list(labels), stacked=by != "verdict")
            for look in VERDICTS.values()
            if table.loc[table["verdict"] == look.code, "claims"].sum() > 0
        ),
        layout=_layout(labels, legend=by != "verdict"),
        alt=_alt(table, heading, by),
        table=table[list(columns(heading))],
        columns=columns(heading),
        sources=tuple(sources),
        tables=TABLES,
        notes=(*notes, *(f"{look.signed}: {look.meaning}" for look in VERDICTS.values())),
        height=_height(labels, _WRAPPED, _LEGEND if by != "verdict" else 12),
    )


def _grouped_by_verdict(summary: pd.DataFrame) -> pd.DataFrame:
    """The one group of all claims as a group for each verdict."""
    return summary.assign(group=summary["verdict"], group_label=summary["verdict_label"])


def _bar(
    look: VerdictLook, rows: pd.DataFrame, order: Sequence[str], *, stacked: bool
) -> dict[str, Any]:
    counts = dict(zip(rows["group"], rows["claims"].astype(int), strict=True))
    known = {row.group: row for row in each(rows)}
    places = [place for place, group in enumerate(order) if counts.get(group)]
    shown = [order[place] for place in places]
    return {
        "type": "bar",
        "orientation": "h",
        "name": look.signed,
        "y": places,
        "x": [counts[group] for group in shown],
        "marker": {"color": look.colour, "line": {"width": 1, "color": "$paper"}},
        "text": [f"{look.sign} {counts[group]}" for group in shown],
        "textposition": "inside" if stacked else "auto",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"color": look.on, "size": 12},
        "customdata": [f"{group}{JOINER}{look.code}" for group in shown],
        "hovertext": [_hover(known[group], look) for group in shown],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(row: Any, look: VerdictLook) -> str:
    of = f"{row.claims} of {row.total} claims, {row.share:.0f}%"
    return f"<b>{row.group_label}</b><br>{look.signed}: {of}<br>{look.meaning}"


def _label(text: str, total: int, characters: int) -> str:
    return f"{'<br>'.join(wrap(text, characters))} ({total})"


def _height(labels: Mapping[str, tuple[str, int]], characters: int, legend: int) -> int:
    rows = [max(_LEAST, 12 + _LINE * len(wrap(text, characters))) for text, _ in labels.values()]
    return legend + _FOOT + sum(rows)


def _layout(labels: Mapping[str, tuple[str, int]], *, legend: bool) -> dict[str, Any]:
    longest = max(total for _, total in labels.values())
    room, room_narrow = (_LEGEND, _LEGEND_NARROW) if legend else (12, 12)
    return theme.base_layout(
        uirevision="-".join(labels),
        barmode="stack",
        bargap=0.24,
        uniformtext={"mode": "hide", "minsize": 10},
        showlegend=legend,
        margin={"t": room, "b": 44},
        legend={
            "xref": "container",
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis={
            "title": {"text": "Claims (number)"},
            "rangemode": "tozero",
            "fixedrange": True,
            "showgrid": True,
            "tickformat": "d",
            **({"dtick": 1} if longest <= _EACH_TICK else {}),
        },
        yaxis={
            "range": [len(labels) - 0.5, -0.5],
            "tickvals": list(range(len(labels))),
            "ticktext": [_label(text, total, _WRAPPED) for text, total in labels.values()],
            "tickfont": {"color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        meta={
            "narrow": {
                "height": _height(labels, _WRAPPED_NARROW, room_narrow),
                "margin": {"t": room_narrow},
                "yaxis": {
                    "ticktext": [
                        _label(text, total, _WRAPPED_NARROW) for text, total in labels.values()
                    ],
                    "tickfont": {"size": 11},
                },
            }
        },
    )


def _alt(table: pd.DataFrame, heading: str, by: str) -> str:
    counts = table.groupby("verdict", sort=False)["claims"].sum()
    said = ", ".join(
        f"{look.label.lower()} {counts[look.code]}"
        for look in VERDICTS.values()
        if look.code in counts.index
    )
    text = f"Stacked bars of {int(counts.sum())} claims: {said}."
    against = table[table["verdict"] == Verdict.CONTRADICTED]
    if by == "verdict" or against.empty or not int(against["claims"].sum()):
        return text
    most = highest(against, "claims")
    return (
        f"{text} Most contradicted, by {heading.lower()}: {most['group_label']}, "
        f"{most['claims']} of {most['total']}."
    )
