"""Reactions and shared texts as lists under the reader's filters."""

from functools import partial
from typing import Any

import streamlit as st

from dashboard.figures.reactions import frames
from dashboard.figures.reactions.lists import SIGNATORIES, reactions_of
from dashboard.filters.reactions import event_options
from dashboard.shell import widgets
from dashboard.shell.list_card import list_card
from dashboard.shell.widgets import View
from dashboard.state.view import to_query
from datasets.record import TableFailedError


def reaction_list(view: View) -> None:
    """The reactions that the filters leave, the latest first."""
    if view.filters.record:
        everything = to_query(view.params, view.filters.replace(record=""))
        st.button(
            "Show all reactions",
            on_click=partial(widgets.write_query, everything),
            type="tertiary",
            key="all-reactions",
        )
    list_card(view, reactions_of(view.filters))


def shared_text_list(view: View) -> None:
    """The shared texts that the filters leave, each with its signatories."""
    list_card(view, SIGNATORIES)


def events_of(view: View) -> tuple[Any, ...]:
    """Codes of the events in the period and themes, by date, to be played through."""
    try:
        inside = set(frames.events_in(view.filters)["event_id"])
    except TableFailedError:
        return ()
    return tuple(code for code, _ in event_options() if code in inside)
