"""The Trade page in a browser."""

import re
from itertools import combinations
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.figures.trade import SECTIONS as FIGURES
from tests.browser.conftest import OpenPage, settled

pytestmark = pytest.mark.browser


def _card(page: Page, key: str) -> Locator:
    """A card, once its figure is drawn."""
    card = page.locator(f".st-key-card-{key}")
    chart = card.locator('[data-testid="chart"]')
    expect(chart).to_have_attribute("data-ready", "true")
    return card


def _table(page: Page, key: str) -> str:
    """Words of the table behind a figure."""
    card = _card(page, key)
    card.get_by_role("radio", name="Table").click()
    table = card.get_by_role("table")
    expect(table).to_be_visible()
    return table.inner_text()


@pytest.mark.parametrize("section", FIGURES)
def test_each_section_is_whole_and_never_scrolls_sideways(
    open_page: OpenPage, section: str
) -> None:
    for width in (1280, 320):
        page = open_page(f"/trade?show={section}", width=width)
        drawn = page.locator('[data-testid="chart"][data-ready="true"]')
        expect(drawn).to_have_count(len(FIGURES[section]))
        assert page.locator('[data-testid="stException"]').count() == 0
        wide = page.evaluate(
            "document.querySelector('.stMain').scrollWidth"
            " - document.querySelector('.stMain').clientWidth"
        )
        assert wide <= 0


@pytest.mark.parametrize(
    "query", ["", "?overlay=1", "?unit=usd", "?flow=export", "?partners=RUS.CHN.JPN.KOR"]
)
@pytest.mark.parametrize("width", [1280, 900])
def test_names_of_lines_do_not_cover_each_other(
    open_page: OpenPage, query: str, width: int
) -> None:
    page = open_page(f"/trade{query}", width=width)
    card = _card(page, "shares")
    texts = card.locator(".infolayer .annotation-text")
    boxes = [
        (texts.nth(i).text_content(), texts.nth(i).bounding_box()) for i in range(texts.count())
    ]
    names = [(text, box) for text, box in boxes if box is not None and box["width"] > 0]
    assert len(names) > 5
    covered = [
        (one, other)
        for (one, a), (other, b) in combinations(names, 2)
        if min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"]) > 2
        and min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"]) > 3
    ]
    assert covered == []
    right = card.locator('[data-testid="chart"]').bounding_box()
    assert right is not None
    assert max(box["x"] + box["width"] for _, box in names) <= right["x"] + right["width"] + 2


def test_the_map_draws_outlines_classes_and_hatching(open_page: OpenPage) -> None:
    page = open_page("/trade?show=partners&year=2005")
    chart = _card(page, "map").locator('[data-testid="chart"]')
    assert chart.locator(".choroplethlayer path").count() > 150
    assert chart.locator('.choroplethlayer path[fill*="tumen-hatch"]').count() > 60


def test_a_filter_stands_in_the_address_and_a_new_session_shows_the_same(
    open_page: OpenPage,
) -> None:
    page = open_page("/trade")
    page.get_by_role("radio", name="Exports").click()
    page.wait_for_url(re.compile(r"flow=export"))
    settled(page)
    first = _table(page, "shares")
    assert "Exports" in first
    address = urlsplit(page.url)
    again = open_page(f"{address.path}?{address.query}")
    assert _table(again, "shares") == first


def test_sections_are_linkable(open_page: OpenPage) -> None:
    page = open_page("/trade")
    page.get_by_role("radio", name="Refined oil").click()
    page.wait_for_url(re.compile(r"show=oil"))
    expect(page.locator("h2").first).to_contain_text("Refined oil notified by year")


def test_years_play_pause_and_answer_to_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("/trade?show=partners&series=cow-trade-4&year=2001")
    title = page.locator(".st-key-card-map h2")
    button = page.get_by_role("button", name="Play years")
    button.focus()
    page.keyboard.press("Enter")
    expect(title).to_contain_text("2002")
    expect(title).to_contain_text("2003")
    page.get_by_role("button", name="Pause years").click()
    expect(page.get_by_role("button", name="Play years")).to_be_visible()
    settled(page)
    paused = re.search(r"year=(\d+)", page.url)
    assert paused is not None
    expect(title).to_contain_text(paused[1])
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    after = str(int(paused[1]) + 1)
    page.wait_for_url(re.compile(rf"year={after}"))
    expect(title).to_contain_text(after)
    expect(page.locator(".st-key-card-ranking h2")).to_contain_text(after)


def test_the_share_of_2020_and_its_source_are_two_steps_away(open_page: OpenPage) -> None:
    page = open_page("/trade?from=2020&to=2020&partners=RUS&series=russia-customs-over-kotra")
    table = _table(page, "shares")
    assert "2020" in table
    assert "4.95" in table
    card = _card(page, "shares")
    card.get_by_role("radio", name="Sources").click()
    expect(card.locator(".tumen-sources li").first).to_be_visible()


def test_many_notes_fold_out(open_page: OpenPage) -> None:
    page = open_page("/trade")
    fold = _card(page, "shares").locator("details.tumen-more")
    hidden = fold.locator("li").first
    expect(hidden).to_be_hidden()
    fold.locator("summary").click()
    expect(hidden).to_be_visible()
