"""How the reactions of a few countries moved over time, text by text."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts import parts, stances, theme
from dashboard.charts.figure import Figure
from dashboard.charts.panels import Stack, axes, stacked
from dashboard.charts.stances import BY_CODE, NONE, counted
from dashboard.words.dates import date_words, first_day, last_day
from validators.vocabulary import Basis, Stance

COLUMNS: Mapping[str, str] = {
    "country": "Country",
    "date": "Date of the text",
    "event": "Event",
    "stance": "Stance",
    "basis": "Basis",
    "speaker": "Speaker",
    "summary": "Summary",
}

_TABLES = ("reactions", "reaction_events", "countries")
_PANEL, _GAP, _TOP, _FOOT = 168, 34, 62, 34  # pixels
_TOP_NARROW = 42  # and a line for each entry of the legend
_ENTRY = 19
_FOOT_OF_MARKS = 0.7  # room below the row of silence for the marks of milestones
_SILENT = -3.2  # height of the row of events without a statement
_LEVELS = tuple(sorted((stance.value for stance in Stance), reverse=True))
_NUDGE = 0.13
_SHAPES = {1: ("circle", "Own voice"), 2: ("diamond", "Joint statement"), 3: ("square", "")}
_OTHER_TEXTS = "EU, NATO or G7 text"
_TIERS = {str(basis.value): basis.tier for basis in Basis}
_HOVER_CHARACTERS = 58


def reaction_history(
    texts: pd.DataFrame,
    silent: pd.DataFrame,
    names: Sequence[str],
    span: tuple[str, str],
    *,
    title: str,
    moments: Sequence[parts.Moment] = (),
    notes: Sequence[str] = (),
    message: str = "Choose a country, or widen the period and the themes.",
) -> Figure:
    """A panel for each country: height is the stance, shape the voice, colour and sign support it.

    Args:
        texts: Reactions: ``country`` (name), ``date``, ``precision``, ``stance``, ``basis``,
            ``event`` (title), ``speaker``, ``summary``, ``id``, ``source_ids``.
        silent: Events on which nothing was found: ``country``, ``event``, ``date``.
        names: Countries in order of their panels.
        span: First and last day of the axis.
        title: What is shown.
        moments: Milestones to mark.
        notes: Caveats to show beside the panels.
        message: What to widen when nothing is left.
    """
    shown = [name for name in names if name in set(texts["country"]) | set(silent["country"])]
    if not shown:
        return parts.empty_figure(title, message, columns=COLUMNS, tables=_TABLES)
    stack = stacked([_PANEL] * len(shown), gap=_GAP)
    texts = _nudged(texts[texts["country"].isin(shown)].sort_values(["date", "id"]))
    table = _table(texts, silent[silent["country"].isin(shown)], shown)
    traces: list[dict[str, Any]] = []
    for place, name in enumerate(shown):
        own = texts[texts["country"] == name]
        axis = stack.panels[place].axis
        traces += [*_bars(own, axis), _dots(own, axis)] if len(own) else []
        traces.append(_silence(silent[silent["country"] == name], name, axis))
    lines, ticks = parts.milestone_overlay(moments, label="Landmark milestones")
    ticks["marker"] |= {"symbol": "triangle-up"}  # a diamond is a joint statement
    return Figure(
        title=title,
        data=(*traces, *_key(), *([ticks] if moments else [])),
        layout=_layout(stack, shown, texts, span, lines),
        alt=_alt(table, shown),
        table=table,
        columns=COLUMNS,
        sources=stances.ranked_sources(texts["source_ids"]),
        tables=_TABLES,
        notes=tuple(notes),
        height=round(stack.height) + _TOP + _FOOT,
    )


def _nudged(texts: pd.DataFrame) -> pd.DataFrame:
    """Texts with a height; those of one day and stance stand a little apart."""
    order = texts.groupby(["country", "date", "stance"]).cumcount()
    size = texts.groupby(["country", "date", "stance"])["id"].transform("size")
    height = texts["stance"].astype(float) + (order - (size - 1) / 2) * _NUDGE
    return texts.assign(height=height, tier=texts["basis"].map(_TIERS))


def _colour(stance: Any) -> str:
    return BY_CODE[str(int(stance))].colour


def _dots(texts: pd.DataFrame, axis: str) -> dict[str, Any]:
    days = texts[texts["precision"] == "day"]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": texts["country"].iloc[0],
        "showlegend": False,
        "yaxis": axis,
        "x": days["date"].tolist(),
        "y": days["height"].tolist(),
        "marker": {
            "symbol": [_SHAPES[tier][0] for tier in days["tier"]],
            "size": 11,
            "color": [_colour(stance) for stance in days["stance"]],
            "line": {"width": 1, "color": "$paper"},
        },
        "text": [_hover(row) for row in days.to_dict("records")],
        "customdata": days["id"].tolist(),
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }


def _bars(texts: pd.DataFrame, axis: str) -> list[dict[str, Any]]:
    """Texts of which only the month is known, as bars over the month, by stance."""
    months = texts[texts["precision"] != "day"]
    return [
        _bar(months[months["stance"] == stance], int(stance), axis)
        for stance in months["stance"].unique()
    ]


def _bar(months: pd.DataFrame, stance: int, axis: str) -> dict[str, Any]:
    x: list[Any] = []
    y: list[Any] = []
    hover: list[Any] = []
    for row in months.to_dict("records"):
        x += [first_day(row["date"]), last_day(row["date"]), None]
        y += [row["height"], row["height"], None]
        hover += [_hover(row), _hover(row), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"{months['country'].iloc[0]}, month known",
        "showlegend": False,
        "yaxis": axis,
        "x": x,
        "y": y,
        "line": {"width": 7, "color": _colour(stance)},
        "opacity": 0.75,
        "text": hover,
        "hovertemplate": "%{text}<extra></extra>",
    }


def _silence(silent: pd.DataFrame, name: str, axis: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{name}, {NONE.label.lower()}",
        "showlegend": False,
        "yaxis": axis,
        "x": [first_day(date) for date in silent["date"]],
        "y": [_SILENT] * len(silent),
        "marker": {
            "symbol": "circle-open",
            "size": 7,
            "color": "$stance_none_line",
            "line": {"width": 1},
        },
        "text": [
            f"<b>{event}</b><br>{NONE.label}<br>Event of {date_words(date)}"
            for event, date in zip(silent["event"], silent["date"], strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }


def _key() -> list[dict[str, Any]]:
    """Entries of the legend: what the shapes mean."""
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": label or _OTHER_TEXTS,
            "x": [None],
            "y": [None],
            "marker": {"symbol": symbol, "size": 11, "color": "$ink_soft"},
            "hoverinfo": "skip",
        }
        for symbol, label in _SHAPES.values()
    ]


def _hover(row: Mapping[Any, Any]) -> str:
    lines = [
        f"<b>{row['event']}</b>",
        f"{BY_CODE[str(int(row['stance']))].signed} · {date_words(row['date'])}",
        f"{stances.BASES[row['basis']]}: {row['speaker']}",
        *wrap(row["summary"], _HOVER_CHARACTERS),
    ]
    return "<br>".join(lines)


def _layout(
    stack: Stack,
    names: Sequence[str],
    texts: pd.DataFrame,
    span: tuple[str, str],
    lines: list[dict[str, Any]],
) -> dict[str, Any]:
    ticks = [*_LEVELS, _SILENT]
    labels = [*(BY_CODE[str(level)].signed for level in _LEVELS), NONE.label]
    signs = [*(BY_CODE[str(level)].sign for level in _LEVELS), "none"]
    lowest = _SILENT - 0.5 - (_FOOT_OF_MARKS if lines else 0)
    top_narrow = _TOP_NARROW + _ENTRY * (len(_SHAPES) + bool(lines))
    setting = {
        "range": [lowest, 2.5],
        "tickvals": ticks,
        "ticktext": labels,
        "tickfont": {"size": 12},
        "fixedrange": True,
    }
    counts = texts["country"].value_counts()
    headings = [
        panel.heading(f"{name}</b>  {counted(int(counts.get(name, 0)), 'text')}<b>")
        for panel, name in zip(stack.panels, names, strict=True)
    ]
    narrow = {panel.layout_key: {"ticktext": signs} for panel in stack.panels}
    return theme.base_layout(
        showlegend=True,
        margin={"t": _TOP},
        legend={"yref": "container", "y": 1, "yanchor": "top"},
        **theme.merged(
            axes(stack, [setting] * len(names)),
            {"xaxis": {"type": "date", "range": list(span), "showgrid": True}},
        ),
        yaxis9={**parts.overlay_axis(), "overlaying": stack.lowest.axis},
        shapes=lines,
        annotations=headings,
        uirevision=f"history/{len(names)}",
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
        rows = table[(table["country"] == name) & (table["stance"] != NONE.label)]
        if rows.empty:
            said.append(f"{name}: {NONE.label.lower()}")
            continue
        first, last = rows.iloc[0], rows.iloc[-1]
        said.append(
            f"{name}: {counted(len(rows), 'text')}, from {first['stance']} "
            f"({date_words(first['date'])}) to {last['stance']} ({date_words(last['date'])})"
        )
    return f"Reactions over time. {'. '.join(said)}."


def _table(texts: pd.DataFrame, silent: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    found = texts.assign(
        stance=[BY_CODE[str(int(stance))].signed for stance in texts["stance"]],
        basis=texts["basis"].map(stances.BASES),
    )
    # The date of an event without a statement is no date of a text: it only places the row.
    missing = silent.assign(stance=NONE.label, placed=silent["date"], date=None)
    both = pd.concat([found.assign(placed=found["date"]), missing], ignore_index=True)
    both = both.assign(panel=both["country"].map({name: i for i, name in enumerate(names)}))
    ordered = both.sort_values(["panel", "placed"], kind="stable").reset_index(drop=True)
    return ordered.reindex(columns=list(COLUMNS))
