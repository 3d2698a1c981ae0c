"""Ten questions, answered as a new reader would: from the Overview, in at most three steps."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from datasets import measures
from tests.browser.conftest import OpenPage, ready

pytestmark = pytest.mark.browser

STEPS = 3


class Reader:
    """Someone who follows links and opens panels, and counts the steps."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0

    def follow(self, link: str) -> None:
        """Follow a link of the Overview."""
        self._step()
        main = self.page.locator(".st-key-find, .st-key-questions, .st-key-headlines")
        main.get_by_role("link", name=link, exact=True).first.click()
        expect(self.page.locator("h1")).not_to_have_text("Overview")
        ready(self.page)

    def open(self, card: str, panel: str) -> Locator:
        """Open what stands behind a figure or list."""
        self._step()
        box = self.page.locator(f".st-key-card-{card}")
        box.get_by_role("radio", name=panel, exact=True).click()
        behind = self.page.locator(f".st-key-behind-{card}")
        expect(behind).to_be_visible()
        return behind

    def choose(self, button: Locator) -> None:
        """Press a button."""
        self._step()
        button.click()

    def _step(self) -> None:
        self.steps += 1
        assert self.steps <= STEPS


@pytest.fixture
def reader(open_page: OpenPage) -> Reader:
    """A reader on the Overview."""
    return Reader(open_page("/"))


def test_russias_share_of_trade_in_2020_and_its_source(reader: Reader) -> None:
    shares = measures.trade_shares()
    row = shares[
        (shares["series_id"] == "russia-customs-over-kotra")
        & (shares["partner"] == "RUS")
        & (shares["flow"] == "total")
        & (shares["year"] == 2020)
    ].iloc[0]
    reader.follow("Russia's share of trade, by series")
    told = reader.open("shares", "Table").get_by_role("row").filter(has_text="2020")
    texts = told.all_inner_texts()
    assert any(f"{row['share']:.3f}" in text for text in texts), texts
    sources = reader.open("shares", "Sources")
    expect(sources.get_by_role("link").first).to_have_attribute("href", re.compile("^http"))


def test_who_voted_no_on_the_first_resolution_on_the_war(reader: Reader) -> None:
    reader.follow("Who voted how on a key resolution")
    card = reader.page.locator(".st-key-card-who-voted")
    expect(card).to_contain_text("ES-11/1")
    told = " ".join(card.inner_text().split())
    assert "no: 5 Belarus Eritrea North Korea Russia Syria" in told


def test_how_japans_stance_moved(reader: Reader) -> None:
    reader.follow("Japan's stance, event by event")
    alt = reader.page.locator(".st-key-card-history figcaption").text_content() or ""
    assert "Concerned (14 September 2023)" in alt
    assert re.search(r"Condemns or acts \(.* 2025\)", alt)


def test_mutual_defence_in_the_treaties_of_1961_and_2024(reader: Reader) -> None:
    reader.follow("Mutual defence, clause by clause")
    table = reader.page.locator(".stMainBlockContainer table").first
    expect(table).to_contain_text("Article 4")
    expect(table).to_contain_text("Article 1")
    expect(table).to_contain_text("UN Charter Article 51")
    expect(table).to_contain_text("with all means it has")


def test_all_military_milestones_of_2024(reader: Reader) -> None:
    reader.follow("Military milestones of 2024")
    card = reader.page.locator(".st-key-card-records")
    expect(card).to_contain_text(re.compile(r"themes: Military.* \d+ of \d+ milestones"))
    expect(card.locator('[class*="st-key-open-list-"] button')).to_have_count(20)


def test_estimates_of_troops_at_the_end_of_2024(reader: Reader) -> None:
    reader.follow("Troops: estimates made in 2024")
    told = reader.page.locator(".stMainBlockContainer")
    expect(told).to_contain_text("Troops sent: 11,000 to 15,000")
    expect(told).to_contain_text("Ukrainian government")
    expect(told).to_contain_text("United States government")


def test_refined_oil_for_2023_against_the_limit(reader: Reader) -> None:
    reader.follow("Refined oil against the UN limit")
    alt = reader.page.locator("figcaption").first.text_content() or ""
    assert re.search(r"2023: [\d,]+ barrels, [\d.]+% of the limit", alt)


def test_whether_nearly_17_percent_of_exports_holds(reader: Reader) -> None:
    reader.follow("Claims that name a percentage, checked")
    told = " ".join(reader.page.locator(".stMainBlockContainer").inner_text().split())
    assert re.search(r"nearly 17 percent of North Korean exports\. .{0,4}Contradicted", told)


def test_years_in_which_the_two_voted_least_alike(reader: Reader) -> None:
    low = measures.voting_agreement("RUS", "PRK").sort_values("agreement").iloc[0]
    said = reader.page.locator(".st-key-questions").inner_text()
    assert f"agreed least in {low['year']}" in said
    reader.follow("Agreement by year")
    told = reader.page.locator(".stMainBlockContainer")
    expect(told).to_contain_text(f"voted least alike in {low['year']}")


def test_the_sources_of_one_milestone_of_1961(reader: Reader) -> None:
    reader.follow("Milestones of 1961")
    title = reader.page.locator('[class*="st-key-open-list-"] button').first
    reader.choose(title)
    drawer = reader.page.get_by_role("dialog")
    expect(drawer).to_contain_text(re.compile(r"\d+ sources?"))
    expect(drawer.locator(".tumen-sources a").nth(1)).to_be_visible()
