"""The program needs what is locked for running it, and nothing else."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.supply.locks import ROOT, RUN_TIME, asked_for, pins

PARTS = ("validators", "datasets", "dashboard")

#: Packages that another one hands us: they are part of its interface.
HANDED_ON = {"numpy": "pandas", "pydantic-core": "pydantic"}


def imported(path: Path) -> Iterator[str]:
    """Top-level modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def foreign() -> dict[str, set[str]]:
    """Packages the program imports, with the files that do."""
    owners = packages_distributions()
    found: dict[str, set[str]] = {}
    for part in PARTS:
        for path in (ROOT / part).rglob("*.py"):
            for module in imported(path):
                if module not in sys.stdlib_module_names and module not in PARTS:
                    (owner,) = set(owners.get(module, [f"nobody ({module})"]))
                    found.setdefault(canonicalize_name(owner), set()).add(str(path))
    return found


def test_every_import_is_locked_for_run_time_and_named_by_us() -> None:
    locked = {pin.name for pin in pins(RUN_TIME)}
    named = {canonicalize_name(requirement.name) for requirement in asked_for()[0]}
    found = foreign()
    assert len(found) > 8
    assert {name: files for name, files in found.items() if name not in locked} == {}
    unnamed = set(found) - named
    assert unnamed == set(HANDED_ON)
    assert set(HANDED_ON.values()) <= named


def test_every_dependency_is_imported() -> None:
    named = {canonicalize_name(requirement.name) for requirement in asked_for()[0]}
    assert named - set(foreign()) == set()


def test_the_program_imports_without_any_development_package() -> None:
    locked = {pin.name for pin in pins(RUN_TIME)}
    owners = packages_distributions()
    beside = sorted(
        module
        for module, names in owners.items()
        if not {canonicalize_name(name) for name in names} & locked
        and not module.startswith("_")
        and module not in {"pip", "setuptools", "pkg_resources", "distutils"}
    )
    assert {"pytest", "playwright", "plotly", "hypothesis", "openpyxl"} <= set(beside)
    code = f"""
import importlib, pkgutil, sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {set(beside)!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
sys.path.insert(0, {str(ROOT)!r})
count = 0
for part in {PARTS!r}:
    package = importlib.import_module(part)
    for found in pkgutil.walk_packages(package.__path__, part + "."):
        if ".views" not in found.name and found.name not in ("dashboard.entry", "dashboard.__main__"):
            importlib.import_module(found.name)
            count += 1
print(count)
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 150


@pytest.mark.parametrize("tool", ["pip-audit", "cyclonedx-py"])
def test_tools_of_the_supply_chain_live_apart(tool: str) -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"build/\w+/bin/{tool} ", text)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert not any(tool in line for line in project["dependency-groups"]["dev"])


def test_the_audit_fails_where_a_package_could_not_be_checked() -> None:
    (line,) = re.findall(r"build/audit/bin/pip-audit (.+)", (ROOT / "Makefile").read_text("utf-8"))
    assert {"--strict", "--require-hashes", "--disable-pip", "requirements.lock"} <= set(
        line.split()
    )
