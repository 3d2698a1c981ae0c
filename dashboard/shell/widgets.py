"""Filter widgets bound to the address.

The address leads. On every run the filters are read from it and the widgets are set to them, so
that a link, a reload and the Back button all restore the view. A change of a widget is written to
the address before the run that follows it, from the state of *all* widgets: two quick changes both
count, though the second set out before the first had reached the address bar.

Every widget is also given its value as its default. Of two runs that follow each other quickly the
browser may draw only the second, which sets nothing any more: it would show and report the default.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.lookup.addresses import page_address
from dashboard.navigation import EVERYWHERE, PageSpec
from dashboard.state.params import LONGEST_TEXT, plain_text
from dashboard.state.view import (
    Choice,
    Choices,
    Filters,
    Ignored,
    Integer,
    Param,
    Period,
    Text,
    Toggle,
    describe,
    from_query,
    to_query,
)
from dashboard.words import glossary

_FEW = 4  # options that stand side by side; more go into a list
_SOME = 14  # options that stand as buttons in a popover; more go into a list with search
_LONG = 36  # characters of a label that a list of the usual width would cut
_WIDE = 440  # pixels
_SHORT = 44  # characters of all labels that fit side by side on a phone


@dataclass(frozen=True)
class View:
    """What a reader looks at: a page and its filters.

    Attributes:
        spec: The page.
        filters: Values of all its filters.
        ignored: Parts of the address that were not understood.
    """

    spec: PageSpec
    filters: Filters
    ignored: tuple[Ignored, ...] = ()

    @property
    def params(self) -> tuple[Param, ...]:
        """All filters of the page."""
        return self.spec.all_params

    @property
    def query(self) -> dict[str, str]:
        """The query that stands for the view."""
        return to_query(self.params, self.filters)

    @property
    def shared(self) -> dict[str, str]:
        """The part of the query that follows the reader to other pages."""
        return to_query(EVERYWHERE, self.filters)

    def reading(self, *keys: str) -> str:
        """The filters in a sentence; only those named, if any are."""
        return describe(self.params, self.filters.only(*keys) if keys else self.filters)

    @property
    def home(self) -> str:
        """Root of the dashboard, in full where the browser told us its own address."""
        here = (st.context.url or f"/{self.spec.url}").partition("?")[0].rstrip("/")
        return f"{here.removesuffix(f'/{self.spec.url}') if self.spec.url else here}/"

    @property
    def address(self) -> str:
        """Where the view can be opened again."""
        return page_address(self.spec.url, self.query, self.home)


def open_view(spec: PageSpec) -> View:
    """Read the address of the page and set the widgets to it."""
    filters, ignored = from_query(spec.all_params, _query())
    for param in spec.all_params:
        _seed(_key(spec, param), _shown(param, filters[param.key]))
    return View(spec, filters, ignored)


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _key(spec: PageSpec, param: Param) -> str:
    """Key of a widget; the same on all pages for the filters that every page has."""
    return f"filter-{'' if param in EVERYWHERE else spec.url or 'start'}-{param.key}"


def _seed(key: str, shown: Any) -> None:
    if st.session_state.get(key) != shown:
        st.session_state[key] = shown


def _shown(param: Param, value: Any) -> Any:
    """The value of a filter as its widget holds it."""
    if isinstance(param, Period):
        return (value.start, value.end)
    return list(value) if isinstance(param, Choices) else value


def _meant(param: Param, shown: Any) -> Hashable:
    """The value of a filter that a widget shows; what a widget cannot say is the default."""
    if isinstance(param, Period):
        return param.value(*shown)
    if isinstance(param, Choices):
        return param.within(tuple(code for code, _ in param.choices if code in set(shown or ())))
    if isinstance(param, Text):
        return plain_text(shown or "")[:LONGEST_TEXT].rstrip()
    meant: Hashable = param.initial if shown is None else shown
    return meant


def _write_address(spec: PageSpec) -> None:
    """Write the state of all widgets to the address; runs before the page does."""
    filters, _ = from_query(spec.all_params, _query())
    values = dict(filters)
    for param in spec.all_params:
        key = _key(spec, param)
        if key in st.session_state:
            values[param.key] = _meant(param, st.session_state[key])
    # What one filter rules out in another is dropped here, so that no notice follows a choice.
    settled, _ = from_query(spec.all_params, to_query(spec.all_params, values))
    st.query_params.from_dict(to_query(spec.all_params, settled))


def change(spec: PageSpec, **values: Hashable) -> None:
    """Change filters that have widgets of their own; for callbacks, which run before the page does.

    The state of all other widgets of the page is written as well.

    Raises:
        KeyError: The page has no such filter.
    """
    by_key = {param.key: param for param in spec.all_params}
    for key, value in values.items():
        param = by_key[key]
        st.session_state[_key(spec, param)] = _shown(param, value)
    _write_address(spec)


def write_query(query: Mapping[str, str]) -> None:
    """Put another query into the address; for callbacks, which run before the page does."""
    st.query_params.from_dict(query)


def set_filters(view: View, **values: Hashable) -> None:
    """Change filters from code, such as a click on a map, and run the page again under them."""
    changed = view.filters.replace(**values)
    if changed != view.filters:
        st.query_params.from_dict(to_query(view.params, changed))
        st.rerun(scope="app")


def control(view: View, key: str, among: Collection[str] | None = None) -> None:
    """Draw the widget of one filter where it is called.

    Args:
        view: The view, as ``layout.page`` returned it.
        key: Key of the filter.
        among: Codes to offer where another filter narrows them; the filter must stand at one of
            them.

    Raises:
        KeyError: The page has no such filter.
    """
    by_key = {param.key: param for param in view.params}
    param = by_key[key]
    bound: dict[str, Any] = {
        "key": _key(view.spec, param),
        "on_change": _write_address,
        "args": (view.spec,),
        "help": glossary.term(param.term) if param.term else None,
    }
    shown = _shown(param, view.filters[key])
    match param:
        case Period():
            st.slider("Years", param.initial.start, param.initial.end, shown, format="%d", **bound)
        case Choice():
            _one_of(param, shown, bound, among)
        case Choices() if param in EVERYWHERE:
            pills(param, shown, bound)  # the masthead has a popover of its own for them
        case Choices():
            _several_of(view, param, bound)
        case Toggle():
            st.toggle(param.label, shown, **bound)
        case Integer():
            low, high = param.bounds
            if low < high:
                st.slider(param.label, low, high, shown, format="%d", width=320, **bound)
        case Text():
            hint = param.placeholder
            st.text_input(param.label, shown, type="search", placeholder=hint, width=280, **bound)


def controls(view: View, *keys: str) -> None:
    """Draw several widgets in a row that wraps."""
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"controls-{keys[0]}"):
        for key in keys:
            control(view, key)


def _one_of(
    param: Choice, shown: str, bound: Mapping[str, Any], among: Collection[str] | None = None
) -> None:
    labels = {code: label for code, label in param.choices if among is None or code in among}
    codes = list(labels)
    short = 0 < len(codes) <= _FEW and sum(map(len, labels.values())) <= _SHORT
    if short or (param.side_by_side and codes):
        st.segmented_control(
            param.label,
            codes,
            default=shown if shown in labels else None,
            format_func=labels.__getitem__,
            required=True,
            **bound,
        )
    else:
        st.selectbox(
            param.label,
            codes,
            index=codes.index(shown) if shown in labels else 0,
            format_func=lambda code: labels.get(code, code),
            disabled=not codes,
            width=_WIDE if max(map(len, labels.values()), default=0) > _LONG else 280,
            **bound,
        )


def _several_of(view: View, param: Choices, bound: Mapping[str, Any]) -> None:
    labels = dict(param.choices)
    shown = _shown(param, view.filters[param.key])
    if len(labels) > _SOME:
        st.multiselect(
            param.label,
            list(labels),
            default=shown,
            format_func=labels.__getitem__,
            placeholder="All",
            max_selections=param.most,
            width=320,
            **bound,
        )
        return
    with st.popover(f"{param.label}: {summary(param, view.filters[param.key])}", wrap=False):
        pills(param, shown, bound)


def pills(param: Choices, shown: Sequence[str], bound: Mapping[str, Any]) -> None:
    """The choices as buttons that switch on and off."""
    labels = dict(param.choices)
    st.pills(
        param.label,
        list(labels),
        default=list(shown),
        selection_mode="multi",
        format_func=labels.__getitem__,
        **bound,
    )


def summary(param: Choices, value: tuple[str, ...]) -> str:
    """The choice in a word or two, for the face of a button."""
    if not value:
        return "all"
    first = dict(param.choices).get(value[0], value[0])
    return first if len(value) == 1 else f"{first} +{len(value) - 1}"
