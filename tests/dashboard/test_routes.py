"""Addresses that answer without Streamlit."""

import json

import pytest
from starlette.applications import Starlette

import datasets
import datasets.record
from dashboard import assets
from dashboard.routes import routes
from tests.asgi import ask
from validators.findings import Finding, Severity

APP = Starlette(routes=routes())


def test_health_tells_version_and_tables() -> None:
    answer = ask(APP, "/healthz")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    content = json.loads(answer.content)
    assert content["version"] == datasets.version()
    assert content["tables"] + len(content["failed"]) == len(datasets.tables())
    assert content["status"] in {"ok", "degraded"}


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


@pytest.mark.parametrize("path", ["/healthz", "/favicon.png"])
def test_only_reading_is_allowed(path: str) -> None:
    assert ask(APP, path, method="HEAD").status == 200
    assert ask(APP, path, method="POST").status == 405


def test_assets_are_served() -> None:
    for address in assets.preload():
        assert ask(APP, address).status == 200
