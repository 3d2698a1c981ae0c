"""Widgets and the address, each following the other."""

from streamlit.testing.v1 import AppTest


def _script() -> None:
    from dashboard.navigation import PageSpec
    from dashboard.shell import widgets
    from tests.dashboard.kinds import PARAMS

    class Spec(PageSpec):
        @property
        def all_params(self) -> tuple:  # type: ignore[type-arg]
            return PARAMS

    import streamlit as st

    view = widgets.open_view(Spec("kinds", "Kinds", "kinds", "All kinds of filter.", "Data"))
    for param in PARAMS:
        widgets.control(view, param.key)
    st.json({key: repr(value) for key, value in view.filters.items()})
    st.text(view.address)
    st.caption(view.reading("period", "themes"))


def opened(**query: str) -> AppTest:
    app = AppTest.from_function(_script, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_widgets_start_at_the_defaults() -> None:
    app = opened()
    assert app.slider(key="filter-kinds-period").value == (1945, 2026)
    assert app.toggle(key="filter-kinds-gaps").value is True
    assert app.selectbox(key="filter-kinds-series").value == "b"
    assert app.query_params == {}


def test_a_deep_link_sets_every_widget() -> None:
    app = opened(
        **{"from": "1961", "to": "1985"},
        themes="a.b",
        partners="-",
        flow="c-1",
        series="-",
        own="1",
        gaps="0",
        year="1990",
        rank="-3",
        q="Rason",
    )
    assert app.slider(key="filter-kinds-period").value == (1961, 1985)
    assert app.button_group(key="filter-kinds-partners").value == []
    assert app.button_group(key="filter-kinds-flow").value == "c-1"
    assert app.selectbox(key="filter-kinds-series").value == ""
    assert app.toggle(key="filter-kinds-own").value is True
    assert app.toggle(key="filter-kinds-gaps").value is False
    assert app.slider(key="filter-kinds-year").value == 1990
    assert app.slider(key="filter-kinds-rank").value == -3
    assert app.text_input(key="filter-kinds-q").value == "Rason"


def test_each_change_of_a_widget_is_in_the_address() -> None:
    app = opened()
    app.slider(key="filter-kinds-period").set_value((1950, 2026)).run()
    app.button_group(key="filter-kinds-partners").set_value([]).run()
    app.selectbox(key="filter-kinds-area").set_value("RUS").run()
    app.toggle(key="filter-kinds-gaps").set_value(False).run()
    app.text_input(key="filter-kinds-q").set_value(" Rason\t港 ").run()
    assert not app.exception
    assert app.query_params == {
        "from": "1950",
        "partners": "-",
        "area": "RUS",
        "gaps": "0",
        "q": "Rason 港",
    }
    assert app.text[0].value.startswith("/kinds?from=1950&partners=-&area=RUS&gaps=0&q=Rason")


def test_the_address_wins_over_the_widgets() -> None:
    app = opened(own="1")
    app.slider(key="filter-kinds-year").set_value(1990).run()
    assert app.query_params == {"own": "1", "year": "1990"}
    app.query_params.clear()  # as the Back button does
    app.query_params["q"] = "Moscow"
    app.run()
    assert app.toggle(key="filter-kinds-own").value is False
    assert app.slider(key="filter-kinds-year").value == 2026
    assert app.text_input(key="filter-kinds-q").value == "Moscow"


def test_two_changes_at_once_both_count() -> None:
    app = opened()
    app.toggle(key="filter-kinds-own").set_value(True)
    app.slider(key="filter-kinds-rank").set_value(4)
    app.run()
    assert app.query_params == {"own": "1", "rank": "4"}


def test_going_back_to_the_defaults_empties_the_address() -> None:
    app = opened(own="1", year="1990", unknown="x")
    app.toggle(key="filter-kinds-own").set_value(False).run()
    assert app.query_params == {"year": "1990"}


def test_too_many_codes_are_cut() -> None:
    app = opened(compared="a.b.RUS")
    assert app.button_group(key="filter-kinds-compared").value == ["a", "b"]


def test_the_reading_names_what_was_asked_for() -> None:
    assert opened(themes="a").caption[0].value == "1945–2026; themes: A."
