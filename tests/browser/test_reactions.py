"""The Reactions page in a browser."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dashboard.filters.reactions import SECTIONS
from tests.browser.conftest import OpenPage, ready, settled

pytestmark = pytest.mark.browser


def _map(page: Page) -> Locator:
    """The map, once it is drawn."""
    chart = page.locator('.st-key-card-stance-map [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    return chart


def _table(page: Page, card: str) -> str:
    """Words of the table behind a figure."""
    box = page.locator(f".st-key-card-{card}")
    box.get_by_role("radio", name="Table").click()
    table = box.get_by_role("table")
    expect(table).to_be_visible()
    return table.inner_text()


def test_the_map_draws_outlines_hatching_and_dots(open_page: OpenPage) -> None:
    page = open_page("/reactions")
    chart = _map(page)
    assert chart.locator(".choroplethlayer path").count() > 150
    assert chart.locator('.choroplethlayer path[fill*="tumen-hatch"]').count() > 100
    assert chart.locator(".scattergeo path.point").count() > 20


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_each_section_is_whole_and_never_scrolls_sideways(
    open_page: OpenPage, section: str
) -> None:
    for width in (1280, 320):
        page = open_page(f"/reactions?show={section}", width=width)
        assert page.locator('[data-testid="stException"]').count() == 0
        wide = page.evaluate(
            "document.querySelector('.stMain').scrollWidth"
            " - document.querySelector('.stMain').clientWidth"
        )
        assert wide <= 0


@pytest.mark.parametrize("section", [code for code, _ in SECTIONS])
def test_no_section_shuts_anyone_out(open_page: OpenPage, section: str) -> None:
    for dark in (False, True):
        page = open_page(f"/reactions?show={section}&country=JPN", dark=dark)
        found = Axe().run(page).response["violations"]
        told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
        assert not [fault for fault in told if fault[0] in {"serious", "critical"}], told
        assert len(told) <= 1, told


def test_how_the_stance_of_japan_moved_can_be_read(open_page: OpenPage) -> None:
    page = open_page("/reactions?show=country")
    page.get_by_role("combobox", name="Countries").fill("Japan")
    page.get_by_role("option", name="Japan").click()
    page.wait_for_url(re.compile(r"country=JPN"))
    page.keyboard.press("Escape")  # while the list is open, the rest is out of reach
    settled(page)
    rows = _table(page, "history").splitlines()
    early = [row for row in rows if "2023-09" in row]
    late = [row for row in rows if "2025-06" in row]
    assert early
    assert all("Concerned" in row for row in early)
    assert any("Condemns or acts" in row for row in late)


def test_a_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/reactions?show=groups")
    page.get_by_text("Own voice only").click()
    page.wait_for_url(re.compile(r"own=1"))
    settled(page)
    first = _table(page, "groups")
    address = urlsplit(page.url)
    again = open_page(f"{address.path}?{address.query}")
    assert _table(again, "groups") == first


def test_a_country_on_the_map_opens_its_profile(open_page: OpenPage) -> None:
    page = open_page("/reactions")
    chart = _map(page)
    chart.scroll_into_view_if_needed()
    # Australia is large and far from others: its shape is hit in the middle.
    box = chart.locator(".tumen-chart-plot").bounding_box()
    assert box is not None
    shapes = chart.locator(".choroplethlayer path")
    largest = max(
        (shapes.nth(i).bounding_box() for i in range(shapes.count())),
        key=lambda b: (
            0 if b is None or b["y"] < box["y"] + box["height"] / 2 else b["width"] * b["height"]
        ),
    )
    assert largest is not None
    page.mouse.click(largest["x"] + largest["width"] / 2, largest["y"] + largest["height"] / 2)
    page.wait_for_url(re.compile(r"show=country"))
    ready(page)
    expect(page.locator("h2").first).to_contain_text("Reactions over time")


def test_the_map_plays_through_the_events(open_page: OpenPage) -> None:
    page = open_page("/reactions?event=2025-06-17-military-engineers")
    title = page.locator(".st-key-card-stance-map h2")
    expect(title).to_contain_text("sappers")
    page.get_by_role("button", name="Play events").click()
    expect(title).to_contain_text("Beijing")
    expect(title).to_contain_text("museum")
    expect(page.get_by_role("button", name="Play events")).to_be_visible()
    assert "event=2025-10-23-kursk-memorial" in page.url


def test_signatories_fold_out(open_page: OpenPage) -> None:
    page = open_page("/reactions?show=texts")
    fold = page.locator("details.tumen-record").first
    words = fold.locator("p").nth(1)
    expect(words).to_be_hidden()
    fold.locator("summary").click()
    expect(words).to_be_visible()


def test_a_reaction_has_a_permanent_link(open_page: OpenPage) -> None:
    page = open_page("/reactions?show=list&event=-&q=summons")
    item = page.locator(".tumen-records > li").first
    words = item.locator("p").nth(1).inner_text()
    item.get_by_role("link", name="Permanent link").click()
    page.wait_for_url("**/r/*")
    expect(page.locator("h1")).to_have_text(words)
