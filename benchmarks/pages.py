"""Every page of the dashboard in the browser: opening, change of filter and page, bytes."""

from itertools import cycle, islice
from typing import Any

from playwright.sync_api import Browser, Error, Page

from benchmarks.browser import opened, reader, settled
from benchmarks.plan import Plan
from benchmarks.process import Server, serving
from benchmarks.relay import relayed
from benchmarks.rounds import Samples
from dashboard.navigation import EVERYWHERE, PAGES, PageSpec
from dashboard.state.period import Period


def every_page(browser: Browser, plan: Plan) -> dict[str, Any]:
    """Page → times in milliseconds and bytes; the server was never asked for the page before."""
    found: dict[str, Any] = {}
    with serving("product") as server:
        for spec in PAGES:
            found[spec.title] = {"charts": spec.charts, **_weight(browser, server, spec)}
        times = {spec.title: {kind: Samples() for kind in _KINDS} for spec in PAGES}
        for number in range(plan.tours):
            for spec in PAGES if number % 2 == 0 else reversed(PAGES):
                for kind, values in _filters(browser, server, spec, plan).items():
                    times[spec.title][kind].add(values)
            for title, values in _switches(browser, server, plan).items():
                times[title]["switch"].add(values)
    for title, kinds in times.items():
        found[title] |= {kind: samples.summary() for kind, samples in kinds.items()}
    return found


_KINDS = ("open", "filter", "switch")


def _eras() -> list[str]:
    """Codes of the spans that the filter of the period offers."""
    period = EVERYWHERE[0]
    if not isinstance(period, Period):
        raise TypeError("the first filter of every page is the period")
    return [preset.code for preset, _ in period.spans]


def _weight(browser: Browser, server: Server, spec: PageSpec) -> dict[str, int]:
    """Bytes for a reader who was never here, and for the same reader once more."""
    sizes: dict[str, int] = {}
    with relayed(server.address) as relay, reader(browser) as context:
        for visit in ("cold", "repeat"):
            before = relay.received
            page = context.new_page()
            opened(page, f"{relay.address}/{spec.url}")
            page.wait_for_timeout(300)
            sizes[visit] = relay.received - before
            page.close()
    return sizes


def _filters(
    browser: Browser, server: Server, spec: PageSpec, plan: Plan
) -> dict[str, list[float]]:
    """Choose one era after the other, and clear the choice in between."""
    times: list[float] = []
    with reader(browser) as context:
        page = context.new_page()
        opening = opened(page, f"{server.address}/{spec.url}")[1]
        for era in islice(cycle(_eras()), (plan.steps + 1) // 2):
            page.locator(".st-key-pick-period button").first.click()
            button = page.locator(f".st-key-era-{era} button")
            button.wait_for()
            page.wait_for_timeout(300)
            times.append(_timed(page, button))
            page.keyboard.press("Escape")
            page.wait_for_timeout(300)
            times.append(_timed(page, page.locator(".st-key-clear-filters button")))
    return {"open": [opening], "filter": times}


def _switches(browser: Browser, server: Server, plan: Plan) -> dict[str, list[float]]:
    """Follow the navigation from page to page; all pages were seen before."""
    times: dict[str, list[float]] = {spec.title: [] for spec in PAGES}
    with reader(browser) as context:
        page = context.new_page()
        opened(page, f"{server.address}/")
        tours = max(1, -(-plan.switches // 2))
        for spec in [*PAGES[1:], PAGES[0]] * tours:
            if spec.url:
                link = page.locator(".st-key-nav a", has_text=spec.title).first
            else:
                link = page.locator(".st-key-brand a").first
            times[spec.title].append(_timed(page, link))
    return times


def _timed(page: Page, target: Any) -> float:
    for _ in range(2):
        page.evaluate("bench.arm()")
        target.click()
        try:
            return settled(page)[1]
        except Error:  # the click met an element that was just being replaced
            page.wait_for_timeout(500)
    raise RuntimeError(f"{page.url} does not react")
