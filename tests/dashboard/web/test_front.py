"""The HTML before any script runs."""

import re
from pathlib import Path

import pytest

from dashboard.web import assets, front


def test_the_page_is_ours() -> None:
    page = front.front_page().decode()
    assert page.count("<title>") == 1
    assert "<title>Tumen</title>" in page
    assert "Streamlit</title>" not in page
    assert "service-desc" not in page
    assert page.count("<noscript>") == page.count("</noscript>") == 1
    assert "switched off" in page


def test_the_page_brings_the_scripts_of_streamlit_and_ours() -> None:
    page = front.front_page().decode()
    assert re.search(r'<script type="module"[^>]* src="\./static/js/index', page)
    for address in assets.preload():
        assert f'<link rel="modulepreload" href=".{address}">' in page
    assert not re.findall(r'(?:href|src)="(?:https?:)?//', page)


def test_a_page_without_charts_does_not_fetch_their_scripts() -> None:
    page = front.front_page(charts=False).decode()
    assert not [address for address in assets.preload() if address in page]


def test_another_page_of_streamlit_is_an_error_not_a_surprise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("<html><title>Other</title></html>")
    monkeypatch.setattr(front, "STATIC", tmp_path)
    front.front_page.cache_clear()
    try:
        with pytest.raises(front.FrontPageError, match="Streamlit"):
            front.front_page()
    finally:
        front.front_page.cache_clear()
