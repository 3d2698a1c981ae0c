"""Views that are asked for most, as links; labels hold no figures."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.period import Years


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a filtered view.

    Attributes:
        label: What the reader sees.
        page: Path of the page.
        filters: Filters of that page.
    """

    label: str
    page: str
    filters: Mapping[str, Hashable] = field(default_factory=dict)


FIND: Sequence[Link] = (
    Link("Trade partners, year by year", "trade", {"show": "partners"}),
    Link("Refined oil against the UN limit", "trade", {"show": "oil"}),
    Link(
        "Military milestones of 2024",
        "milestones",
        {"show": "list", "themes": ("military",), "period": Years(2024, 2024)},
    ),
    Link("Milestones of 1961", "milestones", {"show": "list", "period": Years(1961, 1961)}),
    Link("One country's stance over time", "reactions", {"show": "country", "country": ("JPN",)}),
    Link("Treaties side by side", "agreements", {}),
    Link("Who voted how on a key resolution", "un", {}),
    Link("Where Russia and the DPRK voted apart", "un", {}),
    Link("Estimates of troops", "estimates", {}),
    Link("Claims in five articles, checked", "claims", {}),
)
