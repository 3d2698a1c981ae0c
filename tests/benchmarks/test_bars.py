"""What a run says of itself."""

import ast
from pathlib import Path

import pytest

from benchmarks.bars import Bar
from benchmarks.rounds import Samples, in_turn, percentile, ratio

ROOT = Path(__file__).parents[2]


def samples(*rounds: list[float]) -> Samples:
    found = Samples()
    for values in rounds:
        found.add(values)
    return found


def bar(value: float, low: float, high: float, *, least: bool = False) -> Bar:
    return Bar("Browser", "fast", 2.0, value, low, high, "", "", least=least)


def test_a_median_is_that_of_the_rounds_and_not_of_all_samples() -> None:
    found = samples([1, 1, 9], [2, 2, 2], [30, 30, 30, 30, 30])
    assert found.medians == [1, 2, 30]
    assert found.median == 2
    assert found.summary()["low"] == 1
    assert found.summary()["high"] == 30
    assert found.summary()["samples"] == 11


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([5, 1, 4, 2, 3], 0.5) == 3
    assert percentile(list(range(100)), 0.95) == 95
    assert percentile([7], 0.95) == 7


def test_a_ratio_compares_round_with_round() -> None:
    found = ratio(samples([1], [2], [4]), samples([2], [2], [2]))
    assert found == {"ratio": 1.0, "low": 0.5, "high": 2.0}


def test_variants_take_turns_at_going_first() -> None:
    assert in_turn(["a", "b"], 0) == ["a", "b"]
    assert in_turn(["a", "b"], 1) == ["b", "a"]


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        (bar(2.0, 1.9, 2.1), "met"),
        (bar(3.0, 2.5, 3.5), "not met by 50%"),
        (bar(2.2, 1.9, 2.4), "not met by 10%, within the range of the rounds"),
        (bar(2.0, 1.0, 3.0, least=True), "met"),
        (bar(1.0, 0.5, 1.5, least=True), "not met by 50%"),
        (bar(1.8, 1.5, 2.5, least=True), "not met by 10%, within the range of the rounds"),
    ],
)
def test_a_bar_says_by_how_much_it_is_missed(measured: Bar, words: str) -> None:
    assert measured.verdict == words


def test_nothing_in_the_product_imports_the_benchmarks() -> None:
    files = [
        path
        for package in ("dashboard", "datasets", "validators")
        for path in (ROOT / package).rglob("*.py")
    ]
    assert files
    for path in files:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not any(name.split(".")[0] == "benchmarks" for name in names), path
