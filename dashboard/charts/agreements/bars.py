"""Bars of agreements: solid where the entry into force was seen, hatched where the end is vague."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from dashboard.charts import theme
from dashboard.charts.agreements.rows import KINDS, Lane, end_words, start_words
from dashboard.words.dates import date_words, first_day, on_year_axis

PLAIN, ALLIANCE = "$accent", "$theme_military"

_THICK = 0.36
_DIM = 0.4  # opacity of what was not in force in the year chosen
_IN_FORCE = "in force"

_SEEN = "Entry into force seen"
_SIGNED = "From signature; entry into force not seen"
_VAGUE = "End not exactly known"
_OPEN = "No end seen"
_NOTICE = "Notice not to extend"

_BLANK = {"type": "scatter", "mode": "markers", "x": [None], "y": [None], "hoverinfo": "skip"}


def bar_traces(lanes: Sequence[Lane]) -> tuple[dict[str, Any], ...]:
    """Traces of the bars, of vague and open ends, and of notices; each is a legend entry."""
    seen = [lane for lane in lanes if lane.row["start_basis"] == _IN_FORCE]
    signed = [lane for lane in lanes if lane.row["start_basis"] != _IN_FORCE]
    vague = [lane for lane in lanes if lane.bar.vague]
    lasting = [lane for lane in lanes if lane.bar.open]
    told = [lane for lane in lanes if lane.notice]
    traces = [
        _solid(_SEEN, seen, faint=False),
        _solid(_SIGNED, signed, faint=True),
        _hatched(_VAGUE, vague),
        _marks(_OPEN, lasting, [lane.bar.end for lane in lasting], "triangle-right"),
        _marks(_NOTICE, told, [_told(lane) for lane in told], "x-thin-open"),
    ]
    shown = [trace for trace in traces if trace["y"]]
    return (*shown, *_key([trace["name"] for trace in shown], lanes))


def _key(names: Sequence[str], lanes: Sequence[Lane]) -> list[dict[str, Any]]:
    """Entries of the legend: shapes in a neutral colour, then what the strong colour means."""
    entries: dict[str, dict[str, Any]] = {
        _SEEN: {"symbol": "square", "color": "$ink_soft"},
        _SIGNED: {"symbol": "square", "color": "$ink_soft/25", "line": {"color": "$ink_soft"}},
        _VAGUE: {"symbol": "hash-open", "color": "$ink_soft"},
        _OPEN: {"symbol": "triangle-right", "color": "$ink_soft"},
        _NOTICE: {"symbol": "x-thin-open", "color": "$ink", "line": {"color": "$ink"}},
    }
    key: list[dict[str, Any]] = [
        {**_BLANK, "name": name, "marker": theme.merged({"size": 12, "line": {"width": 1.5}}, look)}
        for name, look in entries.items()
        if name in names
    ]
    if any(lane.row["mutual_defence"] for lane in lanes):
        look = {"symbol": "square", "size": 12, "color": ALLIANCE}
        key.insert(0, {**_BLANK, "name": "With a mutual-defence clause", "marker": look})
    return key


def _told(lane: Lane) -> float:
    """Where a notice stands on the axis."""
    return on_year_axis(first_day(lane.notice))


def _colour(lane: Lane, opacity: str = "") -> str:
    return f"{ALLIANCE if lane.row['mutual_defence'] else PLAIN}{opacity}"


def _opacity(lane: Lane) -> float:
    """Faint where not in force in the year chosen; alliances stand out in any year."""
    return 1.0 if lane.held or lane.row["mutual_defence"] else _DIM


def _base(name: str, lanes: Sequence[Lane]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "showlegend": False,
        "y": [lane.place for lane in lanes],
        "width": [_THICK] * len(lanes),
        "text": [hover(lane) for lane in lanes],
        "textposition": "none",
        "customdata": [lane.row["id"] for lane in lanes],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _solid(name: str, lanes: Sequence[Lane], *, faint: bool) -> dict[str, Any]:
    return {
        **_base(name, lanes),
        "base": [lane.bar.start for lane in lanes],
        "x": [lane.bar.sure - lane.bar.start for lane in lanes],
        "marker": {
            "color": [_colour(lane, "/25" if faint else "") for lane in lanes],
            "opacity": [_opacity(lane) for lane in lanes],
            "line": {"color": [_colour(lane) for lane in lanes], "width": 1.5},
        },
    }


def _hatched(name: str, lanes: Sequence[Lane]) -> dict[str, Any]:
    return {
        **_base(name, lanes),
        "base": [lane.bar.sure for lane in lanes],
        "x": [lane.bar.end - lane.bar.sure for lane in lanes],
        "marker": {
            "color": "$paper",
            "pattern": {
                "shape": "/",
                "size": 5,
                "fgcolor": [_colour(lane) for lane in lanes],
                "bgcolor": "$paper",
                "fillmode": "replace",
            },
            "line": {"color": [_colour(lane) for lane in lanes], "width": 1},
        },
    }


def _marks(name: str, lanes: Sequence[Lane], at: Sequence[float], symbol: str) -> dict[str, Any]:
    thin = "thin" in symbol
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "showlegend": False,
        "x": list(at),
        "y": [lane.place for lane in lanes],
        "marker": {
            "symbol": symbol,
            "size": 10,
            "color": "$ink" if thin else [_colour(lane) for lane in lanes],
            "opacity": [_opacity(lane) for lane in lanes],
            "line": {"width": 2 if thin else 0, "color": "$ink"},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def hover(lane: Lane) -> str:
    """What the reader sees on a bar."""
    row = lane.row
    lines = [
        *(f"<b>{line}</b>" for line in wrap(row["title"], 58)),
        ", ".join(row["party_names"]),
        f"{KINDS[row['kind']]}{', mutual defence' if row['mutual_defence'] else ''}",
    ]
    if row["start_basis"] == _IN_FORCE and row["signed"] != row["start"]:
        lines.append(f"Signed {date_words(row['signed'])}")
    said = f"{start_words(row)}; {end_words(row, lane.notice)}"
    lines += wrap(f"{said[0].upper()}{said[1:]}", 58)
    return "<br>".join(lines)
