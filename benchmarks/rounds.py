"""Samples of alternating rounds, and what may be said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies; the nearest one, none is made up."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(slots=True)
class Samples:
    """Times of one thing, round by round.

    Attributes:
        rounds: The samples of each round.
    """

    rounds: list[list[float]] = field(default_factory=list)

    def add(self, values: Sequence[float]) -> None:
        """Add a round."""
        self.rounds.append(list(values))

    @property
    def medians(self) -> list[float]:
        """Median of each round."""
        return [median(values) for values in self.rounds if values]

    @property
    def median(self) -> float:
        """Median of the rounds' medians."""
        return median(self.medians)

    @property
    def p95(self) -> float:
        """95th percentile of all samples."""
        return percentile([value for values in self.rounds for value in values], 0.95)

    def summary(self) -> dict[str, Any]:
        """What stands in the results."""
        if not self.medians:
            return {"rounds": 0, "samples": 0}
        return {
            "median": _short(self.median),
            "low": _short(min(self.medians)),
            "high": _short(max(self.medians)),
            "p95": _short(self.p95),
            "rounds": len(self.rounds),
            "samples": sum(map(len, self.rounds)),
        }


def ratio(this: Samples, that: Samples) -> dict[str, float]:
    """Median over median, with the range of the ratios of the rounds."""
    each = [a / b for a, b in zip(this.medians, that.medians, strict=False)]
    return {
        "ratio": _short(this.median / that.median),
        "low": _short(min(each)),
        "high": _short(max(each)),
    }


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def in_turn(names: Sequence[str], number: int) -> list[str]:
    """The order of a round: forwards and backwards by turns, so that drift falls on all alike."""
    return list(names) if number % 2 == 0 else list(reversed(names))
