"""From the start of a server to what its first reader sees."""

import time

from playwright.sync_api import Browser

from benchmarks.browser import QUIET, reader
from benchmarks.plan import Plan
from benchmarks.process import serving
from benchmarks.rounds import Samples, in_turn

VARIANTS = ("empty", "naive", "product")

_FIGURE = {
    "naive": ".js-plotly-plot .annotation-text",
    "product": '[data-testid="chart"][data-ready="true"]',
}


def startup(browser: Browser, plan: Plan) -> dict[str, dict[str, Samples]]:
    """Variant → seconds to the first answer, to the heading, to the first figure."""
    found = {
        name: {kind: Samples() for kind in ("answer", "heading", "figure")} for name in VARIANTS
    }
    for number in range(plan.starts):
        for name in in_turn(VARIANTS, number):
            begun = time.perf_counter()
            with serving(name) as server, reader(browser) as context:
                found[name]["answer"].add([server.started])
                page = context.new_page()
                page.goto(server.address, wait_until="commit")
                page.locator("h1").first.wait_for()
                found[name]["heading"].add([time.perf_counter() - begun])
                if name in _FIGURE:
                    page.locator(_FIGURE[name]).first.wait_for()
                    found[name]["figure"].add([time.perf_counter() - begun])
                page.wait_for_timeout(QUIET)
    return found
