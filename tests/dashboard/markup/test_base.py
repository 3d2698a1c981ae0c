"""Tables and lists of sources in HTML."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.downloads.formats import FORMATS, Export
from dashboard.markup.base import downloads_html, link, notes_html, number, sources_html, table_html


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1990, "1990"),
        (9_999, "9999"),
        (12_345, "12,345"),
        (-12_345.0, "-12,345"),
        (0.5, "0.5"),
        (11.8765432, "11.8765"),
        (1234567.891, "1,234,568"),
        (100.0, "100"),
        (0.000012, "1.2e-05"),
        (10.10, "10.1"),
    ],
)
def test_numbers_are_short_and_years_are_not_parted(value: float, text: str) -> None:
    assert number(value) == text


def test_a_table_shows_what_it_is_given_and_no_more() -> None:
    frame = pd.DataFrame(
        {
            "name": pd.array(["<b>", None], dtype="str"),
            "share": pd.array([11.9, None], dtype="Float64"),
            "known": pd.array([True, False], dtype="boolean"),
            "themes": [("law", "economy"), ()],
            "hidden": [1, 2],
        }
    )
    headings = {"share": "Share (%)", "name": "Name", "known": "Known", "themes": "Themes"}
    html = table_html(frame, headings, 'Caption "quoted"')
    assert html.count("<tr>") == 3
    assert html.count('scope="col"') == 4
    assert html.index("Share (%)") < html.index("Name")
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert 'aria-label="Caption &quot;quoted&quot;"' in html
    assert html.count('class="missing"') == 3
    assert "law, economy" in html
    assert "hidden" not in html
    assert "nan" not in html.lower()


def test_missing_is_not_zero() -> None:
    frame = pd.DataFrame({"n": pd.array([0, None], dtype="Int64")})
    html = table_html(frame, {"n": "N"}, "N")
    assert '<td class="number">0</td>' in html
    assert '<td class="missing">–</td>' in html


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://example.org/?a=1&amp;b=%22"' in link(
        "https://example.org/?a=1&b=%22", "x"
    )
    assert link("javascript:alert(1)", "<x>") == "&lt;x&gt;"
    assert 'rel="noopener noreferrer"' in link("http://example.org", "x")


def test_sources_say_publisher_kind_and_date() -> None:
    source = SimpleNamespace(
        title="Treaty", url="https://example.org/", publisher="Kremlin", kind="official", date=None
    )
    html = sources_html([source])
    assert "<span>Kremlin · Official · undated</span>" in html
    assert html.startswith("<ol")


def test_notes_are_escaped() -> None:
    assert "a &lt; b" in notes_html(("a < b",))


def test_sources_of_a_later_page_count_on() -> None:
    assert 'start="51"' in sources_html([], first=51)


def test_every_format_is_offered_under_its_code() -> None:
    export = Export("table", "Title", pd.DataFrame(), (), pd.DataFrame(), version="2026.1.1")
    html = downloads_html(export, "take/abc")
    assert [f'href="take/abc/{form.code}"' in html for form in FORMATS] == [True] * 5
    assert 'download="tumen-table-2026.1.1.xlsx"' in html


def test_few_notes_stand_open_and_many_are_folded() -> None:
    few = notes_html(tuple("abcd"))
    assert few.count("<li>") == 4
    assert "<details" not in few
    many = notes_html(tuple("abcdef"))
    assert many.count("<li>") == 6
    opened, _, folded = many.partition("<details")
    assert opened.count("<li>") == 3
    assert "<summary>3 more notes</summary>" in folded
