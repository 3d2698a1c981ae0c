"""How statements look: kinds of claimant by shape and colour, short names, words for a point."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.charts.rows import each
from dashboard.words.dates import date_words, first_day, last_day, span_words
from validators.vocabulary import ClaimantKind, Unit

#: Beyond this ratio of largest to smallest bound, small ones would vanish on a linear axis.
LOG_FROM = 50

ONLY_LOWER = "Lower bound only"
ONLY_UPPER = "Upper bound only"
FROM_WORDING = "Bound set from wording"

_WRAPPED = 64  # characters of a line of a note


@dataclass(frozen=True, slots=True)
class KindLook:
    """How a kind of claimant is drawn."""

    code: str
    label: str
    symbol: str
    colour: str

    def mark(self, from_wording: bool) -> str:
        """Its symbol, hollow where the bound was set from wording."""
        return f"{self.symbol}-open" if from_wording else self.symbol


_SYMBOLS: Mapping[ClaimantKind, str] = {
    ClaimantKind.PARTY: "diamond",
    ClaimantKind.GOVERNMENT: "circle",
    ClaimantKind.INTELLIGENCE: "square",
    ClaimantKind.INTERGOVERNMENTAL: "star",
    ClaimantKind.THINK_TANK: "cross",
    ClaimantKind.PRESS: "x",
}

KINDS: Mapping[str, KindLook] = {
    kind.value: KindLook(kind.value, kind.label, _SYMBOLS[kind], f"$kind_{kind.value}")
    for kind in ClaimantKind
}

#: Names that fit beside a mark; a claimant that is not listed stands under its full name.
SHORT: Mapping[str, str] = {
    "FNF": "Naumann Foundation",
    "GBR": "UK",
    "GBR-MOD": "UK defence intelligence",
    "KOR-DIA": "ROK military intelligence",
    "KOR-JCS": "ROK joint chiefs",
    "KOR-MND": "ROK defence ministry",
    "KOR-NIS": "ROK intelligence",
    "MSMT": "Monitoring team",
    "PRK": "DPRK",
    "RUS": "Russia",
    "RUS-EXPORTERS": "Russian exporters",
    "RUS-PRIMORYE": "Primorye",
    "UKR": "Ukraine",
    "UKR-HUR": "Ukrainian mil. intelligence",
    "UKR-OPG": "Ukrainian prosecutors",
    "USA": "United States",
}

_PERCENT = frozenset({Unit.PERCENT_OF_RUSSIAN_USE})
_DOLLARS = frozenset({Unit.USD, Unit.USD_VALUE_OF_ARMS, Unit.USD_RECEIVED, Unit.USD_CRYPTO_STOLEN})


def axis_unit(unit: str) -> str:
    """What the numbers on an axis count."""
    if unit in _PERCENT:
        return "%"
    if unit in _DOLLARS:
        return "US dollars"
    return "barrels" if unit == Unit.BARRELS else "number"


def beside_heading(unit: str, label: str, *, log: bool) -> str:
    """What stands beside the heading of a panel: what is counted, unless the heading says it."""
    counts = axis_unit(unit)
    said = [] if counts.casefold() in label.casefold() else [counts]
    return ", ".join([*said, *(["logarithmic axis"] if log else [])])


def compact(value: float) -> str:
    """A number on an axis: "12,000", "1.5 million", "5 billion"."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


_DIGITS = re.compile(r"[0-9][0-9,.]*")


def brief(wording: str) -> str:
    """A wording with large numbers told in words, for where room is scarce."""
    return _DIGITS.sub(lambda found: compact(float(found[0].replace(",", ""))), wording)


def covered(start: Any, end: Any) -> str:
    """The time that a statement covers, in words; empty where it names none."""
    first = start if isinstance(start, str) and start else ""
    last = end if isinstance(end, str) and end else ""
    if first and last:
        return span_words(first, last)
    if first:
        return f"from {date_words(first)}"
    return f"to {date_words(last)}" if last else ""


def prepared(rows: pd.DataFrame) -> pd.DataFrame:
    """Statements with what drawing them needs.

    Args:
        rows: Rows of ``estimate_intervals``.

    Returns:
        The rows with ``start``, ``end`` and ``middle`` (days, ISO) of the date of statement,
        ``exact`` (boolean: the day is known), ``date_words``, ``covered``, ``short``, ``least``
        and ``most`` (bounds named, whichever there are) and ``hover``.
    """
    start = [date.fromisoformat(first_day(day)) for day in rows["date"]]
    end = [date.fromisoformat(last_day(day)) for day in rows["date"]]
    names = zip(rows["claimant"], rows["claimant_name"], strict=True)
    spans = zip(rows["period_start"], rows["period_end"], strict=True)
    placed = rows.assign(
        start=[day.isoformat() for day in start],
        end=[day.isoformat() for day in end],
        middle=[
            (a + timedelta(days=(b - a).days // 2)).isoformat()
            for a, b in zip(start, end, strict=True)
        ],
        exact=[a == b for a, b in zip(start, end, strict=True)],
        date_words=[date_words(day) for day in rows["date"]],
        covered=[covered(first, last) for first, last in spans],
        short=[SHORT.get(code, name) for code, name in names],
        least=rows["lower"].fillna(rows["upper"]),
        most=rows["upper"].fillna(rows["lower"]),
    )
    return placed.assign(hover=[_hover(row) for row in each(placed)])


def _hover(row: Any) -> str:
    vague = "" if row.exact else " (day not known)"
    lines = [
        f"<b>{escape(row.claimant_name)}</b>, {row.claimant_kind_label.lower()}",
        f"{escape(row.unit_label)}: <b>{row.wording}</b>",
        f"Stated {row.date_words}{vague}",
    ]
    if row.covered:
        lines.append(f"Covers {row.covered}")
    if row.bound_from_wording:
        lines.append(FROM_WORDING)
    if isinstance(row.note, str):
        lines += [escape(line) for line in wrap(row.note, _WRAPPED)]
    return "<br>".join(lines)


def needs_log(rows: pd.DataFrame) -> bool:
    """Whether the bounds of one unit span so much that only a logarithmic axis shows them all."""
    least, most = float(rows["least"].min()), float(rows["most"].max())
    return least > 0 and most / least > LOG_FROM


def ticks(low: float, high: float, *, log: bool, count: float) -> list[float]:
    """Round numbers on an axis between two values.

    Args:
        low: Least value shown.
        high: Greatest value shown.
        log: Whether the axis is logarithmic.
        count: The least number of steps; there may be up to two and a half times as many.
    """
    if log:
        powers = [10.0**power for power in range(-2, 14)]
        steps = (1, 3) if sum(low <= power <= high for power in powers) < 3 else (1,)
        return [step * p for p in powers for step in steps if low <= step * p <= high]
    rough = (high - low) / max(count, 1)
    sizes = [factor * 10.0**power for power in range(-1, 13) for factor in (1, 2, 5)]
    step = max((size for size in sizes if size <= rough), default=sizes[0])
    return [step * place for place in range(int(low // step), int(high // step) + 1)]


def legend(rows: pd.DataFrame, *, onward: str = "up", back: str = "down") -> list[dict[str, Any]]:
    """Entries that explain shapes, colours, arrows and hollow marks, as far as they occur.

    Args:
        rows: The statements drawn.
        onward: Where arrows of statements with a lower bound alone point.
        back: Where those with an upper bound alone do.
    """
    present = set(rows["claimant_kind"])
    keys = [
        _key(look.label, {"symbol": look.symbol, "color": look.colour})
        for look in KINDS.values()
        if look.code in present
    ]
    ends = set(rows["kind"])
    if "open-high" in ends:
        keys.append(_key(ONLY_LOWER, {"symbol": f"triangle-{onward}", "color": "$ink_soft"}))
    if "open-low" in ends:
        keys.append(_key(ONLY_UPPER, {"symbol": f"triangle-{back}", "color": "$ink_soft"}))
    if rows["bound_from_wording"].any():
        keys.append(_key(FROM_WORDING, {"symbol": "circle-open", "color": "$ink_soft"}))
    return keys


def legend_room(entries: int, *, narrow: bool) -> int:
    """Height in pixels of a legend above a drawing and of the heading below it."""
    return 40 + 21 * (entries if narrow else -(-entries // 3))


def _key(name: str, marker: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [None],
        "y": [None],
        "showlegend": True,
        "hoverinfo": "skip",
        "marker": {"size": 11, "line": {"width": 1.5}, **marker},
    }


def units(rows: pd.DataFrame) -> Sequence[tuple[str, pd.DataFrame]]:
    """Rows of each unit, in the order of the frame."""
    return [(str(unit), part) for unit, part in rows.groupby("unit", sort=False)]


COLUMNS: Mapping[str, str] = {
    "unit_label": "Unit",
    "date_words": "Date of statement",
    "claimant_name": "Claimant",
    "claimant_kind_label": "Kind of claimant",
    "wording": "Stated (in the unit)",
    "lower": "Lower bound (in the unit)",
    "upper": "Upper bound (in the unit)",
    "covered": "Time it covers",
    "from_wording": "Bound set from wording",
    "note": "Note",
}


def twin(rows: pd.DataFrame) -> pd.DataFrame:
    """The table behind a drawing of :func:`prepared` rows."""
    said = rows["bound_from_wording"].map({True: "yes", False: "no"})
    return rows.assign(from_wording=said)[list(COLUMNS)].reset_index(drop=True)
