"""Records counted in a grid."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts import theme
from dashboard.charts.data.coverage_grid import STEPS, Grid, coverage_grid, span_words, spans_of

COLUMNS = (("law", "Law"), ("economy", "Economy"))


def records(*rows: tuple[int, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": pd.Series([year for year, _ in rows], dtype="Int64"),
            "column": pd.Series([code for _, code in rows], dtype="str"),
            "source_ids": pd.Series([("a", "b")] * len(rows), dtype="object"),
        }
    )


def grid(first: int = 1945, last: int = 1958, step: int = 5) -> Grid:
    return Grid("Records", "Theme", COLUMNS, spans_of((first, last), step))


@pytest.mark.parametrize(
    ("years", "step", "expected"),
    [
        ((1945, 1956), 5, ((1945, 1949), (1950, 1954), (1955, 1956))),
        ((1947, 1951), 5, ((1947, 1949), (1950, 1951))),
        ((1990, 1990), 5, ((1990, 1990),)),
        ((1990, 1992), 1, ((1990, 1990), (1991, 1991), (1992, 1992))),
    ],
)
def test_years_are_cut_at_round_numbers(
    years: tuple[int, int], step: int, expected: tuple[tuple[int, int], ...]
) -> None:
    assert spans_of(years, step) == expected


def test_each_record_counts_in_its_cell() -> None:
    frame = records((1945, "law"), (1949, "law"), (1950, "law"), (1958, "economy"))
    before = frame.copy()
    figure = coverage_grid(frame, grid(), tables=("milestones",))
    pd.testing.assert_frame_equal(frame, before)
    assert figure.table.to_dict("records") == [
        {"years": "1945–1949", "column": "Law", "records": 2},
        {"years": "1950–1954", "column": "Law", "records": 1},
        {"years": "1955–1958", "column": "Economy", "records": 1},
    ]
    drawn = figure.data[0]
    assert drawn["text"] == [["2", ""], ["1", ""], ["", "1"]]
    assert drawn["z"] == [[0, None], [0, None], [None, 0]]
    assert figure.sources == ("a", "b")
    assert "Most records stand under Law (3) and in 1945–1949 (2)" in figure.alt
    assert "In 3 of 6 cells no record was found." in figure.alt


def test_records_outside_the_years_are_not_counted() -> None:
    figure = coverage_grid(records((1944, "law"), (1945, "law")), grid(), tables=())
    assert figure.table["records"].tolist() == [1]
    assert "none at all in 1950–1954, 1955–1958" in figure.alt


def test_the_colour_grows_with_the_number() -> None:
    numbers = [*STEPS, STEPS[-1] * 5]
    rows = [(1945 + 5 * place, "law") for place, n in enumerate(numbers) for _ in range(n)]
    figure = coverage_grid(records(*rows), grid(1945, 1974), tables=())
    assert [row[0] for row in figure.data[0]["z"]] == [0, 1, 2, 3, 4, 4]


def test_nothing_to_draw_says_what_to_widen() -> None:
    figure = coverage_grid(records(), grid(), tables=("milestones",))
    assert figure.empty
    assert "Widen" in figure.alt


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_plotly_takes_it(mode: theme.Mode, step: int) -> None:
    figure = coverage_grid(records((1945, "law"), (1958, "economy")), grid(step=step), tables=())
    spec = theme.resolve(figure.spec, mode)
    spec["layout"].pop("meta")
    go.Figure(spec)
    assert figure.layout["yaxis"]["tickvals"] == [span_words(s) for s in grid(step=step).spans]


def test_numbers_can_be_read_on_every_step_of_colour() -> None:
    for mode in ("light", "dark"):
        ink = _luminance(_rgb(theme.colour("$ink", mode)))
        figure = coverage_grid(records((1945, "law")), grid(), tables=())
        paper = _rgb(theme.colour("$paper", mode))
        for token in {colour for _, colour in figure.data[0]["colorscale"]}:
            fill = theme.colour(token, mode)
            *rgb, alpha = (float(part) for part in fill[5:-1].split(","))
            mixed = [alpha * c + (1 - alpha) * p for c, p in zip(rgb, paper, strict=True)]
            light, dark = sorted((ink, _luminance(mixed)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (mode, token)


def _rgb(colour: str) -> list[float]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def _luminance(rgb: list[float]) -> float:
    parts = [c / 255 for c in rgb]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
