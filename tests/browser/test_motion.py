"""Who asks for less motion gets none."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

MOVING = """() => [...document.querySelectorAll('.stApp *')].filter((element) => {
  const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
  const long = (text) => text.split(',').some((part) => parseFloat(part) > 0.01);
  return long(transitionDuration) || (animationName !== 'none' && long(animationDuration));
}).map((element) => element.outerHTML.slice(0, 120))"""


def moving(page: Page) -> list[str]:
    """What would move or fade when it changes."""
    found: list[str] = page.evaluate(MOVING)
    return found


@pytest.mark.parametrize("path", ["/", "/trade?show=partners", "/milestones", "/reactions"])
def test_nothing_moves_for_who_asks_so(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    assert moving(page) == []
    page.emulate_media(reduced_motion="no-preference")
    assert moving(page)  # for the others some things do
