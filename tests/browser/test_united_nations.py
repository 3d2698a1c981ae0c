"""The United Nations page in a browser."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dashboard.filters.united_nations import SECTIONS
from tests.browser.conftest import OpenPage, click_mark, settled

pytestmark = pytest.mark.browser


def _chart(page: Page, card: str) -> Locator:
    """The drawing of a card, once it is there."""
    chart = page.locator(f'.st-key-card-{card} [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    return chart


def _table(page: Page, card: str) -> str:
    """Words of the table behind a figure."""
    box = page.locator(f".st-key-card-{card}")
    box.get_by_role("radio", name="Table").click()
    table = box.get_by_role("table")
    expect(table).to_be_visible()
    return table.inner_text()


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_each_section_is_whole_and_never_scrolls_sideways(
    open_page: OpenPage, section: str
) -> None:
    for width in (1280, 320):
        page = open_page(f"/united-nations?show={section}", width=width)
        assert page.locator('[data-testid="stException"]').count() == 0
        wide = page.evaluate(
            "document.querySelector('.stMain').scrollWidth"
            " - document.querySelector('.stMain').clientWidth"
        )
        assert wide <= 0


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_no_section_shuts_anyone_out(open_page: OpenPage, section: str) -> None:
    for dark in (False, True):
        page = open_page(f"/united-nations?show={section}", dark=dark)
        found = Axe().run(page).response["violations"]
        told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
        assert not [fault for fault in told if fault[0] in {"serious", "critical"}], told
        assert len(told) <= 1, told


def test_who_voted_no_is_two_steps_from_the_overview(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator(".st-key-nav").get_by_role("link", name="United Nations").click()
    page.wait_for_url(re.compile(r"/united-nations"))
    settled(page)
    page.get_by_role("radio", name="Key resolutions").click()
    against = page.get_by_role("list", name="No", exact=True)
    expect(against).to_be_visible()
    states = against.get_by_role("listitem").all_inner_texts()
    assert states == ["Belarus", "Eritrea", "North Korea", "Russia", "Syria"]
    expect(page.locator(".st-key-card-who-voted h2")).to_contain_text("ES-11/1")


def test_the_years_of_least_agreement_can_be_read(open_page: OpenPage) -> None:
    for width in (1280, 375):
        chart = _chart(open_page("/united-nations", width=width), "agreement")
        expect(chart.get_by_text("Least alike: 1994 (33 %), 1993, 1995")).to_be_visible()


def test_the_map_draws_outlines_votes_dots_and_hatching(open_page: OpenPage) -> None:
    chart = _chart(open_page("/united-nations?show=key"), "key-map")
    assert chart.locator(".choroplethlayer path").count() > 150
    assert chart.locator('.choroplethlayer path[fill*="tumen-hatch"]').count() > 0
    assert chart.locator(".scattergeo path.point").count() > 20
    outline = chart.locator(".geo path").evaluate_all(
        "paths => Math.max(...paths.map(path => (path.getAttribute('d') || '').length))"
    )
    assert outline > 1_000


def test_a_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/united-nations")
    page.get_by_text("Contested votes only").click()
    page.wait_for_url(re.compile(r"contested=1"))
    settled(page)
    first = _table(page, "agreement")
    address = urlsplit(page.url)
    again = open_page(f"{address.path}?{address.query}")
    assert _table(again, "agreement") == first


def test_a_pair_is_put_together_from_two_lists(open_page: OpenPage) -> None:
    page = open_page("/united-nations?pairs=RUS-PRK")
    page.get_by_role("button", name="Add a pair").click()
    page.get_by_role("combobox", name="Votes like").fill("Iran")
    page.get_by_role("option", name="Iran").click()
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url(re.compile(r"pairs=RUS-PRK\.RUS-IRN"))
    settled(page)
    assert "Russia – Iran" in _table(page, "agreement")


def test_a_cell_of_the_grid_adds_its_pair(open_page: OpenPage) -> None:
    page = open_page("/united-nations?pairs=RUS-PRK")
    chart = _chart(page, "all-pairs")
    chart.scroll_into_view_if_needed()
    text = chart.get_by_text("94", exact=True).first  # the highest cell: Cuba and Vietnam
    click_mark(text)
    page.wait_for_url(re.compile(r"CUB-VNM"))


def test_a_topic_leads_to_its_latest_resolution(open_page: OpenPage) -> None:
    page = open_page("/united-nations?show=key&topic=nuclear_test_ban")
    page.wait_for_url(re.compile(r"resolution=a-res-80-70"))
    expect(page.locator(".st-key-card-who-voted h2")).to_contain_text("80/70")


def test_a_bar_chooses_its_resolution(open_page: OpenPage) -> None:
    page = open_page("/united-nations?show=key")
    chart = _chart(page, "tallies")
    chart.scroll_into_view_if_needed()
    chart.locator(".barlayer .point path").first.click(force=True)
    page.wait_for_url(re.compile(r"resolution=a-res-es-11-9"))
    expect(page.locator(".st-key-card-key-map h2")).to_contain_text("ES-11/9")
