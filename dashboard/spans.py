"""Spans of dates in words."""

from typing import Any

from dashboard.charts.dates import in_words

DASH = "–"


def span_words(start: str, end: Any = None) -> str:
    """A span without repeating what both ends share: "19–20 July 2000", "1986–1990".

    Args:
        start: A partial date (YYYY, YYYY-MM or YYYY-MM-DD).
        end: A partial date; missing where the start says all.
    """
    if not isinstance(end, str) or not end or end == start:
        return in_words(start)
    if len(start) == len(end) == 4:
        return f"{start}{DASH}{end}"
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}{DASH}{in_words(end)}"
    if start[:4] == end[:4] and len(start) > 4:
        return f"{in_words(start).removesuffix(start[:4]).strip()} {DASH} {in_words(end)}"
    return f"{in_words(start)} {DASH} {in_words(end)}"
