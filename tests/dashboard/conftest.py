"""Pages run without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.navigation import page

ENTRY = Path(__file__).parents[2] / "dashboard" / "entry.py"

OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page() -> OpenPage:
    """Open a page under a query: ``open_page("trade", series="kotra", **{"from": "1990"})``."""

    def opened(url: str = "", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(ENTRY, default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        if url:
            app.switch_page(f"views/{page(url).file}.py")
            # Before the first run Streamlit goes by the file's name; pages go by their address.
            app._page_hash = calc_hash(url)
        return app.run()

    return opened


@pytest.fixture
def _fresh_cache() -> Iterator[None]:
    """Nothing that a test puts into the shared cache stays there."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()
