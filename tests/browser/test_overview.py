"""The Overview in a browser."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.headlines import HEADLINES
from dashboard.headlines.questions import QUESTIONS
from tests.browser.conftest import OpenPage, click_mark, ready

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 375, 320])
def test_the_overview_is_whole_and_never_scrolls_sideways(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width)
    assert page.locator('[data-testid="stException"], [data-testid="stAlert"]').count() == 0
    assert page.locator(".tumen-headline").count() == len(HEADLINES)
    assert page.locator('[class*="st-key-question-"] h3').count() == len(QUESTIONS)
    wide = page.evaluate(
        "document.querySelector('.stMain').scrollWidth"
        " - document.querySelector('.stMain').clientWidth"
    )
    assert wide <= 0


def test_the_picture_has_three_drawings_and_no_second_axis(open_page: OpenPage) -> None:
    page = open_page("/")
    chart = page.locator('.st-key-card-eighty-years [data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    assert chart.locator(".cartesianlayer > .subplot").count() == 3
    assert chart.locator(".scatterlayer .point").count() > 100


def test_a_headline_leads_to_its_sources_and_to_its_view(open_page: OpenPage) -> None:
    page = open_page("/")
    card = page.locator(".st-key-headline-trade-share")
    card.get_by_role("button", name=re.compile("sources")).click()
    links = page.locator('[data-testid="stPopoverBody"] .tumen-sources a')
    expect(links.first).to_be_visible()
    assert all(
        link.startswith("http") for link in links.evaluate_all("all => all.map(a => a.href)")
    )
    page.keyboard.press("Escape")
    card.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/trade"))
    ready(page)
    expect(page.locator("h1")).to_have_text("Trade")


def test_a_landmark_opens_its_record(open_page: OpenPage) -> None:
    page = open_page("/")
    points = page.locator('.st-key-card-eighty-years [data-testid="chart"] .scatterlayer .point')
    click_mark(points.first)
    page.wait_for_url(re.compile(r"/milestones\?record="))
    expect(page.get_by_role("dialog")).to_contain_text("Permanent link")


def test_the_latest_milestone_is_one_step_away(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator(".st-key-headline-milestones").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/milestones\?record="))
    expect(page.get_by_role("dialog")).to_contain_text("source")
