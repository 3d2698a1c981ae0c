"""What a headline figure is."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure and what one needs to judge it.

    Attributes:
        key: Unique among the headlines; in words.
        title: What it is about.
        value: The figure.
        meaning: What the figure is, with its date.
        range: How far sources or claimants differ, or what stands beside the figure.
        change: Change against the time before; empty where there is none.
        sources: Ids of its sources.
        page: Path of the page with the evidence.
        link: What the link to that page says.
        filters: Filters of that page.
        note: Caveat to show beside it; may be empty.
    """

    key: str
    title: str
    value: str
    meaning: str
    range: str
    change: str
    sources: tuple[str, ...]
    page: str
    link: str
    filters: Mapping[str, Hashable] = field(default_factory=dict)
    note: str = ""


def points(now: float, before: float) -> str:
    """A change between two shares: "Up 7.4 percentage points"."""
    difference = round(float(now) - float(before), 1)
    if not difference:
        return "Unchanged"
    return f"{'Up' if difference > 0 else 'Down'} {abs(difference):.1f} percentage points"


def united(cells: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Ids in several cells, each once."""
    return tuple(dict.fromkeys(source for cell in cells for source in cell))


def first(texts: tuple[str, ...]) -> str:
    """The first of some texts; empty where there is none."""
    return next(iter(texts), "")
