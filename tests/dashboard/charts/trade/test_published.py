import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.trade.axis import Overlay
from dashboard.charts.trade.published import published_shares
from tests.dashboard.charts.reaction_samples import nothing, unchanged, whole
from tests.dashboard.charts.trade.samples import SHARES, points

#: year, partner, flow, edition, share
_PRINTED = (
    (2002, "China", "export", 2003, 23.5),
    (2002, "China", "export", 2004, 28.4),
    (2005, "China", "export", 2007, 35.0),
    (2005, "Russia", "import", 2007, 9.0),
)
PRINTED = pd.DataFrame(
    [
        {
            "year": year,
            "partner": {"China": "CHN", "Russia": "RUS"}[name],
            "partner_name": name,
            "flow": flow,
            "flow_label": f"{flow.title()}s",
            "edition": edition,
            "share": share,
            "note": None,
            "source_ids": ("factbook",),
        }
        for year, name, flow, edition, share in _PRINTED
    ]
).astype({"year": "Int64", "edition": "Int64", "share": "Float64", "note": "str"})
COMPUTED = SHARES[SHARES["series_id"] == "kotra-annual"].assign(flow="export")


def _figure(printed: pd.DataFrame = PRINTED, computed: pd.DataFrame = COMPUTED) -> Figure:
    return published_shares(printed, computed, overlay=Overlay())


def test_every_edition_is_a_dot_and_two_of_one_year_are_joined() -> None:
    figure = whole(unchanged(_figure, PRINTED, COMPUTED))
    dots = [t for t in figure.data if t["mode"] == "markers"]
    assert points(dots) == [(2002, 23.5), (2002, 28.4), (2005, 9), (2005, 35)]
    joins = [t for t in figure.data if t["mode"] == "lines"]
    assert [(t["x"], t["y"]) for t in joins] == [([2002, 2002, None], [23.5, 28.4, None])]


def test_exports_and_imports_have_panels_of_their_own() -> None:
    figure = _figure()
    headings = [n["text"] for n in figure.layout["annotations"] if "<b>" in n["text"]]
    assert headings == ["<b>Share of DPRK exports</b>", "<b>Share of DPRK imports</b>"]
    only = _figure(PRINTED[PRINTED["flow"] == "import"])
    assert "yaxis2" not in only.layout


def test_the_computed_series_stands_behind_and_in_the_table() -> None:
    figure = _figure()
    assert "KOTRA annual report" in figure.notes[1]
    assert figure.table["edition"].isna().sum() == len(COMPUTED)
    alone = whole(_figure(computed=COMPUTED.iloc[:0]))
    assert len(alone.table) == len(PRINTED)
    assert len(alone.notes) == 1


def test_nothing_printed_and_one_dot() -> None:
    nothing(_figure(PRINTED.iloc[:0]))
    assert len(whole(_figure(PRINTED.iloc[:1], COMPUTED.iloc[:0])).table) == 1
