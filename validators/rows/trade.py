"""Rows of the trade tables: series, flows, published shares, goods, petroleum, roubles."""

from validators.primitives import (
    ActorCode,
    Iso3,
    MonthSpan,
    PartialDate,
    Percent,
    Quantity64,
    Several,
    Slug,
    SourceUrl,
    Text,
    Usd,
    Year,
)
from validators.rows.base import Row, column, note, source_ids, verified
from validators.vocabulary import (
    Flow,
    PeriodType,
    PetroleumMeasure,
    PetroleumSupplier,
    TradeBasis,
    Verified,
)


class TradeSeries(Row):
    """One statistical series: who publishes it, what it covers, what is wrong with it."""

    series_id: Slug = column("Series", "Immutable id of the series.")
    title: Text = column("Title", "Name of the series.")
    publisher: Text = column("Publisher", "Who compiles it.")
    version: Text | None = column("Version", "Edition or vintage used.", default=None)
    years: Text = column("Years", "Years covered, in words.")
    unit: Text = column("Unit", "Unit of its values.")
    url: SourceUrl | None = column("Address", "Home of the series.", default=None)
    licence: Text = column("Licence", "Terms of the series.")
    known_issues: Text | None = column(
        "Known issues", "Breaks, gaps and definitions that matter when reading it.", default=None
    )


class TradeFlow(Row):
    """The value of one flow with one partner in one year in one series."""

    series_id: Slug = column("Series", "Series to which the value belongs.")
    year: Year = column("Year", "Calendar year.", unit="year")
    partner: Iso3 = column("Partner", "Partner country or area; WLD is the world.")
    flow: Flow = column("Flow", "Direction, seen from the DPRK.")
    value_usd: Usd = column("Value", "Value in current US dollars.", unit="US$")
    basis: TradeBasis = column("Basis", "How the value came about.")
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class TradeFlowRubles(Row):
    """The value of one Soviet flow in clearing roubles."""

    series_id: Slug = column("Series", "Series to which the value belongs.")
    year: Year = column("Year", "Calendar year.", unit="year")
    partner: Iso3 = column("Partner", "Partner country.")
    flow: Flow = column("Flow", "Direction, seen from the DPRK.")
    value_mln_rub: Quantity64 = column(
        "Value", "Value in clearing roubles, which have no agreed dollar rate.", unit="million Rbl"
    )
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class TradePublishedShare(Row):
    """A partner's share of DPRK exports or imports as one edition of the Factbook printed it."""

    year: Year = column("Year", "Year to which the share refers.", unit="year")
    partner: ActorCode = column("Partner", "Partner country; EU for the European Union.")
    flow: Flow = column("Flow", "Direction, seen from the DPRK.")
    edition: Year = column("Edition", "Edition that first printed the value.", unit="year")
    share_pct: Percent = column("Share", "Share of exports or imports as printed.", unit="%")
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class TradeProduct(Row):
    """One group of goods traded with Russia or China."""

    series_id: Slug = column("Series", "Series to which the value belongs.")
    year: Year = column("Year", "Calendar year.", unit="year")
    partner: Iso3 = column("Partner", "Russia or China.")
    flow: Flow = column("Flow", "Direction, seen from the DPRK.")
    hs_code: Text | None = column(
        "HS code",
        "Harmonized System chapter, heading or range; SS for codes kept confidential; empty for "
        "the rest not itemised.",
        default=None,
    )
    product: Text = column("Goods", "What is traded, in words.")
    value_usd: Usd | None = column(
        "Value", "Value in current US dollars; empty where none exists.", unit="US$", default=None
    )
    period: MonthSpan = column("Period", "The year, or the months that the value covers.")
    basis: TradeBasis = column("Basis", "How the value came about.")
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class Petroleum(Row):
    """Refined oil supplied to the DPRK in one period, as told at one time; or the UN limit."""

    period: MonthSpan = column("Period", "Year, month, or span of months.")
    period_type: PeriodType = column("Period type", "What span the row covers.")
    supplier: PetroleumSupplier = column("Supplier", "Who supplied, or which limit it is.")
    barrels: Quantity64 | None = column(
        "Barrels", "Volume as published in barrels.", unit="barrels", default=None
    )
    tonnes: Quantity64 | None = column(
        "Tonnes", "Mass as published in tonnes.", unit="t", default=None
    )
    measure: PetroleumMeasure = column("Measure", "What the figure is.")
    as_of: PartialDate | None = column(
        "As of", "Vintage: when the figure stood on the UN page; it is revised.", default=None
    )
    verified: Verified = verified()
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()
