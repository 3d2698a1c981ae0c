"""Addresses that answer without Streamlit."""

import gzip
import json

import pytest
from starlette.applications import Starlette

import datasets
import datasets.record
from dashboard.navigation import PAGES
from dashboard.routes import routes
from dashboard.web import assets
from dashboard.web.front import front_page
from dashboard.web.style import style_name, style_sheet
from tests.asgi import ask
from validators.findings import Finding, Severity

APP = Starlette(routes=routes())


@pytest.fixture
def _ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data have been read."""
    monkeypatch.setattr("dashboard.cache.is_warm", lambda: True)


def test_health_says_when_the_data_are_still_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.cache.is_warm", lambda: False)
    answer = ask(APP, "/healthz")
    assert answer.status == 503
    assert json.loads(answer.content) == {"status": "starting"}


@pytest.mark.usefixtures("_ready")
def test_health_tells_version_and_tables() -> None:
    answer = ask(APP, "/healthz")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    content = json.loads(answer.content)
    assert content["version"] == datasets.version()
    assert content["tables"] + len(content["failed"]) == len(datasets.tables())
    assert content["status"] in {"ok", "degraded"}


@pytest.mark.usefixtures("_ready")
def test_health_names_tables_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Finding("x", Severity.ERROR, "eras", "eras.csv", 2, "start", "", "is bad", "Mend it")
    broken = datasets.record.Catalog(datasets.tables(), {}, (finding,))
    monkeypatch.setattr(datasets, "catalog", lambda: broken)
    content = json.loads(ask(APP, "/healthz").content)
    assert content["status"] == "degraded"
    assert content["failed"] == ["eras"]


def test_the_icon_is_ours() -> None:
    answer = ask(APP, "/favicon.png")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")


@pytest.mark.usefixtures("_ready")
@pytest.mark.parametrize("path", ["/healthz", "/favicon.png"])
def test_only_reading_is_allowed(path: str) -> None:
    assert ask(APP, path, method="HEAD").status == 200
    assert ask(APP, path, method="POST").status == 405


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (f"/take/{'0' * 40}/csv", "no longer kept"),
        ("/take/..%2F..%2Fetc/csv", "no longer kept"),
        (f"/take/{'0' * 40}/exe", "csv, csv-excel, xlsx, json, parquet"),
    ],
)
def test_a_download_that_is_gone_says_so(path: str, words: str) -> None:
    answer = ask(APP, path)
    assert answer.status == 404
    assert "%2F" in path or words in answer.text


def test_assets_are_served() -> None:
    for address in assets.preload():
        assert ask(APP, address).status == 200


@pytest.mark.parametrize("path", ["/", *(f"/{spec.url}" for spec in PAGES[1:]), "/no-such-page"])
def test_every_page_gets_our_html_compressed_or_plain(path: str) -> None:
    packed = ask(APP, path, headers={"Accept-Encoding": "gzip"})
    plain = ask(APP, path, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.content) == plain.content
    assert b"<title>Tumen</title>" in plain.content
    assert packed.headers["cache-control"] == "no-cache"
    assert packed.headers["vary"] == "Accept-Encoding"
    for held in (packed, plain):
        again = {"Accept-Encoding": "gzip" if held is packed else "identity"}
        answer = ask(APP, path, headers={**again, "If-None-Match": held.headers["etag"]})
        assert (answer.status, answer.content) == (304, b"")


@pytest.mark.parametrize("path", ["/manifest.json", "/trade/x", "/_stcore/health", "/index.html"])
def test_what_is_no_page_is_left_to_streamlit(path: str) -> None:
    assert ask(APP, path).status == 404


def test_the_style_sheet_is_kept_for_good_under_the_name_of_its_content() -> None:
    answer = ask(APP, f"/{style_name()}")
    assert answer.content == style_sheet()
    assert "immutable" in answer.headers["cache-control"]
    assert style_name().encode() in front_page()
