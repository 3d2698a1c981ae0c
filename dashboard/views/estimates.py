"""Estimates: what each claimant stated, as an interval, on the day it was stated."""

from dashboard.figures import estimates as figures
from dashboard.shell import layout, widgets
from dashboard.shell.chart_component import Selection
from dashboard.shell.estimate_view import offering_units
from dashboard.shell.list_card import list_card

CONTROLS = ("quantity", "unit", "kind", "claimant", "when", "wording")

view = layout.page("estimates", controls=("show",))
offered = offering_units(view)


def open_record(point: Selection) -> None:
    """A mark opens its statement."""
    widgets.set_filters(view, show="list", record=point.customdata)


match view.filters.show:
    case "time":
        widgets.controls(offered, *CONTROLS, "overlay")
        list_card(view, figures.RANGES)
        layout.figure_card(view, figures.OVER_TIME, on_select=open_record)
    case "rows":
        widgets.controls(offered, *CONTROLS)
        list_card(view, figures.RANGES)
        layout.figure_card(view, figures.SIDE_BY_SIDE, on_select=open_record)
    case "list":
        if view.filters.record:
            everything = view.filters.replace(record="")
            layout.view_link(view, "estimates", "Show all statements", **everything)
        else:
            widgets.controls(offered, *CONTROLS)
        list_card(view, figures.STATEMENTS)
