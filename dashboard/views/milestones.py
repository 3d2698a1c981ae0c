"""Milestones: what happened, when, where, how it bore on the tie, and who says so."""

from dashboard.figures import milestones as figures
from dashboard.shell import layout, widgets
from dashboard.shell.chart_component import Selection
from dashboard.shell.record_view import record_drawer, record_list
from dashboard.state.params import JOINER

view = layout.page("milestones", controls=("show", "q", "significance", "tone", "place", "actor"))


def open_record(point: Selection) -> None:
    """A point of the timeline opens its record."""
    widgets.set_filters(view, record=point.customdata)


def choose_place(point: Selection) -> None:
    """A mark on the map narrows the records to its places."""
    widgets.set_filters(view, place=tuple(point.customdata.split(JOINER)))


match view.filters.show:
    case "timeline":
        layout.figure_card(view, figures.TIMELINE, on_select=open_record)
        record_list(view)
    case "years":
        layout.figure_card(view, figures.COUNTS, controls=lambda: widgets.control(view, "by"))
        layout.figure_card(view, figures.TONE)
    case "map":
        layout.figure_card(
            view,
            figures.PLACES,
            controls=lambda: widgets.control(view, "area"),
            on_select=choose_place,
        )
        record_list(view)
    case "list":
        record_list(view)

record_drawer(view)
