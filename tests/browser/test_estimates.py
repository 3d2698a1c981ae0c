"""The Estimates page in a browser."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.filters.estimates import SECTIONS
from tests.browser.conftest import OpenPage, click_mark, settled

pytestmark = pytest.mark.browser

TWICE = """(between) => {
  const links = [...document.querySelectorAll('.st-key-nav a')];
  const link = links.find((each) => each.innerText.trim() === 'Estimates');
  link.click();
  setTimeout(() => link.click(), between);
}"""
SIDEWAYS = (
    "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
)


def _table(page: Page, card: str) -> str:
    """Words of the table behind a figure."""
    box = page.locator(f".st-key-card-{card}")
    box.get_by_role("radio", name="Table").click()
    table = box.get_by_role("table")
    expect(table).to_be_visible()
    return table.inner_text()


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_each_section_is_whole_and_shuts_no_one_out(open_page: OpenPage, section: str) -> None:
    for width, dark in ((1280, False), (320, True)):
        page = open_page(f"/estimates?show={section}", width=width, dark=dark)
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.evaluate(SIDEWAYS) <= 0
        found = Axe().run(page).response["violations"]
        told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
        assert not [fault for fault in told if fault[0] in {"serious", "critical"}], told


def test_marks_names_and_arrows_are_drawn(open_page: OpenPage) -> None:
    page = open_page("/estimates")
    chart = page.locator('.st-key-card-over-time [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    assert chart.locator(".scatterlayer path.point").count() >= 26
    assert chart.locator(".annotation-arrow-g").count() >= 4
    names = chart.locator(".annotation-text").all_text_contents()
    assert "Western officials" in names


def test_troops_at_the_end_of_2024_are_found_from_the_overview(open_page: OpenPage) -> None:
    """Three steps: Estimates, the period opened, the year chosen."""
    page = open_page("/")
    page.get_by_role("link", name="Estimates", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Estimates")
    settled(page)
    page.get_by_role("button", name=re.compile("^Period")).click()
    ends = page.get_by_role("slider")
    expect(ends).to_have_count(2)
    ends.nth(0).focus()
    for _ in range(79):
        page.keyboard.press("ArrowRight")
    ends.nth(1).focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile(r"from=2024&to=2024"))
    page.keyboard.press("Escape")
    settled(page)
    told = page.locator(".st-key-card-ranges").inner_text()
    assert "Troops sent: 11,000 to 15,000" in told
    assert "United States government, 16 December 2024 (more than 11,000)" in told


@pytest.mark.parametrize("between", [5, 15, 35])
def test_who_clicks_a_link_twice_finds_the_filters_as_they_are(
    open_page: OpenPage, between: int
) -> None:
    """Of two runs that follow each other quickly the browser may draw only the second."""
    page = open_page("/")
    page.evaluate(TWICE, between)
    expect(page.locator("h1")).to_have_text("Estimates")
    settled(page)
    expect(page.get_by_role("combobox", name="Quantity")).to_have_value(re.compile("^Troops"))
    expect(page.locator("[class*='st-key-filter-estimates-wording'] input")).to_be_checked()
    # And a change of another filter leaves them alone.
    page.locator("[class*='st-key-filter-estimates-overlay'] label").first.click()
    page.wait_for_url(re.compile(r"/estimates\?overlay=1$"))


def test_a_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/estimates?show=rows")
    page.get_by_role("combobox", name="Quantity").click()
    page.get_by_role("option", name="Containers shipped").click()
    page.wait_for_url(re.compile(r"quantity=containers"))
    settled(page)
    first = _table(page, "side-by-side")
    parts = urlsplit(page.url)
    again = open_page(f"{parts.path}?{parts.query}")
    assert _table(again, "side-by-side") == first
    assert "Containers" in first


def test_a_mark_opens_its_statement(open_page: OpenPage) -> None:
    page = open_page("/estimates?quantity=containers&claimant=MSMT&show=rows")
    chart = page.locator('.st-key-card-side-by-side [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    point = chart.locator(".scatterlayer path.point").last
    click_mark(point)
    page.wait_for_url(re.compile(r"record=containers-msmt"))
    settled(page)
    expect(page.get_by_text("Multilateral Sanctions Monitoring Team, 29 May 2025")).to_be_visible()
