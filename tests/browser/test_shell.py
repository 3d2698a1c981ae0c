"""Every page in a real browser: whole, quiet, within the screen, and at one with its address."""

import csv
import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.navigation import PAGES, PageSpec
from tests.browser.conftest import OpenPage, ready, settled

pytestmark = pytest.mark.browser

BY_URL = pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url or "start")
MODES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])

FAULTS = '[data-testid="stException"], [data-testid="chart-unavailable"]'
SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
}"""


def whole(page: Page) -> None:
    """Nothing failed on the page, and nothing is wider than the screen."""
    expect(page.locator(FAULTS)).to_have_count(0)
    for said in page.locator('[data-testid="stAlertContainer"]').all_inner_texts():
        assert "could not be" not in said
    assert max(page.evaluate(SIDEWAYS)) <= 0


def title(spec: PageSpec) -> str:
    """What stands in the browser's tab."""
    return f"{spec.title if spec.url else 'Russia–North Korea relations since 1945'} · Tumen"


@BY_URL
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (375, True), (320, False)])
def test_every_page_is_whole(open_page: OpenPage, spec: PageSpec, width: int, dark: bool) -> None:
    page = open_page(f"/{spec.url}", width=width, dark=dark)
    expect(page.locator("h1")).to_have_text(spec.title)
    expect(page).to_have_title(title(spec))
    whole(page)


@BY_URL
@MODES
def test_no_page_shuts_anyone_out(open_page: OpenPage, spec: PageSpec, dark: bool) -> None:
    page = open_page(f"/{spec.url}?from=1961&nonsense=1", dark=dark)
    found = Axe().run(page).response["violations"]
    told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
    assert not [fault for fault in told if fault[0] in {"serious", "critical"}]
    assert len(told) <= 1, told


@pytest.mark.parametrize("width", [1280, 375])
def test_the_frame_leaves_room_for_the_page(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width, height=740)
    top = page.locator("h1").bounding_box()
    assert top is not None
    assert top["y"] < 150
    for name in ("Period", "Themes"):
        expect(page.get_by_role("button", name=f"{name}:")).to_be_in_viewport()
    page.mouse.move(width / 2, 500)
    page.mouse.wheel(0, 3_000)
    page.wait_for_timeout(300)
    expect(page.get_by_role("button", name="Period:")).to_be_in_viewport()


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def test_a_filter_is_in_the_address_and_a_new_session_shows_the_same(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("button", name="Themes:").click()
    for theme in ("Economy", "Law", "Military"):  # faster than the server answers
        page.get_by_role("button", name=theme, exact=True).click()
    page.wait_for_url("**/?themes=economy.military.law")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Period:").click()
    page.get_by_role("button", name="Alliance between two giants").click()
    page.wait_for_url("**/?from=1961&to=1985&themes=economy.military.law")
    ready(page)
    other = open_page(f"/?{query(page)}")
    for name in ("Period: 1961–1985", "Themes: Economy +2"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
        expect(other.get_by_role("button", name=name)).to_be_visible()


def test_back_and_forward_step_through_filters(open_page: OpenPage) -> None:
    page = open_page("/?themes=law")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("button", name="Themes: all")).to_be_visible()
    assert query(page) == ""
    page.go_back()
    expect(page.get_by_role("button", name="Themes: Law")).to_be_visible()
    assert query(page) == "themes=law"
    page.go_forward()
    expect(page.get_by_role("button", name="Themes: all")).to_be_visible()


@pytest.mark.skipif(len(PAGES) < 2, reason="there is one page only")
def test_the_shared_filters_follow_the_reader(open_page: OpenPage) -> None:
    page = open_page("/?from=1961&to=1985&themes=law")
    target = PAGES[1]
    link = page.locator(".st-key-nav").get_by_role("link", name=target.title)
    assert link.get_attribute("href") == f"{target.url}?from=1961&to=1985&themes=law"
    link.click()
    page.wait_for_url(f"**/{target.url}?from=1961&to=1985&themes=law")
    ready(page)
    expect(page.locator("h1")).to_have_text(target.title)
    expect(page.get_by_role("button", name="Period: 1961–1985")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text(PAGES[0].title)
    expect(page.get_by_role("button", name="Themes: Law")).to_be_visible()


@pytest.mark.skipif(len(PAGES) < 2, reason="there is one page only")
def test_a_phone_has_a_menu(open_page: OpenPage) -> None:
    page = open_page("/", width=375)
    expect(page.locator(".st-key-nav")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    menu = page.get_by_test_id("stPopoverBody")
    menu.get_by_role("link", name=PAGES[1].title, exact=True).click()
    expect(page.locator("h1")).to_have_text(PAGES[1].title)


def test_the_keyboard_alone_reaches_and_changes_the_filters(open_page: OpenPage) -> None:
    page = open_page("/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if "Themes" in page.evaluate("document.activeElement.closest('button')?.innerText || ''"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Diplomacy")).to_be_focused()
    page.keyboard.press("Space")
    page.wait_for_url("**/?themes=diplomacy")
    settled(page)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(page.get_by_role("button", name="Themes: Diplomacy")).to_be_focused()


def first_card(page: Page) -> Page:
    """The page, once it has a card to look behind."""
    if page.locator("[class*='st-key-panel-']").count() == 0:
        pytest.skip("no page with a figure yet")
    return page


def page_with_figures() -> str:
    return next((spec.url for spec in PAGES if spec.url == "trade"), "")


def test_a_download_equals_the_table_shown(open_page: OpenPage) -> None:
    page = first_card(open_page(f"/{page_with_figures()}?from=2000&to=2010"))
    card = page.locator("[class*='st-key-card-']").first
    card.get_by_role("radio", name="Table").click()
    table = card.locator(".tumen-table").last
    expect(table).to_be_visible()
    shown = table.locator("tbody tr").count()
    card.get_by_role("radio", name="Download").click()
    with page.expect_download() as saved:
        card.get_by_role("link", name="CSV", exact=True).click()
    assert "from-2000" in saved.value.suggested_filename
    text = saved.value.path().read_text("utf-8")
    rows = list(csv.reader(io.StringIO(text)))[1:]
    assert min(len(rows), 50) == shown > 0


def test_opening_a_panel_leaves_the_address_and_the_chart_alone(open_page: OpenPage) -> None:
    page = first_card(open_page(f"/{page_with_figures()}"))
    card = page.locator("[class*='st-key-card-']").first
    chart = card.get_by_test_id("chart").element_handle()
    for panel in ("Sources", "Cite", "Table"):
        card.get_by_role("radio", name=panel).click()
        settled(page)
    assert query(page) == ""
    assert chart is not None
    assert chart.evaluate("chart => chart.isConnected")


@BY_URL
def test_a_cold_load_is_light(browser: Browser, server: str, spec: PageSpec) -> None:
    received: list[float] = []
    with browser.new_context() as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))
        page.goto(f"{server}/{spec.url}")
        ready(page)
    assert 100_000 < sum(received) <= (2_200_000 if spec.charts else 1_100_000)


def test_a_page_that_does_not_exist_says_so(open_page: OpenPage) -> None:
    page = open_page("/no-such-page")
    expect(page.get_by_role("dialog")).to_contain_text("Page not found")
