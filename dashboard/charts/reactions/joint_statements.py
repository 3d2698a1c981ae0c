"""Shared texts: how many countries stand behind each."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances, theme
from dashboard.charts.figure import Figure
from dashboard.charts.stances import BY_CODE, CLASSES, counted, with_most
from dashboard.words.dates import date_words

COLUMNS: Mapping[str, str] = {
    "date": "Date",
    "text": "Text",
    "kind": "Kind",
    "stance": "Stance",
    "signatories": "Countries (number)",
    "countries": "Countries",
    "organisations": "Organisations",
    "event": "Event",
}

MESSAGE = "No shared text matches. Widen the event, the group, the stances or the period."

_TABLES = ("joint_statements", "reaction_events")
_WRAPPED, _WRAPPED_NARROW = 64, 22
_LINE = 14
_BAR = 0.55  # of the height of a row


def joint_statements(
    statements: pd.DataFrame,
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = MESSAGE,
) -> Figure:
    """One bar a text in order of date, as long as its list of countries.

    Args:
        statements: ``joint_id``, ``date``, ``title``, ``basis``, ``stance``, ``event`` (title),
            ``countries`` and ``organisations`` (tuples of names), ``source_ids``.
        title: What is shown.
        notes: Caveats to show beside the bars.
        message: What to widen when nothing is left.
    """
    if statements.empty:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=_TABLES)
    rows = statements.sort_values(["date", "joint_id"], kind="stable").reset_index(drop=True)
    rows = rows.assign(signatories=[len(cell) for cell in rows["countries"]])
    return Figure(
        title=title,
        data=tuple(
            _bars(rows[rows["stance"].astype(str) == each.code], each.code)
            for each in CLASSES
            if (rows["stance"].astype(str) == each.code).any()
        ),
        layout=_layout(rows),
        alt=_alt(rows),
        table=_table(rows),
        columns=COLUMNS,
        sources=stances.ranked_sources(rows["source_ids"]),
        tables=_TABLES,
        notes=tuple(notes),
        height=100 + sum(_heights(rows["title"], _WRAPPED)),
    )


def _bars(rows: pd.DataFrame, code: str) -> dict[str, Any]:
    each = BY_CODE[code]
    return {
        "type": "bar",
        "orientation": "h",
        "name": each.signed,
        "y": rows.index.tolist(),
        "x": rows["signatories"].tolist(),
        # Left to itself, a stance that few texts share is drawn over the rows between them.
        "width": _BAR,
        "marker": {"color": each.colour},
        "text": [str(number) for number in rows["signatories"]],
        "textposition": "outside",
        "textfont": {"color": "$ink"},
        "hovertext": [_hover(row) for row in rows.to_dict("records")],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _hover(row: Mapping[Any, Any]) -> str:
    names = wrap(", ".join(row["countries"]), 70)
    return "<br>".join(
        [
            f"<b>{row['title']}</b>",
            f"{date_words(row['date'])} · {BY_CODE[str(row['stance'])].signed}",
            counted(len(row["countries"]), "country", "countries"),
            *names,
        ]
    )


def _heights(titles: "pd.Series[str]", characters: int) -> list[int]:
    return [12 + _LINE * (len(wrap(title, characters)) + 1) for title in titles]


def _labels(rows: pd.DataFrame, characters: int) -> list[str]:
    return [
        "<br>".join([*wrap(title, characters), date_words(date)])
        for title, date in zip(rows["title"], rows["date"], strict=True)
    ]


def _layout(rows: pd.DataFrame) -> dict[str, Any]:
    return theme.base_layout(
        barmode="overlay",
        showlegend=True,
        xaxis={
            "title": {"text": "Countries that signed or are covered (number)"},
            "range": [0, max(int(rows["signatories"].max()), 1) * 1.1],
            "showgrid": True,
        },
        yaxis={
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": rows.index.tolist(),
            "ticktext": _labels(rows, _WRAPPED),
            "tickfont": {"size": 12, "color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        uirevision=f"texts/{len(rows)}",
        meta={
            "narrow": {
                "height": 150 + sum(_heights(rows["title"], _WRAPPED_NARROW)),
                "yaxis": {
                    "ticktext": _labels(rows, _WRAPPED_NARROW),
                    "tickfont": {"size": 10},
                },
            }
        },
    )


def _alt(rows: pd.DataFrame) -> str:
    most = with_most(rows, rows["signatories"])
    return (
        f"Bars of {counted(len(rows), 'shared text')} from {date_words(rows['date'].iloc[0])} to "
        f"{date_words(rows['date'].iloc[-1])}. Most countries: {most['title']}, "
        f"{date_words(most['date'])}, {int(most['signatories'])}."
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "date": rows["date"],
            "text": rows["title"],
            "kind": rows["basis"].map(stances.BASES),
            "stance": [BY_CODE[str(stance)].signed for stance in rows["stance"]],
            "signatories": rows["signatories"],
            "countries": rows["countries"],
            "organisations": rows["organisations"],
            "event": rows["event"],
        }
    )
