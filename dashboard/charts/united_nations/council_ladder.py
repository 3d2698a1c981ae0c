"""The sanctions of the Security Council as a ladder: each measure from its first decision on."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.eras import STRIP, clipped, era_strip
from dashboard.charts.figure import Figure
from dashboard.charts.parts import Span, empty_figure
from dashboard.charts.rows import each
from dashboard.words.dates import date_words, first_day, on_year_axis, short_date_words
from validators.vocabulary import CouncilKind, CouncilMeasure, CouncilVote

COLUMNS: Mapping[str, str] = {
    "measure": "Measure",
    "date": "Date",
    "symbol": "Decision",
    "subject": "Subject",
    "outcome": "Outcome",
    "russia": "Vote of Russia",
    "china": "Vote of China",
}
TABLES = ("security_council",)

#: Measures that restrict, and the body that watched over them; a condemnation restricts nothing.
RESTRICTING = tuple(
    measure.value
    for measure in CouncilMeasure
    if measure not in (CouncilMeasure.CONDEMNATION, CouncilMeasure.WAR_RESOLUTIONS)
)

_ROW, _FOOT = 44, 34  # pixels
_TOP, _TOP_NARROW = STRIP + 60, 96
_MEASURES = {measure.value: measure.label for measure in CouncilMeasure}
_OUTCOMES = {kind.value: kind.label for kind in CouncilKind}
_VOTES = {vote.value: vote.label for vote in CouncilVote}
_VETOED, _ADOPTED = CouncilKind.DRAFT_VETOED.value, CouncilKind.RESOLUTION.value
_VETO = CouncilVote.VETO.value
_COLOUR, _AGAINST = "$accent", "$vote_no"
_DONE: dict[str, Any] = {"symbol": "circle", "colour": _COLOUR, "size": 11}
_FAILED: dict[str, Any] = {"symbol": "x", "colour": _AGAINST, "size": 13}


def sanctions_ladder(
    decisions: pd.DataFrame,
    *,
    title: str,
    last: float,
    eras: Sequence[Span] = (),
    notes: Sequence[str] = (),
    message: str = "No decision on sanctions matches. Widen the period or the measures.",
) -> Figure:
    """A row for each measure, in order of first decision; vetoed drafts cross the whole drawing.

    Args:
        decisions: Rows of ``security_council`` with ``restricting``: the measures to show (tuple);
            vetoed drafts on sanctions may have none of them.
        title: What is shown.
        last: End of the axis in years.
        eras: Spans behind the rows, in years.
        notes: Caveats to show beside the rows.
        message: What to widen when nothing is left.
    """
    marks = _marks(decisions)
    adopted = marks[marks["outcome"] == _ADOPTED]
    vetoed = decisions[decisions["kind"] == _VETOED]
    if adopted.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    order = list(dict.fromkeys(adopted.sort_values(["date", "order"])["measure"]))
    marks = marks[marks["measure"].isin(order)]
    span = (float(marks["at"].min()) - 1, last)
    bands, names = era_strip(clipped(eras, *span), width=820)
    return Figure(
        title=title,
        data=_traces(marks, order),
        layout=_layout(order, vetoed, span, bands, names),
        alt=_alt(adopted, order, vetoed),
        table=_table(marks, order),
        columns=COLUMNS,
        sources=tuple(dict.fromkeys(s for cell in decisions["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=_ROW * len(order) + _TOP + _FOOT,
    )


def _marks(decisions: pd.DataFrame) -> pd.DataFrame:
    """One row for each measure in each decision."""
    order = {measure: place for place, measure in enumerate(RESTRICTING)}
    rows = [
        {
            "measure": measure,
            "order": order[measure],
            "date": row.date,
            "at": on_year_axis(first_day(row.date)),
            "symbol": row.symbol if isinstance(row.symbol, str) else "",
            "subject": row.subject,
            "outcome": row.kind,
            "russia": row.russia_vote,
            "china": row.china_vote,
            "summary": row.summary,
        }
        for row in each(decisions)
        for measure in row.restricting
    ]
    columns = ["measure", "order", "date", "at", "symbol", "subject", "outcome", "russia", "china"]
    return pd.DataFrame(rows, columns=[*columns, "summary"])


def _traces(marks: pd.DataFrame, order: Sequence[str]) -> tuple[dict[str, Any], ...]:
    places = {measure: place for place, measure in enumerate(order)}
    adopted = marks[marks["outcome"] == _ADOPTED]
    failed = marks[marks["outcome"] == _VETOED]
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "name": _MEASURES[measure],
            "showlegend": False,
            "x": [float(rows["at"].min()), float(rows["at"].max())],
            "y": [places[measure]] * 2,
            "line": {"color": f"{_COLOUR}/40", "width": 6},
            "hoverinfo": "skip",
        }
        for measure, rows in ((m, adopted[adopted["measure"] == m]) for m in order)
    ]
    points = _points("Resolution with the measure", adopted, places, **_DONE)
    vetoes = _points("Draft that was vetoed", failed, places, **_FAILED)
    return (*lines, points, *([vetoes] if len(failed) else []))


def _points(
    name: str,
    rows: pd.DataFrame,
    places: Mapping[str, int],
    *,
    symbol: str,
    colour: str,
    size: int,
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [float(at) for at in rows["at"]],
        "y": [places[measure] for measure in rows["measure"]],
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": colour,
            "line": {"width": 1, "color": "$paper"},
        },
        "text": [_hover(row) for row in each(rows)],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }


def _hover(row: Any) -> str:
    return "<br>".join(
        [
            f"<b>{row.symbol or row.subject}, {date_words(row.date)}</b>",
            *wrap(row.subject, 58),
            *wrap(row.summary, 58),
            f"{_MEASURES[row.measure]} · {_OUTCOMES[row.outcome]}",
            f"Russia: {_said(row.russia)}; China: {_said(row.china)}",
        ]
    )


def _said(vote: Any) -> str:
    return _VOTES[vote].lower() if isinstance(vote, str) else "not itemised"


def _layout(
    order: Sequence[str],
    vetoed: pd.DataFrame,
    span: tuple[float, float],
    bands: list[dict[str, Any]],
    names: list[dict[str, Any]],
) -> dict[str, Any]:
    lines, labels = _vetoes(vetoed)
    rows = len(order)
    above = [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": place - 0.16,
            "xanchor": "left",
            "yanchor": "bottom",
            "xshift": 2,
            "text": _MEASURES[measure],
            "font": {"size": 12, "color": "$ink"},
        }
        for place, measure in enumerate(order)
    ]
    return theme.base_layout(
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": _TOP, "b": _FOOT, "r": 16},
        shapes=[*bands, *lines],
        annotations=[*({**name, "yshift": 40} for name in names), *labels],
        xaxis={"range": list(span), "tickformat": "d", "showgrid": True},
        yaxis={
            "range": [rows - 0.5, -0.6],
            "tickvals": list(range(rows)),
            "ticktext": ["<br>".join(wrap(_MEASURES[measure], 22)) for measure in order],
            "tickfont": {"size": 13, "color": "$ink"},
            "showgrid": True,
            "fixedrange": True,
        },
        uirevision=f"ladder/{span}/{rows}",
        meta={
            "narrow": {
                "height": _ROW * rows + _TOP_NARROW + _FOOT,
                "margin": {"l": 4, "t": _TOP_NARROW, "r": 10},
                "xaxis": {"nticks": 5},
                "yaxis": {
                    "showticklabels": False,
                    "showgrid": False,
                    "range": [rows - 0.5, -0.75],
                },
                "annotations": [*labels, *above],
            }
        },
    )


def _vetoes(
    vetoed: pd.DataFrame,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A line through the drawing for each vetoed draft, and who vetoed it, above."""
    lines, labels = [], []
    for place, row in enumerate(each(vetoed.sort_values("date"))):
        at = on_year_axis(first_day(row.date))
        by = [
            name
            for name, vote in (("Russia", row.russia_vote), ("China", row.china_vote))
            if vote == _VETO
        ]
        line = {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1}
        lines.append({**line, "line": {"color": _AGAINST, "width": 1.5, "dash": "dash"}})
        text = f"<b>{short_date_words(row.date)}</b><br>Veto: {' and '.join(by)}"
        labels.append(
            {
                "xref": "x",
                "yref": "paper",
                "x": at,
                "y": 1,
                "xanchor": "right" if place % 2 == 0 else "left",
                "yanchor": "bottom",
                "align": "right" if place % 2 == 0 else "left",
                "xshift": -3 if place % 2 == 0 else -14,
                "yshift": 3,
                "text": text,
                "font": {"size": 11, "color": _AGAINST},
            }
        )
    return lines, labels


def _alt(adopted: pd.DataFrame, order: Sequence[str], vetoed: pd.DataFrame) -> str:
    firsts = adopted.groupby("measure")["date"].min()
    said = "; ".join(f"{_MEASURES[measure]} from {firsts[measure][:4]}" for measure in order)
    vetoes = ", ".join(date_words(date) for date in vetoed["date"].sort_values())
    count = adopted[["date", "symbol"]].drop_duplicates()
    end = f" Vetoed drafts: {vetoes}." if vetoes else " No draft was vetoed."
    return f"Measures in {len(count)} resolutions, by first decision: {said}.{end}"


def _table(marks: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    places = {measure: place for place, measure in enumerate(order)}
    ordered = marks.assign(_place=marks["measure"].map(places)).sort_values(["_place", "date"])
    named = ordered.assign(
        measure=ordered["measure"].map(_MEASURES),
        outcome=ordered["outcome"].map(_OUTCOMES),
        russia=ordered["russia"].map(_VOTES),
        china=ordered["china"].map(_VOTES),
    )
    return named[list(COLUMNS)].reset_index(drop=True)
