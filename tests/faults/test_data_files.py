"""Data files that are broken, missing or cut off: a clear message, and the rest goes on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import datasets
from dashboard.navigation import PAGES, PageSpec
from dashboard.state.view import Choice
from tests.servers import Server, copied, dashboard
from tests.sessions import Session

#: Where the page or a part of it failed otherwise than by naming the table.
CRASHES = ("could not be shown", "could not be drawn", "could not be answered")

MISSING, CUT_OFF, BROKEN = "petroleum", "trade_products", "estimates"


def views(spec: PageSpec) -> list[str]:
    """Queries that show all sections of a page."""
    shows = [p for p in spec.params if isinstance(p, Choice) and p.key == "show"]
    return ["", *(f"show={code}" for param in shows for code, _ in param.choices)]


def words(server: Server, page: str, query: str = "") -> str:
    """All words of a page, as they stand on the screen."""
    with Session(server.address, page, query) as session:
        return session.texts().replace("\\", "")


def crashes(server: Server) -> list[str]:
    """What failed on any page without a word on the cause."""
    return [
        f"/{spec.url}?{query}: {line}"
        for spec in PAGES
        for query in views(spec)
        for line in words(server, spec.url, query).splitlines()
        if any(crash in line for crash in CRASHES)
    ]


@contextmanager
def damaged(folder: Path, *missing: str) -> Iterator[Server]:
    """A server from a copy of the program that lacks files of tables."""
    (folder / "program").mkdir()
    (folder / "elsewhere").mkdir()
    root = copied(folder / "program")
    for table in missing:
        file(root, table).unlink()
    with dashboard(folder / "elsewhere", root=root) as server:
        yield server


def file(root: Path, table: str) -> Path:
    return root / "datasets" / "tables" / datasets.spec(table).file


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that started with a missing, a cut off and a broken file."""
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "program").mkdir()
    (folder / "elsewhere").mkdir()
    root = copied(folder / "program")
    file(root, MISSING).unlink()
    whole = file(root, CUT_OFF).read_bytes()
    # In the middle of a line, as a full disk or a broken transfer leaves it.
    file(root, CUT_OFF).write_bytes(whole[: whole.rindex(b",", 0, len(whole) * 2 // 3)])
    lines = file(root, BROKEN).read_text("utf-8").splitlines(keepends=True)
    lines[4] = lines[4].replace(lines[4].split(",")[0], "Not An Id!", 1)
    file(root, BROKEN).write_text("".join(lines), "utf-8")
    with dashboard(folder / "elsewhere", root=root) as running:
        yield running


def test_health_names_the_three_tables_and_no_other(server: Server) -> None:
    reply = server.get("/healthz")
    health = json.loads(reply.text)
    assert reply.status == 200
    assert health["status"] == "degraded"
    assert health["failed"] == sorted([MISSING, CUT_OFF, BROKEN])
    assert health["tables"] == len(datasets.tables()) - 3


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("trade", "show=oil", ("Refined petroleum", "petroleum.csv", "cannot be read")),
        ("trade", "show=goods", ("Goods traded", "trade_products.csv:", "cells")),
        ("estimates", "", ("Estimates", "estimates.csv:5", "id", "Not An Id!")),
    ],
)
def test_the_card_says_file_line_and_rule(
    server: Server, page: str, query: str, said: tuple[str, ...]
) -> None:
    text = words(server, page, query)
    assert "could not be read, so this part of the page is not shown" in text
    assert [part for part in said if part not in text] == []


def test_no_page_fails_and_the_others_are_as_ever(server: Server) -> None:
    assert crashes(server) == []
    for page in ("milestones", "reactions", "united-nations", "agreements"):
        assert "could not be read" not in words(server, page)


def test_plain_addresses_answer_for_the_tables_left(server: Server) -> None:
    for table in (MISSING, CUT_OFF, BROKEN):
        assert server.get(f"/data/{table}.csv").status == 503
    assert server.get("/data/milestones.csv").status == 200
    for path in ("/data/", "/data/datapackage.json", "/data/changes.atom", "/sitemap.xml"):
        assert server.get(path).status == 200


def test_without_any_table_every_page_still_says_so(tmp_path: Path) -> None:
    tables = [spec.id for spec in datasets.tables()]
    with damaged(tmp_path, *tables) as server:
        health = json.loads(server.get("/healthz").text)
        assert (health["tables"], health["failed"]) == (0, sorted(tables))
        assert crashes(server) == []
        for spec in PAGES:
            assert "could not be read" in words(server, spec.url)
