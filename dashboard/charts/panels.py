"""Small multiples: panels one above the other on a shared horizontal axis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several drawings in a figure.

    Attributes:
        number: Number of its vertical axis, from 1.
        domain: Its lower and upper end as parts of the height of all drawings.
        height: Its height in pixels.
    """

    number: int
    domain: tuple[float, float]
    height: float

    @property
    def axis(self) -> str:
        """Its vertical axis as traces and annotations name it."""
        return "y" if self.number == 1 else f"y{self.number}"

    @property
    def layout_key(self) -> str:
        """Its vertical axis as the layout names it."""
        return "yaxis" if self.number == 1 else f"yaxis{self.number}"

    def heading(self, text: str, *, beside: str = "", x: float = 0.0) -> dict[str, Any]:
        """A heading above the panel, with plain words ``beside`` it; on narrow screens too."""
        return {
            "xref": "paper",
            "yref": "paper",
            "x": x,
            "y": self.domain[1],
            "xanchor": "left",
            "yanchor": "bottom",
            "yshift": 4,
            "text": f"<b>{text}</b>, {beside}" if beside else f"<b>{text}</b>",
            "font": {"size": 13, "color": "$ink"},
        }


@dataclass(frozen=True, slots=True)
class Stack:
    """Panels from top to bottom, and the height of the drawings together."""

    panels: tuple[Panel, ...]
    height: float

    @property
    def lowest(self) -> Panel:
        """The panel that carries the horizontal axis."""
        return self.panels[-1]


def stacked(heights: Sequence[float], *, gap: float) -> Stack:
    """Panels of the given heights in pixels, from top to bottom, with room between them.

    The room is for headings; leave as much above the first panel as a margin.
    """
    total = sum(heights) + gap * (len(heights) - 1)
    panels = []
    upper = total
    for number, height in enumerate(heights, start=1):
        panels.append(Panel(number, ((upper - height) / total, upper / total), height))
        upper -= height + gap
    return Stack(tuple(panels), total)


def axes(stack: Stack, settings: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Layout of the vertical axes, and the anchor of the horizontal one below the last panel."""
    layout = {
        panel.layout_key: {"domain": list(panel.domain), "anchor": "x", **setting}
        for panel, setting in zip(stack.panels, settings, strict=True)
    }
    return {**layout, "xaxis": {"anchor": stack.lowest.axis}}
