"""The HTML that a browser gets before any script runs: Streamlit's own, made ours.

It is the same for every page. Ours names the project, says in the reader's language what to do
without JavaScript, and lets the browser fetch early what every page needs.
"""

import base64
import hashlib
import re
from functools import cache
from html import escape
from pathlib import Path

import streamlit

from dashboard.downloads.citations import PROJECT, SUBTITLE
from dashboard.web import assets
from dashboard.web.style import style_name

#: Streamlit's own files.
STATIC = Path(streamlit.__file__).parent / "static"

_SCRIPT = Path(__file__).with_name("front.js")
_NO_SCRIPT = (
    "<noscript><p>This page draws its charts with JavaScript, which is switched off.</p></noscript>"
)


_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class FrontPageError(RuntimeError):
    """Streamlit's HTML no longer has the part that ours replaces."""


@cache
def front_page(*, charts: bool = True) -> bytes:
    """The HTML of every page.

    Args:
        charts: Whether the page draws charts, so that the browser should fetch their scripts
            while it still starts Streamlit.

    Raises:
        FrontPageError: This version of Streamlit has another HTML than the one we know.
    """
    page = (STATIC / "index.html").read_text("utf-8")
    head = (
        f"<title>{escape(PROJECT)}</title>"
        f'<meta name="description" content="{escape(SUBTITLE, quote=True)}">'
        '<meta name="color-scheme" content="light dark">'
        + f"<script>{_SCRIPT.read_text('utf-8')}</script>"
        + "".join(
            f'<link rel="modulepreload" href=".{escape(address, quote=True)}">'
            for address in (assets.preload() if charts else ())
        )
    )
    page = _replaced(page, "<title>Streamlit</title>", head)
    page = _without(page, '<link rel="service-desc"', "/>")
    # Below the root, so that it wins over Streamlit's own styles, which scripts add to the head.
    style = f'<link rel="stylesheet" href="./{style_name()}">'
    page = _replaced(page, '<div id="root"></div>', f'<div id="root"></div>{style}')
    start, end = page.find("<noscript>"), page.find("</noscript>")
    if start < 0 or end < start:
        raise FrontPageError("<noscript>")
    return (page[:start] + _NO_SCRIPT + page[end + len("</noscript>") :]).encode()


@cache
def inline_scripts() -> tuple[str, ...]:
    """Digests of the scripts that stand in the HTML, for a content security policy."""
    scripts = {
        script for charts in (True, False) for script in _INLINE.findall(front_page(charts=charts))
    }
    digests = sorted(base64.b64encode(hashlib.sha256(script).digest()) for script in scripts)
    return tuple(f"sha256-{digest.decode()}" for digest in digests)


def _replaced(page: str, old: str, new: str) -> str:
    if page.count(old) != 1:
        raise FrontPageError(old)
    return page.replace(old, new)


def _without(page: str, start: str, end: str) -> str:
    begin = page.find(start)
    if begin < 0:
        raise FrontPageError(start)
    return page[:begin] + page[page.index(end, begin) + len(end) :]
