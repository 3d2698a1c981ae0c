"""``python -m datasets``: check the tables, build what is generated from them, show changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from datasets.read import FOLDER


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m datasets", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a folder of tables against the contract")
    check.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    check.add_argument("--format", choices=("text", "jsonl"), default="text")
    check.add_argument("--examples", type=int, default=10, help="findings shown per code")
    check.set_defaults(run=_check)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 clean, 1 findings of severity error, 2 could not run."""
    options = _parser().parse_args(arguments)
    result: int = options.run(options)
    return result


if __name__ == "__main__":
    sys.exit(main())
