"""Pages of records, the index, JSON-LD, feed, sitemap and robots."""

import json
import re
from html import unescape
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import feedparser
import pytest
from pyld import jsonld
from starlette.applications import Starlette

import datasets
from dashboard.lookup import records
from dashboard.navigation import page
from dashboard.plain import site
from dashboard.plain.pages import VIEWS
from dashboard.plain.routes import routes
from dashboard.state.view import from_query
from datasets.diff import CellChange, Change, ChangeKind
from datasets.released import Release
from tests.asgi import Answer, ask

APP = Starlette(routes=routes())
HOST = {"host": "tumen.test"}


def context(_: str, __: object) -> dict[str, object]:
    """The vocabulary of schema.org without asking for it: every term lies below it."""
    document = {"@context": {"@vocab": "https://schema.org/"}}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": "",
        "document": document,
    }


def linked_data(answer: Answer) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', answer.text, re.DOTALL)
    assert found is not None
    data: dict[str, object] = json.loads(found.group(1))
    expanded = jsonld.expand(data, {"documentLoader": context})
    assert expanded
    return data


@pytest.mark.parametrize("table", records.TABLES)
def test_every_table_with_records_shows_them(table: str) -> None:
    frame = datasets.load(table)
    key = datasets.spec(table).key[0]
    for place in (0, len(frame) // 2, len(frame) - 1):
        wanted = frame[key].iloc[place]
        answer = ask(APP, f"/r/{table}/{wanted}", headers=HOST)
        assert answer.status == 200
        assert wanted in answer.text
        data = linked_data(answer)
        assert data["@id"] == f"http://tumen.test/r/{table}/{wanted}"
        label = records.find(datasets.catalog(), wanted, table)[0].label
        assert label in unescape(answer.text)


def test_a_milestone_shows_facts_sources_and_what_refers_to_it() -> None:
    cited = dict(zip(*(datasets.load("milestones")[c] for c in ("id", "source_ids")), strict=True))
    wanted = "2024-06-19-partnership-treaty"
    if wanted not in cited:
        wanted = list(cited)[-1]
    answer = ask(APP, f"/r/{wanted}", headers=HOST)
    sources = datasets.load("sources")
    titles = dict(zip(sources["id"], sources["title"], strict=True))
    assert cited[wanted]
    for source in cited[wanted]:
        assert titles[source] in unescape(answer.text)
    assert linked_data(answer)["@type"] == "Event"


def test_a_claim_is_a_claim_and_names_its_evidence() -> None:
    claims = datasets.load("claims")
    row = claims[claims["evidence_milestones"].map(len) > 0].iloc[0]
    answer = ask(APP, f"/r/{row['id']}", headers=HOST)
    assert linked_data(answer)["@type"] == "Claim"
    for milestone in row["evidence_milestones"]:
        assert f'href="/r/{milestone}"' in answer.text


def test_an_id_of_two_tables_names_both() -> None:
    answer = ask(APP, "/r/article-1")
    assert 'href="/r/sources/article-1"' in answer.text


@pytest.mark.parametrize(
    "path", ["/r/nope", "/r/nope/x", "/r/milestones/nope", "/r/%00", "/r/..%2Fx"]
)
def test_unknown_records_say_what_exists(path: str) -> None:
    answer = ask(APP, path)
    assert answer.status == 404
    assert "milestones" in answer.text or "/data/" in answer.text


def test_a_host_that_is_none_is_not_repeated() -> None:
    answer = ask(APP, "/r/pyongyang", headers={"host": 'evil"><script>'})
    assert "evil" not in answer.text


def test_the_index_lists_every_table_with_its_rows() -> None:
    answer = ask(APP, "/data/", headers=HOST)
    for spec in datasets.tables():
        assert f'href="/data/{spec.id}.csv"' in answer.text
        assert f"{len(datasets.catalog().frame(spec.id)):,}" in answer.text
    assert linked_data(answer)["@type"] == "DataCatalog"


def test_the_descriptor_and_the_package_are_served() -> None:
    descriptor = json.loads(ask(APP, "/data/datapackage.json").content)
    assert {resource["name"] for resource in descriptor["resources"]} == {
        spec.id for spec in datasets.tables()
    }
    answer = ask(APP, f"/data/tumen-{datasets.version()}.zip")
    assert answer.status == 200
    assert answer.content.startswith(b"PK")


def test_the_feed_reads_as_a_feed() -> None:
    read = feedparser.parse(ask(APP, "/data/changes.atom", headers=HOST).content)
    assert not read.bozo
    assert read.entries[0].title == f"Data version {datasets.version()}"
    assert read.feed.links[0].href.startswith("http://tumen.test/data")


def test_the_feed_tells_changes_in_words() -> None:
    change = Change(
        "eras", ChangeKind.CHANGED, "x", "An era", (CellChange("start", "1945", "1946"),), 1
    )
    first = Release("2026.01.01", "", {"eras": {"rows": 8, "sha256": ""}}, ())
    second = Release("2026.02.01", "2026.01.01", {"eras": {"rows": 8, "sha256": ""}}, (change,))
    read = feedparser.parse(site.feed_bytes("http://tumen.test", (first, second)))
    assert [entry.title for entry in read.entries] == [
        "Data version 2026.02.01",
        "Data version 2026.01.01",
    ]
    assert "1946" in read.entries[0].content[0].value
    assert "1 changes since 2026.01.01" in read.entries[0].summary


def test_sitemap_and_robots() -> None:
    root = ElementTree.fromstring(ask(APP, "/sitemap.xml", headers=HOST).content)
    found = {element.text for element in root.iter() if element.tag.endswith("loc")}
    assert "http://tumen.test/data/" in found
    assert f"http://tumen.test/r/{datasets.load('milestones')['id'].iloc[0]}" in found
    assert len(found) > 1000
    assert "Sitemap: http://tumen.test/sitemap.xml" in ask(APP, "/robots.txt", headers=HOST).text


@pytest.mark.parametrize("table", list(VIEWS))
def test_links_into_the_dashboard_are_understood_there(table: str) -> None:
    frame = datasets.load(table)
    key = datasets.spec(table).key[0]
    understood = 0
    for wanted in frame[key]:
        path, _, query = VIEWS[table].format(wanted).partition("?")
        _, ignored = from_query(page(path.strip("/")).all_params, dict(parse_qsl(query)))
        understood += not ignored
    # A series without shares and a place without a milestone have nothing to show there.
    assert understood >= len(frame) / 2
