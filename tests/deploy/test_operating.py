"""The guide for operators speaks of what there is."""

import os
import re
from pathlib import Path

import pytest

from dashboard.__main__ import arguments
from dashboard.plain.headers import FRAMES, policy

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "operating.md"
TEXT = GUIDE.read_text("utf-8")
STATEMENT = ROOT / "docs" / "accessibility.md"


@pytest.mark.parametrize("document", [GUIDE, STATEMENT], ids=lambda path: path.name)
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
    assert links or document == STATEMENT


def test_commands_exist() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8")))
    named = set(re.findall(r"`make ([a-z-]+)`", TEXT))
    assert len(named) >= 4
    assert named <= targets
    for line in re.findall(r"(?m)^python -m dashboard(.*)$", TEXT):
        arguments(line.split())


def test_settings_are_read_by_the_program() -> None:
    rows = re.findall(r"(?m)^\| `([A-Z_]+)` \|", TEXT)
    assert FRAMES in rows
    streamlit = {name for name in rows if name.startswith("STREAMLIT_")}
    config = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    program = (ROOT / "dashboard" / "__main__.py").read_text("utf-8")
    for name in streamlit:
        words = name.removeprefix("STREAMLIT_SERVER_").split("_")
        option = words[0].lower() + "".join(w if w == "TTL" else w.capitalize() for w in words[1:])
        assert name in program or option in config
    assert len(streamlit) == 2


def test_other_sites_are_let_in_by_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    value = re.search(r"`('self' https://[a-z.]+)`", TEXT)
    assert value is not None
    assert FRAMES not in os.environ
    monkeypatch.setenv(FRAMES, value[1])
    policy.cache_clear()
    assert f"frame-ancestors {value[1]}" in policy()
    policy.cache_clear()


def test_the_load_of_a_day_is_computed_as_it_says() -> None:
    rows = re.findall(r"(?m)^\| ([\d,]+) \| ([\d,]+) \| ([\d.]+) \|", TEXT)
    assert [row[0] for row in rows] == ["10", "1,000", "100,000"]
    for row in rows:
        readers, sessions, changes = (float(cell.replace(",", "")) for cell in row)
        at_the_peak = readers * 0.8 / (8 * 3_600) * 4
        assert sessions == pytest.approx(max(1, at_the_peak * 300), rel=0.02)
        assert changes == pytest.approx(at_the_peak * 15, rel=0.05)
