"""Tests come in a short form, run always, and a long one: ``TUMEN_LONG=1``, or ``make test-long``."""

import os

#: Whether the long form runs. What belongs to it alone is not collected otherwise.
IS_LONG = os.environ.get("TUMEN_LONG", "") not in {"", "0"}
