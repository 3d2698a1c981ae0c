"""The fixture page in all variants: new reader, step to the next year, change of page."""

from collections.abc import Iterable
from contextlib import ExitStack

from playwright.sync_api import Browser

from benchmarks.browser import fixture_opened, fixture_step, reader
from benchmarks.fixture.data import PAGES, YEARS
from benchmarks.fixture.figures import mark
from benchmarks.plan import Plan
from benchmarks.process import available, serving
from benchmarks.rounds import Samples, in_turn

VARIANTS = ("static", "dash", "naive", "element", "own")
_WITH_PAGES = ("naive", "element", "own")
_BUTTON = "button:has-text('Next year')"

Table = dict[str, dict[str, Samples]]


def compare(browser: Browser, plan: Plan) -> Table:
    """Variant → what was timed → samples in milliseconds."""
    names = available(VARIANTS)
    kinds = ("visitor", "filter_first", "filter", "switch")
    found: Table = {name: {kind: Samples() for kind in kinds} for name in names}
    with ExitStack() as stack:
        servers = {name: stack.enter_context(serving(name)) for name in names}
        for name in names:  # once before: first runs compile and fill caches
            _round(browser, name, servers[name].address, Plan.once())
        for number in range(plan.rounds):
            for name in in_turn(names, number):
                times = _round(browser, name, servers[name].address, plan)
                for kind, values in times.items():
                    found[name][kind].add(values)
    return found


def _round(browser: Browser, name: str, address: str, plan: Plan) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"visitor": [], "filter_first": [], "filter": []}
    for _ in range(plan.visitors):
        with reader(browser) as context:
            whole = fixture_opened(context.new_page(), address, mark(PAGES[0], YEARS[0]))[1]
            times["visitor"].append(whole)
    with reader(browser) as context:
        page = context.new_page()
        fixture_opened(page, address, mark(PAGES[0], YEARS[0]))
        page.wait_for_timeout(500)
        for step in range(1, plan.steps + 1):
            words = mark(PAGES[0], YEARS[step % len(YEARS)])
            first, whole = fixture_step(page, _BUTTON, words)
            times["filter_first"].append(first)
            times["filter"].append(whole)
            page.wait_for_timeout(100)
        if name in _WITH_PAGES:
            times["switch"] = []
            for there in _there_and_back(plan.switches):
                words = mark(there, YEARS[plan.steps % len(YEARS)])
                link = f"a:has-text('{there.capitalize()}')"
                times["switch"].append(fixture_step(page, link, words)[1])
                page.wait_for_timeout(100)
    return times


def _there_and_back(count: int) -> Iterable[str]:
    return (PAGES[(place + 1) % 2] for place in range(count))
