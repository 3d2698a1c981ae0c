"""Agreements: what was in force when, and what the treaties say."""

from dashboard.figures import agreements as figures
from dashboard.shell import layout, widgets
from dashboard.shell.chart_component import Selection
from dashboard.shell.list_card import list_card

view = layout.page("agreements", controls=("show",))


def open_record(bar: Selection) -> None:
    """A bar opens the record of its agreement."""
    widgets.set_filters(view, show="list", record=bar.customdata)


match view.filters.show:
    case "time":
        widgets.controls(view, "date", "kind", "defence")
        layout.figure_card(view, figures.OVER_TIME, on_select=open_record)
        list_card(view, figures.IN_FORCE)
    case "compare":
        widgets.controls(view, "treaties", "topic")
        list_card(view, figures.COMPARED)
    case "list":
        if view.filters.record:
            all_records = view.filters.replace(record="")
            layout.view_link(view, "agreements", "Show all agreements", **all_records)
        else:
            widgets.controls(view, "kind", "defence")
        list_card(view, figures.ALL)
