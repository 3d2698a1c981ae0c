"""Overview: where a reader begins."""

import streamlit as st

from dashboard.figures import overview as figures
from dashboard.shell import layout
from dashboard.shell.chart_component import Selection
from dashboard.shell.headline_view import headlines
from dashboard.shell.question_view import find, questions

view = layout.page("")


def open_record(point: Selection) -> None:
    """A landmark opens its record among the milestones."""
    if isinstance(point.customdata, str):
        st.switch_page("views/milestones.py", query_params={"record": point.customdata})


headlines(view)
layout.figure_card(view, figures.PICTURE, on_select=open_record)
questions(view)
find(view)
