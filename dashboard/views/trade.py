"""Trade: whose share of the DPRK's trade, by series, flow and year."""

from dashboard import layout, widgets
from dashboard.figures import trade, trade_goods, trade_partners
from dashboard.player import player
from dashboard.widgets import View

view = layout.page("trade", controls=("show",))


def card(where: View, *keys: str) -> None:
    """Cards of the figures named, in that order."""
    specs = {spec.key: spec for spec in (*trade.FIGURES, *trade_partners.FIGURES, *trade_goods.FIGURES)}
    for key in keys:
        layout.figure_card(where, specs[key])


match view.filters.show:
    case "shares":
        widgets.controls(view, "partners", "series", "flow", "unit", "overlay")
        card(view, "shares")
    case "values":
        widgets.controls(view, "partners", "series", "flow", "overlay")
        card(view, "values", "balance", "world-totals")
    case "partners":
        widgets.controls(view, "series", "flow", "unit")
        years = trade_partners.playable_years(view.filters)
        player(view, "year", years, lambda now: card(now, "map", "ranking"), noun="years")
    case "goods":
        card(view, "goods-russia", "goods-china")
