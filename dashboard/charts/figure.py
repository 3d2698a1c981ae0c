"""The one value every chart returns: traces, layout, words and the numbers behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A drawing with everything a reader needs to check it.

    ``data`` and ``layout`` are plain dicts in Plotly's schema. Colours may be tokens such as
    ``"$russia"``; the browser resolves them for the light and the dark theme, so that one figure
    serves both and can be cached.

    Two are the same only if they are one object: so they can be keys of what is kept for them.

    ``layout["meta"]["narrow"]`` may hold layout overrides (nested dicts, merged key by key) that
    apply while the figure is narrower than 560 px.

    Attributes:
        title: What is shown, in sentence case.
        data: Plotly traces.
        layout: Plotly layout, begun with :func:`dashboard.charts.theme.base_layout`.
        alt: Text alternative: what the figure shows and its main reading.
        table: The twin of the picture: exactly the numbers drawn, tidy.
        columns: Heading with unit for each column of ``table``.
        sources: Ids of the sources behind the numbers drawn.
        tables: Ids of the dataset tables used.
        notes: Caveats shown beside the figure.
        height: Height in pixels.
        empty: Whether there is nothing to draw; the card then says what to widen.
    """

    title: str
    data: tuple[dict[str, Any], ...]
    layout: dict[str, Any]
    alt: str
    table: pd.DataFrame
    columns: Mapping[str, str]
    sources: tuple[str, ...]
    tables: tuple[str, ...]
    notes: tuple[str, ...] = ()
    height: int = 420
    empty: bool = False

    @property
    def spec(self) -> dict[str, Any]:
        """The drawing alone, as Plotly takes it (colour tokens unresolved)."""
        return {"data": list(self.data), "layout": self.layout}
