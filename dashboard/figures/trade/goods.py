"""Figures of the Trade page: goods."""

import pandas as pd

from dashboard import cache, queries
from dashboard.charts.figure import Figure
from dashboard.charts.rows import each
from dashboard.charts.trade import goods as trade_goods
from dashboard.figures.base import FigureSpec
from dashboard.figures.trade import frames
from dashboard.filters.trade import partner_options
from dashboard.state.view import Filters
from dashboard.words.caveats import caveats
from dashboard.words.glossary import explained
from datasets.measures.goods import goods_by_section

_BY_YEAR = queries.Place(time=("year",))


def goods(filters: Filters, partner: str) -> Figure:
    """Goods traded with one partner, by section and year."""
    rows = cache.measure(goods_by_section)
    rows = queries.select(rows[rows["partner"] == partner], _BY_YEAR, filters.only("period"))
    titles = cache.frame("trade_series").set_index("series_id")["title"]
    rows = frames.titled(rows).assign(
        flow_label=rows["flow"].map(frames.FLOWS), pair_title=rows["pair_series"].map(titles)
    )
    wanted = ("trade-products-part-years", "trade-coal-transit", "trade-not-covered")
    return trade_goods.goods_matrix(
        with_itemised(rows),
        partner=dict(partner_options()).get(partner, partner),
        notes=(*_without_dollars(filters, partner), *caveats(*wanted), *explained("hs-section")),
    )


def with_itemised(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``itemised``: what their series covers, less what it lumps together."""
    lumped = rows["share_of_pair"].where(rows["section_number"].isna(), 0.0)
    groups = [rows[name] for name in ("series_id", "period", "partner", "flow")]
    return rows.assign(itemised=rows["covered"] - lumped.groupby(groups).transform("sum"))


def _without_dollars(filters: Filters, partner: str) -> tuple[str, ...]:
    """Goods that are known, but in no dollars."""
    rows = cache.frame("trade_products")
    rows = queries.select(rows[rows["partner"] == partner], _BY_YEAR, filters.only("period"))
    lacking = rows[rows["value_usd"].isna()]
    return tuple(f"Not drawn: {row.product}, {row.year}: {row.note}." for row in each(lacking))


def with_russia(filters: Filters) -> Figure:
    """Goods traded with Russia."""
    return goods(filters, "RUS")


def with_china(filters: Filters) -> Figure:
    """Goods traded with China."""
    return goods(filters, "CHN")


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec("trade", "goods-russia", with_russia, ("period",)),
    FigureSpec("trade", "goods-china", with_china, ("period",)),
)
