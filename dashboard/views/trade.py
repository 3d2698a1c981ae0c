"""Trade: whose share of the DPRK's trade, by series, flow and year."""

from dashboard import layout, widgets
from dashboard.figures import trade, trade_goods, trade_oil, trade_partners, trade_roubles
from dashboard.player import player
from dashboard.widgets import View

view = layout.page("trade", controls=("show",))


def card(where: View, *keys: str) -> None:
    """Cards of the figures named, in that order."""
    modules = (trade, trade_partners, trade_goods, trade_oil, trade_roubles)
    specs = {spec.key: spec for module in modules for spec in module.FIGURES}
    for key in keys:
        layout.figure_card(where, specs[key])


match view.filters.show:
    case "shares":
        widgets.controls(view, "partners", "series", "flow", "unit", "overlay")
        card(view, "shares", "published")
    case "values":
        widgets.controls(view, "partners", "series", "flow", "overlay")
        card(view, "values", "balance", "world-totals")
    case "partners":
        widgets.controls(view, "series", "flow", "unit")
        years = trade_partners.playable_years(view.filters)
        player(view, "year", years, lambda now: card(now, "map", "ranking"), noun="years")
    case "goods":
        card(view, "goods-russia", "goods-china")
    case "oil":
        card(view, "oil-years", "oil-progress", "oil-months")
    case "roubles":
        card(view, "rouble-flows", "rouble-rates", "soviet-shares")
