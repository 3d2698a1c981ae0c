"""A page with one chart of each kind, driven by test_chart_component.py."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import maps, parts, theme
from dashboard.charts.figure import Figure
from dashboard.shell.chart_component import show_chart


def shown(title: str, data: tuple[dict[str, Any], ...], layout: dict[str, Any]) -> Figure:
    """A figure without a table."""
    return Figure(title, data, layout, f"{title} in words.", pd.DataFrame(), {}, (), ())


last = st.slider("Last year", 1990, 2024, 2000)
years = list(range(1960, last + 1))
line: dict[str, Any] = {
    "type": "scatter",
    "name": "Russia",
    "x": years,
    "y": [year - 1950 for year in years],
    "mode": "lines+markers",
    "line": {"color": "$russia"},
    "customdata": [f"rus-{year}" for year in years],
}
narrow = {"showlegend": True, "height": 300}
chosen = show_chart(
    shown("Trade & more", (line,), theme.base_layout(meta={"narrow": narrow})),
    key="line",
    selectable=True,
    subtitle="1960 to 2000, all series",
    source_line="Source: Statistics. Version 2026.1, CC BY 4.0.",
)
st.write(f"chosen: {chosen.customdata}, turn {chosen.turn}" if chosen else "chosen: nothing")

points = {"FRA": (46.0, 2.0), "VAT": (41.9, 12.45), "SMR": (43.9, 12.5)}
classes = [
    maps.MapClass("Critical", "$stance_m1", ("FRA", "SMR"), ("France", "San Marino")),
    maps.MapClass("No statement found", maps.NOTHING, ("CHN", "VAT"), ("China", "Holy See")),
]
show_chart(shown("World", maps.class_traces(classes, points), maps.map_layout()), key="map")
show_chart(parts.empty_figure("None", "Nothing in this period.", columns={"x": "X"}), key="empty")
