"""Filters of the Trade page."""

from functools import cache

import datasets
from dashboard.state import options
from dashboard.state.view import Choice, Choices, Integer, Option, Param, Toggle
from dashboard.words.names import known_names
from datasets.measures.splices import SPLICES
from datasets.measures.trade_flows import WORLD
from validators.vocabulary import Flow

#: Sections of the page, in the order of display.
SECTIONS: tuple[Option, ...] = (
    ("shares", "Shares"),
    ("values", "Values and balance"),
    ("partners", "Partners"),
    ("goods", "Goods"),
    ("oil", "Refined oil"),
    ("roubles", "Soviet roubles"),
)

UNITS: tuple[Option, ...] = (("percent", "Percent"), ("usd", "Dollars"))

#: Most partners that stand on one axis.
MOST_PARTNERS = 4

#: Offered before all others: the two that most of these figures are about.
FIRST_PARTNERS = ("RUS", "CHN")

#: The main line first, what fills its gaps next, the long but faint one last.
MAIN_SERIES = (
    "kotra-filled",
    "russia-customs-over-kotra",
    "jetro",
    "rok-mofa",
    "cow-trade-4",
)

#: Series behind the main ones.
_FIRM = tuple(
    dict.fromkeys(
        part
        for code in MAIN_SERIES
        for part in {splice.id: splice.numerators for splice in SPLICES}.get(code, (code,))
    )
)

_FLOWS = (Flow.TOTAL, Flow.EXPORT, Flow.IMPORT)


@cache
def partner_options() -> tuple[Option, ...]:
    """Partners with a value or a printed share: Russia and China, then the others by name."""
    catalog = datasets.catalog()
    found: set[str] = set()
    for table in ("trade_flows", "trade_published_shares"):
        if table not in catalog.failed:
            found |= set(catalog.frame(table)["partner"])
    names = known_names()
    named = sorted((names.get(code, code), code) for code in found - {WORLD})
    first = [code for code in FIRST_PARTNERS if code in found]
    rest = [code for _, code in named if code not in first]
    return tuple((code, names.get(code, code)) for code in (*first, *rest))


@cache
def series_options() -> tuple[Option, ...]:
    """Splices and series that name a partner: the main ones, those with shares, the others."""
    catalog = datasets.catalog()
    if {"trade_flows", "trade_series"} & catalog.failed:
        return ()
    flows = catalog.frame("trade_flows")
    worlds = set(flows.loc[flows["partner"] == WORLD, "series_id"])
    partners = set(flows.loc[flows["partner"] != WORLD, "series_id"])
    table = catalog.frame("trade_series")
    titles = dict(zip(map(str, table["series_id"]), map(str, table["title"]), strict=True))
    titles = {code: titles[code] for code in titles if code in partners}
    titles |= {splice.id: splice.title for splice in SPLICES}
    first = [code for code in MAIN_SERIES if code in titles]
    shared = worlds | {splice.id for splice in SPLICES}
    rest = sorted(set(titles) - set(first), key=lambda code: (code not in shared, titles[code]))
    return tuple((code, titles[code]) for code in (*first, *rest))


@cache
def _years() -> tuple[int, int, int]:
    """First and last year of any partner, and the last one that names Russia and China alike."""
    catalog = datasets.catalog()
    if "trade_flows" in catalog.failed:
        return (options.last_year(),) * 3
    flows = catalog.frame("trade_flows")
    flows = flows[flows["partner"] != WORLD]
    known = {
        partner: set(flows.loc[(flows["partner"] == partner) & firm, "year"])
        for partner in FIRST_PARTNERS
        for firm in [flows["series_id"].isin(_FIRM)]
    }
    both = set.intersection(*known.values())
    first, last = int(flows["year"].min()), int(flows["year"].max())
    return first, last, int(max(both, default=last))


def first_year() -> int:
    """First year in which a series names a partner."""
    return _years()[0]


def last_year() -> int:
    """Last year in which a series names a partner."""
    return _years()[1]


def compared_year() -> int:
    """Last year in which the main series name both Russia and China."""
    return _years()[2]


PARAMS: tuple[Param, ...] = (
    Choice("show", "Section", options=SECTIONS, side_by_side=True),
    Choices(
        "partners",
        "Partners",
        options=partner_options,
        default=FIRST_PARTNERS,
        everything="the largest partners",
        most=MOST_PARTNERS,
    ),
    Choices(
        "series",
        "Series",
        options=series_options,
        default=MAIN_SERIES,
        everything="all series",
        term="series",
    ),
    Choice("flow", "Flow", options=tuple((flow.value, flow.label) for flow in _FLOWS), term="flow"),
    Choice("unit", "Unit", options=UNITS, term="trade-share"),
    Integer("year", "Year", low=first_year, high=last_year, default=compared_year),
    Toggle("overlay", "Milestones", on="with milestones and sanctions", term="milestone"),
)
