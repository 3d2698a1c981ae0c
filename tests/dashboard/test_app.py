"""The server's application, in a process of its own: it changes the path and Streamlit's settings."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LIFE = """
import asyncio, gc, sys
sys.path.insert(0, {dashboard!r})
import app
import datasets
async def live():
    async with app.warm_start(app.app):
        catalog = datasets.catalog()
        print(len(catalog.specs), gc.get_freeze_count() > 10_000, sys.path[0])
asyncio.run(live())
print(app.page_failed(ZeroDivisionError()))
print(sorted(route.path for route in app.app._user_routes)[:2])
"""


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """What a process says that imports the application as ``streamlit run`` does."""
    code = LIFE.format(dashboard=str(ROOT / "dashboard"))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_data_are_read_and_frozen_before_the_first_reader(lines: list[str]) -> None:
    count, frozen, first = lines[0].split(" ", 2)
    assert int(count) > 20
    assert frozen == "True"
    assert first == str(ROOT)


def test_a_failing_page_is_told_in_plain_words(lines: list[str]) -> None:
    assert lines[1] == "True"  # Streamlit shows nothing of its own then


def test_our_routes_are_there(lines: list[str]) -> None:
    assert "/assets" in lines[2]
