import pytest

from dashboard.words import amounts


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0%"),
        (0.002, "under 0.01%"),
        (0.0057, "0.01%"),
        (0.24, "0.24%"),
        (0.999, "1.0%"),
        (4.9504, "5.0%"),
        (98.27, "98.3%"),
    ],
)
def test_percent(value: float, words: str) -> None:
    assert amounts.percent(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (6_940_000_000, "6.94 billion dollars"),
        (213_417_000, "213 million dollars"),
        (34_400_000, "34.4 million dollars"),
        (714_000, "0.71 million dollars"),
        (532, "532 dollars"),
        (-72_000_000, "-72.0 million dollars"),
        (0, "0 dollars"),
    ],
)
def test_dollars(value: float, words: str) -> None:
    assert amounts.dollars(value) == words


def test_lists_and_spans() -> None:
    assert amounts.listed([]) == ""
    assert amounts.listed(["A"]) == "A"
    assert amounts.listed(["A", "B", "C"]) == "A, B and C"
    assert amounts.span([2001, 1999]) == "1999–2001"
    assert amounts.span([2001]) == "2001"
    assert amounts.span([]) == ""


def test_sources_stand_by_use() -> None:
    assert amounts.most_used([("b", "a"), ("b",), ("c",)]) == ("b", "a", "c")
