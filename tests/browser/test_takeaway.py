"""What is taken from a page: brief on paper, figures on other sites, links, citations, images."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

import datasets
from tests.browser.conftest import OpenPage, Watch, ready

pytestmark = pytest.mark.browser

OpenPlain = Callable[..., Page]

DRAWN = """() => {
  const wanted = document.querySelectorAll("[data-figure]").length;
  const drawn = document.querySelectorAll('[data-testid="chart"][data-ready="true"]').length;
  return drawn === wanted;
}"""
_LATIN = re.compile(r"[^\u0000-\u024f\u2000-\u20ff]+")
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def open_plain(browser: Browser, server: str) -> Iterator[OpenPlain]:
    """Open a page that Streamlit does not serve; it may neither fail nor ask for anything outside."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_(path: str, *, width: int = 1280, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        opened.append((context, Watch(context)))
        page = context.new_page()
        page.goto(f"{server}{path}")
        if script:
            page.wait_for_function(DRAWN)
        return page

    yield open_
    for context, _ in opened:
        context.close()
    assert [url for _, watch in opened for url in watch.outside] == []
    assert [error for _, watch in opened for error in watch.errors] == []


def dense(text: str) -> str:
    """Text without the spaces, line ends and ligatures that printing puts in or takes out."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u200b]+", "", plain)


def absent(wanted: Iterable[str], text: str) -> list[str]:
    """Texts of which a part is missing. Signs for which a machine may have no font do not count."""
    return [each for each in wanted if any(part not in text for part in _LATIN.split(dense(each)))]


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(pdf: PdfReader) -> str:
    return dense("".join(page.extract_text() for page in pdf.pages))


def rows_of(page: Page) -> list[str]:
    rows: list[str] = page.locator(".rows tbody tr").evaluate_all(
        "rows => rows.map(row => row.textContent)"
    )
    return [dense(row) for row in rows]


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))], ids=["A4", "Letter"]
)
def test_the_widest_table_is_printed_row_by_row_with_its_sources(
    open_plain: OpenPlain, paper: str, size: tuple[int, int]
) -> None:
    page = open_plain(f"/brief/reactions?show=matrix&paper={paper}")
    rows = rows_of(page)
    assert len(rows) > 1_000
    pdf = printed(page)
    text = text_of(pdf)
    assert [row for row in rows if row not in text] == []
    titles = page.locator(".tumen-sources a").evaluate_all(
        "links => links.map(a => [a.textContent, a.getAttribute('href')])"
    )
    assert len(titles) > 100
    assert absent((part for pair in titles for part in pair), text) == []
    heading = dense(page.locator(".rows thead tr").first.inner_text())
    wide = [leaf for leaf in pdf.pages if leaf.mediabox.width > leaf.mediabox.height]
    assert len(wide) > 10
    bare = [i for i, leaf in enumerate(wide) if heading not in dense(leaf.extract_text())]
    assert [i for i in bare if i < len(wide) - 1] == []  # the last may hold the texts below alone
    sizes = {tuple(sorted(map(round, leaf.mediabox[2:]))) for leaf in pdf.pages}
    assert sizes == {tuple(sorted(size))}


def test_a_long_list_is_printed_record_by_record(open_plain: OpenPlain) -> None:
    page = open_plain("/brief/milestones?show=list")
    text = text_of(printed(page))
    records = datasets.load("milestones")
    assert absent(records["title"], text) == []
    assert absent(records["summary"], text) == []
    cited = {source for cell in records["source_ids"] for source in cell}
    known = datasets.load("sources").set_index("id")["title"]
    assert absent(known[sorted(cited)], text) == []


def test_a_brief_can_be_read_without_javascript(open_plain: OpenPlain) -> None:
    page = open_plain("/brief/trade?from=1990", script=False)
    expect(page.locator("h1")).to_have_text("Trade: Shares")
    expect(page.locator("[data-figure]").first).to_contain_text("drawn with JavaScript")
    assert len(rows_of(page)) > 50
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_figures_are_drawn_in_the_brief_and_stand_on_paper(open_plain: OpenPlain) -> None:
    page = open_plain("/brief/overview")
    expect(page.locator(".drawing .main-svg").first).to_be_visible()
    assert "Landmarkmilestones" in text_of(printed(page))


PLAIN = ("/brief/overview", "/brief/trade?show=partners", "/embed/trade/shares?from=1990")


@pytest.mark.parametrize("path", [*PLAIN, "/embed/reactions/stance-map?look=dark"])
@pytest.mark.parametrize("width", [1280, 375, 320])
def test_brief_and_frame_fit_the_screen_and_shut_no_one_out(
    open_plain: OpenPlain, path: str, width: int
) -> None:
    page = open_plain(path, width=width)
    assert page.evaluate(SIDEWAYS) <= 0
    found = Axe().run(page).response["violations"]
    told = [(fault["impact"], fault["id"], fault["nodes"][0]["html"][:200]) for fault in found]
    assert told == []


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a site of its own, and the folder that it serves."""
    handler = partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/index.html", tmp_path
        site.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_figure_stands_in_a_frame_on_another_site(
    open_page: OpenPage, server: str, other_site: tuple[str, Path]
) -> None:
    address, elsewhere = other_site
    page = open_page("/trade?from=1990")
    card = page.locator("[class*='st-key-card-']").first
    card.get_by_role("radio", name="Embed").click()
    frame = card.locator("[data-testid='stCode']").inner_text().strip()
    assert frame.startswith("<iframe ")
    (elsewhere / "index.html").write_text(f"<!doctype html><title>Blog</title>{frame}", "utf-8")
    other = page.context.new_page()
    other.goto(address)
    inside = other.frame_locator("iframe")
    expect(inside.locator('[data-testid="chart"][data-ready="true"]')).to_be_visible()
    expect(inside.locator(".source")).to_contain_text(f"Tumen, version {datasets.version()}")
    link = inside.get_by_role("link", name="Open in Tumen").get_attribute("href")
    assert link == f"{server}/trade?from=1990#shares"
    assert other.locator("iframe").get_attribute("title") == card.locator("h2").inner_text()


def test_links_and_citations_are_really_copied(open_page: OpenPage) -> None:
    page = open_page("/trade?from=1990&themes=law")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    card = page.locator("[class*='st-key-card-']").first
    card.get_by_role("radio", name="Cite").click()
    card.get_by_role("radio", name="BibTeX").click()
    expect(card.locator("[data-testid='stCode']")).to_contain_text("@misc{")
    card.locator(".tumen-copy").click()
    expect(card.locator(".tumen-copy")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{tumen-share-of-")
    with page.expect_download() as saved:
        card.get_by_role("link", name="Download as .bib").click()
    assert saved.value.path().read_text("utf-8").startswith("@misc{tumen-share-of-")


def test_without_a_clipboard_the_old_way_copies(open_page: OpenPage) -> None:
    page = open_page("/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()


def test_brief_and_package_carry_the_filters(open_page: OpenPage) -> None:
    page = open_page("/milestones?tone=-2")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Package").click()
    assert saved.value.suggested_filename == (f"tumen-milestones-tone--2-{datasets.version()}.zip")
    page.get_by_role("link", name="Brief").click()
    page.wait_for_url("**/brief/milestones?tone=-2")
    expect(page.locator(".about")).to_contain_text("tone: Serious strain")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_images_of_a_real_figure_say_what_they_show(
    open_page: OpenPage, dark: bool, tmp_path: Path
) -> None:
    page = open_page("/trade?from=1990&to=2000", dark=dark)
    ready(page)
    card = page.locator("[class*='st-key-card-']").first
    title = card.locator("h2").inner_text()
    reading = card.locator("[data-testid='stCaptionContainer']").first.inner_text()
    for kind in ("SVG", "PNG"):
        with page.expect_download() as waiting:
            card.get_by_role("button", name=f"Save as {kind} image").click()
        waiting.value.save_as(tmp_path / kind)
    root = ElementTree.fromstring((tmp_path / "SVG").read_text("utf-8"))
    words = dense("".join(root.itertext()))
    for text in (title, reading, "Sources:", f"version {datasets.version()}", "CC BY 4.0"):
        assert dense(text) in words
    ground = root.find("{http://www.w3.org/2000/svg}rect")
    assert ground is not None
    assert ground.get("fill") == "#ffffff"  # legible in a document, whatever the reader's theme
    png = (tmp_path / "PNG").read_bytes()
    width, height = (int.from_bytes(png[i : i + 4], "big") for i in (16, 20))
    assert (width, height) == (2 * int(root.get("width", "0")), 2 * int(root.get("height", "0")))


def test_a_milestone_has_a_permanent_link_that_is_copied(open_page: OpenPage, server: str) -> None:
    record = datasets.load("milestones")["id"].iloc[-1]
    page = open_page(f"/milestones?record={record}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy permanent link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{server}/r/{record}"
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
