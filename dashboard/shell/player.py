"""Playing a filter through its values, such as a map through the years.

The player is a fragment: while it plays, only the figures inside it run again, once a beat, and
the next step waits for the server to have answered the last. Slider and button are Streamlit's own,
so both answer to the keyboard. Each step stands in the address; nothing moves unless asked to.
"""

import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.shell import widgets
from dashboard.shell.widgets import View

#: Seconds between two steps: time to find the change on a map.
BEAT = 1.6


def player(
    view: View, key: str, values: Sequence[Hashable], draw: Callable[[View], None], *, noun: str
) -> None:
    """Draw a filter with a button that plays it, and what depends on it.

    Args:
        view: The view, as ``layout.page`` returned it.
        key: Key of the filter; its widget is drawn here and nowhere else on the page.
        values: Values to step through, in order.
        draw: Draws the figures under the view it is given.
        noun: What is stepped through, in the plural: "years".
    """
    if _abandoned(view, key):
        st.session_state[_flag(view, key)] = False
    playing = bool(st.session_state.get(_flag(view, key)))
    # The interval belongs to the fragment, so starting and stopping run the page once.
    st.fragment(_play, run_every=BEAT if playing else None)(view, key, tuple(values), draw, noun)


def _play(
    view: View,
    key: str,
    values: tuple[Hashable, ...],
    draw: Callable[[View], None],
    noun: str,
) -> None:
    playing = bool(st.session_state.get(_flag(view, key)))
    now = widgets.open_view(view.spec)
    if playing and _due(view, key):
        now = _stepped(now, key, values)
    elif not playing and now.filters != view.filters:
        st.rerun(scope="app")  # the reader moved it: the rest of the page follows
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"controls-play-{key}"):
        widgets.control(now, key)
        st.button(
            f"Pause {noun}" if playing else f"Play {noun}",
            key=f"play-{key}",
            on_click=_toggle,
            args=(now, key, values),
            disabled=len(values) < 2,
        )
    if playing != bool(st.session_state.get(_flag(view, key))) or _pressed(view, key):
        st.rerun(scope="app")
    draw(now)


def _stepped(view: View, key: str, values: tuple[Hashable, ...]) -> View:
    """The view one step on; at the last value playing ends."""
    following = next_value(values, view.filters[key])
    if following is None:
        st.session_state[_flag(view, key)] = False
        return view
    return _moved(view, key, following)


def next_value(values: Sequence[Hashable], current: Hashable) -> Hashable | None:
    """The value after ``current``; None at the end.

    A number that is not among the values is followed by the next greater one, anything else that
    is not among them by the first.
    """
    if current in values:
        rest = values[values.index(current) + 1 :]
    elif isinstance(current, int):
        rest = [value for value in values if isinstance(value, int) and value > current]
    else:
        rest = values
    return rest[0] if rest else None


def _moved(view: View, key: str, value: Hashable) -> View:
    filters = view.filters.replace(**{key: value})
    widgets.write_query(replace(view, filters=filters).query)
    return widgets.open_view(view.spec)


def _toggle(view: View, key: str, values: tuple[Hashable, ...]) -> None:
    """Start or stop; from the last value playing starts over."""
    playing = not st.session_state.get(_flag(view, key))
    st.session_state[_flag(view, key)] = playing
    st.session_state[f"{_flag(view, key)}-pressed"] = True
    st.session_state[f"{_flag(view, key)}-at"] = time.monotonic()
    if playing and values and next_value(values, view.filters[key]) is None:
        _moved(view, key, values[0])


def _pressed(view: View, key: str) -> bool:
    """Whether the button was pressed since the page last ran."""
    return bool(st.session_state.pop(f"{_flag(view, key)}-pressed", False))


def _abandoned(view: View, key: str) -> bool:
    """Whether the reader left while it played: it must not go on by itself on their return."""
    last = st.session_state.get(f"{_flag(view, key)}-at", 0.0)
    return bool(time.monotonic() - last > 4 * BEAT)


def _due(view: View, key: str) -> bool:
    """Whether a beat has passed: moving the slider must not count as one."""
    at = f"{_flag(view, key)}-at"
    if time.monotonic() - st.session_state.get(at, 0.0) < BEAT * 0.75:
        return False
    st.session_state[at] = time.monotonic()
    return True


def _flag(view: View, key: str) -> str:
    return f"playing-{view.spec.url}-{key}"
