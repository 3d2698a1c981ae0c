"""Rows and citations of cards as files, and the package of a page."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator

import bibtexparser
import pandas as pd
import pytest

import datasets
from dashboard import contents, exports
from dashboard.lookup.addresses import page_name
from dashboard.navigation import PAGES, page
from dashboard.state.view import Choice, from_query
from tests.asgi import ask
from tests.dashboard.takeaway.conftest import APP

HOST = {"host": "tumen.test"}


def cards() -> Iterator[tuple[str, str]]:
    """Every card of every section of every page, with the query under which it stands."""
    for spec in PAGES:
        show = next((param for param in spec.params if param.key == "show"), None)
        codes = [code for code, _ in show.choices] if isinstance(show, Choice) else [""]
        seen = set()
        for code in codes:
            query = {"show": code} if code else {}
            filters, _ = from_query(spec.all_params, query)
            for card in contents.cards(spec.url, filters):
                if card.key not in seen:
                    seen.add(card.key)
                    yield f"{page_name(spec.url)}/{card.key}", f"show={code}" if code else ""


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


@pytest.mark.parametrize(("path", "query"), list(cards()))
def test_every_card_has_its_rows_at_an_address(path: str, query: str) -> None:
    answer = ask(APP, f"/view/{path}.csv", query=query, headers=HOST)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"
    url, key = path.split("/")
    spec = page("" if url == "overview" else url)
    filters, _ = from_query(spec.all_params, dict([query.split("=")] if query else []))
    filters = contents.settled(spec.url, filters)
    card = contents.card(spec.url, key, filters)
    assert card is not None
    shown = exports.Shown(spec, card, filters, "http://tumen.test/")
    export = exports.export(shown, shown.content())
    rows = csv_rows(answer.content)
    assert rows[0] == list(export.frame)
    assert len(rows) == len(export.frame) + 1


def test_the_four_formats_hold_the_same_rows() -> None:
    path, query = "/view/trade/shares", "from=1990&to=2000&partners=RUS"
    text = ask(APP, f"{path}.csv", query=query)
    frame = pd.read_csv(io.BytesIO(text.content))
    parquet = pd.read_parquet(
        io.BytesIO(ask(APP, f"{path}.parquet", query=query).content), dtype_backend="pyarrow"
    )
    workbook = pd.read_excel(io.BytesIO(ask(APP, f"{path}.xlsx", query=query).content))
    records = json.loads(ask(APP, f"{path}.json", query=query).content)
    assert len(frame) == len(parquet) == len(workbook) == len(records["records"]) > 5
    years = frame["year"].tolist()
    assert years == workbook["year"].tolist() == [row["year"] for row in records["records"]]
    assert records["filters"].startswith("1990–2000; all themes; partners: Russia")
    assert records["address"] == "http://localhost/trade?from=1990&to=2000&partners=RUS"
    assert text.headers["content-disposition"] == (
        'attachment; filename="tumen-trade-shares-from-1990_to-2000_partners-RUS-'
        f'{datasets.version()}.csv"'
    )


def test_what_is_unchanged_is_not_sent_again() -> None:
    first = ask(APP, "/view/trade/shares.csv", headers=HOST)
    again = {**HOST, "if-none-match": first.headers["etag"]}
    assert ask(APP, "/view/trade/shares.csv", headers=again).status == 304


@pytest.mark.parametrize(
    ("path", "query", "status", "said"),
    [
        ("/view/nowhere/shares.csv", "", 404, "Pages: overview, trade"),
        ("/view//shares.csv", "", 404, ""),
        ("/view/trade/nothing.csv", "", 404, "This page has: shares"),
        ("/view/trade/shares.exe", "", 404, "Formats: csv, xlsx, json, parquet"),
        ("/view/trade/shares", "", 404, "Formats:"),
        ("/view/trade/shares.csv", "from=x", 400, "is not a year"),
        ("/view/trade/shares.csv", "nonsense=%3Cscript%3E", 400, "&lt;script&gt;"),
        ("/cite/tumen.csv", "", 404, "Formats: bib, ris, csl.json"),
        ("/cite/no-such-record.bib", "", 404, "the id of a table"),
        ("/package/nowhere.zip", "", 404, "Pages:"),
        ("/package/trade.zip", "zzz=1", 400, "is not a filter of this page"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    path: str, query: str, status: int, said: str
) -> None:
    answer = ask(APP, path, query=query)
    assert answer.status == status
    assert said in answer.text or not said
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    ("name", "title", "address"),
    [
        ("tumen", "Tumen: Russia–North Korea relations since 1945", "http://tumen.test/"),
        ("trade_flows", "Trade flows", "http://tumen.test/data/trade_flows.csv"),
        ("treaty-1961", "record treaty-1961", "http://tumen.test/r/treaty-1961"),
    ],
)
def test_record_table_and_row_can_be_cited(name: str, title: str, address: str) -> None:
    answer = ask(APP, f"/cite/{name}.bib", headers=HOST)
    (entry,) = bibtexparser.loads(answer.text).entries
    assert title in entry["title"]
    assert entry["url"] == address
    assert entry["ID"] in answer.headers["content-disposition"]
    assert ask(APP, f"/cite/{name}.ris").status == ask(APP, f"/cite/{name}.csl.json").status == 200


def test_a_view_is_cited_with_its_filters_and_its_address() -> None:
    answer = ask(APP, "/view/trade/shares.csl.json", query="from=1990", headers=HOST)
    (item,) = json.loads(answer.content)
    assert "(1990–2026; all themes; partners" in item["title"]
    assert item["URL"] == "http://tumen.test/trade?from=1990"


def opened(answer_content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(answer_content))


def test_a_package_holds_the_tables_of_the_page_under_its_filters() -> None:
    answer = ask(APP, "/package/united-nations.zip", query="from=2020")
    name = f"tumen-united-nations-from-2020-{datasets.version()}.zip"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    with opened(answer.content) as archive:
        assert archive.testzip() is None
        calls = pd.read_csv(archive.open("tables/ga_roll_calls.csv"))
        votes = pd.read_csv(archive.open("tables/ga_votes.csv"))
        council = pd.read_csv(archive.open("tables/security_council.csv"))
        descriptor = json.loads(archive.read("datapackage.json"))
        readme = archive.read("README.md").decode()
    assert calls["date"].min() >= "2020"
    assert set(votes["roll_call_id"]) == set(calls["roll_call_id"])
    assert council["date"].min() >= "2020"
    tables = {resource["name"].replace("-", "_") for resource in descriptor["resources"]}
    assert {"ga_roll_calls", "ga_votes", "sources"} <= tables
    assert "This is a selection: tables of the page United Nations" in readme
    assert "General Assembly roll calls" in readme
    assert "2020–2026" in readme


def test_a_package_of_a_browsed_table_holds_that_table() -> None:
    answer = ask(APP, "/package/data.zip", query="table=trade_flows&where=partner.RUS")
    with opened(answer.content) as archive:
        names = {name for name in archive.namelist() if name.startswith("tables/")}
        flows = pd.read_csv(archive.open("tables/trade_flows.csv"))
    assert "tables/trade_flows.csv" in names
    assert "tables/milestones.csv" not in names
    assert set(flows["partner"]) == {"RUS"}


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url or "start")
def test_every_page_has_a_package(spec: object) -> None:
    answer = ask(APP, f"/package/{page_name(spec.url)}.zip", query="from=2015&themes=law")  # type: ignore[attr-defined]
    assert answer.status == 200
    with opened(answer.content) as archive:
        assert {"README.md", "datapackage.json", "tables/sources.csv"} <= set(archive.namelist())
