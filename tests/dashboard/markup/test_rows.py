"""Rows of any table as HTML."""

import re

import pandas as pd
import pytest

import datasets
from dashboard import cache
from dashboard.browse.labels import labels_of, row_labels
from dashboard.browse.param import Browse
from dashboard.markup.row_links import RECORD_VIEWS, row_address, rows_address, table_address
from dashboard.markup.rows import cards_html, rows_html
from dashboard.navigation import page
from dashboard.state.view import from_query
from validators.spec import TableSpec

SOURCES = cache.sources_by_id()


def shown(table: str, rows: pd.DataFrame | None = None) -> str:
    frame = datasets.catalog().frame(table) if rows is None else rows
    return rows_html(frame.head(50), datasets.spec(table), SOURCES, "Rows")


@pytest.mark.parametrize("spec", datasets.tables(), ids=lambda spec: spec.id)
def test_every_table_is_shown_whole(spec: TableSpec) -> None:
    html = shown(spec.id)
    frame = datasets.catalog().frame(spec.id).head(50)
    assert html.count("<tr>") == len(frame) + 1
    assert html.count("<td") == len(frame) * len(spec.columns)
    for column in spec.columns.values():
        assert column.title.replace("'", "&#x27;") in html
    assert "<NA>" not in html
    assert "nan" not in re.sub(r"<[^>]+>|[a-z]nan|nan[a-z]", "", html).lower().split()


def test_codes_become_labels_and_links() -> None:
    html = shown("reactions")
    assert "Own statement or act" in html
    assert ">individual<" not in html
    assert "r/reaction_events/" in html
    assert "South Korea" in html
    assert "no source" not in html


def test_sources_are_links_to_what_they_are() -> None:
    row = datasets.load("milestones").head(1)
    first = SOURCES[row["source_ids"].iloc[0][0]]
    html = shown("milestones", row)
    assert first.url.replace("&", "&amp;") in html
    assert first.publisher in html


def test_numbers_that_name_something_keep_their_digits_together() -> None:
    calls = datasets.load("ga_roll_calls").dropna(subset=["undl_id"]).head(1)
    assert f">{calls['undl_id'].iloc[0]}<" in shown("ga_roll_calls", calls)
    flows = datasets.load("trade_flows").query("value_usd >= 10_000_000").head(1)
    assert f">{flows['value_usd'].iloc[0]:,}<" in shown("trade_flows", flows)


def test_nothing_in_a_cell_can_become_markup() -> None:
    row = datasets.load("glossary").head(1).assign(term="<script>alert(1)</script>")
    html = shown("glossary", row)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_cards_escape_headings_and_caption() -> None:
    html = cards_html(("<b>",), [("<i>kept</i>",)], '"quoted"')
    assert "&lt;b&gt;" in html
    assert "<i>kept</i>" in html
    assert 'aria-label="&quot;quoted&quot;"' in html


def test_labels_of_codes() -> None:
    assert labels_of("milestones", "title") is None
    assert (labels_of("milestones", "theme") or {})["law"] == "Law"
    assert (labels_of("ga_key_votes", "iso3") or {})["NAM"] == "Namibia"
    assert (labels_of("joint_statements", "organisations") or {})["EU"] == "EU"
    assert (labels_of("caveats", "tables") or {})["trade_flows"] == "Trade flows"
    assert row_labels("sources")


def test_addresses_of_rows_lead_somewhere() -> None:
    tried = 0
    for spec in datasets.tables():
        frame = datasets.catalog().frame(spec.id)
        if len(spec.key) != 1 or frame.empty:
            continue
        key = str(frame[spec.key[0]].iloc[-1])
        address = row_address(spec.id, key)
        tried += 1
        if not address or address.startswith("r/"):
            continue
        url, _, query = address.partition("?")
        pairs = dict(part.split("=", 1) for part in query.split("&"))
        filters, ignored = from_query(page(url).all_params, pairs)
        assert ignored == ()
        assert key in str(filters)
    assert tried > 15


def test_views_of_records_exist() -> None:
    for table, (url, name, rest) in RECORD_VIEWS.items():
        keys = {param.key for param in page(url).params}
        assert {name, *rest} <= keys, table


def test_addresses_of_rows_that_hold_a_code() -> None:
    assert rows_address("milestones", "place_id", "moscow") == "data?where=place_id.moscow"
    assert rows_address("ga_votes", "roll_call_id", "v1") == (
        "data?table=ga_votes&where=roll_call_id.v1"
    )
    assert table_address(Browse("milestones")) == "data"
