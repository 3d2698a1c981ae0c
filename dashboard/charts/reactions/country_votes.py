"""How a few countries voted on key resolutions of the General Assembly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances, theme
from dashboard.charts.figure import Figure
from dashboard.charts.panels import Stack, axes, stacked
from dashboard.charts.stances import counted
from dashboard.words.dates import date_words
from validators.vocabulary import AdoptedBy, KeyTopic, VoteChoice

COLUMNS: Mapping[str, str] = {
    "country": "Country",
    "topic": "Topic",
    "date": "Date of the vote",
    "symbol": "Resolution",
    "resolution": "Title",
    "vote": "Vote",
    "russia": "Vote of Russia",
    "dprk": "Vote of the DPRK",
}

_TABLES = ("ga_key_votes", "ga_key_resolutions")
#: Stands for a vote where a resolution was adopted by consensus.
WITHOUT_VOTE = str(AdoptedBy.WITHOUT_VOTE.value)

_LANE, _GAP, _TOP, _FOOT = 26, 34, 62, 34  # pixels
_ENTRY = 19  # pixels of an entry of the legend


@dataclass(frozen=True, slots=True)
class _Look:
    colour: str
    symbol: str


_LOOKS = {
    "yes": _Look("$vote_yes", "circle"),
    "no": _Look("$vote_no", "x"),
    "abstain": _Look("$vote_abstain", "diamond"),
    "absent": _Look("$vote_absent", "circle-open"),
    "nonmember": _Look("$vote_absent", "line-ew-open"),
    WITHOUT_VOTE: _Look("$vote_absent", "line-ns-open"),
}
_VOTES = {
    **{str(vote.value): vote.label for vote in VoteChoice},
    WITHOUT_VOTE: "Adopted without a vote",
}
_TOPICS = {str(topic.value): topic.label for topic in KeyTopic}


def country_votes(
    votes: pd.DataFrame,
    names: Sequence[str],
    span: tuple[str, str],
    *,
    title: str,
    notes: Sequence[str] = (),
    message: str = "No recorded vote. Choose a member of the United Nations or widen the period.",
) -> Figure:
    """A panel for each country, a lane for each topic, a mark for each vote.

    Args:
        votes: ``country`` (name), ``date``, ``topic``, ``symbol``, ``title``, ``vote``
            (or :data:`WITHOUT_VOTE`), ``russia`` and ``dprk`` (their votes), ``source_ids``.
        names: Countries in order of their panels.
        span: First and last day of the axis.
        title: What is shown.
        notes: Caveats to show beside the panels.
        message: What to widen when nothing is left.
    """
    shown = [name for name in names if name in set(votes["country"])]
    if not shown:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=_TABLES)
    rows = votes[votes["country"].isin(shown)].sort_values(["date", "symbol"])
    lanes = [code for code in _TOPICS if code in set(rows["topic"])]
    stack = stacked([_LANE * len(lanes) + 8] * len(shown), gap=_GAP)
    traces = [
        _marks(
            rows[(rows["country"] == name) & (rows["vote"] == vote)], vote, stack.panels[place].axis
        )
        for place, name in enumerate(shown)
        for vote in _LOOKS
        if ((rows["country"] == name) & (rows["vote"] == vote)).any()
    ]
    table = _table(rows, shown)
    return Figure(
        title=title,
        data=(*traces, *_key(rows)),
        layout=_layout(stack, shown, rows, lanes, span),
        alt=_alt(table, shown),
        table=table,
        columns=COLUMNS,
        sources=stances.ranked_sources(rows["source_ids"]),
        tables=_TABLES,
        notes=tuple(notes),
        height=round(stack.height) + _TOP + _FOOT,
    )


def _marks(rows: pd.DataFrame, vote: str, axis: str) -> dict[str, Any]:
    look = _LOOKS[vote]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{rows['country'].iloc[0]}, {_VOTES[vote].lower()}",
        "showlegend": False,
        "yaxis": axis,
        "x": rows["date"].tolist(),
        "y": [_TOPICS[topic] for topic in rows["topic"]],
        "marker": {"symbol": look.symbol, "size": 9, "color": look.colour},
        "text": [_hover(row) for row in rows.to_dict("records")],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }


def _key(rows: pd.DataFrame) -> list[dict[str, Any]]:
    used = set(rows["vote"])
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": _VOTES[vote],
            "x": [None],
            "y": [None],
            "marker": {"symbol": look.symbol, "size": 10, "color": look.colour},
            "hoverinfo": "skip",
        }
        for vote, look in _LOOKS.items()
        if vote in used
    ]


def _hover(row: Mapping[Any, Any]) -> str:
    return "<br>".join(
        [
            f"<b>{row['country']}: {_VOTES[row['vote']].lower()}</b>",
            f"{row['symbol']}, {date_words(row['date'])}",
            *wrap(row["title"], 58),
            *(
                [f"Russia: {_word(row['russia'])}; DPRK: {_word(row['dprk'])}"]
                if row["vote"] != WITHOUT_VOTE
                else []
            ),
        ]
    )


def _word(vote: Any) -> str:
    return _VOTES[vote].lower() if isinstance(vote, str) else "–"


def _layout(
    stack: Stack,
    names: Sequence[str],
    rows: pd.DataFrame,
    lanes: list[str],
    span: tuple[str, str],
) -> dict[str, Any]:
    labels = [_TOPICS[code] for code in lanes]
    setting = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": labels,
        "range": [len(labels) - 0.5, -0.5],
        "tickfont": {"size": 12},
        "fixedrange": True,
    }
    narrow = {
        panel.layout_key: {
            "tickvals": labels,
            "ticktext": ["<br>".join(wrap(label, 20)[:2]) for label in labels],
            "tickfont": {"size": 10},
        }
        for panel in stack.panels
    }
    headings = []
    for panel, name in zip(stack.panels, names, strict=True):
        counts = rows.loc[rows["country"] == name, "vote"].value_counts()
        said = (
            f"{_VOTES[vote].lower()} {counts[vote]}"
            for vote in _LOOKS
            if vote in counts and vote != WITHOUT_VOTE
        )
        headings.append(panel.heading(f"{name}</b>  {', '.join(said)}<b>"))
    top_narrow = _GAP + 8 + _ENTRY * rows["vote"].nunique()
    return theme.base_layout(
        showlegend=True,
        margin={"t": _TOP},
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        **theme.merged(
            axes(stack, [setting] * len(names)),
            {"xaxis": {"type": "date", "range": list(span), "showgrid": True}},
        ),
        annotations=headings,
        uirevision=f"votes/{len(names)}",
        meta={
            "narrow": {
                "margin": {"t": top_narrow},
                "height": round(stack.height) + top_narrow + _FOOT,
                **narrow,
            }
        },
    )


def _alt(table: pd.DataFrame, names: Sequence[str]) -> str:
    said = []
    for name in names:
        rows = table[(table["country"] == name) & (table["vote"] != _VOTES[WITHOUT_VOTE])]
        same = int((rows["vote"] == rows["russia"]).sum())
        said.append(f"{name}: {counted(len(rows), 'recorded vote')}, the same as Russia in {same}")
    return f"Votes on key resolutions by topic and date. {'. '.join(said)}."


def _table(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    order = {name: place for place, name in enumerate(names)}
    topics = {code: place for place, code in enumerate(_TOPICS)}
    placed = rows.assign(
        _panel=rows["country"].map(order), _lane=rows["topic"].map(topics), resolution=rows["title"]
    ).sort_values(["_panel", "_lane", "date"], kind="stable")
    for column in ("vote", "russia", "dprk"):
        placed[column] = placed[column].map(_VOTES)
    return placed.assign(topic=placed["topic"].map(_TOPICS))[list(COLUMNS)].reset_index(drop=True)
