"""Claims as a list, each with the figure that decides it where there is one."""

import pandas as pd
import streamlit as st

from dashboard import cache
from dashboard.charts.rows import each
from dashboard.figures.claims import beside
from dashboard.markup.base import Sources
from dashboard.markup.claims import claims_html
from dashboard.shell import layout
from dashboard.shell.list_card import Draw
from dashboard.shell.widgets import View
from dashboard.state.view import defaults

#: Claims in sight up to which their figures stand open from the start.
FEW = 5


def claims_with_figures(view: View) -> Draw:
    """What draws the claims in sight: HTML up to each claim that a figure decides, then the figure.

    Args:
        view: The view of the page.
    """

    def draw(claims: pd.DataFrame, sources: Sources) -> None:
        milestones = cache.milestones_by_id()
        parts = claims["figured"].astype(int).cumsum() - claims["figured"].astype(int)
        for _, part in claims.groupby(parts, sort=False):
            st.html(claims_html(part, milestones, sources, unfolded=len(claims) == 1))
            for claim in each(part[part["figured"]]):
                _figure(view, claim.id, shown=len(claims) <= FEW)

    return draw


def _figure(view: View, claim: str, *, shown: bool) -> None:
    """A switch, and the figure under the permanent address of its claim."""
    with st.container(key=f"beside-{claim}"):
        if st.toggle("Show the figure", value=shown, key=f"show-{claim}-{shown}"):
            alone = defaults(view.params).replace(claim=claim)
            layout.figure_card(View(view.spec, alone), beside(claim))
