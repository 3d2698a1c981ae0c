"""Code that is offered, run by the programs it is written for."""

import csv
import io
import shutil
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import duckdb
import duckdb_extension_httpfs
import pandas as pd
import pytest

from dashboard.downloads.snippets import TOOLS, Source, Tool
from tests.dashboard.takeaway.conftest import served

__all__ = ["served"]

#: Addresses of rows: a derived figure, a list, a browsed table, words in Hangul and Cyrillic.
PATHS = (
    "view/trade/shares.csv?from=1990&to=2000",
    "view/milestones/records.csv?tone=-2",
    "data/trade_flows.csv?where=partner.RUS&from=2000",
    "data/name_aliases.csv?q=%EA%B9%80",
    "data/name_aliases.csv?q=%D0%BF%D1%83%D1%82%D0%B8%D0%BD",
)
BY_CODE = {tool.code: tool for tool in TOOLS}


def source(address: str) -> Source:
    return Source(address, "Shares\nof trade", "1990–2000; themes: Law.", "2026.11.21")


def rows(address: str) -> list[dict[str, str]]:
    with urllib.request.urlopen(address) as answer:
        found = list(csv.DictReader(io.StringIO(answer.read().decode())))
    assert found
    return found


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.code)
def test_every_snippet_names_its_rows_and_breaks_no_line(tool: Tool) -> None:
    text = tool.write(source("https://t.test/data/eras.csv?from=1990&q=%22%27"))
    first, *rest = text.splitlines()
    assert first.endswith("Shares of trade: 1990–2000; themes: Law (Tumen, version 2026.11.21)")
    assert "https://t.test/data/eras.csv?from=1990&q=%22%27" in "".join(rest)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.code)
def test_an_address_cannot_end_its_quotation_marks(tool: Tool) -> None:
    text = tool.write(source("https://t.test/a\"'\\#(lf)b"))
    expected = {
        "pandas": r'("https://t.test/a\"' + "'" + r'\\#(lf)b")',
        "r": r'"https://t.test/a\"' + "'" + r'\\#(lf)b"',
        "duckdb": "'https://t.test/a\"''\\#(lf)b'",
        "excel": '"https://t.test/a""' + "'" + r'\#(#)(lf)b"',
    }
    assert expected[tool.code] in text


@pytest.mark.parametrize("path", PATHS)
def test_pandas_reads_the_rows(served: str, path: str) -> None:
    address = f"{served}/{path}"
    names: dict[str, Any] = {}
    exec(BY_CODE["pandas"].write(source(address)), names)
    frame = names["frame"]
    expected = rows(address)
    assert isinstance(frame, pd.DataFrame)
    assert list(frame) == list(expected[0])
    assert len(frame) == len(expected)
    for name in ("title", "alias", "partner_name", "partner"):
        if name in frame:
            assert frame[name].fillna("").tolist() == [row[name] for row in expected]


@pytest.mark.parametrize("path", PATHS)
def test_duckdb_reads_the_rows(served: str, path: str) -> None:
    address = f"{served}/{path}"
    with duckdb.connect() as connection:
        # It would fetch this part of itself from its own site; here it is a package.
        folder = Path(duckdb_extension_httpfs.__file__).parent
        (extension,) = folder.rglob("httpfs.duckdb_extension")
        connection.execute(f"LOAD '{extension}'")
        found = connection.sql(BY_CODE["duckdb"].write(source(address)))
        expected = rows(address)
        assert found.columns == list(expected[0])
        values = found.fetchall()
    assert len(values) == len(expected)
    for place, name in enumerate(expected[0]):
        if name in ("title", "alias", "partner_name", "partner"):
            assert [row[place] or "" for row in values] == [row[name] for row in expected]


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed on this machine")
@pytest.mark.parametrize("path", PATHS)
def test_r_reads_the_rows(served: str, path: str, tmp_path: Path) -> None:
    address = f"{served}/{path}"
    script = tmp_path / "read.R"
    script.write_text(
        BY_CODE["r"].write(source(address))
        + 'cat(nrow(frame), paste(names(frame), collapse = "|"), sep = "\\n")\n',
        "utf-8",
    )
    said = subprocess.run(
        ["Rscript", "--vanilla", str(script)], capture_output=True, check=True, text=True
    ).stdout.splitlines()
    expected = rows(address)
    assert said == [str(len(expected)), "|".join(expected[0])]


def test_power_query_names_what_a_csv_file_needs() -> None:
    text = BY_CODE["excel"].write(source("https://t.test/data/eras.csv"))
    assert text.count("(") == text.count(")") + text.splitlines()[0].count("(") - text.splitlines()[
        0
    ].count(")")
    for part in ("let\n", "in\n", "Encoding = 65001", "QuoteStyle.Csv", "PromoteHeaders"):
        assert part in text
