"""On which resolutions two states voted differently, year by year."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure
from dashboard.charts.united_nations.vote_looks import VOTES
from dashboard.charts.united_nations.vote_years import TABLES
from dashboard.words.dates import date_words

COLUMNS: Mapping[str, str] = {
    "title": "Resolution",
    "date": "Date",
    "vote_a": "Vote of the first state",
    "vote_b": "Vote of the second state",
    "split": "Voted differently",
    "yes": "Yes, all members (votes)",
    "no": "No, all members (votes)",
    "abstain": "Abstentions, all members (votes)",
}

MOST_TITLES = 20

_ROW, _ROW_NARROW, _TOP, _FOOT = 36, 52, 66, 28  # pixels
_LABEL, _LABEL_NARROW = 50, 52  # characters a line
_SHIFT = 0.17  # years between the marks of the two states
_SAME = 0.3  # opacity of votes that were the same


def split_titles(
    votes: pd.DataFrame,
    names: tuple[str, str],
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = "They never voted differently here. Widen the period or the issue.",
) -> Figure:
    """A row for each resolution, a pair of marks for each vote: what each of the two said.

    Args:
        votes: Votes that both cast: ``title``, ``subject`` (the same for all years of one text),
            ``date``, ``year``, ``vote_a``, ``vote_b``, ``split`` (boolean), ``yes``, ``no``,
            ``abstain``, ``source_ids``.
        names: The two states.
        title: What is shown.
        notes: Caveats to show beside the marks.
        message: What to widen when nothing is left.
    """
    columns = {**COLUMNS, "vote_a": f"Vote of {names[0]}", "vote_b": f"Vote of {names[1]}"}
    subjects = most_split(votes)
    if not subjects:
        return empty_figure(title, message, columns=columns, tables=TABLES)
    rows = votes[votes["subject"].isin(subjects)]
    titles = rows.sort_values("date").groupby("subject")["title"].last()
    labels = [f"{titles[each]} ({_splits(rows, each)})" for each in subjects]
    span = (int(votes["year"].min()), int(votes["year"].max()))
    return Figure(
        title=title,
        data=_traces(rows, subjects, names),
        layout=_layout(labels, names, span),
        alt=_alt(votes, titles, subjects, names),
        table=_table(rows, subjects, list(columns)),
        columns=columns,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=_ROW * len(subjects) + _TOP + _FOOT,
    )


def most_split(votes: pd.DataFrame) -> list[str]:
    """The subjects on which the two differed most often, of equals the latest first."""
    differing = votes[votes["split"]]
    counts = differing.groupby("subject").agg(splits=("split", "size"), last=("date", "max"))
    ordered = counts.sort_values(["splits", "last"], ascending=False)
    return list(ordered.index[:MOST_TITLES])


def _splits(rows: pd.DataFrame, subject: str) -> str:
    mine = rows[rows["subject"] == subject]
    return f"{int(mine['split'].sum())} of {len(mine)}"


def _traces(
    rows: pd.DataFrame, subjects: Sequence[str], names: tuple[str, str]
) -> tuple[dict[str, Any], ...]:
    places = {subject: place for place, subject in enumerate(subjects)}
    traces = []
    for vote in ("yes", "abstain", "no"):
        look = VOTES[vote]
        marks = [
            (row, _SHIFT * side)
            for row in rows.to_dict("records")
            for side, column in ((-1, "vote_a"), (1, "vote_b"))
            if row[column] == vote
        ]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": look.label,
                "showlegend": False,
                "x": [row["year"] + shift for row, shift in marks],
                "y": [places[row["subject"]] for row, _ in marks],
                "marker": {
                    "symbol": look.symbol,
                    "size": 9,
                    "color": look.colour,
                    "opacity": [1.0 if row["split"] else _SAME for row, _ in marks],
                },
                "text": [_hover(row, names) for row, _ in marks],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
            }
        )
    key = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": VOTES[vote].label,
            "x": [None],
            "y": [None],
            "marker": {"symbol": VOTES[vote].symbol, "size": 10, "color": VOTES[vote].colour},
            "hoverinfo": "skip",
        }
        for vote in ("yes", "abstain", "no")
    ]
    return (*(trace for trace in traces if trace["x"]), *key)


def _hover(row: Mapping[Any, Any], names: tuple[str, str]) -> str:
    return "<br>".join(
        [
            *(f"<b>{line}</b>" for line in wrap(row["title"], 58)),
            date_words(row["date"]),
            f"{names[0]}: {VOTES[row['vote_a']].label.lower()}; "
            f"{names[1]}: {VOTES[row['vote_b']].label.lower()}",
            f"All members: {row['yes']} yes, {row['no']} no, {row['abstain']} abstentions",
        ]
    )


def _layout(labels: Sequence[str], names: tuple[str, str], span: tuple[int, int]) -> dict[str, Any]:
    rows = len(labels)
    lines = ["<br>".join(wrap(label, _LABEL)[:2]) for label in labels]
    guide = {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
        "align": "left",
        "text": f"Left mark: {names[0]}; right mark: {names[1]}. Faint: the same vote.",
        "font": {"size": 12, "color": "$ink_soft"},
    }
    above = [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": place - 0.14,
            "xanchor": "left",
            "yanchor": "bottom",
            "align": "left",
            "xshift": 2,
            "text": "<br>".join(wrap(label, _LABEL_NARROW)[:2]),
            "font": {"size": 11, "color": "$ink"},
        }
        for place, label in enumerate(labels)
    ]
    few = span[1] - span[0] < 15
    shapes = [
        {
            "type": "rect",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "x0": year - 0.5,
            "x1": year + 0.5,
            "y0": 0,
            "y1": 1,
            "fillcolor": "$band",
            "line": {"width": 0},
        }
        for year in range(span[0], span[1] + 1, 2)
    ]
    return theme.base_layout(
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": _TOP, "b": _FOOT},
        shapes=shapes,
        annotations=[guide],
        xaxis={
            "range": [span[0] - 0.5, span[1] + 0.5],
            "tickformat": "d",
            **({"dtick": 1} if few else {}),
        },
        yaxis={
            "range": [rows - 0.5, -0.5],
            "tickvals": list(range(rows)),
            "ticktext": lines,
            "tickfont": {"size": 12, "color": "$ink"},
            "showgrid": True,
            "fixedrange": True,
        },
        uirevision=f"split/{span}/{rows}",
        meta={
            "narrow": {
                "height": _ROW_NARROW * rows + _TOP + _FOOT,
                "margin": {"l": 4, "r": 6},
                "xaxis": {"dtick": 2 if few else 5, "tickangle": 0},
                "yaxis": {
                    "showticklabels": False,
                    "showgrid": False,
                    "range": [rows - 0.6, -0.85],
                },
                "annotations": [guide, *above],
            }
        },
    )


def _alt(
    votes: pd.DataFrame, titles: "pd.Series[Any]", subjects: Sequence[str], names: tuple[str, str]
) -> str:
    splits = int(votes["split"].sum())
    named = "; ".join(f"{titles[each]} ({_splits(votes, each)})" for each in subjects[:3])
    return (
        f"{names[0]} and {names[1]} voted differently in {splits} of {len(votes)} votes that both "
        f"cast from {int(votes['year'].min())} to {int(votes['year'].max())}. "
        f"Most often on: {named}."
    )


def _table(rows: pd.DataFrame, subjects: Sequence[str], columns: list[str]) -> pd.DataFrame:
    places = {subject: place for place, subject in enumerate(subjects)}
    words = {code: look.label for code, look in VOTES.items()}
    ordered = rows.assign(
        _place=rows["subject"].map(places),
        vote_a=rows["vote_a"].map(words),
        vote_b=rows["vote_b"].map(words),
        split=rows["split"].map({True: "yes", False: "no"}),
    ).sort_values(["_place", "date"], ascending=[True, False])
    return ordered[columns].reset_index(drop=True)
