"""Key resolutions in order of date: how many voted how, and how Russia and North Korea did."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.parts import empty_figure, row_band
from dashboard.charts.united_nations.vote_looks import VOTES
from dashboard.words.dates import date_words
from validators.vocabulary import AdoptedBy, KeyTopic, VoteChoice

COLUMNS: Mapping[str, str] = {
    "date": "Date",
    "symbol": "Resolution",
    "title": "Title",
    "topic": "Topic",
    "adopted": "Adopted",
    "yes": "Yes (votes)",
    "abstain": "Abstentions (votes)",
    "no": "No (votes)",
    "absent": "Absent (members)",
    "russia": "Vote of Russia",
    "dprk": "Vote of North Korea",
}
TABLES = ("ga_key_resolutions", "ga_key_votes")

_ROW, _ROW_NARROW, _TOP, _FOOT = 48, 58, 68, 40  # pixels
_STACK = ("yes", "abstain", "absent", "no")
_CELL = 11  # votes from which a segment has room for its number
_TITLE = 44  # characters a line of a label
_CUT, _CUT_NARROW = 2, 1  # lines of a title
_WITHOUT = AdoptedBy.WITHOUT_VOTE.value
_TOPICS = {topic.value: topic.label for topic in KeyTopic}
_ADOPTED = {way.value: way.label for way in AdoptedBy}
_WORDS = {vote.value: vote.label for vote in VoteChoice}
_PARTIES = (("russia", "Russia", 16), ("dprk", "DPRK", 37))  # column, heading, place after the bars


def key_tallies(
    rows: pd.DataFrame,
    *,
    title: str,
    chosen: str = "",
    notes: Sequence[str] = (),
    message: str = "No resolution matches. Widen the period or the topic.",
) -> Figure:
    """A bar for each resolution, the latest on top, made of its votes.

    Args:
        rows: Rows of ``ga_key_resolutions`` with ``russia`` and ``dprk`` (their votes).
        title: What is shown.
        chosen: Id of the resolution to mark.
        notes: Caveats to show beside the bars.
        message: What to widen when nothing is left.
    """
    if rows.empty:
        return empty_figure(title, message, columns=COLUMNS, tables=TABLES)
    ordered = rows.sort_values(["date", "id"], ascending=[False, True], ignore_index=True)
    records = ordered.to_dict("records")
    width = max((_members(row) for row in records), default=0) or 1
    return Figure(
        title=title,
        data=(*_stack(records), *_parties(records, width), *_without(records)),
        layout=_layout(records, width, chosen),
        alt=_alt(records),
        table=_table(ordered),
        columns=COLUMNS,
        sources=tuple(dict.fromkeys(s for cell in rows["source_ids"] for s in cell)),
        tables=TABLES,
        notes=tuple(notes),
        height=_ROW * len(records) + _TOP + _FOOT,
    )


def _members(row: Mapping[Any, Any]) -> int:
    return 0 if _voteless(row) else sum(int(row[vote]) for vote in _STACK)


def _voteless(row: Mapping[Any, Any]) -> bool:
    return bool(row["adopted_by"] == _WITHOUT)


def _stack(records: Sequence[Mapping[Any, Any]]) -> list[dict[str, Any]]:
    voted = [(place, row) for place, row in enumerate(records) if not _voteless(row)]
    traces = []
    for vote in _STACK:
        look = VOTES[vote]
        counts = [int(row[vote]) for _, row in voted]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": look.label,
                "x": counts,
                "y": [place for place, _ in voted],
                "width": [0.42] * len(voted),
                "offset": [-0.05] * len(voted),
                "marker": {"color": look.colour, "line": {"width": 1, "color": "$paper"}},
                "text": [str(count) if count >= _CELL else "" for count in counts],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"size": 11, "color": look.on},
                "customdata": [row["id"] for _, row in voted],
                "hovertext": [_hover(row) for _, row in voted],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def _hover(row: Mapping[Any, Any]) -> str:
    counts = ", ".join(f"{VOTES[vote].label.lower()} {int(row[vote])}" for vote in _STACK)
    return "<br>".join(
        [
            f"<b>{_name(row)}, {date_words(row['date'])}</b>",
            *wrap(row["title"], 58),
            counts,
            f"Russia: {_said(row['russia'])}; North Korea: {_said(row['dprk'])}",
        ]
    )


def _said(vote: Any) -> str:
    return _WORDS[vote].lower() if isinstance(vote, str) else "no vote recorded"


def _parties(records: Sequence[Mapping[Any, Any]], width: int) -> list[dict[str, Any]]:
    """Marks beside the bars: the votes of Russia and of North Korea."""
    traces = []
    for column, heading, after in _PARTIES:
        cast = [
            (place, VOTES[row[column]])
            for place, row in enumerate(records)
            if isinstance(row[column], str)
        ]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": heading,
                "showlegend": False,
                "x": [width + after] * len(cast),
                "y": [place + 0.16 for place, _ in cast],
                "marker": {
                    "size": 11,
                    "symbol": [look.symbol for _, look in cast],
                    "color": [look.colour for _, look in cast],
                },
                "text": [f"{heading}: {look.label.lower()}" for _, look in cast],
                "hovertemplate": "%{text}<extra></extra>",
                "cliponaxis": False,
            }
        )
    return traces


def _without(records: Sequence[Mapping[Any, Any]]) -> list[dict[str, Any]]:
    """Adoptions without a vote: words in place of a bar, as there are no votes to count."""
    places = [(place, row) for place, row in enumerate(records) if _voteless(row)]
    if not places:
        return []
    return [
        {
            "type": "scatter",
            "mode": "text",
            "name": _ADOPTED[_WITHOUT],
            "showlegend": False,
            "x": [2] * len(places),
            "y": [place + 0.16 for place, _ in places],
            "text": ["Adopted without a vote: no positions recorded"] * len(places),
            "textposition": "middle right",
            "textfont": {"size": 12, "color": "$ink_soft"},
            "customdata": [row["id"] for _, row in places],
            "hoverinfo": "skip",
        }
    ]


def _name(row: Mapping[Any, Any]) -> str:
    symbol = row["symbol"]
    return symbol if isinstance(symbol, str) else "Symbol not seen"


def _labels(records: Sequence[Mapping[Any, Any]], lines: int, width: int) -> list[str]:
    """Symbol and date in bold, and the title below, cut to the lines there is room for."""
    labels = []
    for row in records:
        wrapped = wrap(row["title"], width)
        kept = wrapped[:lines]
        if len(wrapped) > lines:
            kept[-1] = f"{kept[-1][: width - 1].rstrip()}…"
        head = f"<b>{_name(row)}</b>, {date_words(row['date'])}"
        labels.append("<br>".join([head, *kept]))
    return labels


def _layout(records: Sequence[Mapping[Any, Any]], width: int, chosen: str) -> dict[str, Any]:
    rows = len(records)
    marked = [row_band(place) for place, row in enumerate(records) if row["id"] == chosen]
    headings = [
        {
            "xref": "x",
            "yref": "paper",
            "x": width + after,
            "y": 1,
            "yanchor": "bottom",
            "text": heading,
            "font": {"size": 11, "color": "$ink_soft"},
        }
        for _, heading, after in _PARTIES
    ]
    above = [
        {
            "xref": "paper",
            "yref": "y",
            "x": 0,
            "y": place - 0.08,
            "xanchor": "left",
            "yanchor": "bottom",
            "align": "left",
            "xshift": 2,
            "text": label,
            "font": {"size": 11, "color": "$ink"},
        }
        for place, label in enumerate(_labels(records, _CUT_NARROW, 46))
    ]
    return theme.base_layout(
        barmode="stack",
        showlegend=True,
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        margin={"t": _TOP, "b": _FOOT, "r": 24},
        shapes=marked,
        annotations=headings,
        xaxis={
            "title": {"text": "Members of the United Nations"},
            "range": [0, width + 46],
            "tickvals": [0, 50, 100, 150],
            "showgrid": True,
        },
        yaxis={
            "range": [rows - 0.5, -0.5],
            "tickvals": list(range(rows)),
            "ticktext": _labels(records, _CUT, _TITLE),
            "tickfont": {"size": 11, "color": "$ink"},
            "showgrid": False,
            "fixedrange": True,
        },
        uirevision=f"tallies/{rows}",
        meta={
            "narrow": {
                "height": _ROW_NARROW * rows + _TOP + 20 + _FOOT,
                "margin": {"l": 4, "r": 18, "t": _TOP + 20},
                "yaxis": {"showticklabels": False, "range": [rows - 0.4, -0.75]},
                "annotations": [*headings, *above],
            }
        },
    )


def _alt(records: Sequence[Mapping[Any, Any]]) -> str:
    voted = [row for row in records if not _voteless(row)]
    count, without = len(records), len(records) - len(voted)
    said = f"{count} resolution{'' if count == 1 else 's'} with their votes, the latest on top."
    if without:
        said += f" {without} adopted without a vote."
    if voted:
        most = max(voted, key=lambda row: int(row["yes"]))
        least = min(voted, key=lambda row: int(row["yes"]))
        said += (
            f" Most votes in favour: {int(most['yes'])} ({_name(most)}); "
            f"fewest: {int(least['yes'])} ({_name(least)})."
        )
    return said


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.assign(
        topic=rows["topic"].map(_TOPICS),
        adopted=rows["adopted_by"].map(_ADOPTED),
        russia=rows["russia"].map(_WORDS),
        dprk=rows["dprk"].map(_WORDS),
    )
    return named[list(COLUMNS)].reset_index(drop=True)
