"""Every table missing in turn: the long form of what ``test_data_files`` does with some."""

import json
from pathlib import Path

import pytest

import datasets
from tests.faults.test_data_files import crashes, damaged


@pytest.mark.parametrize("table", [spec.id for spec in datasets.tables()])
def test_each_table_alone_can_be_missing(table: str, tmp_path: Path) -> None:
    with damaged(tmp_path, table) as server:
        assert json.loads(server.get("/healthz").text)["failed"] == [table]
        assert crashes(server) == []
