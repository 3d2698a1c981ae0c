"""Figures for other sites."""

import json
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dashboard.contents import every
from dashboard.figures.base import FigureSpec
from dashboard.lookup.addresses import page_name
from dashboard.navigation import PAGES, page
from dashboard.plain.headers import CarefulHeaders
from dashboard.routes import routes
from dashboard.state.view import defaults
from dashboard.takeaway.drawing import font_path
from dashboard.takeaway.own_files import own_path
from dashboard.web import assets
from dashboard.web.style import style_name
from tests.asgi import ask

APP = Starlette(routes=routes(), middleware=[Middleware(CarefulHeaders)])
HOST = {"host": "tumen.test"}

FIGURES = [
    f"{page_name(spec.url)}/{card.key}"
    for spec in PAGES
    for card in every(spec.url, defaults(spec.all_params))
    if isinstance(card, FigureSpec)
]


@pytest.mark.parametrize("path", FIGURES)
def test_every_figure_can_stand_on_another_site(path: str) -> None:
    answer = ask(APP, f"/embed/{path}", headers=HOST)
    assert answer.status == 200
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'self'" in policy
    (data,) = re.findall(
        r'<script type="application/json" id="figure-[^"]+">(.*?)</script>', answer.text, re.DOTALL
    )
    figure = json.loads(data)
    title = re.findall(r"<h1><a [^>]*>(.*?)</a></h1>", answer.text)
    assert len(title) == 1
    assert figure["source_line"]
    assert "Tumen, version" in answer.text
    name, key = path.split("/")
    url = page("" if name == "overview" else name).url
    assert f'href="http://tumen.test/{url}#{key}"' in answer.text


def test_only_embedded_figures_may_stand_anywhere() -> None:
    brief = ask(APP, "/brief/trade")
    assert "frame-ancestors 'self'" in brief.headers["content-security-policy"]


def test_the_frame_keeps_the_filters() -> None:
    answer = ask(APP, "/embed/trade/shares", query="from=1990&partners=RUS", headers=HOST)
    assert "1990–2026; all themes; partners: Russia;" in answer.text
    assert 'href="http://tumen.test/trade?from=1990&amp;partners=RUS#shares"' in answer.text


def test_the_frame_is_light_unless_dark_is_asked_for() -> None:
    assert "color-scheme:light" in ask(APP, "/embed/trade/shares").text
    dark = ask(APP, "/embed/trade/shares", query="look=dark").text
    assert "color-scheme:dark" in dark
    assert "Not understood" not in dark


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/embed/trade/nothing", 404),
        ("/embed/milestones/records", 404),
        ("/embed/nowhere/shares", 404),
        ("/embed/trade/..%2F..%2Fetc", 404),
    ],
)
def test_there_are_no_other_frames(path: str, status: int) -> None:
    assert ask(APP, path).status == status


def test_all_that_a_frame_needs_is_served() -> None:
    html = ask(APP, "/embed/trade/shares").text
    for name in ("takeaway.js", "takeaway.css"):
        assert own_path(name) in html
        answer = ask(APP, f"/{own_path(name)}")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
    assert style_name() in html
    assert font_path()
    for address in assets.preload():
        assert address.lstrip("/") in html


def test_json_in_the_page_cannot_end_its_script() -> None:
    html = ask(APP, "/embed/trade/shares", query="evil=</script><script>alert(1)</script>").text
    assert "<script>alert" not in html
