"""The one way a figure comes onto a page.

Streamlit's own chart element builds a chart anew for every change and forgets the reader's zoom.
This component keeps one chart per place on the page and repaints it. What Streamlit sends with
each figure is a loader of a few lines; Plotly, the component and the theme come once, from our
own address (:mod:`dashboard.web.assets`).
"""

import gzip
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.cache import CARDS_KEPT
from dashboard.charts.figure import Figure
from dashboard.web import assets

_TOOLS_PX = 28  # the row of buttons above a drawing
_COLUMN_PX = 820  # a usual width of the page's one column

# Streamlit serves its pages at one level below its base, wherever that is mounted; its own script
# tells where. A module from a blob has no address of its own, so ours must be absolute.
_LOADER = """
const names = %(names)s;
const script = document.querySelector('script[src*="static/js/"]');
const base = new URL("../../%(folder)s/", script ? script.src : location.origin + "/static/js/");
const at = (name) => new URL(name, base).href;

export default async function (component) {
  const parent = component.parentElement;
  try {
    const { show } = await import(at(names.chart));
    return show(component, {
      plotly: at(names.plotly),
      theme: at(names.theme),
      outlines: at(names.outlines.replace(/[^/]+$/, "")),
    });
  } catch (error) {
    console.error(error);
    const note = document.createElement("p");
    note.className = "tumen-chart-first";
    note.dataset.testid = "chart-unavailable";
    note.setAttribute("role", "status");
    note.textContent = "The chart could not be loaded: the script that draws it did not arrive. " +
      "Reload the page to try again. The numbers are in the table.";
    parent.replaceChildren(note);
  }
}
"""

_mount = st.components.v2.component(
    "tumen_chart",
    js=_LOADER % {"names": json.dumps(assets.names()), "folder": assets.PREFIX.strip("/")},
    # In a shadow root Plotly's styles would not reach it.
    isolate_styles=False,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """The point a reader chose.

    Attributes:
        trace: Name of the trace.
        point: Position in the trace.
        customdata: What the chart attached to the point.
        x: Horizontal value, if the trace has one.
        y: Vertical value, if the trace has one.
        location: Country code, on maps.
        turn: Counts the choices, so that the same point can be chosen again.
    """

    trace: str = ""
    point: int | None = None
    customdata: Any = None
    x: Any = None
    y: Any = None
    location: str | None = None
    turn: int = 0


def show_chart(
    figure: Figure,
    *,
    key: str,
    selectable: bool = False,
    subtitle: str = "",
    source_line: str = "",
) -> Selection | None:
    """Draws a figure and returns the point the reader chose, if any.

    Args:
        figure: What to draw.
        key: Identifies the place on the page; the chart there is repainted, never rebuilt.
        selectable: Whether choosing a point runs the script again.
        subtitle: The reading of the filters, written into saved images.
        source_line: Sources, version and licence, written into saved images.

    Returns:
        The chosen point, or None.
    """
    data = _packed(figure, key, selectable, subtitle, source_line)
    options: dict[str, Any] = {"on_selection_change": _nothing} if selectable else {}
    result = _mount(key=key, data=data, height=reserved(figure), **options)
    chosen = result.get("selection") if selectable else None
    return selection(chosen)


def reserved(figure: Figure) -> int:
    """Pixels kept free until the browser knows better, so that the page does not jump."""
    aspect = figure.layout.get("meta", {}).get("aspect")
    drawing = round(aspect * _COLUMN_PX) if aspect else figure.height
    return int(drawing if figure.empty else drawing + _TOOLS_PX)


def _nothing() -> None:
    """Streamlit keeps a component's state only where a callback is given."""


def selection(value: object) -> Selection | None:
    """What the browser sent, as a :class:`Selection`; anything else is no selection."""
    known = asdict(Selection())
    if not isinstance(value, Mapping) or not value:
        return None
    return Selection(**{name: value[name] for name in known if name in value})


@lru_cache(maxsize=CARDS_KEPT)
def _packed(figure: Figure, key: str, selectable: bool, subtitle: str, source_line: str) -> bytes:
    """What is sent, compressed once for all readers: a quarter of its size."""
    content = payload(
        figure, key=key, selectable=selectable, subtitle=subtitle, source_line=source_line
    )
    return gzip.compress(content, mtime=0)


def payload(
    figure: Figure, *, key: str, selectable: bool, subtitle: str = "", source_line: str = ""
) -> bytes:
    """All the browser needs for one figure, as JSON."""
    content = {
        "key": key,
        "title": figure.title,
        "alt": figure.alt,
        "subtitle": subtitle,
        "source_line": source_line,
        "height": figure.height,
        "empty": figure.empty,
        "selectable": selectable,
        "spec": figure.spec,
    }
    options: dict[str, Any] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "default": _plain,
        "allow_nan": False,
    }
    try:
        text = json.dumps(content, **options)
    except ValueError:  # a float that JSON does not know
        text = json.dumps(_without_nan(content), **options)
    return text.encode()


def _plain(value: object) -> Any:
    """Values of pandas and NumPy as JSON knows them."""
    if value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, pd.Series | pd.Index):
        return _without_nan(value.to_list())
    if isinstance(value, np.ndarray):
        return _without_nan(value.tolist())
    if isinstance(value, np.generic):
        return _without_nan(value.item())
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot stand in a figure")


def _without_nan(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {name: _without_nan(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    return value
