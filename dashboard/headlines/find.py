"""Views that are asked for most, as links; labels hold no figures."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.state.period import Years


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
    Link("Russia's share of trade, by series", "trade", {"partners": ("RUS",)}),
    Link("Trade partners, year by year", "trade", {"show": "partners"}),
    Link("Refined oil against the UN limit", "trade", {"show": "oil"}),
    Link(
        "Military milestones of 2024",
        "milestones",
        {"show": "list", "themes": ("military",), "period": Years(2024, 2024)},
    ),
    Link("Milestones of 1961", "milestones", {"show": "list", "period": Years(1961, 1961)}),
    Link("Japan's stance, event by event", "reactions", {"show": "country", "country": ("JPN",)}),
    Link(
        "Mutual defence, clause by clause",
        "agreements",
        {"show": "compare", "topic": ("mutual_defence",)},
    ),
    Link("Who voted how on a key resolution", "united-nations", {"show": "key"}),
    Link("Where Russia and the DPRK voted apart", "united-nations", {"show": "split"}),
    Link(
        "Troops: estimates made in 2024",
        "estimates",
        {"quantity": "troops_deployed", "period": Years(2024, 2024)},
    ),
    Link("Claims that name a percentage, checked", "claims", {"q": "percent"}),
)
