"""A server that all tests may use which leave it as it was."""

from collections.abc import Iterator

import pytest

from tests.forms import IS_LONG
from tests.servers import Server, dashboard

collect_ignore = [] if IS_LONG else ["test_each_table.py"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard; sessions that lost their connection are forgotten after five seconds."""
    folder = tmp_path_factory.mktemp("server")
    short = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "5"}
    with dashboard(folder, environment=short) as running:
        yield running
