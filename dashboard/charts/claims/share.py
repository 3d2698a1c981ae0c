"""A share that an article states, drawn into the shares that the series give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboard.charts import theme
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.words.amounts import percent

_PERCENT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(?:percent|per cent|%)")
_ROOM = 1.12  # of the axis above a stated share


@dataclass(frozen=True, slots=True)
class Stated:
    """What an article states.

    Attributes:
        year: The year it speaks of.
        share: The share in percent.
    """

    year: int
    share: float

    @property
    def words(self) -> str:
        """The share as precise as it is stated: "17%"."""
        return f"{self.share:g}%"


def stated(claim: str, start: Any, end: Any) -> Stated | None:
    """The share that a claim states for one year; None if it states none, or several.

    Args:
        claim: Words of the claim.
        start: First partial date of which it speaks.
        end: Last partial date of which it speaks.
    """
    numbers = _PERCENT.findall(claim)
    years = {str(day)[:4] for day in (start, end) if isinstance(day, str) and day}
    if len(numbers) != 1 or len(years) != 1:
        return None
    return Stated(int(next(iter(years))), float(numbers[0].replace(",", ".")))


def with_stated(figure: Figure, claim: Stated) -> Figure:
    """The figure of shares over years with the stated share as a mark of its own."""
    top = max(float(figure.layout["yaxis"]["range"][1]), claim.share * _ROOM)
    text = f"as stated: {claim.words}"
    mark = {
        "type": "scatter",
        "mode": "markers",
        "name": "As stated in the article",
        "showlegend": True,
        "x": [claim.year],
        "y": [claim.share],
        "text": [f"<b>As stated in the article</b><br>{claim.year}: {claim.words}"],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "x",
            "size": 13,
            "color": "$ink",
            "line": {"width": 1.5, "color": "$paper"},
        },
        "cliponaxis": False,
    }
    first, last = figure.layout["xaxis"]["range"]
    early = claim.year < (first + last) / 2
    note = {
        "xref": "x",
        "yref": "y",
        "x": claim.year,
        "y": claim.share,
        "xanchor": "left" if early else "right",
        "yanchor": "middle",
        "xshift": 12 if early else -12,
        "text": f"<b>{text}</b>",
        "font": {"size": 13, "color": "$ink"},
    }
    narrow = figure.layout.get("meta", {}).get("narrow", {})
    return replace(
        figure,
        data=(*figure.data, mark),
        layout=theme.merged(
            figure.layout,
            {
                "yaxis": {"range": [0, top]},
                "annotations": [*figure.layout.get("annotations", []), note],
                "meta": {"narrow": {"annotations": [*narrow.get("annotations", []), note]}},
            },
        ),
        alt=f"{figure.alt} The article states {claim.words} for {claim.year}.",
    )


def compared(rows: pd.DataFrame, claim: Stated) -> tuple[str, ...]:
    """What the series give for the year, and the year that comes nearest to what is stated.

    Args:
        rows: Rows of ``trade_shares`` of one partner and flow, with ``series_title``.
        claim: What is stated.
    """
    same = rows[rows["year"] == claim.year].sort_values("share")
    if same.empty:
        now = f"No series gives a share for {claim.year}."
    else:
        given = "; ".join(f"{percent(row.share)} ({row.series_title})" for row in each(same))
        now = f"{claim.year}: {given}. Stated: {claim.words}."
    if rows.empty:
        return (now,)
    away = (rows["share"] - claim.share).abs()
    near = next(each(rows.loc[away.sort_values(kind="stable").index[:1]]))
    nearest = f"{percent(near.share)} in {near.year} ({near.series_title})"
    return (now, f"Nearest to it in any year: {nearest}.")


def ranked(rows: pd.DataFrame, partner: str, year: int) -> Sequence[str]:
    """The rank of a partner in one year among all partners found.

    Args:
        rows: Shares of all partners in that year, in any series, with ``partner_name``.
        partner: Code of the partner.
        year: The year.
    """
    shares = rows.groupby("partner")["share"].max().sort_values(ascending=False)
    if partner not in shares.index:
        return (f"No series chosen gives a share of it for {year}.",)
    name = rows.loc[rows["partner"] == partner, "partner_name"].iloc[0]
    rank = int((shares > shares[partner]).sum()) + 1
    return (
        f"{name} in {year}: rank {rank} of {len(shares)} partners found, each by the highest share "
        "that a series gives.",
    )
