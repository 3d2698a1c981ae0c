"""Tests come in a short form, run always, and a long one: ``TUMEN_LONG=1``, or ``make test-long``."""

import os

import pytest

IS_LONG = os.environ.get("TUMEN_LONG", "") not in {"", "0"}

#: Marks what is worth its time only now and then.
long = pytest.mark.skipif(not IS_LONG, reason="part of the long form; set TUMEN_LONG=1")
