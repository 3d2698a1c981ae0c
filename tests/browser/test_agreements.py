"""The Agreements page in a browser."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dashboard.filters.agreements import SECTIONS
from tests.browser.conftest import OpenPage, click_mark, settled

pytestmark = pytest.mark.browser


def _chart(page: Page) -> Locator:
    """The bars, once they are drawn."""
    chart = page.locator('.st-key-card-in-force [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    return chart


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_each_section_is_whole_and_never_scrolls_sideways(
    open_page: OpenPage, section: str
) -> None:
    for width in (1280, 320):
        page = open_page(f"/agreements?show={section}", width=width)
        assert page.locator('[data-testid="stException"]').count() == 0
        wide = page.evaluate(
            "document.querySelector('.stMain').scrollWidth"
            " - document.querySelector('.stMain').clientWidth"
        )
        assert wide <= 0


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_no_section_shuts_anyone_out(open_page: OpenPage, section: str) -> None:
    for dark in (False, True):
        page = open_page(f"/agreements?show={section}", dark=dark)
        found = Axe().run(page).response["violations"]
        told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
        assert not [fault for fault in told if fault[0] in {"serious", "critical"}], told
        assert len(told) <= 1, told


def test_article_four_is_two_steps_from_the_overview(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator(".st-key-nav").get_by_role("link", name="Agreements").click()
    page.wait_for_url(re.compile(r"/agreements"))
    settled(page)
    page.get_by_role("radio", name="Treaties side by side").click()
    row = page.get_by_role("row", name=re.compile(r"^Mutual defence"))
    expect(row).to_contain_text("Article 4")
    expect(row).to_contain_text("under UN Charter Article 51")
    expect(row).to_contain_text("If one side is attacked and finds itself at war")
    expect(row.get_by_role("link").nth(3)).to_be_visible()  # sources and permanent addresses


def test_treaties_become_cards_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/agreements?show=compare", width=375)
    expect(page.locator(".tumen-compare thead")).to_be_hidden()
    row = page.get_by_role("row", name=re.compile("Mutual defence")).first
    cells = row.get_by_role("cell")
    tops = [box["y"] for box in (cells.nth(i).bounding_box() for i in range(4)) if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4
    expect(row.locator(".tumen-compare-name").last).to_be_visible()


def test_a_year_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/agreements?date=1963")
    slider = page.get_by_role("slider", name="In force in")
    slider.press("ArrowLeft")
    slider.press("ArrowLeft")
    page.wait_for_url(re.compile(r"date=1961"))
    settled(page)
    listed = page.locator(".tumen-records h3").all_inner_texts()
    assert listed
    address = urlsplit(page.url)
    again = open_page(f"{address.path}?{address.query}")
    assert again.locator(".tumen-records h3").all_inner_texts() == listed


def test_a_bar_opens_its_record(open_page: OpenPage) -> None:
    page = open_page("/agreements?defence=1")
    bars = _chart(page).locator(".barlayer .point path")
    expect(bars).to_have_count(4)  # three alliances, one of them with a vague end
    click_mark(bars.first)
    page.wait_for_url(re.compile(r"record="))
    settled(page)
    expect(page.locator(".tumen-records > li")).to_have_count(1)


def test_a_permanent_link_leads_to_the_record(open_page: OpenPage) -> None:
    page = open_page("/agreements?show=list&record=treaty-1961")
    link = page.locator(".tumen-records").get_by_role("link", name="Permanent link")
    assert (link.get_attribute("href") or "").endswith("r/treaty-1961")
    link.click()
    expect(page.locator("h1")).to_contain_text("mutual assistance")
