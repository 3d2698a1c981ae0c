"""Filters of every kind, and hostile addresses, for tests of state and widgets."""

from hypothesis import strategies as st

from dashboard.state.view import (
    Choice,
    Choices,
    Filters,
    Integer,
    Param,
    Period,
    Preset,
    Text,
    Toggle,
    Years,
)

LETTERS = tuple((code, code.upper()) for code in ("a", "b", "c-1", "human_rights", "RUS", "-2"))

PERIOD = Period(
    last=2026,
    presets=(
        Preset("first", "Founding and war", 1945, 1953),
        Preset("now", "Wartime partnership", 2022, None),
    ),
)

PARAMS: tuple[Param, ...] = (
    PERIOD,
    Choices("themes", "Themes", options=LETTERS, everything="all themes"),
    Choices("partners", "Partners", options=lambda: LETTERS, default=("RUS", "a")),
    Choices("compared", "Countries", options=LETTERS, most=2),
    Choice("flow", "Flow", options=LETTERS[:3]),
    Choice("series", "Series", options=lambda: LETTERS, default="b", blank="All series"),
    Choice("area", "Area", options=LETTERS, blank="All areas"),
    Toggle("own", "Own voice only", on="own voice only"),
    Toggle("gaps", "Show gaps", default=True, off="gaps hidden"),
    Integer("year", "Year", low=1945, high=lambda: 2026),
    Integer("rank", "Rank", low=-5, high=5, default=0),
    Text("q", "Search"),
)

_CODES = st.lists(st.sampled_from([code for code, _ in LETTERS]), unique=True)


def _chosen(most: int | None = None) -> st.SearchStrategy[tuple[str, ...]]:
    """Codes in the order of display, as filters hold them."""
    order = [code for code, _ in LETTERS]
    return _CODES.map(lambda codes: tuple(sorted(codes, key=order.index))[:most])


def _tidied(text: str) -> str:
    value = PARAMS[-1].parse({"q": text})[0]
    assert isinstance(value, str)
    return value


YEARS = st.tuples(st.integers(1945, 2026), st.integers(1945, 2026)).map(
    lambda ends: PERIOD.value(*ends)
)

FILTERS = st.fixed_dictionaries(
    {
        "period": YEARS,
        "themes": _chosen(),
        "partners": _chosen(),
        "compared": _chosen(2),
        "flow": st.sampled_from(["a", "b", "c-1"]),
        "series": st.sampled_from(["", *(code for code, _ in LETTERS)]),
        "area": st.sampled_from(["", *(code for code, _ in LETTERS)]),
        "own": st.booleans(),
        "gaps": st.booleans(),
        "year": st.integers(1945, 2026),
        "rank": st.integers(-5, 5),
        "q": st.text(max_size=60).map(_tidied),
    }
).map(Filters)

_NAMES = [name for param in PARAMS for name in param.names]
_VALUES = st.one_of(
    st.text(),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        [
            "",
            "-",
            "--",
            ".",
            "..",
            "a.b",
            "a..b",
            "0",
            "1",
            "true",
            "nan",
            "1e3",
            "１９９０",
            "٢",
            "%00",
        ]
    ),
    st.sampled_from([code for code, _ in LETTERS]),
    st.just("x" * 5_000),
    st.just("a." * 3_000),
    st.just("\ud800"),
)

HOSTILE = st.dictionaries(
    st.one_of(st.sampled_from(_NAMES), st.text(max_size=20)),
    st.one_of(_VALUES, st.lists(_VALUES, max_size=4)),
    max_size=10,
)

FULL = Years(1945, 2026, whole=True)
