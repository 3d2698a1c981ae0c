import pytest
from plotly.validator_cache import ValidatorCache

from dashboard.charts import theme
from dashboard.charts.trade.style import LOOKS, PARTNER_COLOURS, colours, look, series_keys
from tests.dashboard.charts.trade.samples import SHARES

#: Values and the shares made of them, or one publisher's series of different years.
FAMILIES = (
    {"kotra-filled", "kotra-annual"},
    {"russia-customs", "russia-customs-over-kotra"},
    {"russia-unofficial", "russia-unofficial-over-kotra"},
    {"kita-1991", "kita-china"},
)


def test_series_are_told_apart_by_symbols_that_plotly_knows() -> None:
    users: dict[str, set[str]] = {}
    for code, each in LOOKS.items():
        users.setdefault(each.symbol, set()).add(code)
    assert all(len(codes) == 1 or codes in FAMILIES for codes in users.values())
    validator = ValidatorCache.get_validator("scatter.marker", "symbol")
    for symbol in users:
        assert validator.validate_coerce(f"{symbol}-open") is not None


def test_an_unknown_series_is_named_by_its_title() -> None:
    assert look("new-series", "A new series").short == "A new series"
    assert look("new-series").short == "new-series"


def test_partners_keep_their_colours_and_others_share_greys() -> None:
    assert set(PARTNER_COLOURS.values()) <= {f"${name}" for name in theme.COLOURS}
    found = colours(["RUS", "IND", "THA", "DEU"])
    assert found["RUS"] == "$russia"
    assert len(set(found.values())) == 4


def test_faint_series_are_paler() -> None:
    assert look("cow-trade-4").paint("$russia") == "$russia/55"
    assert look("jetro").paint("$russia") == "$russia"


@pytest.mark.parametrize("rows", [0, 6])
def test_a_key_for_each_series(rows: int) -> None:
    keys = series_keys(SHARES.head(rows))
    assert [key["name"] for key in keys] == ["KOTRA, first release", "Correlates of War"][:rows]
