"""Figures outside the dashboard: the same component draws them, without Streamlit around it.

A page holds each figure as JSON, and a script of ours hands it to the component. Without JavaScript
the table of the figure stands there all the same.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import jinja2

import datasets
from dashboard.charts.figure import Figure
from dashboard.charts.theme import COLOURS
from dashboard.downloads.citations import PROJECT, SUBTITLE
from dashboard.exports import Shown, source_line
from dashboard.shell.chart_component import payload, reserved
from dashboard.takeaway.own_files import own_path
from dashboard.web import assets
from dashboard.web.front import STATIC
from dashboard.web.style import style_name

Mode = Literal["light", "dark"]

_HERE = Path(__file__).parent
_ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)

_FONT = "'Source Sans', 'Source Sans 3', system-ui, 'Liberation Sans', Arial, sans-serif"

#: Names that Streamlit gives to colours → names of the palette. The component reads the former.
_STREAMLIT = {
    "background": "paper",
    "secondary-background": "band",
    "text": "ink",
    "primary": "accent",
    "border": "grid",
}


@cache
def font_path() -> str:
    """Path of the font of the dashboard, which Streamlit brings; empty where it has none."""
    media = STATIC / "static" / "media"
    found = next(iter(sorted(media.glob("SourceSansVF-Upright*.woff2"))), None)
    return f"static/media/{found.name}" if found else ""


def look(mode: Mode) -> str:
    """Colours for the component, which knows them under Streamlit's names."""
    place = 0 if mode == "light" else 1
    said = (f"--st-{name}-color:{COLOURS[token][place]}" for name, token in _STREAMLIT.items())
    return f"color-scheme:{mode};--st-font:{_FONT};{';'.join(said)}"


def in_script(content: bytes) -> str:
    """JSON that can stand in a script element: no sign in it can end one."""
    return content.decode().replace("<", "\\u003c")


def drawn(shown: Shown, figure: Figure) -> dict[str, Any]:
    """What a template needs for one figure: its key, its JSON and the room it takes."""
    content = payload(
        figure,
        key=shown.card.key,
        selectable=False,
        subtitle=shown.reading,
        source_line=source_line(figure),
    )
    return {
        "key": shown.card.key,
        "json": in_script(content),
        "height": reserved(figure),
        "title": figure.title,
        "alt": figure.alt,
    }


def render(template: str, mode: Mode, **content: Any) -> bytes:
    """A page of ours as HTML."""
    common = {
        "project": PROJECT,
        "subtitle": SUBTITLE,
        "version": datasets.version(),
        "style": style_name(),
        "own_style": own_path("takeaway.css"),
        "script": own_path("takeaway.js"),
        "font": font_path(),
        "assets": in_script(
            json.dumps({"prefix": assets.PREFIX.strip("/"), **assets.names()}).encode()
        ),
        "preload": [path.lstrip("/") for path in assets.preload()],
        "look": look(mode),
        "mode": mode,
    }
    return _ENVIRONMENT.get_template(template).render(**common, **content).encode()
