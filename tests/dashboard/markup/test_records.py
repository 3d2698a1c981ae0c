from typing import Any

import pandas as pd

from dashboard.lookup.related import related
from dashboard.markup.records import facts, full_record, list_item, related_line
from tests.dashboard.charts.milestones.samples import ROWS

_NAMED = pd.DataFrame(
    {
        "id": ["a", "s-talks"],
        "title": ["A & B", "Second"],
        "publisher": ["Press <one>", None],
        "url": ["https://example.org/a?x=1&y=2", "javascript:alert(1)"],
        "date": ["1990-09", None],
        "kind": ["press", "official"],
    }
)
SOURCES = {str(row.id): row for row in _NAMED.itertuples()}


def _row(record: str) -> Any:
    return next(ROWS[ROWS["id"] == record].itertuples())


def test_a_list_item_names_date_labels_and_sources() -> None:
    html = list_item(_row("talks"), SOURCES)
    for words in ("September 1990", "Rason zone (north)", "Diplomacy", "Notable", "Verified"):
        assert words in html
    assert "▼ Serious strain" in html
    assert "Soviet Union, China" in html
    assert 'href="https://example.org/a?x=1&amp;y=2"' in html
    assert "Press &lt;one&gt;</a>, September 1990" in html


def test_text_is_escaped_and_an_address_that_is_none_is_no_link() -> None:
    html = list_item(_row("talks"), SOURCES)
    assert "About the talks &amp; more." in html
    assert "javascript" not in html
    assert "Second" in html


def test_a_full_record_tells_precision_and_counts_its_sources() -> None:
    html = full_record(_row("talks"), SOURCES)
    assert "September 1990 (only the month is known)" in html
    assert "<h3>2 sources</h3>" in html
    assert "<h3>1 source</h3>" in full_record(_row("treaty"), SOURCES)
    assert dict(facts(_row("bridge")))["Theme"] == "Economy, also Law"
    assert dict(facts(_row("bridge")))["Status"] == "Not verified"


def test_what_is_missing_is_left_out() -> None:
    assert "Place" not in dict(facts(_row("plan")))
    assert "Note" not in dict(facts(_row("plan")))


def test_a_related_record_says_when_and_why() -> None:
    rows = related(ROWS, "dispute").itertuples()
    lines = [related_line(row, {"CHN": "China"}) for row in rows]
    assert lines == [
        "6 July 1961 · same place; same week",
        "September 1990 · shared actors: China",
    ]
