"""Trade: whose share of the DPRK's trade, by series, flow and year."""

from dashboard import layout
from dashboard.figures import trade as figures

view = layout.page("trade", controls=("show",))

for spec in figures.FIGURES:
    layout.figure_card(view, spec)
