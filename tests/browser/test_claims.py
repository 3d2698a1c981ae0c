"""The Claims page in a browser."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, click_mark, settled

pytestmark = pytest.mark.browser

SIDEWAYS = (
    "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
)
SEVENTEEN = "In 2020 Russia took nearly 17 percent of North Korean exports."


@pytest.mark.parametrize("query", ["", "?claim=a4-p06-3", "?claim=a3-p06-1", "?q=zzzz"])
def test_each_view_is_whole_and_shuts_no_one_out(open_page: OpenPage, query: str) -> None:
    for width, dark in ((1280, False), (320, True)):
        page = open_page(f"/claims{query}", width=width, dark=dark)
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.evaluate(SIDEWAYS) <= 0
        found = Axe().run(page).response["violations"]
        told = {(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found}
        assert not [fault for fault in told if fault[0] in {"serious", "critical"}], told


def test_whether_nearly_17_percent_holds_is_found_from_the_overview(open_page: OpenPage) -> None:
    """Two steps: Claims, and the words searched for."""
    page = open_page("/")
    page.get_by_role("link", name="Claims", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Claims")
    settled(page)
    box = page.get_by_role("searchbox", name="Search").or_(page.get_by_label("Search"))
    box.first.fill("nearly 17 % of exports")
    box.first.press("Enter")
    page.wait_for_url(re.compile(r"q=nearly"))
    settled(page)
    expect(page.get_by_role("heading", name=SEVENTEEN)).to_be_visible()
    expect(page.get_by_text("Contradicted", exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", name="Share of Russia in DPRK exports")).to_be_visible()
    expect(page.get_by_text("Stated: 17%.")).to_be_visible()


def test_evidence_opens_in_place(open_page: OpenPage) -> None:
    page = open_page("/claims?article=article-4&verdict=contradicted")
    link = page.locator('a[href="milestones?record=2018-05-31-lavrov-kim-jong-un"]')
    expect(link).to_be_hidden()
    page.locator("details", has=link).locator("summary").click()
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1")).to_have_text("Milestones")


def test_a_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/claims")
    page.get_by_role("button", name=re.compile("^Verdicts")).click()
    page.get_by_role("checkbox", name="Contradicted").or_(
        page.get_by_role("button", name="Contradicted")
    ).first.click()
    page.wait_for_url(re.compile(r"verdict=contradicted"))
    page.keyboard.press("Escape")
    settled(page)
    listed = page.locator(".st-key-card-statements h3").all_inner_texts()
    parts = urlsplit(page.url)
    again = open_page(f"{parts.path}?{parts.query}")
    assert again.locator(".st-key-card-statements h3").all_inner_texts() == listed
    assert len(listed) == 6


def test_a_bar_shows_the_claims_it_counts(open_page: OpenPage) -> None:
    page = open_page("/claims?by=theme")
    bar = page.locator(".st-key-card-totals .barlayer .point path").first
    click_mark(bar)
    page.wait_for_url(re.compile(r"themes=\w+&verdict=supported"))
