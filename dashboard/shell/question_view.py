"""Guided questions and the short way to what is asked most."""

import logging
from collections.abc import Callable

import streamlit as st

from dashboard import cache
from dashboard.headlines.find import FIND
from dashboard.headlines.questions import QUESTIONS, Question
from dashboard.shell import layout
from dashboard.shell.card import unavailable
from dashboard.shell.widgets import View
from dashboard.words.text import literal
from datasets.record import TableFailedError

_LOG = logging.getLogger(__name__)


def questions(view: View) -> None:
    """Questions with a paragraph each; one that cannot be told takes down itself alone."""
    with st.container(key="card-questions"):
        st.header("Five questions", anchor="questions")
        container = st.container(key="questions")
    with container:
        for number, tell in enumerate(QUESTIONS):
            with st.container(key=f"question-{number}"):
                _question(view, tell)


def _question(view: View, tell: Callable[[], Question | None]) -> None:
    try:
        question = cache.told(tell)
    except TableFailedError as error:
        unavailable(error)
        return
    except Exception:
        _LOG.exception("question %s", tell.__name__)
        st.warning("This question could not be answered. The rest of the page is not affected.")
        return
    if question is None:
        return
    st.subheader(literal(question.title), anchor=False)
    st.markdown(literal(question.answer))
    layout.view_link(view, question.page, question.link, **question.filters)


def find(view: View) -> None:
    """Links to the views asked for most."""
    with st.container(key="card-find"):
        st.header("Find", anchor="find")
        container = st.container(key="find")
    with container:
        for link in FIND:
            layout.view_link(view, link.page, link.label, **link.filters)
