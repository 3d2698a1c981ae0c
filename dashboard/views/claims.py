"""Claims: five articles, statement by statement, with verdict and evidence."""

from dashboard.figures import claims as figures
from dashboard.shell import layout, widgets
from dashboard.shell.chart_component import Selection
from dashboard.shell.claim_view import claims_with_figures
from dashboard.shell.list_card import list_card
from dashboard.state.params import JOINER

#: Grouping of the totals → the filter that a bar narrows.
NARROWED = {"article": "article", "theme": "themes", "kind": "kind"}

view = layout.page("claims", controls=())


def narrow(part: Selection) -> None:
    """A part of a bar shows the claims that it counts."""
    group, verdict = str(part.customdata).split(JOINER)
    chosen = {NARROWED[view.filters.by]: (group,)} if view.filters.by in NARROWED else {}
    widgets.set_filters(view, verdict=(verdict,), **chosen)


if view.filters.claim:
    layout.view_link(view, "claims", "Show all claims")
    list_card(view, figures.ONE, draw=claims_with_figures(view))
else:
    widgets.controls(view, "q", "article", "verdict", "kind", "evidence")
    layout.figure_card(
        view,
        figures.TOTALS,
        controls=lambda: widgets.control(view, "by"),
        on_select=narrow,
    )
    list_card(view, figures.STATEMENTS, draw=claims_with_figures(view))
    list_card(view, figures.ARTICLES)
