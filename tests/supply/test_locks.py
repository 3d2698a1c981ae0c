"""Everything that is installed is locked, by version and by digest."""

import re
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.supply.locks import DEVELOPMENT, RUN_TIME, LockError, asked_for, pins

LOCKS = pytest.mark.parametrize("lock", [RUN_TIME, DEVELOPMENT], ids=lambda lock: lock.name)


@LOCKS
def test_every_version_is_exact_and_has_digests(lock: Path) -> None:
    found = pins(lock)
    assert len(found) > 30
    for pin in found:
        assert pin.hashes, f"{pin.name} has no digest"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in pin.hashes), pin.name


@LOCKS
def test_no_address_stands_in_a_lock(lock: Path) -> None:
    assert re.search(r"https?:|file:|git\+|--index|--find-links", lock.read_text()) is None


def test_development_adds_to_run_time_and_changes_nothing() -> None:
    run_time = {(pin.name, pin.version): pin for pin in pins(RUN_TIME)}
    development = {(pin.name, pin.version): pin for pin in pins(DEVELOPMENT)}
    assert run_time.items() <= development.items()
    assert len(development) > len(run_time)


def test_what_the_project_asks_for_is_locked() -> None:
    for wanted, lock in zip(asked_for(), (RUN_TIME, DEVELOPMENT), strict=True):
        locked = {pin.name: pin.version for pin in pins(lock)}
        assert len(wanted) > 5
        for requirement in wanted:
            version = locked.get(canonicalize_name(requirement.name))
            assert version is not None, requirement
            assert requirement.specifier.contains(version), (requirement, version)


@pytest.mark.parametrize(
    "line", ["pandas>=3", "pandas==3.*", "x @ https://example.org/x", "?", "x"]
)
def test_a_line_that_leaves_room_is_an_error(line: str, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text(f"{line} \\\n    --hash=sha256:{'0' * 64}\n")
    with pytest.raises(LockError):
        pins(lock)
