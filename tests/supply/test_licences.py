"""Licences of all that is installed are known, acceptable and listed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.supply import document
from tests.supply.licences import ACCEPTED, ACCEPTED_BESIDE, LicenceError, licence, terms
from tests.supply.locks import DEVELOPMENT, ROOT, RUN_TIME, pins

RUNNING = sorted({pin.name for pin in pins(RUN_TIME)})
BESIDE = sorted({pin.name for pin in pins(DEVELOPMENT)} - set(RUNNING))


@pytest.mark.parametrize("name", RUNNING)
def test_what_runs_may_be_passed_on(name: str) -> None:
    assert any(all_of <= ACCEPTED for all_of in terms(licence(name))), licence(name)


@pytest.mark.parametrize("name", BESIDE)
def test_what_helps_may_be_used(name: str) -> None:
    assert any(all_of <= ACCEPTED_BESIDE for all_of in terms(licence(name))), licence(name)


def test_an_unknown_licence_is_an_error() -> None:
    with pytest.raises(LicenceError):
        licence("no-such-package")


def test_expressions_are_read_as_alternatives() -> None:
    assert terms("MIT AND (PSF-2.0)") == [{"MIT", "PSF-2.0"}]
    assert terms("GPL-3.0-only OR MIT") == [{"GPL-3.0-only"}, {"MIT"}]


def test_the_list_of_dependencies_is_current() -> None:
    assert document.is_current(), "out of date: python -m tests.supply"


def test_a_list_that_is_out_of_date_is_noticed(tmp_path: Path) -> None:
    old = tmp_path / "dependencies.md"
    assert not document.is_current(old)
    old.write_text(document.written().replace("| streamlit | 1", "| streamlit | 0"), "utf-8")
    assert not document.is_current(old)


def test_the_command_checks_it() -> None:
    command = [sys.executable, "-m", "tests.supply", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "docs/dependencies.md is up to date\n")
