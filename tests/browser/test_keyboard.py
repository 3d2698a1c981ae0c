"""The keyboard alone, on every page; and the page at twice its size."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.navigation import PAGES, PageSpec
from tests.browser.conftest import OpenPage, settled
from tests.browser.test_shell import BY_URL, whole

pytestmark = pytest.mark.browser

#: Marks what can be seen and focused, and returns how many there are. What stands in one group of
#: radio buttons shares a mark: Tab visits one of them, arrow keys the others.
MARK = """() => {
  const able = 'a[href], button, input, select, textarea, summary, [tabindex]';
  for (const old of document.querySelectorAll('[data-walk]')) delete old.dataset.walk;
  let count = 0;
  const groups = new Set();
  for (const element of document.querySelectorAll(able)) {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({
      visibilityProperty: true, opacityProperty: false })) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || element.closest('[inert], [aria-hidden="true"]')) continue;
    const group = element.closest('[role="radiogroup"], [role="toolbar"]');
    if (group) {
      group.dataset.group ??= `group ${groups.size}`;
      groups.add(group);
    }
    element.dataset.walk = group?.dataset.group ?? String(count);
    count += 1;
  }
  return count;
}"""

#: What has the focus now, and whether one sees it: its look differs from what it is without.
HERE = """() => {
  let element = document.activeElement;
  if (!element || element === document.body) return null;
  const look = (node) => {
    const style = getComputedStyle(node);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
      style.borderColor, style.backgroundColor, style.color, style.textDecoration].join('|');
  };
  const around = (node) => [node, node.parentElement, node.parentElement?.parentElement,
    node.nextElementSibling, node.firstElementChild].filter(Boolean);
  const parts = around(element);
  const focused = parts.map(look);
  element.blur();
  const plain = parts.map(look);
  element.focus({ preventScroll: true });
  return { walk: element.dataset.walk || '', name: element.outerHTML.slice(0, 160),
    seen: focused.some((each, place) => each !== plain[place]) };
}"""

_MORE = 60  # steps beyond the number of controls before a walk counts as trapped


def walk(page: Page) -> tuple[int, set[str], list[str]]:
    """Press Tab until the walk begins anew; how many controls there are, those visited, unseen."""
    page.evaluate("document.activeElement?.blur()")
    count = -1
    while count != (count := int(page.evaluate(MARK))):
        page.wait_for_timeout(500)  # lists below the figures are still being drawn
    visited: set[str] = set()
    unseen: list[str] = []
    for _ in range(count + _MORE):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            if visited:
                break
            continue
        if here["walk"]:
            visited.add(here["walk"])
        if not here["seen"]:
            unseen.append(here["name"])
    return count, visited, unseen


@BY_URL
def test_tab_visits_every_control_and_one_sees_where_it_is(
    open_page: OpenPage, spec: PageSpec
) -> None:
    page = open_page(f"/{spec.url}")
    count, visited, unseen = walk(page)
    marked = page.evaluate(
        "() => [...document.querySelectorAll('[data-walk]')]"
        ".map(e => [e.dataset.walk, e.outerHTML.slice(0, 160)])"
    )
    missed = [html for name, html in marked if name not in visited]
    assert count > 15
    assert missed == []
    assert unseen == []


def test_arrow_keys_walk_a_group_of_options(open_page: OpenPage) -> None:
    page = open_page("/trade")
    group = page.get_by_role("radiogroup").first
    options = group.get_by_role("radio")
    expect(options.nth(1)).to_be_visible()
    options.first.focus()
    page.keyboard.press("ArrowRight")
    expect(options.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    settled(page)
    expect(options.nth(1)).to_be_checked()


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.url or "start")
def test_every_page_fits_at_twice_its_size(open_page: OpenPage, spec: PageSpec) -> None:
    whole(open_page(f"/{spec.url}", width=640, height=400))
