"""The Data page in a browser."""

import csv
import io
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

import datasets
from dashboard.filters.data import SECTIONS
from tests.browser.conftest import OpenPage, ready, settled

pytestmark = pytest.mark.browser

CODES = [code for code, _ in SECTIONS]


def _table(page: Page) -> Locator:
    """The table of rows, once it is there."""
    table = page.locator(".tumen-rows table")
    expect(table).to_be_visible()
    return table


def _words(page: Page) -> list[str]:
    """Rows of the table in sight, cells parted by tabs."""
    return _table(page).locator("tbody tr").all_inner_texts()


def _wait(page: Page, address: str) -> None:
    page.wait_for_url(re.compile(address))
    settled(page)


@pytest.mark.parametrize("section", CODES)
def test_each_section_is_whole_and_never_scrolls_sideways(
    open_page: OpenPage, section: str
) -> None:
    for width in (1280, 320):
        page = open_page(f"/data?show={section}", width=width)
        assert page.locator('[data-testid="stException"]').count() == 0
        wide = page.evaluate(
            "document.querySelector('.stMain').scrollWidth"
            " - document.querySelector('.stMain').clientWidth"
        )
        assert wide <= 0


@pytest.mark.parametrize("section", CODES)
def test_no_section_shuts_anyone_out(open_page: OpenPage, section: str) -> None:
    for dark in (False, True):
        page = open_page(f"/data?show={section}&where=theme.law&where2=title.treaty", dark=dark)
        found = Axe().run(page).response["violations"]
        told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
        assert not [fault for fault in told if fault[0] in {"serious", "critical"}], told
        assert len(told) <= 1, told


def test_a_column_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/data")
    page.get_by_role("combobox", name="Table (rows)").fill("Trade flows")
    page.get_by_role("option", name=re.compile("^Trade flows")).first.click()
    _wait(page, r"table=trade_flows")
    page.get_by_role("combobox", name="Filter by columns").fill("Partner")
    page.get_by_role("option", name="Partner").click()
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Partner").fill("Russia")
    page.get_by_role("option", name="Russia").click()
    page.keyboard.press("Escape")
    _wait(page, r"where=partner\.RUS")
    page.get_by_role("combobox", name="Sort by").fill("Year")
    page.get_by_role("option", name="Year").click()
    _wait(page, r"sort=year")
    page.get_by_role("radio", name="Descending").click()
    _wait(page, r"sort=-year")
    rows = _words(page)
    assert len(rows) == 50
    assert all("\tRussia\t" in row for row in rows)
    address = urlsplit(page.url)
    again = open_page(f"{address.path}?{address.query}")
    assert _words(again) == rows


def test_the_largest_table_is_shown_fifty_rows_at_a_time(open_page: OpenPage) -> None:
    page = open_page("/data?table=ga_votes&where=iso3.PRK&where2=roll_call_id.korea")
    first = _calls(page)
    assert len(first) == 50
    page.get_by_role("button", name="Next").click()
    expect(_table(page).locator("tbody a").first).not_to_have_attribute("href", first[0])
    second = _calls(page)
    assert 0 < len(second) <= 50
    assert not set(first) & set(second)


def _calls(page: Page) -> list[str]:
    """Addresses of the roll calls in sight."""
    links = _table(page).locator("tbody tr td:first-child a")
    return [str(link.get_attribute("href")) for link in links.all()]


def test_the_search_forgives_spelling(open_page: OpenPage) -> None:
    page = open_page("/data")
    box = page.get_by_role("searchbox", name="Search")
    box.fill("Raseon")
    box.press("Enter")
    _wait(page, r"q=Raseon")
    found = _words(page)
    again = open_page("/data?q=%EB%82%98%EC%84%A0")
    assert 0 < len(found) <= 50
    assert _words(again) == found


def test_a_download_holds_the_rows_that_are_left_and_the_whole_table_too(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/data?where=theme.law&where2=date.1990..2000&sort=-date")
    shown = [row.split("\t")[0] for row in _words(page)]
    page.get_by_role("radio", name="Download", exact=True).click()
    links = page.get_by_role("link", name="CSV", exact=True)
    expect(links).to_have_count(2)
    for link, rows in ((links.first, len(shown)), (links.last, len(datasets.load("milestones")))):
        with page.expect_download() as waiting:
            link.click()
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        found = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        assert len(found) == rows
        if link == links.first:
            assert [row["id"] for row in found] == shown


def test_a_row_leads_to_its_record_and_a_source_to_its_rows(open_page: OpenPage) -> None:
    page = open_page("/data?where=theme.law&where2=title.1961")
    _table(page).locator("tbody a").first.click()
    page.wait_for_url(re.compile(r"/milestones\?record="))
    ready(page)
    page = open_page("/data?show=sources&of=milestones")
    item = page.locator(".st-key-card-sources .tumen-records > li").first
    said = item.get_by_role("link", name="Milestones")
    count = int(re.search(r"Milestones \((\d+)\)", item.inner_text())[1])  # type: ignore[index]
    said.click()
    page.wait_for_url(re.compile(r"where=source_ids\."))
    ready(page)
    assert len(_words(page)) == min(count, 50)


def test_the_whole_record_is_one_file(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/data?show=about")
    with page.expect_download() as waiting:
        page.locator(".st-key-card-package").get_by_role("link", name="tumen-").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == f"tumen-{datasets.version()}.zip"
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    assert {"datapackage.json", "README.md", "tables/ga_votes.csv"} <= names


def test_the_record_is_cited_in_several_styles(open_page: OpenPage) -> None:
    page = open_page("/data?show=about")
    card = page.locator(".st-key-card-cite")
    card.get_by_role("radio", name="BibTeX").click()
    expect(card.locator("code")).to_contain_text("@")


def test_the_contents_of_the_method_lead_to_its_sections(open_page: OpenPage) -> None:
    page = open_page("/data?show=method")
    heading = page.get_by_role("heading", name="Licences", exact=True)
    expect(heading).not_to_be_in_viewport()
    page.get_by_role("navigation", name="Contents of the method").get_by_role(
        "link", name="Licences"
    ).click()
    expect(heading).to_be_in_viewport()


def test_a_grid_of_the_coverage_is_drawn_with_its_numbers(open_page: OpenPage) -> None:
    for width in (1280, 375):
        page = open_page("/data?show=coverage&of=milestones", width=width)
        card = page.locator(".st-key-card-coverage-themes")
        chart = card.locator('[data-testid="chart"]')
        expect(chart).to_have_attribute("data-ready", "true")
        drawn = chart.locator(".heatmap-label").all_text_contents()
        assert len([text for text in drawn if text.strip()]) > 50


def test_the_footer_leads_to_the_method(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator(".st-key-footer").get_by_role("link", name="Method").click()
    _wait(page, r"/data\?show=method")
    expect(page.get_by_role("heading", name="What is collected")).to_be_visible()
