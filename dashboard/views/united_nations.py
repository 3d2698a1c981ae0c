"""United Nations: who votes alike, key resolutions, the Security Council and sanctions."""

from dashboard.figures.united_nations import council, key_votes, votes
from dashboard.shell import layout, widgets
from dashboard.shell.chart_component import Selection
from dashboard.shell.list_card import list_card
from dashboard.shell.pair_picker import pair_picker, toggled

view = layout.page("united-nations", controls=("show",))


def choose_pair(cell: Selection) -> None:
    """A cell of the grid adds its pair to those compared, or takes it away."""
    if cell.customdata:
        widgets.set_filters(view, pairs=toggled(view.filters.pairs, cell.customdata))


def choose_resolution(bar: Selection) -> None:
    """A bar chooses its resolution for the map and the list below."""
    widgets.set_filters(view, resolution=bar.customdata)


match view.filters.show:
    case "agreement":
        pair_picker(view)
        yearly = view.filters.by == "year"
        widgets.controls(view, "by", "issue", "contested", *(["overlay"] if yearly else []))
        layout.figure_card(view, votes.BY_YEAR if yearly else votes.BY_GROUP)
        layout.figure_card(view, votes.EVERYONE, on_select=choose_pair)
    case "split":
        widgets.controls(view, "pair", "issue", "contested")
        layout.figure_card(view, key_votes.SPLIT_TITLES)
        list_card(view, key_votes.SPLIT_LIST)
    case "key":
        resolution = key_votes.settled(view.filters)
        widgets.set_filters(view, resolution=resolution)
        widgets.controls(view, "topic")
        widgets.control(view, "resolution", among=key_votes.choices(view.filters.topic))
        layout.figure_card(view, key_votes.MAP)
        list_card(view, key_votes.VOTERS, controls=lambda: widgets.control(view, "vote"))
        layout.figure_card(view, key_votes.TALLIES, on_select=choose_resolution)
    case "council":
        widgets.controls(view, "measure", "outcome", "q")
        layout.figure_card(view, council.LADDER)
        layout.figure_card(view, council.VOTES)
        list_card(view, council.COUNCIL_LIST)
    case "sanctions":
        widgets.controls(view, "body", "q")
        layout.figure_card(view, council.ACTIONS)
        list_card(view, council.ACTIONS_LIST)
