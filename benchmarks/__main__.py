"""``python -m benchmarks [--short | --once]``: measure everything and write it down."""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, TypeVar

import datasets
from benchmarks import compare, load, pages, script_time, startup
from benchmarks.bars import bars
from benchmarks.browser import chromium
from benchmarks.plan import Plan
from benchmarks.process import BUILD, DASH, ROOT, prepare
from benchmarks.report import markdown
from benchmarks.rounds import Samples, ratio
from datasets.benchmark import measure

_BUSY = 0.5  # load for each core before the start, above which others are at work
_PATIENCE = 180  # seconds to wait for a quiet machine

T = TypeVar("T")
Table = dict[str, dict[str, Samples]]


def _plan() -> Plan:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--short", action="store_true", help="fewer samples: some ten minutes")
    size.add_argument("--once", action="store_true", help="see that it runs; nothing is written")
    wish = parser.parse_args()
    if wish.once:
        return Plan.once()
    return Plan.short() if wish.short else Plan.long()


def _told(name: str, action: Callable[[], T]) -> T:
    begun = time.perf_counter()
    result = action()
    print(f"{name}: {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    return result


def _summaries(table: Table) -> dict[str, Any]:
    return {
        name: {kind: samples.summary() for kind, samples in kinds.items()}
        for name, kinds in table.items()
    }


def _ratios(table: Table, pairs: dict[str, tuple[tuple[str, str], ...]]) -> dict[str, Any]:
    return {
        f"{kind}: {this} / {that}": ratio(table[this][kind], table[that][kind])
        for kind, compared in pairs.items()
        for this, that in compared
        if that in table
    }


def _quiet(plan: Plan) -> float:
    """The load before the start; what was done just before may come to rest."""
    end = time.monotonic() + (0 if plan.name == "once" else _PATIENCE)
    while (load := os.getloadavg()[0]) > _BUSY * (os.cpu_count() or 1) and time.monotonic() < end:
        time.sleep(5)
    return load


def run(plan: Plan) -> dict[str, Any]:
    """Measure everything."""
    prepare()
    before, begun = _quiet(plan), time.perf_counter()
    with chromium() as browser:
        starts = _told("start", lambda: startup.startup(browser, plan))
        fixture = _told("fixture page", lambda: compare.compare(browser, plan))
        every = _told("every page", lambda: pages.every_page(browser, plan))
    wire = _told("over the connection", lambda: load.over_the_wire(plan))
    crowds = _told("many readers", lambda: load.crowds(plan))
    data = _told("data", lambda: measure(plan.rounds, plan.factors))
    script = _told("script", lambda: script_time.script_time(plan))
    others = [("own", name) for name in fixture if name != "own"]
    with_pages = tuple(pair for pair in others if fixture[pair[1]].get("switch", Samples()).rounds)
    results: dict[str, Any] = {
        "run": {
            "plan": plan.name,
            "rounds": plan.rounds,
            "date": datetime.now(UTC).date().isoformat(),
            "version": datasets.version(),
            "cores": os.cpu_count(),
            "load_before": round(before, 1),
            "load_after": round(os.getloadavg()[0], 1),
            "busy": before > _BUSY * (os.cpu_count() or 1),
            "minutes": round((time.perf_counter() - begun) / 60),
            "dash": DASH.is_file(),
        },
        "startup": _summaries(starts),
        "fixture": _summaries(fixture),
        "pages": every,
        "wire": _summaries(wire),
        "load": crowds,
        "data": asdict(data),
        "script": script,
        "ratios": {
            **_ratios(fixture, {"filter": tuple(others), "visitor": tuple(others)}),
            **_ratios(fixture, {"switch": with_pages}),
            **_ratios(
                starts,
                dict.fromkeys(("answer", "heading"), (("product", "empty"),)),
            ),
            **_ratios(
                wire,
                {
                    "rerun": (("own", "own, default settings"), ("own", "naive")),
                    "throughput": (("own", "naive"), ("own, two processes", "naive")),
                },
            ),
        },
    }
    # What took minutes to measure is kept, should the words fail.
    (BUILD / "measured.json").write_text(json.dumps(results), "utf-8")
    results["bars"] = [bar.as_dict() for bar in bars(results)]
    return results


def main() -> int:
    """Measure and write; 0 even where bars are not met, since the document says so."""
    plan = _plan()
    # A polite end, so that no server outlives the run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    BUILD.mkdir(parents=True, exist_ok=True)
    results = run(plan)
    text = markdown(results)
    (BUILD / "benchmark.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(text)
    if plan.name != "once":
        documents = ROOT / "docs"
        (documents / "benchmark.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        (documents / "benchmark.md").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
