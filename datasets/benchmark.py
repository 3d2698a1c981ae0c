"""What the contract costs: reading and validating against merely splitting the same files.

Times drift from run to run, so every figure of worth is a ratio of two things measured in
alternating rounds of one run.
"""

from __future__ import annotations

import csv
import gc
import io
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from datasets.read import FOLDER
from datasets.registry import TABLES
from validators.checks import generic
from validators.findings import Finding
from validators.parse import TableReader
from validators.spec import TableSpec
from validators.tables import Table

_SCALED = ("milestones", "trade_flows", "reactions")
"""Tables that are repeated: dates, numbers, lists and long texts, with keys that can be altered."""

_KEY = {"milestones": 0, "trade_flows": 1, "reactions": 0}
"""Place of the key cell that a copy alters."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Reading and validating so many times the rows.

    Attributes:
        factor: How many copies of the rows.
        rows: Rows in all.
        split_seconds: Splitting them into cells, median of the rounds.
        seconds: Reading and validating them, median of the rounds.
        per_row: Microseconds per row for reading and validating.
        ratio: Median of the ratios of the rounds.
    """

    factor: int
    rows: int
    split_seconds: float
    seconds: float
    per_row: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured.

    Attributes:
        rounds: Alternating rounds.
        rows: Rows of all tables.
        parse_seconds: Median of splitting all files into cells.
        validate_seconds: Median of reading and validating all tables, with all checks.
        ratios: Ratio of the two in each round.
        ratio: Median of the ratios.
        rows_per_second: Rows read and validated in a second.
        peak_megabytes: Largest memory of a process that reads and validates.
        base_megabytes: The same of a process that only imports.
        frames_megabytes: The same of a process that also builds every frame.
        scales: How the time grows with the rows.
    """

    rounds: int
    rows: int
    parse_seconds: float
    validate_seconds: float
    ratios: tuple[float, ...]
    ratio: float
    rows_per_second: float
    peak_megabytes: float
    base_megabytes: float
    frames_megabytes: float
    scales: tuple[Scale, ...]


def _timed(action: Callable[[], object]) -> float:
    gc.collect()
    # Time of the processor: nothing here waits, and other programs do not count.
    start = process_time()
    action()
    return process_time() - start


def parse_all(folder: Path = FOLDER) -> int:
    """Split every file into cells, as anything that reads CSV must; return the number of rows."""
    rows = 0
    for spec in TABLES:
        text = (folder / spec.file).read_text(encoding="utf-8")
        rows += len(list(csv.reader(io.StringIO(text, newline="")))) - 1
    return rows


def _validate_all(folder: Path = FOLDER) -> None:
    from datasets.record import load_catalog

    load_catalog(folder)


_PEAK = """
import resource, sys
from pathlib import Path
status = Path("/proc/self/status")
if status.is_file():  # counts from the start of the program; getrusage counts the parent's too
    line = next(l for l in status.read_text().splitlines() if l.startswith("VmHWM"))
    print(int(line.split()[1]) * 1024)
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak if sys.platform == "darwin" else peak * 1024)
"""


def _megabytes(statement: str) -> float:
    """Return the peak memory of a fresh process that runs a statement, in 10⁶ bytes."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\n{_PEAK}"],
        capture_output=True,
        check=True,
        cwd=FOLDER.parent.parent,
        text=True,
    )
    return int(done.stdout) / 1e6


def repeated(spec: TableSpec, data: bytes, factor: int) -> bytes:
    """Return a file with each row ``factor`` times, the copies with keys of their own.

    Args:
        spec: One of the tables that are repeated.
        data: Its file.
        factor: How many copies of the rows.
    """
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    place = _KEY[spec.id]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for copy in range(factor):
        for row in rows:
            cells = list(row)
            if copy and spec.id == "trade_flows":
                # The series takes the number: a year has only so many values.
                cells[0] = f"{row[0]}-copy-{copy}"
            elif copy:
                cells[place] = f"{row[place]}-copy-{copy}"
            writer.writerow(cells)
    return text.getvalue().encode()


def _read_and_check(files: Sequence[tuple[TableSpec, bytes]]) -> tuple[int, list[Finding]]:
    tables: dict[str, Table] = {}
    findings: list[Finding] = []
    for spec, data in files:
        reader = TableReader(spec, spec.file)
        table = reader.read(data)
        findings += reader.findings
        if table is not None:
            tables[spec.id] = table
    for check in generic.CHECKS:
        for _ in check.find(tables):
            pass
    return sum(len(table) for table in tables.values()), findings


def _split(files: Sequence[tuple[TableSpec, bytes]]) -> int:
    readers = (csv.reader(io.StringIO(data.decode(), newline="")) for _, data in files)
    return sum(len(list(reader)) - 1 for reader in readers)


def scale(factors: Sequence[int], rounds: int, folder: Path = FOLDER) -> tuple[Scale, ...]:
    """Read and validate growing copies of some tables, in alternating rounds.

    Only rules over single tables run: those across tables speak of facts, and copies of a fact
    break them. Large sizes outgrow the caches of a processor, splitting as much as validating:
    the ratio of the two tells whether validating itself grows faster than the rows.
    """
    specs = [spec for spec in TABLES if spec.id in _SCALED]
    found = []
    for factor in factors:
        files = [(s, repeated(s, (folder / s.file).read_bytes(), factor)) for s in specs]
        rows, findings = _read_and_check(files)
        if findings:
            raise ValueError(f"the copies break the contract: {findings[0]}")
        pairs = [
            (_timed(partial(_split, files)), _timed(partial(_read_and_check, files)))
            for _ in range(rounds)
        ]
        split, seconds = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
        ratio = median(validate / parse for parse, validate in pairs)
        found.append(Scale(factor, rows, split, seconds, 1e6 * seconds / rows, ratio))
    return tuple(found)


def measure(rounds: int = 5, factors: Sequence[int] = (1, 10, 100)) -> Result:
    """Measure everything.

    Args:
        rounds: Alternating rounds; the medians are told.
        factors: Sizes of the synthetic tables; none to leave them out.
    """
    rows = parse_all()
    _validate_all()  # once before: compiling adapters is not reading
    pairs = []
    for number in range(rounds):
        actions: list[Callable[[], object]] = [parse_all, _validate_all]
        order = (0, 1) if number % 2 == 0 else (1, 0)
        times = {place: _timed(actions[place]) for place in order}
        pairs.append((times[0], times[1]))
    ratios = tuple(validate / parse for parse, validate in pairs)
    seconds = median(validate for _, validate in pairs)
    load = "from datasets.record import load_catalog"
    return Result(
        rounds=rounds,
        rows=rows,
        parse_seconds=median(parse for parse, _ in pairs),
        validate_seconds=seconds,
        ratios=ratios,
        ratio=median(ratios),
        rows_per_second=rows / seconds,
        peak_megabytes=_megabytes(f"{load}; load_catalog()"),
        base_megabytes=_megabytes(load),
        frames_megabytes=_megabytes(
            f"{load}; c = load_catalog(); [c.frame(s.id) for s in c.specs]"
        ),
        scales=scale(factors, max(1, min(rounds, 3))),
    )


def as_json(result: Result) -> str:
    """Return a result as JSON."""
    return json.dumps(asdict(result), indent=1)


def as_table(result: Result) -> str:
    """Return a result in words and figures."""
    low, high = min(result.ratios), max(result.ratios)
    lines = [
        f"{result.rows:,} rows, {result.rounds} alternating rounds, medians of processor time",
        f"split into cells      {1000 * result.parse_seconds:8.0f} ms",
        f"read and validate     {1000 * result.validate_seconds:8.0f} ms",
        f"ratio                 {result.ratio:8.2f}    ({low:.2f}–{high:.2f})",
        f"rows per second       {result.rows_per_second:8,.0f}",
        f"peak memory           {result.peak_megabytes:8.0f} MB ({result.base_megabytes:.0f} MB "
        f"before reading, {result.frames_megabytes:.0f} MB with all frames)",
    ]
    lines += [
        f"{step.factor:>4} × {step.rows // step.factor:,} rows: split {1000 * step.split_seconds:6.0f}"
        f" ms, read and validate {1000 * step.seconds:6.0f} ms, {step.per_row:5.1f} µs a row, "
        f"ratio {step.ratio:.2f}"
        for step in result.scales
    ]
    return "\n".join(lines)
