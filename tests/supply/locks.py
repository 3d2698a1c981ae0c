"""The lock files and what the project asks for by name."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUN_TIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"

_HASH = re.compile(r"--hash=(\w+):([0-9a-f]+)")


class LockError(ValueError):
    """A line of a lock file is not what such a file holds."""


@dataclass(frozen=True)
class Pin:
    """One version of one package.

    Attributes:
        name: Name in its normal form.
        version: The version.
        marker: Where it is installed; empty for everywhere.
        hashes: Digests of the files that may be installed, as ``algorithm:digest``.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def pins(lock: Path) -> tuple[Pin, ...]:
    """The pins of a lock file, in its order.

    Raises:
        LockError: Something other than an exact version stands there.
    """
    joined = lock.read_text("utf-8").replace("\\\n", " ")
    return tuple(_pin(line) for line in joined.splitlines() if line.strip())


def _pin(line: str) -> Pin:
    stated = line.partition("--hash")[0].strip()
    try:
        requirement = Requirement(stated)
    except ValueError as error:
        raise LockError(f"{stated!r} is no requirement") from error
    exact = list(requirement.specifier)
    if requirement.url or len(exact) != 1 or exact[0].operator != "==" or "*" in exact[0].version:
        raise LockError(f"{stated!r} names no exact version")
    return Pin(
        name=canonicalize_name(requirement.name),
        version=exact[0].version,
        marker=str(requirement.marker or ""),
        hashes=tuple(f"{kind}:{digest}" for kind, digest in _HASH.findall(line)),
    )


@cache
def asked_for() -> tuple[tuple[Requirement, ...], tuple[Requirement, ...]]:
    """What the project names itself: at run time, and for development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    run_time, development = (tuple(Requirement(line) for line in lines) for lines in named)
    return run_time, development
