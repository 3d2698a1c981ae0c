"""A run in words and figures."""

from collections.abc import Mapping, Sequence
from typing import Any

_INTRODUCTION = """# What the dashboard costs, measured

Written by `python -m benchmarks`; do not edit. All figures are of one run. Times depend on the
machine and on what else it does: only ratios of variants measured in alternating rounds of the
same run say something, and a difference inside the range of the rounds is no difference.
"""

_VARIANTS = """The fixture page has four figures, a map and a table: the same numbers, sizes and margins in every
variant. **static**: an HTML page with all figures loaded ahead. **dash**: Dash, figures of all
steps built ahead. **naive**: Streamlit with plotly.express, `cache_data` and default settings.
**element**: the dashboard's plain figures and settings, but Streamlit's own chart element.
**own**: as the dashboard builds its pages. Times run inside the page from the click, or from the
navigation, until the last figure is painted; milliseconds, median of the rounds' medians (range;
95th percentile of all)."""


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def _times(summary: Mapping[str, Any]) -> str:
    if not summary["samples"]:
        return "–"
    median, low, high, p95 = (summary[name] for name in ("median", "low", "high", "p95"))
    return f"{median:,.0f} ({low:,.0f}–{high:,.0f}; {p95:,.0f})"


def _ratio(bar: Mapping[str, Any]) -> str:
    if bar["low"] == bar["high"]:
        return f"{bar['value']:.2f}"
    return f"{bar['value']:.2f} ({bar['low']:.2f}–{bar['high']:.2f})"


def _bars(results: Mapping[str, Any]) -> str:
    rows = [
        (b["area"], b["wanted"], b["measured"], b["reference"], _ratio(b), b["verdict"])
        for b in results["bars"]
    ]
    head = ("Area", "Bar", "Measured", "Reference", "Value (range of rounds)", "")
    return _table(head, rows)


#: What stands in the way of a bar that is not met, and what was tried.
_IN_THE_WAY = {
    "filter → all repainted not slower than Dash": (
        "Drawing takes as long as on the static page, with the same Plotly. What comes on top is the "
        "way from the click to the first drawing: Streamlit's browser part, its pause between two "
        "deliveries and React take most of it; the script itself is the row *rerun*. Our first figure "
        "is repainted sooner than Dash's, the last one later. Tried: all drawings in one go (the last "
        "one slightly sooner, the first twice as late, so not kept); figures compressed once and kept; "
        "hatches drawn once a repaint."
    ),
}


def _missed(results: Mapping[str, Any]) -> str:
    """What is to be said of bars that are not met."""
    missed = [bar["wanted"] for bar in results["bars"] if not bar["met"]]
    said = [
        f"- **{wanted}.** {_IN_THE_WAY.get(wanted, 'Not looked into yet.')}" for wanted in missed
    ]
    return "\n".join(["\nNot met, and what stands in the way:\n", *said]) if said else ""


def _fixture(results: Mapping[str, Any]) -> str:
    kinds = ("visitor", "filter_first", "filter", "switch")
    rows = [
        (name, *(_times(found[kind]) for kind in kinds))
        for name, found in results["fixture"].items()
    ]
    head = ("", "New visitor", "Filter → first figure", "Filter → all", "Page switch")
    return _table(head, rows)


def _pages(results: Mapping[str, Any]) -> str:
    rows = [
        (
            title,
            _times(page["open"]),
            _times(page["filter"]),
            _times(page["switch"]),
            f"{page['cold'] / 1e3:,.0f}",
            f"{page['repeat'] / 1e3:,.0f}",
        )
        for title, page in results["pages"].items()
    ]
    head = ("Page", "New visitor", "Filter", "Page switch", "Cold, kB", "Repeat, kB")
    return _table(head, rows)


def _script(results: Mapping[str, Any]) -> str:
    rows = [
        (
            title,
            part["figures"],
            part["query"],
            part["figure"],
            part["serialisation"],
            f"{part['bytes'] / 1e3:,.0f}",
        )
        for title, part in results["script"]["pages"].items()
    ]
    return _table(("Page", "Figures", "Query", "Figure", "JSON", "kB"), rows)


def _crowds(results: Mapping[str, Any]) -> str:
    rows = [
        (
            crowd["sessions"],
            crowd["changes"],
            crowd["median_ms"],
            crowd["p95_ms"],
            crowd["opening_p95_ms"],
            crowd["errors"],
            " + ".join(map(str, crowd["megabytes"])),
            " + ".join(map(str, crowd.get("own_megabytes", ()))) or "–",
        )
        for crowd in results["load"]["crowds"]
    ]
    head = (
        "Sessions",
        "Changes",
        "Median",
        "p95",
        "First run, p95",
        "Errors",
        "MB",
        "MB, shared parts divided",
    )
    return _table(head, rows)


def _wire(results: Mapping[str, Any]) -> str:
    rows = [
        (name, _times_short(found["rerun"]), _times_short(found["throughput"]))
        for name, found in results["wire"].items()
    ]
    return _table(("", "One session, ms", "Closed loop, answers a second"), rows)


def _times_short(summary: Mapping[str, Any]) -> str:
    return f"{summary['median']:,.1f} ({summary['low']:,.1f}–{summary['high']:,.1f})"


def _startup(results: Mapping[str, Any]) -> str:
    rows = [
        (
            name,
            *(f"{part['median']:.2f}" if part["samples"] else "–" for part in kinds.values()),
        )
        for name, kinds in results["startup"].items()
    ]
    return _table(("Seconds from the start to", "an answer", "a heading", "a figure"), rows)


def _scales(results: Mapping[str, Any]) -> str:
    rows = [
        (
            f"{step['factor']} ×",
            f"{step['rows']:,}",
            f"{1000 * step['seconds']:,.0f}",
            f"{step['per_row']:.1f}",
            f"{step['ratio']:.2f}",
        )
        for step in results["data"]["scales"]
    ]
    return _table(("Size", "Rows", "Read and validate, ms", "µs a row", "× parsing"), rows)


def markdown(results: Mapping[str, Any]) -> str:
    """The document."""
    run = results["run"]
    about = (
        f"Run: {run['plan']} form, {run['rounds']} rounds, {run['date']}, data version "
        f"{run['version']}; {run['cores']} cores, load average {run['load_before']} before, "
        f"{run['load_after']} after; {run['minutes']} minutes."
    )
    if run["busy"]:
        about += (
            "\n\n**The machine was busy with other work during this run.** Ratios stand, times and "
            "percentiles are worse than on a quiet machine."
        )
    load = results["load"]
    quiet = f"mean of {load['think_seconds']} seconds between two changes of a session"
    parts = [
        _INTRODUCTION,
        about,
        "\n## The bars\n",
        _bars(results),
        _missed(results),
        "\n## One page, five ways\n",
        _VARIANTS + "\n",
        _fixture(results),
        "\n## Every page of the dashboard\n",
        "A filter is another period, chosen in the masthead; a time ends when the last figure is "
        "painted and the script has run. Bytes are all that the server sent over the "
        "wire until the page stood still: files, headers and messages.\n",
        _pages(results),
        "\n## Start\n",
        _startup(results),
        "\n## Where the script's time goes when nothing is kept\n",
        f"Reading and validating all tables once, at the start: {results['script']['load_ms']:,} "
        "ms. Per page, milliseconds to build its figures anew under the default filters; figures "
        "are kept by filter and shared by all readers, so that this is paid once.\n",
        _script(results),
        "\n## Many readers\n",
        f"{load['workers']} processes, every session on one of the {len(results['pages'])} pages, "
        f"{quiet}; one session clicks ten times a second. Milliseconds until the script has run "
        "and all its messages are here; readers and server share the machine. Each process held "
        f"{' and '.join(map(str, load['megabytes_before']))} MB once all pages were seen.\n",
        _crowds(results),
        "\nThe fixture page over the connection:\n",
        _wire(results),
        "\n## Data\n",
        _scales(results),
        "",
    ]
    return "\n".join(parts)
