"""The browser: pages opened as by a new reader, steps timed, bytes counted."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WATCH = Path(__file__).with_name("watch.js")
PATIENCE = 40_000  # milliseconds
QUIET = 350  # milliseconds without a change after which a page counts as settled
FIGURES = 5

# A route of Playwright's would switch off the browser's store of files, so hosts outside are
# blocked by name instead.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium or Chrome of this machine.

    Raises:
        RuntimeError: There is none.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise RuntimeError(f"no Chromium or Chrome on this machine: {', '.join(NAMES)}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Someone who was never here."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(path=WATCH)
    try:
        yield context
    finally:
        context.close()


def fixture_opened(page: Page, address: str, words: str) -> tuple[float, float]:
    """Open a fixture page; milliseconds to the first and to all figures, from the navigation on."""
    page.goto(address, wait_until="commit")
    return _painted(page, words)


def fixture_step(page: Page, button: str, words: str) -> tuple[float, float]:
    """Press what leads to the words; milliseconds to the first and to all figures."""
    page.evaluate("bench.arm()")
    page.locator(button).first.click()
    return _painted(page, words)


def _painted(page: Page, words: str) -> tuple[float, float]:
    call = f"([words]) => bench.painted(words, {FIGURES})"
    first, whole = page.evaluate(call, [words])
    return float(first), float(whole)


def opened(page: Page, address: str) -> tuple[float | None, float, int]:
    """Open a page of the dashboard; see :func:`settled`."""
    page.goto(address, wait_until="commit")
    return settled(page)


def settled(page: Page) -> tuple[float | None, float, int]:
    """Milliseconds to the first figure, to the last change, and how many drawings were made."""
    first, last, revised = page.evaluate(f"() => bench.settled({QUIET})")
    return (None if first is None else float(first)), float(last), int(revised)
