"""One server, one browser, and pages that may not speak to the outside.

Every host but loopback is blocked. A test that opens a page fails at its end when the page wrote
an error to the console or asked for anything outside.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Position,
    Route,
    expect,
)

ROOT = Path(__file__).parents[2]
LOOPBACK = {"localhost", "127.0.0.1", "::1"}

#: A deep link makes Streamlit's page ask for these below the page; the 404 is known and harmless.
KNOWN_404 = ("/_stcore/health", "/_stcore/host-config")

#: What Streamlit itself writes to the console beside its dialog.
KNOWN_WORDS = "The page that you have requested does not seem to exist"

#: How long to wait for what must come: long, as a busy machine is no fault of the page.
PATIENCE_MS = 60_000

#: Milliseconds without any change after which a page counts as still.
QUIET_MS = 250

#: Resolves once nothing on the page has changed for a while: Streamlit loads parts of itself when
#: they are first needed, charts are drawn when the script has run, and the page moves with both.
STILL = """(quiet) => new Promise((resolve) => {
  const waiting = () => document.querySelector(`
    [data-testid="stSkeleton"],
    [data-test-script-state]:not([data-test-script-state="notRunning"]),
    [data-testid="chart"]:not([data-ready="true"], [data-ready="empty"])`);
  const watcher = new MutationObserver(() => start());
  const start = () => { clearTimeout(start.timer); start.timer = setTimeout(end, quiet); };
  const end = () => {
    if (waiting()) return start();
    watcher.disconnect();
    resolve();
  };
  watcher.observe(document.body, {childList: true, subtree: true, characterData: true});
  start();
})"""

OpenPage = Callable[..., Page]

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the dashboard, started for the session."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log"
    command = [sys.executable, str(ROOT / "dashboard"), "--port", str(port)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    with (
        log.open("wb") as out,
        subprocess.Popen(command, env=environment, stdout=out, stderr=out) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(300):
                if process.poll() is not None:
                    pytest.fail(f"the server ended: {log.read_text()}")
                try:
                    with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                        break
                except OSError:
                    time.sleep(0.2)
            else:
                pytest.fail(f"the server did not answer: {log.read_text()}")
            yield address
        finally:
            process.terminate()


class Watch:
    """What pages do that they must not."""

    def __init__(self, context: BrowserContext) -> None:
        self.errors: list[str] = []
        self.outside: list[str] = []
        context.route("**/*", self._let_in)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _let_in(self, route: Route) -> None:
        host = urlsplit(route.request.url).hostname
        if host in LOOPBACK or host is None:
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        path = urlsplit(message.location.get("url", "")).path
        known = path.endswith(KNOWN_404) or message.text.startswith(KNOWN_WORDS)
        if message.type == "error" and not known:
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Open a path in a new session: ``open_page("/trade?from=1990", width=375, dark=True)``.

    Returns the page once everything on it is drawn.
    """
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def opened(
        path: str = "/", *, width: int = 1280, height: int = 800, dark: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        contexts.append(context)
        watches.append(Watch(context))
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{server}{path}")
        ready(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for watch in watches for url in watch.outside] == []
    assert [error for watch in watches for error in watch.errors] == []


def ready(page: Page) -> None:
    """Wait until the page is there, then as ``settled``."""
    expect(page.locator("h1").first).to_be_visible()
    settled(page)


def settled(page: Page) -> None:
    """Wait until the script has run under the present filters, every chart is drawn and nothing
    moves any more.

    What comes from a chart takes a moment to reach Streamlit: wait for what it brings about, then
    for this.
    """
    app = page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    page.evaluate(STILL, QUIET_MS)


def click_mark(mark: Locator, *, left: float | None = None) -> None:
    """Click a mark of a chart where it is drawn, as a hand would: Plotly's own layer for the mouse
    lies above it.

    Args:
        mark: What is drawn.
        left: Pixels from its left edge, where another mark lies over its middle.
    """
    box = mark.bounding_box()
    assert box is not None
    at: Position = {"x": box["width"] / 2 if left is None else left, "y": box["height"] / 2}
    mark.hover(force=True, position=at)
    mark.click(force=True, position=at)
