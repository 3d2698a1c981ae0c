"""Headline figures as cards that lead to their evidence."""

import logging
from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard import cache
from dashboard.headlines import HEADLINES, Headline
from dashboard.markup.base import cited, sources_html
from dashboard.shell import layout
from dashboard.shell.card import unavailable
from dashboard.shell.widgets import View
from dashboard.words.text import literal
from datasets.record import TableFailedError

_LOG = logging.getLogger(__name__)


def headlines(view: View) -> None:
    """All headline figures; one that cannot be told takes down its own card."""
    st.header("Latest figures", anchor="latest-figures")
    st.caption("The latest of each, whatever period and themes are chosen above.")
    with st.container(key="headlines"):
        for tell in HEADLINES:
            _card(view, tell)


def _card(view: View, tell: Callable[[], Headline | None]) -> None:
    try:
        headline = cache.told(tell)
    except TableFailedError as error:
        unavailable(error)
        return
    except Exception:
        _LOG.exception("headline %s", tell.__name__)
        st.warning("This figure could not be told. The rest of the page is not affected.")
        return
    if headline is None:
        return
    with st.container(key=f"headline-{headline.key}"):
        st.html(headline_html(headline))
        with st.container(horizontal=True, key=f"headline-more-{headline.key}"):
            layout.view_link(view, headline.page, headline.link, **headline.filters)
            with st.popover(f"Note and sources ({len(headline.sources)})", type="tertiary"):
                _behind(headline)


def _behind(headline: Headline) -> None:
    if headline.note:
        st.caption(literal(headline.note))
    st.html(sources_html(cited(headline.sources, cache.sources_by_id())))


def headline_html(headline: Headline) -> str:
    """Title, figure and words of a headline."""
    said = (headline.range, headline.change)
    details = "".join(f"<p>{escape(text)}</p>" for text in said if text)
    return (
        f'<div class="tumen-headline"><h3>{escape(headline.title)}</h3>'
        f'<p class="tumen-headline-value">{escape(headline.value)}</p>'
        f'<p class="tumen-headline-meaning">{escape(headline.meaning)}</p>{details}</div>'
    )
