"""``python -m datasets``: check the tables, build what is generated from them, show changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from datasets.read import FOLDER

# Each command imports what it needs when it runs: `check` must not wait for the others.


def _check(options: argparse.Namespace) -> int:
    from datasets.record import load_catalog
    from validators.findings import Severity, as_json_lines, as_text

    try:
        catalog = load_catalog(options.folder)
    except OSError as error:
        print(f"cannot check: {error}", file=sys.stderr)
        return 2
    if options.format == "jsonl":
        sys.stdout.write(as_json_lines(catalog.findings))
    else:
        sys.stdout.write(as_text(catalog.findings, options.examples))
        rows = sum(len(table) for table in catalog.tables.values())
        print(f"{len(catalog.tables)} of {len(catalog.specs)} tables read, {rows:,} rows")
    return int(any(f.severity is Severity.ERROR for f in catalog.findings))


def _build(options: argparse.Namespace) -> int:
    from datasets.build import RecordBrokenError, build

    try:
        outdated = build(check=options.check)
    except (RecordBrokenError, OSError) as error:
        print(f"cannot build: {error}", file=sys.stderr)
        return 2
    for entry in outdated:
        print(entry if options.check else f"wrote {entry.path} ({entry.reason})")
    if options.check and outdated:
        print(f"{len(outdated)} stale; run python -m datasets build and commit the result")
        return 1
    if not outdated:
        print("everything generated is up to date")
    return 0


def _diff(options: argparse.Namespace) -> int:
    import csv

    from datasets.diff import as_json_lines, as_text, changes
    from datasets.registry import TABLES
    from datasets.revisions import RevisionError, tables_at, tables_now

    try:
        before = tables_at(options.revision, options.folder)
        found = changes(TABLES, before, tables_now(options.folder))
    except (RevisionError, OSError, UnicodeDecodeError, csv.Error) as error:
        print(f"cannot compare: {error}", file=sys.stderr)
        return 2
    if options.format == "jsonl":
        sys.stdout.write(as_json_lines(found))
    else:
        sys.stdout.write(as_text(found) or f"no change since {options.revision}\n")
    return int(bool(found))


def _release(options: argparse.Namespace) -> int:
    from datasets.publish import publish

    return publish(since=options.since, again=options.again)


def _archive(options: argparse.Namespace) -> int:
    from datasets.archive import archive_name, package_zip
    from datasets.build import RecordBrokenError
    from datasets.record import load_catalog

    place = options.output / archive_name()
    try:
        content = package_zip(load_catalog())
        options.output.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    except (RecordBrokenError, OSError) as error:
        print(f"cannot write the archive: {error}", file=sys.stderr)
        return 2
    print(f"wrote {place} ({len(content):,} bytes)")
    return 0


def _bench(options: argparse.Namespace) -> int:
    from datasets.benchmark import as_json, as_table, measure

    result = measure(options.rounds, options.scales)
    print(as_json(result) if options.format == "json" else as_table(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m datasets", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a folder of tables against the contract")
    check.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    check.add_argument("--format", choices=("text", "jsonl"), default="text")
    check.add_argument("--examples", type=int, default=10, help="findings shown per code")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="write what is generated: descriptor, schemas, docs")
    build.add_argument("--check", action="store_true", help="only name what is out of date")
    build.set_defaults(run=_build)
    diff = commands.add_parser("diff", help="say in words what changed since a git revision")
    diff.add_argument("revision", metavar="REV")
    diff.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    diff.add_argument("--format", choices=("text", "jsonl"), default="text")
    diff.set_defaults(run=_diff)
    release = commands.add_parser("release", help="record the ids and changes of this version")
    release.add_argument("--since", metavar="REV", help="compare with this git revision")
    release.add_argument("--again", action="store_true", help="record the present version anew")
    release.set_defaults(run=_release)
    archive = commands.add_parser("archive", help="write the whole package as a zip file")
    archive.add_argument("--output", type=Path, default=Path("build"), help="folder to write to")
    archive.set_defaults(run=_archive)
    bench = commands.add_parser("bench", help="compare reading and validating with mere parsing")
    bench.add_argument("--rounds", type=int, default=5)
    bench.add_argument("--scales", type=int, nargs="*", default=(1, 10, 100))
    bench.add_argument("--format", choices=("text", "json"), default="text")
    bench.set_defaults(run=_bench)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 clean, 1 findings, stale files or changes, 2 could not run."""
    options = _parser().parse_args(arguments)
    result: int = options.run(options)
    return result


if __name__ == "__main__":
    sys.exit(main())
