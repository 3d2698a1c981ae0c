"""How Russia and China voted in the Security Council, decision by decision."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.packing import Mark, packed
from dashboard.charts.parts import Span, empty_figure
from dashboard.charts.rows import each
from dashboard.charts.united_nations.vote_looks import COUNCIL_VOTES
from dashboard.words.dates import date_words, first_day, on_year_axis
from validators.vocabulary import CouncilKind

COLUMNS: Mapping[str, str] = {
    "date": "Date",
    "symbol": "Decision",
    "subject": "Subject",
    "outcome": "Outcome",
    "russia": "Vote of Russia or the USSR",
    "china": "Vote in China's seat",
    "tally": "Tally",
}
TABLES = ("security_council",)

_WIDTH = 620  # pixels of the axis for which marks are packed: between a phone and a desk
_SIZE = 11
_PAD, _LANE_GAP, _FOOT = 14, 34, 34
_TOP, _TOP_NARROW = STRIP + 52, 88
_OUTCOMES = {kind.value: kind.label for kind in CouncilKind}
_LANES = (("russia_vote", "Soviet Union, Russia"), ("china_vote", "China's seat"))


def council_votes(
    decisions: pd.DataFrame,
    span: tuple[float, float],
    *,
    title: str,
    eras: Sequence[Span] = (),
    notes: Sequence[str] = (),
    message: str = "No decision matches. Widen the period, the outcomes or the measures.",
) -> Figure:
    """A lane for each of the two, a mark for each decision, packed so that none covers another.

    Args:
        decisions: Rows of ``security_council`` with ``tally`` (words).
        span: First and last value of the axis, in years.
        title: What is shown.
        eras: Spans behind the lanes, in years.
        notes: Caveats to show beside the lanes.
        message: What to widen when nothing is left.
    """
    if decisions.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    rows = decisions.sort_values(["date", "id"])
    lanes = [_lane(rows[rows[column].notna()], span) for column, _ in _LANES]
    reach = [max((abs(y) for y in lane.values()), default=0) + _PAD for lane in lanes]
    middles = [reach[0], 2 * reach[0] + _LANE_GAP + reach[1]]
    height = middles[1] + reach[1]
    return Figure(
        title=title,
        data=_traces(rows, lanes, middles),
        layout=_layout(middles, reach, height, span, eras),
        alt=_alt(rows),
        table=_table(rows),
        columns=COLUMNS,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=round(height) + _TOP + _FOOT,
    )


def _lane(rows: pd.DataFrame, span: tuple[float, float]) -> dict[str, float]:
    """Distance of each mark from the middle of its lane."""
    per_year = _WIDTH / (span[1] - span[0])
    marks = []
    for row in each(rows):
        at = (on_year_axis(first_day(row.date)) - span[0]) * per_year
        marks.append(Mark(at - _SIZE / 2, at + _SIZE / 2, _SIZE))
    return dict(zip(rows["id"], packed(marks, gap=1.5), strict=True))


def _traces(
    rows: pd.DataFrame, lanes: Sequence[Mapping[str, float]], middles: Sequence[float]
) -> tuple[dict[str, Any], ...]:
    traces = []
    for vote, look in COUNCIL_VOTES.items():
        marks = [
            (row, middle - lane[row.id])
            for row in each(rows)
            for (column, _), lane, middle in zip(_LANES, lanes, middles, strict=True)
            if getattr(row, column) == vote
        ]
        if not marks:
            continue
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": look.label,
                "x": [on_year_axis(first_day(row.date)) for row, _ in marks],
                "y": [round(y, 1) for _, y in marks],
                "marker": {
                    "symbol": look.symbol,
                    "size": _SIZE + (3 if vote == "veto" else 0),
                    "color": look.colour,
                    "line": {"width": 1.5 if "open" in look.symbol else 0, "color": look.colour},
                },
                "text": [_hover(row) for row, _ in marks],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
            }
        )
    return tuple(traces)


def _hover(row: Any) -> str:
    name = row.symbol if isinstance(row.symbol, str) else _OUTCOMES[row.kind]
    votes = "; ".join(
        f"{lane}: {COUNCIL_VOTES[vote].label.lower() if isinstance(vote, str) else 'not itemised'}"
        for (_, lane), vote in zip(_LANES, (row.russia_vote, row.china_vote), strict=True)
    )
    return "<br>".join(
        [
            f"<b>{name}, {date_words(row.date)}</b>",
            *wrap(row.subject, 58),
            f"{_OUTCOMES[row.kind]} · {row.tally}",
            votes,
        ]
    )


def _layout(
    middles: Sequence[float],
    reach: Sequence[float],
    height: float,
    span: tuple[float, float],
    eras: Sequence[Span],
) -> dict[str, Any]:
    bands, names = era_strip(clipped(eras, *span), width=900)
    headings = [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": middle - room,
            "xanchor": "left",
            "yanchor": "bottom",
            "xshift": 3,
            "text": f"<b>{label}</b>",
            "font": {"size": 13, "color": "$ink"},
        }
        for (_, label), middle, room in zip(_LANES, middles, reach, strict=True)
    ]
    few = span[1] - span[0] < 12
    return theme.base_layout(
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": _TOP, "b": _FOOT, "r": 14},
        shapes=bands,
        annotations=[*({**name, "yshift": 20} for name in names), *headings],
        xaxis={"range": list(span), "tickformat": "d", **({"dtick": 1} if few else {})},
        yaxis={
            "range": [height, 0],
            "visible": False,
            "fixedrange": True,
        },
        uirevision=f"council/{span}/{round(height)}",
        meta={
            "narrow": {
                "height": round(height) + _TOP_NARROW + _FOOT,
                "margin": {"t": _TOP_NARROW, "l": 4, "r": 10},
                "annotations": headings,
            }
        },
    )


def _alt(rows: pd.DataFrame) -> str:
    said = []
    for column, label in _LANES:
        counts = rows[column].value_counts()
        votes = ", ".join(
            f"{look.label.lower()} {counts[code]}"
            for code, look in COUNCIL_VOTES.items()
            if code in counts
        )
        said.append(f"{label}: {votes or 'not itemised'}")
    count = len(rows)
    return f"{count} decision{'' if count == 1 else 's'} on a time axis. {'. '.join(said)}."


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    words = {code: look.label for code, look in COUNCIL_VOTES.items()}
    named = rows.assign(
        outcome=rows["kind"].map(_OUTCOMES),
        russia=rows["russia_vote"].map(words),
        china=rows["china_vote"].map(words),
    )
    return named[list(COLUMNS)].reset_index(drop=True)
