"""The bars a run is held to, each with its measured value, its reference and the verdict."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

Results = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        area: What it is about.
        wanted: The bar in words.
        limit: The number in it.
        value: What was measured, to be at most the limit (at least, where ``least``).
        low: The same in the best round.
        high: The same in the worst round.
        measured: The measured thing, with unit.
        reference: What it is compared with, with unit.
        least: Whether the limit is the least that will do.
    """

    area: str
    wanted: str
    limit: float
    value: float
    low: float
    high: float
    measured: str
    reference: str
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the bar is met."""
        return self.value >= self.limit if self.least else self.value <= self.limit

    @property
    def verdict(self) -> str:
        """In words: met, within the rounds' range of it, or by how much not."""
        if self.met:
            return "met"
        best = self.high if self.least else self.low
        reached = best >= self.limit if self.least else best <= self.limit
        share = abs(self.value / self.limit - 1) if self.limit else 1
        missed = f"{share:.0%}" if share >= 0.01 else f"{share:.1%}"
        return f"not met by {missed}{', within the range of the rounds' if reached else ''}"

    def as_dict(self) -> dict[str, Any]:
        """For the results."""
        return {**asdict(self), "met": self.met, "verdict": self.verdict}


def _fixture(results: Results, kind: str, reference: str, limit: float, wanted: str) -> Bar:
    own = results["fixture"]["own"][kind]
    other = results["fixture"][reference][kind]
    share = results["ratios"][f"{kind}: own / {reference}"]
    return Bar(
        "Browser",
        wanted,
        limit,
        share["ratio"],
        share["low"],
        share["high"],
        f"{own['median']:,.0f} ms ({own['low']:,.0f}–{own['high']:,.0f}), p95 {own['p95']:,.0f}",
        f"{reference} {other['median']:,.0f} ms ({other['low']:,.0f}–{other['high']:,.0f})",
    )


def browser(results: Results) -> list[Bar]:
    """Filter, page and reader against other ways to build the page."""
    wanted = [
        ("filter", "naive", 0.5, "filter → all repainted ≤ 0.5 × the naive page"),
        ("filter", "dash", 1.0, "filter → all repainted not slower than Dash"),
        ("filter", "static", 2.0, "filter → all repainted ≤ 2 × a static page"),
        ("switch", "naive", 0.6, "page switch ≤ 0.6 × the naive page"),
        ("visitor", "naive", 0.7, "new visitor ≤ 0.7 × the naive page"),
    ]
    return [
        _fixture(results, kind, reference, limit, words)
        for kind, reference, limit, words in wanted
        if reference in results["fixture"]
    ]


def starting(results: Results) -> list[Bar]:
    """Start of the server against an empty page."""
    bars = []
    for kind, words in (("answer", "its first answer"), ("heading", "the first heading seen")):
        own, empty = results["startup"]["product"][kind], results["startup"]["empty"][kind]
        share = results["ratios"][f"{kind}: product / empty"]
        bars.append(
            Bar(
                "Start",
                f"start of the server to {words} ≤ 2.5 × an empty page",
                2.5,
                share["ratio"],
                share["low"],
                share["high"],
                f"{own['median']:.2f} s",
                f"empty {empty['median']:.2f} s",
            )
        )
    return bars


def weight(results: Results) -> list[Bar]:
    """Bytes of the heaviest page of each kind."""
    bars = []
    for charts, limit, kind in ((False, 1.1, "text page"), (True, 2.2, "page with charts")):
        sizes = {
            title: page["cold"] / 1e6
            for title, page in results["pages"].items()
            if page["charts"] is charts
        }
        worst = max(sizes, key=lambda title: sizes[title])
        size = sizes[worst]
        words = f"cold load of a {kind} ≤ {limit} MB"
        bars.append(Bar("Weight", words, limit, size, size, size, f"{size:.2f} MB ({worst})", ""))
    pages = results["pages"]
    sizes = {title: page["repeat"] / 1e3 for title, page in pages.items()}
    worst = max(sizes, key=lambda title: sizes[title])
    size, least = sizes[worst], min(sizes.values())
    said = f"{size:.0f} kB ({worst}); least {least:.0f} kB"
    bars.append(Bar("Weight", "repeat load ≤ 50 kB", 50, size, size, size, said, ""))
    return bars


def readers(results: Results) -> list[Bar]:
    """Many readers at once."""
    found = results["load"]
    one, *_, most = found["crowds"]
    errors = sum(crowd["errors"] for crowd in found["crowds"])
    slower = most["p95_ms"] / one["p95_ms"]
    fresh = max(found["megabytes_before"])
    full = sum(most["megabytes"])
    each = found["megabytes_a_session"]
    wire, shares = results["wire"], results["ratios"]
    flood = shares["throughput: own, two processes / naive"]
    rerun = shares["rerun: own / own, default settings"]

    def plain(wanted: str, limit: float, value: float, measured: str, reference: str = "") -> Bar:
        return Bar("Many readers", wanted, limit, value, value, value, measured, reference)

    return [
        Bar(
            "Connection",
            "rerun ≤ 0.4 × the same page under default settings",
            0.4,
            rerun["ratio"],
            rerun["low"],
            rerun["high"],
            f"{wire['own']['rerun']['median']:.1f} ms",
            f"defaults {wire['own, default settings']['rerun']['median']:.1f} ms",
        ),
        plain(f"{most['sessions']} sessions: no errors", 0, errors, f"{errors} errors"),
        plain(
            f"{most['sessions']} sessions: p95 ≤ 3 × that of one",
            3,
            slower,
            f"{most['p95_ms']:,.0f} ms",
            f"one session {one['p95_ms']:,.0f} ms",
        ),
        Bar(
            "Many readers",
            "closed-loop throughput ≥ 10 × the naive page",
            10,
            flood["ratio"],
            flood["low"],
            flood["high"],
            f"{wire['own, two processes']['throughput']['median']:.0f} answers a second",
            f"naive {wire['naive']['throughput']['median']:.1f}",
            least=True,
        ),
        plain("≤ 250 MB a process, all pages seen", 250, fresh, f"{fresh} MB"),
        plain(
            f"≤ 250 MB a process and 1 MB a session, {found['workers']} and {most['sessions']}",
            250 * found["workers"] + most["sessions"],
            full,
            f"{full} MB together",
        ),
        plain("≤ 1 MB a session", 1, each, f"{each:.2f} MB"),
    ]


def data(results: Results) -> list[Bar]:
    """Reading and validating, and how it grows with the rows."""
    found = results["data"]
    small, big = found["scales"][0], found["scales"][-1]
    grown = big["ratio"] / small["ratio"]
    return [
        Bar(
            "Data",
            "reading and validating all tables ≤ 4 × parsing the files",
            4,
            found["ratio"],
            min(found["ratios"]),
            max(found["ratios"]),
            f"{1000 * found['validate_seconds']:.0f} ms",
            f"parsing {1000 * found['parse_seconds']:.0f} ms",
        ),
        Bar(
            "Data",
            f"{big['factor']} × the rows: time grows no faster than parsing them (≤ 1.1 ×)",
            1.1,
            grown,
            grown,
            grown,
            f"{big['per_row']:.1f} µs a row, {big['ratio']:.2f} × parsing",
            f"{small['per_row']:.1f} µs a row, {small['ratio']:.2f} × parsing at 1 ×",
        ),
    ]


def bars(results: Results) -> list[Bar]:
    """All bars that the run can judge."""
    return [bar for part in (browser, starting, weight, readers, data) for bar in part(results)]
