"""``python -m tests.mutation --count 10000 --seed 1``: the long run, with its report."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.mutation.harness import ELSEWHERE, Report, run, targets
from tests.mutation.record import SPECS, Record
from validators.checks import codes


def _part(part: int, count: int, seed: int, parts: int) -> Report:
    return run(count, seed, part, parts)


def unbroken(report: Report) -> list[str]:
    """Return the rules that no mutation broke."""
    return sorted({entry.code for entry in codes()} - set(report.codes) - ELSEWHERE)


def written(report: Report, seed: int) -> str:
    """Return the report as text."""
    tried = sum(report.tried.values())
    columns = sum(len(spec.columns) for spec in SPECS.values())
    known = {entry.code for entry in codes()}
    unseen = unbroken(report)
    lines = [
        f"seed {seed}: {tried:,} mutations tried, {report.caught:,} caught, "
        f"{sum(report.harmless.values()):,} harmless, {len(report.missed):,} missed",
        f"columns changed: {len(report.columns)} of {columns}; "
        f"rules broken: {len(known & set(report.codes))} of {len(known)}",
        "tried by operator or rule:",
        *(f"  {count:5,}  {name}" for name, count in report.tried.most_common()),
        "harmless, because",
        *(f"  {count:5,}  {reason}" for reason, count in report.harmless.most_common()),
        f"broken by other tests, since one file cannot: {', '.join(sorted(ELSEWHERE))}",
        f"rules never broken: {', '.join(unseen) or 'none'}",
        f"operators that found nothing to change: {len(report.barren)}",
        *(f"  {' '.join(place)}" for place in sorted(report.barren)),
        "missed:",
        *(f"  {text}" for text in report.missed or ["none"]),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the harness; 1 if a mutation was missed, or if a long run left a rule unbroken."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="mutations to try")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same mutations")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    options = parser.parse_args()
    report = Report()
    work = partial(_part, count=options.count, seed=options.seed, parts=options.jobs)
    with ProcessPoolExecutor(options.jobs) as pool:
        for part in pool.map(work, range(options.jobs)):
            report.merge(part)
    print(written(report, options.seed), end="")
    # Once every operator has had its turn, every rule must have been broken.
    complete = options.count >= len(targets(Record()))
    return int(bool(report.missed) or (complete and bool(unbroken(report))))


if __name__ == "__main__":
    sys.exit(main())
