"""Settings and style sheet, held to the palette of the charts."""

import re
import tomllib
from pathlib import Path

from dashboard.charts.theme import COLOURS
from dashboard.web.style import style_name, style_sheet

ROOT = Path(__file__).parents[3]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_the_theme_has_the_colours_of_the_charts() -> None:
    for place, mode in enumerate(("light", "dark")):
        theme = CONFIG["theme"][mode]
        assert theme["backgroundColor"] == COLOURS["paper"][place]
        assert theme["textColor"] == COLOURS["ink"][place]
        assert theme["primaryColor"] == theme["linkColor"] == COLOURS["accent"][place]
        assert theme["secondaryBackgroundColor"] == COLOURS["band"][place]


def test_plotly_gets_enough_colours_to_keep_the_palette() -> None:
    for mode in ("light", "dark"):
        colours = CONFIG["theme"][mode]["chartCategoricalColors"]
        assert len(set(colours)) == len(colours) >= 10


def test_nothing_is_asked_of_the_outside() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorLinks"] is False
    assert CONFIG["server"]["address"]
    assert "http" not in (ROOT / "dashboard" / "web" / "style.css").read_text("utf-8")
    assert "http" not in (ROOT / ".streamlit" / "config.toml").read_text("utf-8")


def test_what_makes_it_fast_is_switched_on() -> None:
    assert CONFIG["runner"]["postScriptGC"] is False
    assert CONFIG["server"]["fileWatcherType"] == "none"


def test_every_colour_of_the_style_sheet_is_defined() -> None:
    style = style_sheet().decode()
    defined = set(re.findall(r"--([a-z-]+):", style))
    used = set(re.findall(r"var\(--([a-z-]+)\)", style))
    assert used <= defined
    assert used >= {"paper", "ink", "ink-soft", "accent", "grid"}


def test_the_name_changes_with_the_content() -> None:
    assert re.fullmatch(r"style-[0-9a-f]{10}\.css", style_name())
