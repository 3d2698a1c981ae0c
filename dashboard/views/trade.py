"""Trade: whose share of the DPRK's trade, by series, flow and year."""

from dashboard.figures.trade import SECTIONS
from dashboard.figures.trade.partners import playable_years
from dashboard.shell import layout, widgets
from dashboard.shell.player import player
from dashboard.shell.widgets import View

CONTROLS = {
    "shares": ("partners", "series", "flow", "unit", "overlay"),
    "values": ("partners", "series", "flow", "overlay"),
    "partners": ("series", "flow", "unit"),
}

view = layout.page("trade", controls=("show",))
section = view.filters.show


def cards(where: View) -> None:
    """The cards of the section."""
    for spec in SECTIONS[section]:
        layout.figure_card(where, spec)


if section in CONTROLS:
    widgets.controls(view, *CONTROLS[section])
if section == "partners":
    player(view, "year", playable_years(view.filters), cards, noun="years")
else:
    cards(view)
