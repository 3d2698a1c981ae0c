"""The chart component in a real browser."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SERVER = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import streamlit as st
import uvicorn
from dashboard.web import assets
app = st.App({str(Path(__file__).with_name("chart_page.py"))!r}, routes=assets.routes())
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
"""
RANGE = "document.querySelector('[data-key=line] .js-plotly-plot')._fullLayout.xaxis.range"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = subprocess.DEVNULL
    command = [sys.executable, "-c", SERVER, str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as server:
        try:
            _await(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _await(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(url, timeout=1) as answer:
                answer.read()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1100, "height": 1200}) as context:
        opened = context.new_page()
        trouble: list[str] = []
        opened.on("pageerror", lambda error: trouble.append(str(error)))
        opened.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
        opened.goto(address)
        ready(opened)
        yield opened
        assert trouble == []


def ready(page: Page) -> None:
    for key in ("line", "map"):
        expect(page.locator(f"[data-key={key}][data-ready=true]")).to_be_visible()


def chart(page: Page, key: str = "line") -> str:
    return f"[data-testid=chart][data-key={key}]"


def test_chart_is_named_described_and_focusable(page: Page) -> None:
    plot = page.get_by_role("img", name="Trade & more")
    expect(plot).to_have_accessible_description("Trade & more in words.")
    plot.focus()
    expect(plot).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{chart(page)} [role=status]")).to_contain_text("1960")


def test_zoom_outlives_a_filter_and_can_be_reset(page: Page) -> None:
    before = page.evaluate(RANGE)
    box = page.locator(f"{chart(page)} .nsewdrag").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 62, steps=5)
    page.mouse.up()
    page.wait_for_function(f"Math.abs({RANGE}[0] - {before[0]}) > 1")
    zoomed = page.evaluate(RANGE)
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(chart(page))).to_have_attribute("data-revision", "2")
    assert page.evaluate(RANGE) == pytest.approx(zoomed)
    page.locator(chart(page)).get_by_role("button", name="Reset view").click()
    page.wait_for_function(f"Math.abs({RANGE}[0] - {before[0]}) < 1")


def test_choosing_a_point_reaches_python_each_time_and_escape_lets_go(page: Page) -> None:
    point = page.locator(f"{chart(page)} .points .point").nth(5)
    for words in ("chosen: rus-1965, turn 1", "chosen: rus-1965, turn 2"):
        point.hover(force=True)
        box = point.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.get_by_text(words)).to_be_visible()
        page.mouse.move(5, 5)
        page.wait_for_timeout(400)  # a second click too soon would be a double click
    page.locator(f"{chart(page)} .tumen-chart-plot").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_text("chosen: nothing")).to_be_visible()


def test_colours_follow_the_theme(page: Page) -> None:
    trace = f"{chart(page)} .js-line"
    assert "rgb(42, 91, 208)" in (page.locator(trace).get_attribute("style") or "")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(trace)).to_have_attribute("style", re.compile(r"rgb\(107, 166, 255\)"))


def test_unknown_is_hatched_and_small_states_are_dots(page: Page) -> None:
    fills = page.locator(f"{chart(page, 'map')} .choroplethlayer path").evaluate_all(
        "paths => paths.map(path => path.getAttribute('fill'))"
    )
    assert len(fills) == 2
    assert fills.count("url(#tumen-hatch-stance_none-0)") == 1
    assert page.locator("#tumen-hatches pattern").count() == 1
    assert page.locator(f"{chart(page, 'map')} .scatterlayer .point").count() == 2


def test_narrow_screen_takes_its_overrides_without_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    expect(page.locator(f"{chart(page)} .legend")).to_be_visible()
    height = page.locator(f"{chart(page)} .tumen-chart-plot").evaluate("plot => plot.offsetHeight")
    assert height == 300
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0


def test_empty_figure_says_so(page: Page) -> None:
    empty = page.locator(f"{chart(page, 'empty')}[data-ready=empty]")
    expect(empty).to_contain_text("Nothing in this period.")
    expect(empty.get_by_role("button")).to_have_count(0)


def test_images_carry_title_reading_source_and_licence(page: Page, tmp_path: Path) -> None:
    for kind in ("SVG", "PNG"):
        with page.expect_download() as waiting:
            page.locator(chart(page)).get_by_role("button", name=f"Save as {kind} image").click()
        assert waiting.value.suggested_filename == f"trade-more.{kind.lower()}"
        waiting.value.save_as(tmp_path / kind)
    svg = (tmp_path / "SVG").read_text("utf-8")
    words = " ".join(ElementTree.fromstring(svg).itertext())
    for text in ("Trade & more", "1960 to 2000, all series", "Version 2026.1, CC BY 4.0."):
        assert text in words
    png = (tmp_path / "PNG").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 2000


@pytest.mark.parametrize(
    ("blocked", "words"),
    [("**/assets/plotly-*", "could not be drawn"), ("**/assets/chart-*", "could not be loaded")],
)
def test_missing_script_is_told(browser: Browser, address: str, blocked: str, words: str) -> None:
    with browser.new_context() as context:
        opened = context.new_page()
        opened.route(blocked, lambda route: route.abort())
        opened.goto(address)
        expect(opened.get_by_text(words).first).to_be_visible()


def test_print_shows_the_whole_drawing_on_white(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 500, "height": 900})
    sizes = page.locator(f"{chart(page)} .main-svg").first.evaluate(
        "svg => [svg.getBoundingClientRect().right, innerWidth, svg.getAttribute('viewBox')]"
    )
    assert sizes[0] <= sizes[1]
    assert sizes[2] is not None
    style = page.locator(f"{chart(page)} .js-line").get_attribute("style") or ""
    assert "rgb(42, 91, 208)" in style
    expect(page.locator(f"{chart(page)} .tumen-chart-tools")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
