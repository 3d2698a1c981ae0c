"""The Milestones page in a browser."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.filters.milestones import SECTIONS
from tests.browser.conftest import OpenPage, click_mark, settled

pytestmark = pytest.mark.browser

RECORD = "1961-07-06-friendship-treaty"
OPEN = '[class*="st-key-open-list-"] button'


def _chart(page: Page, card: str) -> Locator:
    """The drawing of a card, once it is there."""
    chart = page.locator(f'.st-key-card-{card} [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    return chart


def _drawer(page: Page) -> Locator:
    drawer = page.get_by_role("dialog")
    expect(drawer).to_be_visible()
    return drawer


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_each_section_is_whole_and_never_scrolls_sideways(
    open_page: OpenPage, section: str
) -> None:
    for width in (1280, 320):
        page = open_page(f"/milestones?show={section}", width=width)
        assert page.locator('[data-testid="stException"]').count() == 0
        wide = page.evaluate(
            "document.querySelector('.stMain').scrollWidth"
            " - document.querySelector('.stMain').clientWidth"
        )
        assert wide <= 0


def test_the_timeline_draws_points_and_bars(open_page: OpenPage) -> None:
    chart = _chart(open_page("/milestones"), "timeline")
    assert chart.locator(".scatterlayer .point").count() > 300
    assert chart.locator(".barlayer .point").count() > 40


def test_the_map_draws_outlines_marks_and_names(open_page: OpenPage) -> None:
    chart = _chart(open_page("/milestones?show=map&area=korea"), "places")
    outline = chart.locator(".geo path").evaluate_all(
        "paths => Math.max(...paths.map(path => (path.getAttribute('d') || '').length))"
    )
    assert outline > 1_000
    assert chart.locator(".scattergeo path.point").count() > 15
    expect(chart.get_by_text(re.compile(r"^Pyongyang \d+$"))).to_be_visible()


def test_a_point_opens_its_record_and_closing_leaves_the_view(open_page: OpenPage) -> None:
    page = open_page("/milestones?q=friendship+treaty")
    points = _chart(page, "timeline").locator(".scatterlayer .point")
    for _ in range(2):  # the same point can be opened again
        click_mark(points.first)
        drawer = _drawer(page)
        expect(drawer).to_contain_text("Permanent link")
        assert "record=" in page.url
        page.keyboard.press("Escape")
        expect(drawer).to_have_count(0)
        page.wait_for_url(re.compile(r"q=friendship[^&]*$"))
        settled(page)


def test_a_record_has_a_permanent_link_and_leads_to_related_ones(open_page: OpenPage) -> None:
    page = open_page(f"/milestones?record={RECORD}")
    drawer = _drawer(page)
    expect(drawer).to_contain_text(f"/r/{RECORD}")
    expect(drawer.get_by_role("link").nth(2)).to_be_visible()
    drawer.locator('[class*="st-key-open-related-"] button').first.click()
    page.wait_for_url(lambda url: "record=" in url and RECORD not in url)
    expect(_drawer(page)).to_contain_text("Related records")


def test_a_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/milestones?show=list&from=2024&to=2024&themes=military")
    page.get_by_role("searchbox", name="Search").fill("김정은")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"[?&]q="))
    settled(page)
    titles = page.locator(OPEN)
    expect(titles.first).to_be_visible()
    first = titles.all_inner_texts()
    address = urlsplit(page.url)
    again = open_page(f"{address.path}?{address.query}")
    expect(again.locator(OPEN).first).to_be_visible()
    assert again.locator(OPEN).all_inner_texts() == first
    assert 0 < len(first) < 20


def test_a_place_on_the_map_narrows_the_list(open_page: OpenPage) -> None:
    page = open_page("/milestones?show=map")
    marks = _chart(page, "places").locator(".scattergeo path.point")
    click_mark(marks.first, left=6)
    page.wait_for_url(re.compile(r"place=pyongyang"))
    settled(page)
    expect(page.locator(".st-key-card-records")).to_contain_text("places: Pyongyang")


def test_the_download_holds_the_records_of_the_list(open_page: OpenPage) -> None:
    page = open_page("/milestones?show=list&from=1961&to=1965&order=oldest")
    expect(page.locator(OPEN).last).to_be_visible()
    titles = page.locator(OPEN).all_inner_texts()
    card = page.locator(".st-key-card-records")
    card.get_by_role("radio", name="Download").click()
    with page.expect_download() as waiting:
        card.get_by_role("link", name="CSV", exact=True).click()
    rows = waiting.value.path().read_text("utf-8").splitlines()
    assert len(rows) == len(titles) + 1 > 2
    assert all(title in row for title, row in zip(titles, rows[1:], strict=True))
