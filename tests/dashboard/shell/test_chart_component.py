import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.figure import Figure
from dashboard.shell.chart_component import Selection, payload, reserved, selection
from dashboard.web import assets


def figure(**changes: Any) -> Figure:
    values: dict[str, Any] = {
        "title": "Trade",
        "data": ({"type": "bar", "x": [1], "y": [2], "marker": {"color": "$russia"}},),
        "layout": {},
        "alt": "One bar.",
        "table": pd.DataFrame({"x": [1], "y": [2]}),
        "columns": {"x": "Year", "y": "Value"},
        "sources": ("a",),
        "tables": ("trade_flows",),
    }
    return Figure(**{**values, **changes})


def sent(shown: Figure) -> Any:
    return json.loads(payload(shown, key="k", selectable=False))


def test_payload_carries_words_and_drawing_but_not_the_table() -> None:
    content = json.loads(
        payload(figure(), key="k", selectable=True, subtitle="1950–2024", source_line="Source: A")
    )
    assert content["title"] == "Trade"
    assert content["alt"] == "One bar."
    assert content["subtitle"] == "1950–2024"
    assert content["source_line"] == "Source: A"
    assert content["selectable"] is True
    assert content["spec"]["data"][0]["marker"]["color"] == "$russia"
    assert "table" not in content


def test_values_of_pandas_and_numpy_become_json() -> None:
    trace = {
        "x": pd.Series([1, None], dtype="Int64"),
        "y": np.array([1.5, np.nan]),
        "z": [float("inf"), np.int64(3), pd.NA, pd.NaT, np.float64("nan")],
        "dates": [pd.Timestamp("2024-06-19"), pd.Timestamp("2024-06-19").date()],
        "pair": (1, 2),
    }
    assert sent(figure(data=(trace,)))["spec"]["data"][0] == {
        "x": [1, None],
        "y": [1.5, None],
        "z": [None, 3, None, None, None],
        "dates": ["2024-06-19T00:00:00", "2024-06-19"],
        "pair": [1, 2],
    }


def test_what_json_cannot_hold_is_an_error() -> None:
    with pytest.raises(TypeError, match="object"):
        sent(figure(data=({"x": [object()]},)))


def test_room_is_kept_for_the_drawing() -> None:
    assert reserved(figure(height=420)) == 448
    assert reserved(figure(height=180, empty=True)) == 180
    wide = reserved(figure(layout={"meta": {"aspect": 0.5}}))
    assert 400 < wide < 500


def test_selection_is_read_tolerantly() -> None:
    raw = {"trace": "Russia", "point": 3, "customdata": ["rus"], "x": 1990, "y": 2, "extra": 1}
    assert selection(raw) == Selection("Russia", 3, ["rus"], 1990, 2, None)
    nothings: tuple[object, ...] = (None, {}, "x", 3)
    assert [selection(nothing) for nothing in nothings] == [None] * 4


PAGE = """
import pandas as pd
import streamlit as st
from dashboard.shell.chart_component import show_chart
from dashboard.charts.figure import Figure

shown = Figure("Trade", (), {}, "Nothing.", pd.DataFrame(), {}, (), (), empty=True)
first = show_chart(shown, key="plain")
second = show_chart(shown, key="chosen", selectable=True)
st.write(f"selections: {first} {second}")
"""


def test_page_with_charts_runs_and_sends_a_small_loader(tmp_path: Path) -> None:
    script = tmp_path / "page.py"
    script.write_text(PAGE, encoding="utf-8")
    app = AppTest.from_file(str(script)).run()
    assert not app.exception
    assert app.markdown[0].value == "selections: None None"
    protos = [node.proto for node in app.main if getattr(node, "type", "") == "bidi_component"]
    assert len(protos) == 2
    for proto in protos:
        assert json.loads(gzip.decompress(proto.bytes))["alt"] == "Nothing."
        assert assets.names()["chart"] in proto.js_content
        # It travels with every figure at every run.
        assert len(proto.js_content) < 1_500
        assert proto.isolate_styles is False
