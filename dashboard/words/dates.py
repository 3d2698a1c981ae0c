"""Dates known by day, month or year: in words, and as the days they cover."""

import calendar
from typing import Any

DASH = "–"

#: Names of months in English; the calendar module would give those of the machine's language.
#: The first is empty, so that the number of a month finds its name.
MONTHS = (
    "",
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS_SHORT = tuple(name[:3] for name in MONTHS)

_LENGTHS = frozenset({4, 7, 10})


def _parts(partial: str) -> tuple[int, ...]:
    if len(partial) not in _LENGTHS:
        raise ValueError(f"{partial!r} is no partial date")
    return tuple(int(part) for part in partial.split("-"))


def first_day(partial: str) -> str:
    """First day of a date: ``"2024-06"`` → ``"2024-06-01"``.

    Raises:
        ValueError: It is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    year, month, day = (*_parts(partial), 1, 1)[:3]
    return f"{year:04d}-{month:02d}-{day:02d}"


def last_day(partial: str) -> str:
    """Last day of a date: ``"2024-06"`` → ``"2024-06-30"``.

    Raises:
        ValueError: It is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    parts = _parts(partial)
    year, month = (*parts, 12)[:2]
    day = parts[2] if len(parts) == 3 else calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{day:02d}"


def date_words(partial: str) -> str:
    """A date as precise as it is known: "19 June 2024", "June 2024", "2024"."""
    year, *rest = _parts(partial)
    month = [MONTHS[rest[0]]] if rest else []
    day = [str(rest[1])] if len(rest) == 2 else []
    return " ".join([*day, *month, str(year)])


def short_date_words(partial: str) -> str:
    """The same where room is scarce: "19 Jun 2024"."""
    year, *rest = _parts(partial)
    month = [MONTHS_SHORT[rest[0]]] if rest else []
    day = [str(rest[1])] if len(rest) == 2 else []
    return " ".join([*day, *month, str(year)])


def span_words(start: str, end: Any = None) -> str:
    """A span of dates without repeating what both ends share: "19–20 July 2000", "1986–1990".

    Args:
        start: A partial date.
        end: A partial date; missing where the start says all.
    """
    if not isinstance(end, str) or not end or end == start:
        return date_words(start)
    if len(start) == len(end) == 4:
        return f"{start}{DASH}{end}"
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}{DASH}{date_words(end)}"
    if start[:4] == end[:4] and len(start) > 4:
        return f"{date_words(start).removesuffix(start[:4]).strip()} {DASH} {date_words(end)}"
    return f"{date_words(start)} {DASH} {date_words(end)}"


def on_year_axis(day: str) -> float:
    """A day on an axis of years: ``"2024-07-02"`` → 2024.5.

    Args:
        day: YYYY-MM-DD; take :func:`first_day` or :func:`last_day` of a partial date.
    """
    year, month, date = _parts(day)
    before = sum(calendar.monthrange(year, each)[1] for each in range(1, month)) + date - 1
    return year + before / (366 if calendar.isleap(year) else 365)


def gap_words(start: str, end: str) -> str:
    """Full years and months between two days: "23 years and 11 months".

    Args:
        start: YYYY-MM-DD.
        end: YYYY-MM-DD, not before it.
    """
    first, last = _parts(start), _parts(end)
    months = (last[0] - first[0]) * 12 + last[1] - first[1] - (last[2] < first[2])
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in ((months // 12, "year"), (months % 12, "month"))
        if number
    ]
    return " and ".join(parts) or "less than a month"
