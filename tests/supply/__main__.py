"""``python -m tests.supply [--check]``."""

import argparse
import sys

from tests.supply.document import DOCUMENT, is_current, written
from tests.supply.locks import ROOT


def main() -> int:
    """Write the list of dependencies, or check it; 1 if it is out of date."""
    parser = argparse.ArgumentParser(prog="python -m tests.supply", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    name = DOCUMENT.relative_to(ROOT)
    if parser.parse_args().check:
        current = is_current()
        print(f"{name} is {'up to date' if current else 'out of date: python -m tests.supply'}")
        return 0 if current else 1
    DOCUMENT.write_text(written(), "utf-8")
    print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
