"""Specifications of the trade tables."""

from datasets.registry.licences import CC_BY, PER_SERIES, PUBLIC_DOMAIN
from datasets.registry.reference import SOURCES_REFERENCE
from validators.rows import trade as rows
from validators.spec import Expectations, Reference, TableSpec

_SERIES = Reference("series_id", ("trade_series",))
_PARTNER = Reference("partner", ("countries", "areas"))

TABLES = (
    TableSpec(
        id="trade_series",
        title="Trade series",
        description="Statistical series: publisher, coverage, terms and known issues.",
        row=rows.TradeSeries,
        key=("series_id",),
        group="Trade",
        licence=CC_BY,
        expectations=Expectations(27, 60),
        label="title",
    ),
    TableSpec(
        id="trade_flows",
        title="Trade flows",
        description=(
            "Value of DPRK exports to, imports from or total trade with one partner in one year, "
            "as one series gives it. A missing row is missing data, not zero."
        ),
        row=rows.TradeFlow,
        key=("series_id", "year", "partner", "flow"),
        group="Trade",
        licence=PER_SERIES,
        expectations=Expectations(4400, 20000),
        references=(_SERIES, _PARTNER, SOURCES_REFERENCE),
        time=("year",),
    ),
    TableSpec(
        id="trade_flows_rubles",
        title="Soviet trade in clearing roubles",
        description="Soviet trade with the DPRK in roubles that have no agreed dollar rate.",
        row=rows.TradeFlowRubles,
        key=("series_id", "year", "partner", "flow"),
        group="Trade",
        licence=PER_SERIES,
        expectations=Expectations(7, 100),
        references=(_SERIES, _PARTNER, SOURCES_REFERENCE),
        time=("year",),
    ),
    TableSpec(
        id="trade_published_shares",
        title="Published trade shares",
        description="Shares of partners in DPRK exports and imports as the CIA World Factbook printed them.",
        row=rows.TradePublishedShare,
        key=("year", "partner", "flow", "edition"),
        group="Trade",
        licence=PUBLIC_DOMAIN,
        expectations=Expectations(128, 500),
        references=(
            Reference("partner", ("countries", "areas", "organisations")),
            SOURCES_REFERENCE,
        ),
        order=("year", "flow", "partner", "edition"),
        time=("year",),
    ),
    TableSpec(
        id="trade_products",
        title="Goods traded",
        description="Goods traded with Russia and China by Harmonized System code, as far as published.",
        row=rows.TradeProduct,
        key=("series_id", "period", "partner", "flow", "hs_code", "product"),
        group="Trade",
        licence=PER_SERIES,
        expectations=Expectations(248, 2000, {"hs_code": 0.98, "value_usd": 0.98}),
        references=(_SERIES, _PARTNER, SOURCES_REFERENCE),
        time=("year",),
    ),
    TableSpec(
        id="petroleum",
        title="Refined petroleum",
        description=(
            "Refined oil supplied to the DPRK as told to the UN 1718 Committee, allegations by "
            "others, and the yearly limits. Months, ranges and years are never added together."
        ),
        row=rows.Petroleum,
        key=("period", "supplier", "measure", "as_of"),
        group="Trade",
        licence=CC_BY,
        expectations=Expectations(114, 1000),
        references=(SOURCES_REFERENCE,),
        order=("period", "period_type", "supplier", "measure", "as_of"),
        time=("period",),
    ),
)
