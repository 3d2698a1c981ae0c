"""Choosing pairs of states: those chosen, and two lists from which another is put together."""

import streamlit as st

from dashboard.filters.united_nations import MOST_PAIRS, pairs, states
from dashboard.shell import widgets
from dashboard.shell.widgets import View
from dashboard.state.pairs import pair_code
from dashboard.words.text import literal


def pair_picker(view: View) -> None:
    """Draw the pairs that are compared, each to be taken away, and the way to another."""
    chosen = view.filters.pairs
    names = dict(pairs())
    with st.container(horizontal=True, vertical_alignment="center", key="controls-chosen-pairs"):
        for code in chosen:
            st.button(
                literal(f"{names.get(code, code)} ✕"),
                key=f"drop-{code}",
                help=f"Take away {names.get(code, code)}",
                on_click=_put,
                args=(view, tuple(each for each in chosen if each != code)),
            )
        with st.popover("Add a pair", key="add-pair", disabled=len(chosen) >= MOST_PAIRS):
            _new_pair(view)
    if len(chosen) >= MOST_PAIRS:
        st.caption(f"{MOST_PAIRS} pairs are the most that can be compared; take one away first.")


def _new_pair(view: View) -> None:
    known = states()
    codes = list(known)
    one = st.selectbox("State", codes, format_func=known.__getitem__, key="pair-one")
    others = [code for code in codes if code != one]
    other = st.selectbox("Votes like", others, format_func=known.__getitem__, key="pair-other")
    if one is None or other is None:
        return
    code = ordered(one, other)
    st.button(
        "Compare",
        key="pair-compare",
        on_click=_put,
        args=(view, with_pair(view.filters.pairs, code)),
        disabled=code in view.filters.pairs,
    )


def ordered(one: str, other: str) -> str:
    """Code of a pair in the order in which pairs are known."""
    place = list(states()).index
    return pair_code(*sorted((one, other), key=place))


def with_pair(chosen: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The chosen pairs and another, in the order of display; the last gives way when too many."""
    order = [known for known, _ in pairs()]
    if code in chosen or code not in order:
        return chosen
    kept = chosen[: MOST_PAIRS - 1]
    return tuple(sorted((*kept, code), key=order.index))


def _put(view: View, chosen: tuple[str, ...]) -> None:
    widgets.write_query(View(view.spec, view.filters.replace(pairs=chosen)).query)


def toggled(chosen: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The chosen pairs without one that is among them, or with one that is not."""
    if code in chosen:
        return tuple(each for each in chosen if each != code)
    return with_pair(chosen, code)
