"""Colours by meaning and the look shared by all figures.

A figure names colours by token: ``"$russia"``, or ``"$russia/30"`` for 30 % opacity. The browser
replaces tokens when it paints, for the light or the dark theme; :func:`resolve` does the same in
Python. The shared look (fonts, axes, hover labels) reaches the browser once, as :data:`TEMPLATE`,
not with every figure.

Each token means one thing on every page. The tests hold the palette to a contrast of 3:1 between
marks and paper and to a least distance, also under simulated red and green blindness, between
colours that stand side by side.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

Mode = Literal["light", "dark"]

#: Below this container width a figure takes the overrides in ``layout.meta.narrow``.
NARROW_PX = 560

_NEGATIVE_TO_POSITIVE = {
    "m2": ("#8f2a06", "#e2591f"),
    "m1": ("#cf7420", "#f6bd84"),
    "0": ("#7d8087", "#9aa0a8"),
    "p1": ("#4a93d8", "#9cc6f5"),
    "p2": ("#173f8f", "#4c83ee"),
}

COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # The page
        "paper": ("#ffffff", "#11151c"),
        "ink": ("#1c232e", "#eef1f5"),
        "ink_soft": ("#525b68", "#a9b2bf"),
        "axis": ("#9aa3af", "#5b6573"),
        "grid": ("#e7eaee", "#262d38"),
        "band": ("#f3f5f8", "#191f29"),
        "accent": ("#1f5f8b", "#6cb6e8"),
        "warn": ("#a14a00", "#f2a65a"),
        "land": ("#e9ecf0", "#232a35"),
        "land_line": ("#ffffff", "#11151c"),
        "coast": ("#8b94a1", "#6d7785"),
        # Countries
        "russia": ("#2a5bd0", "#6ba6ff"),
        "dprk": ("#a3120c", "#f2552f"),
        "china": ("#b35e00", "#efc63f"),
        "usa": ("#3a1f86", "#7a70f0"),
        "rok": ("#0a5f63", "#8fe6cf"),
        "japan": ("#5a0e3c", "#cf4f98"),
        "other": ("#70757c", "#a9afb8"),
        # From against to for, from hostile to close
        **{f"stance_{step}": pair for step, pair in _NEGATIVE_TO_POSITIVE.items()},
        **{f"tone_{step}": pair for step, pair in _NEGATIVE_TO_POSITIVE.items()},
        "stance_none": ("#f7f8fa", "#171c25"),  # fill of "no statement found": paper, not a class
        "stance_none_line": ("#7b8491", "#7f8998"),
        "stance_party": ("#343a46", "#d5dbe4"),  # Russia and the DPRK: parties, no reactions
        "on_mark": ("#11151c", "#11151c"),  # text upon light marks, such as a sign in a cell
        # Little to much of one thing
        "amount_1": ("#5f97bf", "#41729a"),
        "amount_2": ("#3d7cab", "#5d93bf"),
        "amount_3": ("#266291", "#82b3da"),
        "amount_4": ("#154a74", "#acd2f0"),
        "amount_5": ("#082f50", "#dbf0ff"),
        # Themes stand in labelled lanes; colour only supports the label
        "theme_diplomacy": ("#2f5fc9", "#5e90ff"),
        "theme_economy": ("#0f7a6c", "#3fbfa4"),
        "theme_military": ("#8c1a0e", "#e8573a"),
        "theme_nuclear": ("#c9701a", "#f0b04a"),
        "theme_sanctions": ("#5b2a86", "#a06be0"),
        "theme_technology": ("#3c94c4", "#8fd3f5"),
        "theme_society": ("#b0568f", "#f0a0cc"),
        "theme_law": ("#6b5a10", "#c9c06a"),
        "theme_information": ("#3d4450", "#e6e9ee"),
        "theme_human_rights": ("#868c96", "#8b929c"),
        # Verdicts on claims
        "verdict_supported": ("#0f7a6c", "#5fe0cc"),
        "verdict_partly_supported": ("#c47a12", "#e3b53a"),
        "verdict_contradicted": ("#8f2410", "#e8573a"),
        "verdict_unverifiable": ("#424aae", "#7f86f0"),
        "verdict_opinion": ("#868c96", "#9aa2ae"),
        # Votes in the United Nations
        "vote_yes": ("#2f5fc9", "#5e90ff"),
        "vote_no": ("#8c1a0e", "#e3593a"),
        "vote_abstain": ("#a8841c", "#f0dd7a"),
        "vote_absent": ("#8a909b", "#8b93a0"),
        # Who makes an estimate
        "kind_government": ("#3f62d6", "#5b86ff"),
        "kind_intelligence": ("#2a1a75", "#86628f"),
        "kind_party": ("#8c1a0e", "#e8603c"),
        "kind_think_tank": ("#1f7a66", "#8ff0d2"),
        "kind_intergovernmental": ("#3c94c4", "#6dbbdd"),
        "kind_press": ("#b0801a", "#e1aa23"),
        # Kinds of source beside those: always labelled bars, relatives share a hue
        "kind_official": ("#3f62d6", "#5b86ff"),
        "kind_state_media": ("#8c1a0e", "#e8603c"),
        "kind_wire": ("#8a6410", "#f0cd78"),
        "kind_academic": ("#14594b", "#5fc9ab"),
        "kind_reviewed": ("#14594b", "#5fc9ab"),
        "kind_dataset": ("#525b68", "#b4bcc8"),
        "kind_reference": ("#868c96", "#8b93a0"),
    }
)

#: Fills that the browser draws as hatching, with the colour of the lines.
HATCHED: Mapping[str, str] = MappingProxyType({"stance_none": "stance_none_line"})

_TOKEN = re.compile(r"\$([a-z][a-z0-9_]*)(?:/(\d{1,3}))?")

_AXIS = {
    "automargin": True,
    "color": "$ink_soft",
    "gridcolor": "$grid",
    "gridwidth": 1,
    "linecolor": "$axis",
    "showline": False,
    "ticks": "",
    "title": {"standoff": 10, "font": {"size": 13, "color": "$ink_soft"}},
    "zeroline": False,
}

#: Plotly template behind every figure; sent to the browser once.
TEMPLATE: Mapping[str, Any] = MappingProxyType(
    {
        "layout": {
            "paper_bgcolor": "$paper",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"size": 13, "color": "$ink"},
            "colorway": ["$russia", "$china", "$dprk", "$rok", "$usa", "$japan", "$other"],
            "hoverlabel": {
                "align": "left",
                "bgcolor": "$paper",
                "bordercolor": "$axis",
                "font": {"size": 13, "color": "$ink"},
            },
            "xaxis": {
                **_AXIS,
                "showgrid": False,
                "showline": True,
                "ticks": "outside",
                "tickcolor": "$axis",
                "ticklen": 4,
            },
            "yaxis": {**_AXIS, "ticklabelstandoff": 6},
            "legend": {
                "bgcolor": "rgba(0,0,0,0)",
                "font": {"size": 13, "color": "$ink"},
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": 1.02,
                "yanchor": "bottom",
                "itemsizing": "trace",
                "traceorder": "normal",
                "title": {"font": {"size": 13, "color": "$ink_soft"}},
            },
            "annotationdefaults": {
                "font": {"size": 12, "color": "$ink_soft"},
                "showarrow": False,
            },
            "coloraxis": {"colorbar": {"outlinewidth": 0, "thickness": 12}},
        },
        "data": {
            "bar": [{"marker": {"line": {"width": 1, "color": "$paper"}}}],
            "scatter": [{"line": {"width": 2.25}}],
            "heatmap": [{"colorbar": {"outlinewidth": 0, "thickness": 12}}],
            "choropleth": [{"colorbar": {"outlinewidth": 0, "thickness": 12}}],
        },
    }
)


def base_layout(**overrides: Any) -> dict[str, Any]:
    """A fresh layout for one figure, with ``overrides`` merged in key by key.

    ``uirevision`` is constant so that the reader's zoom survives a change of filter; pass another
    value when the axes change their meaning.
    """
    layout: dict[str, Any] = {
        "margin": {"l": 8, "r": 12, "t": 12, "b": 8, "pad": 0},
        "hovermode": "closest",
        "dragmode": "zoom",
        "showlegend": False,
        "uirevision": "keep",
    }
    return merged(layout, overrides)


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """``base`` with ``over`` laid on top: mappings are merged, all else is replaced."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        result[key] = merged(old, value) if both else value  # type: ignore[arg-type]
    return result


def colour(token: str, mode: Mode) -> str:
    """The colour behind ``"$name"`` or ``"$name/opacity"`` as a CSS colour.

    Raises:
        KeyError: The palette has no such name.
    """
    match = _TOKEN.fullmatch(token)
    if match is None or match[1] not in COLOURS:
        raise KeyError(token)
    value = COLOURS[match[1]][0 if mode == "light" else 1]
    if match[2] is None:
        return value
    red, green, blue = (int(value[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{int(match[2]) / 100:g})"


def resolve(spec: Any, mode: Mode) -> Any:
    """A copy of ``spec`` in which every colour token has become a colour.

    Raises:
        KeyError: A token names no colour of the palette.
    """
    if isinstance(spec, str):
        return colour(spec, mode) if _TOKEN.fullmatch(spec) else spec
    if isinstance(spec, Mapping):
        return {key: resolve(value, mode) for key, value in spec.items()}
    if isinstance(spec, list | tuple):
        return [resolve(value, mode) for value in spec]
    return spec
