"""Reactions: who said what about the cooperation, event by event."""

from dashboard.figures.reactions import events as figures
from dashboard.shell import layout, widgets
from dashboard.shell.chart_component import Selection
from dashboard.shell.player import player
from dashboard.shell.reaction_view import events_of, reaction_list, shared_text_list
from dashboard.shell.widgets import View

CONTROLS = {
    "map": ("group", "stance", "own"),
    "matrix": ("group", "order", "own"),
    "groups": ("event", "group", "own"),
    "reasons": ("event", "group", "stance", "own"),
    "texts": ("event", "group", "stance"),
    "country": ("country", "own", "overlay"),
    "list": ("q", "event", "country", "group", "stance", "own"),
}

view = layout.page("reactions", controls=("show",))
section = view.filters.show


def open_country(point: Selection) -> None:
    """A country on the map opens its profile."""
    widgets.set_filters(view, country=(point.customdata,), show="country")


def draw_map(now: View) -> None:
    """The map under the event that is played."""
    layout.figure_card(
        now,
        figures.MAP,
        controls=lambda: widgets.control(now, "area"),
        on_select=open_country,
    )


widgets.controls(view, *CONTROLS[section])
if section == "map":
    player(view, "event", events_of(view), draw_map, noun="events")
else:
    for spec in figures.SECTIONS[section]:
        layout.figure_card(view, spec)
if section == "texts":
    shared_text_list(view)
if section == "list":
    reaction_list(view)
if section == "country":
    everything = view.filters.replace(show="list", event="")
    layout.view_link(view, "reactions", "All reactions of these countries", **everything)
