"""Partial dates in words and on time axes."""

from calendar import month_abbr, month_name, monthrange


def in_words(date: str) -> str:
    """A partial date as a reader writes it: "18 October 2024", "October 2024", "2024"."""
    year, month, day = _parts(date)
    if month is None:
        return year
    named = f"{month_name[month]} {year}"
    return named if day is None else f"{day} {named}"


def short(date: str) -> str:
    """A partial date where room is scarce: "18 Oct 2024", "Oct 2024", "2024"."""
    year, month, day = _parts(date)
    if month is None:
        return year
    named = f"{month_abbr[month]} {year}"
    return named if day is None else f"{day} {named}"


def first_day(date: str) -> str:
    """First day that a partial date may mean; a place on a time axis, never shown as a date."""
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


def last_day(date: str) -> str:
    """Last day that a partial date may mean; a place on a time axis, never shown as a date."""
    year, month, day = _parts(date)
    if day is not None:
        return date
    number = month or 12
    return f"{year}-{number:02}-{monthrange(int(year), number)[1]:02}"


def _parts(date: str) -> tuple[str, int | None, int | None]:
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return year, int(month) if month else None, int(day) if day else None
