"""From when to when each agreement holds: bars on an axis of years, and how sure their ends are."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import eras as era_names
from dashboard.charts import parts, theme
from dashboard.charts.agreements.bars import ALLIANCE, bar_traces
from dashboard.charts.agreements.rows import (
    DEFENCE,
    KINDS,
    VERIFIED,
    Lane,
    end_words,
    firsts,
    in_order,
    lanes,
    start_words,
    years_words,
)
from dashboard.charts.figure import Figure
from dashboard.charts.parts import Span

COLUMNS: Mapping[str, str] = {
    "title": "Agreement",
    "section": "Group",
    "kind": "Kind",
    "parties": "Parties",
    "signed": "Signed",
    "start": "Start shown",
    "start_basis": "Start is",
    "end": "End",
    "end_basis": "End is",
    "mutual_defence": "Mutual defence",
    "status": "In the year chosen",
    "verified": "Verification",
    "note": "Note",
}

TABLES = ("agreements",)

#: What the status of an agreement in a year means.
STATUS: Mapping[str, str] = {
    "in force": "in force",
    "signed": "signed by then; entry into force not seen",
    "uncertain": "uncertain: start or end not exactly known",
}

_NOT = "not in force"
_ROW, _ROW_NARROW = 34, 54  # pixels
_TOP, _TOP_NARROW, _FOOT = 108, 148, 36
_LABEL, _LABEL_NARROW = 46, 50  # characters a line


def span_chart(
    spans: pd.DataFrame,
    axis: tuple[int, int],
    *,
    title: str,
    status: Mapping[str, str],
    year: int,
    notices: Mapping[str, str],
    eras: Sequence[Span] = (),
    notes: Sequence[str] = (),
    message: str = "No agreement matches. Widen the period or the kinds.",
) -> Figure:
    """A bar for each agreement, by group and start.

    Args:
        spans: Rows of ``agreement_spans`` with ``party_names`` (tuple).
        axis: First and last year.
        title: What is shown.
        status: Status in the year chosen by id, as ``treaties_in_force`` tells it; those that
            are not in it were not in force.
        year: The year chosen, marked on the axis.
        notices: Date of the notice to end an agreement, by its id.
        eras: Spans behind the bars, in years.
        notes: Caveats to show beside the bars.
        message: What to widen when nothing is left.
    """
    rows = in_order(spans)
    if rows.empty:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    first, last = float(axis[0]), float(axis[1] + 1)
    shown = lanes(rows, last, status, notices)
    return Figure(
        title=title,
        data=bar_traces(shown),
        layout=_layout(shown, (first, last), year, eras),
        alt=_alt(shown, year),
        table=_table(rows, status, notices),
        columns=COLUMNS,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=round(_TOP + _FOOT + _ROW * (shown[-1].place + 1)),
    )


def _layout(
    shown: Sequence[Lane], span: tuple[float, float], year: int, eras: Sequence[Span]
) -> dict[str, Any]:
    titles = [f"{lane.row['title']}, {years_words(lane.row, lane.notice)}" for lane in shown]
    bands, names = era_names.era_strip(era_names.clipped(eras, *span), width=740)
    headings = _headings(shown)
    line, label = _year_mark(year, span)
    lowest = shown[-1].place
    return theme.base_layout(
        barmode="overlay",
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": _TOP, "b": _FOOT, "r": 18},
        xaxis={"range": list(span), "dtick": 10, "showgrid": True},
        yaxis={
            "range": [lowest + 0.6, -0.4],
            "tickvals": [lane.place for lane in shown],
            "ticktext": [
                "<br>".join(wrap(title, _LABEL, break_on_hyphens=False)[:2]) for title in titles
            ],
            "tickfont": {"size": 12, "color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        shapes=[*bands, *line],
        annotations=[*names, *headings, *label, *_gap(shown)],
        uirevision=f"agreements/{span}/{len(shown)}",
        meta={
            "narrow": {
                "height": round(_TOP_NARROW + _FOOT + _ROW_NARROW * (lowest + 1)),
                "margin": {"t": _TOP_NARROW, "l": 4, "r": 14},
                "xaxis": {"dtick": 20},
                "yaxis": {"showticklabels": False, "range": [lowest + 0.5, -0.5]},
                "annotations": [*_above(titles, shown), *headings, *label],
            }
        },
    )


def _headings(shown: Sequence[Lane]) -> list[dict[str, Any]]:
    return [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": place - 0.95,
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": 4,
            "text": f"<b>{name}</b>",
            "font": {"size": 13, "color": ALLIANCE if name == DEFENCE else "$ink"},
        }
        for name, place in firsts(shown).items()
    ]


def _above(titles: Sequence[str], shown: Sequence[Lane]) -> list[dict[str, Any]]:
    """Titles above the bars, where there is no room beside them."""
    return [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": lane.place,
            "xanchor": "left",
            "yanchor": "bottom",
            "align": "left",
            "xshift": 4,
            "yshift": 10,
            "text": "<br>".join(wrap(title, _LABEL_NARROW, break_on_hyphens=False)[:2]),
            "font": {"size": 11, "color": "$ink"},
        }
        for title, lane in zip(titles, shown, strict=True)
    ]


def _year_mark(
    year: int, span: tuple[float, float]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A line through the middle of the year chosen, with its name."""
    if not span[0] <= year < span[1]:
        return [], []
    at = year + 0.5
    line = {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "line": {"color": "$ink", "width": 1.5},
    }
    label = {
        "xref": "x",
        "yref": "paper",
        "x": at,
        "y": 1,
        "xanchor": "right" if at > sum(span) / 2 else "left",
        "yanchor": "top",
        "text": f"<b>{year}</b>",
        "font": {"size": 12, "color": "$ink"},
        "bgcolor": "$paper",
        "borderpad": 2,
    }
    return [line], [label]


def _gap(shown: Sequence[Lane]) -> list[dict[str, Any]]:
    """Words in the lane of the later alliance on the years between it and the one before."""
    allied = [lane for lane in shown if lane.allied]
    gaps = [
        (before.bar.end, after.bar.start, after.place)
        for before, after in pairwise(allied)
        if not before.bar.open and before.bar.end < after.bar.start
    ]
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": (end + start) / 2,
            "y": place,
            "text": f"{round(start - end)} years without a mutual-defence clause",
            "font": {"size": 12, "color": "$ink_soft"},
        }
        for end, start, place in gaps
    ]


def _alt(shown: Sequence[Lane], year: int) -> str:
    allied = [
        f"{lane.row['title']}: {start_words(lane.row)}, {end_words(lane.row, lane.notice)}"
        for lane in shown
        if lane.allied
    ]
    count = len(shown)
    known = sum(lane.held and lane.row["start_basis"] == "in force" for lane in shown)
    signed = sum(lane.held for lane in shown) - known
    said = (
        f"{count} agreement{'' if count == 1 else 's'} as bars on an axis of years. "
        f"In {year} {known} in force and {signed} signed by then, with entry into force not seen; "
        f"of {sum(lane.bar.open for lane in shown)} no end was seen."
    )
    return f"{said} Mutual defence: {'; '.join(allied)}." if allied else said


def _table(
    rows: pd.DataFrame, status: Mapping[str, str], notices: Mapping[str, str]
) -> pd.DataFrame:
    records = rows.to_dict("records")
    begins = {"in force": "entry into force", "signed": "signature"}
    return pd.DataFrame(
        {
            "title": rows["title"],
            "section": rows["section"],
            "kind": rows["kind"].map(KINDS),
            "parties": [", ".join(names) for names in rows["party_names"]],
            "signed": rows["signed"],
            "start": rows["start"],
            "start_basis": rows["start_basis"].map(begins),
            "end": rows["end"],
            "end_basis": [end_words(row, notices.get(row["id"], "")) for row in records],
            "mutual_defence": rows["mutual_defence"].map({True: "yes", False: "no"}),
            "status": [STATUS.get(status.get(code, ""), _NOT) for code in rows["id"]],
            "verified": rows["verified"].map(VERIFIED),
            "note": rows["note"],
        }
    )
