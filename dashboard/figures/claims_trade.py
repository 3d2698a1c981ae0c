"""The figure that decides a claim about trade, shown beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard import cache
from dashboard.charts.claims import share
from dashboard.charts.figure import Figure
from dashboard.figures.trade import frames
from dashboard.figures.trade import goods as trade_goods
from dashboard.figures.trade import partners as trade_partners
from dashboard.figures.trade.shares import shares as share_lines
from dashboard.filters.trade import PARAMS as TRADE_PARAMS
from dashboard.navigation import EVERYWHERE
from dashboard.state.view import Filters, defaults, to_query
from datasets.measures.trade_shares import trade_shares
from validators.vocabulary import Flow

TABLE = "trade_flows"

_RUSSIA, _CHINA = "RUS", "CHN"
_PARAMS = (*EVERYWHERE, *TRADE_PARAMS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the Trade page stands beside a claim.

    Attributes:
        section: Section of the page: ``shares``, ``partners`` or ``goods``.
        flow: The flow it is about.
        partners: The partners it is about.
    """

    section: str = "shares"
    flow: str = Flow.TOTAL.value
    partners: tuple[str, ...] = (_RUSSIA, _CHINA)


#: Claims of which something other than Russia's and China's share of total trade decides.
SHOWN: Mapping[str, Shown] = {
    "a1-p06-5": Shown("goods"),
    "a1-p06-6": Shown("goods"),
    "a2-p12-1": Shown("goods"),
    "a4-p06-2": Shown("partners"),
    "a4-p06-3": Shown(flow=Flow.EXPORT.value, partners=(_RUSSIA,)),
    "a4-p06-4": Shown(flow=Flow.IMPORT.value, partners=(_RUSSIA,)),
}


def has_figure(tables: tuple[str, ...]) -> bool:
    """Whether a figure decides a claim that rests on these tables."""
    return TABLE in tables


def trade_filters(claim: Any) -> Filters:
    """Filters of the Trade page under which the figure of a claim stands there."""
    shown = SHOWN.get(claim.id, Shown())
    filters = defaults(_PARAMS).replace(
        show=shown.section, flow=shown.flow, partners=shown.partners
    )
    year = _year(claim)
    return filters.replace(year=year) if shown.section == "partners" and year else filters


def trade_query(claim: Any) -> dict[str, str]:
    """The query of the Trade page that shows the same."""
    return to_query(_PARAMS, trade_filters(claim))


def _year(claim: Any) -> int | None:
    start = claim.period_start
    return int(start[:4]) if isinstance(start, str) and start else None


def figure_of(claim: Any) -> Figure:
    """The figure that decides a claim about trade.

    Args:
        claim: A row of ``claims``.
    """
    filters = trade_filters(claim)
    match filters.show:
        case "goods":
            return trade_goods.with_russia(filters)
        case "partners":
            figure = trade_partners.ranking(filters)
            rows = frames.shares_in_period(filters)
            rows = frames.named(rows[rows["year"] == filters.year])
            said = share.ranked(rows, _RUSSIA, filters.year)
            return replace(figure, notes=(*said, *figure.notes))
    figure = share_lines(filters)
    stated = share.stated(claim.claim, claim.period_start, claim.period_end)
    if stated is None or figure.empty:
        return figure
    shares = cache.measure(trade_shares)
    rows = shares[(shares["partner"] == _RUSSIA) & (shares["flow"] == filters.flow)]
    said = share.compared(rows, stated)
    figure = share.with_stated(figure, stated)
    return replace(figure, notes=(*said, *figure.notes))
