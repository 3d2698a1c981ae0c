"""A clock in another zone, a locale with comma decimals: every answer is the same, byte for byte."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

import datasets
from dashboard.navigation import PAGES
from tests.servers import Server, dashboard, wait_for
from tests.sessions import Session

#: Fourteen hours ahead of UTC: most of the time it is another day there.
ZONE = "Pacific/Kiritimati"
LOCALE = "de_DE.UTF-8"

#: Programs that embed Python, and some libraries, switch the locale on for the whole process.
SWITCHED_ON = """
import locale
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
"""

#: Answers name the address under which they were asked for.
SAME_HOST = {"Host": "tumen.example"}

PLAIN = (
    "/data/",
    "/data/datapackage.json",
    "/data/changes.atom",
    "/sitemap.xml",
    *(f"/data/{spec.id}.csv" for spec in datasets.tables()),
    "/data/estimates.json",
    "/data/trade_flows.json?from=1990",
    "/data/places.parquet",
)


def german(folder: Path) -> dict[str, str]:
    """The environment of a German machine; the locale is made where it can be."""
    environment = {"LC_ALL": LOCALE, "LANG": LOCALE, "LANGUAGE": "de"}
    localedef = shutil.which("localedef")
    if localedef is None or not Path("/usr/share/i18n/locales/de_DE").exists():
        return environment
    made = str(folder / LOCALE)
    command = [localedef, "--no-archive", "-i", "de_DE", "-f", "UTF-8", made]
    subprocess.run(command, check=True, capture_output=True)
    return {**environment, "LOCPATH": str(folder)}


def known(environment: Mapping[str, str]) -> bool:
    """Whether a process of this environment really writes decimals with a comma."""
    code = "import locale; locale.setlocale(locale.LC_ALL, ''); print(f'{1.5:n}')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() == "1,5"


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    base = tmp_path_factory.mktemp("surroundings")
    (base / "switch").mkdir()
    (base / "switch" / "sitecustomize.py").write_text(SWITCHED_ON)
    (base / "locales").mkdir()
    surroundings = {
        "plain": {"TZ": "UTC", "LC_ALL": "C.UTF-8"},
        "zone": {"TZ": ZONE, "LC_ALL": "C.UTF-8"},
        "locale": {
            "TZ": "UTC",
            "PYTHONPATH": str(base / "switch"),
            **german(base / "locales"),
        },
    }
    with ExitStack() as stack:
        running = {}
        for name, environment in surroundings.items():
            (base / name).mkdir()
            running[name] = stack.enter_context(
                dashboard(base / name, environment=environment, wait=False)
            )
        for server in running.values():
            wait_for(server.address, server.process, server.log)
        yield running


def test_the_locale_writes_commas_where_it_is_known(tmp_path: Path) -> None:
    environment = german(tmp_path)
    if "LOCPATH" not in environment and not known(environment):
        pytest.skip(f"{LOCALE} is not installed and cannot be made; the variables alone are set")
    assert known(environment)


@pytest.mark.parametrize("other", ["zone", "locale"])
def test_plain_answers_are_the_same(servers: dict[str, Server], other: str) -> None:
    differing = []
    for path in PLAIN:
        one, two = (servers[name].get(path, SAME_HOST) for name in ("plain", other))
        assert one.status == two.status == 200, path
        if one.body != two.body:
            differing.append(path)
        if one.headers.get("Last-Modified") != two.headers.get("Last-Modified"):
            differing.append(f"{path} (date)")
    assert differing == []


@pytest.mark.parametrize("other", ["zone", "locale"])
@pytest.mark.parametrize("url", [spec.url for spec in PAGES])
def test_pages_are_the_same(servers: dict[str, Server], url: str, other: str) -> None:
    shown = []
    for name in ("plain", other):
        address = servers[name].address
        with Session(address, url) as session:
            view = session.view()
            shown.append([part.replace(address.encode(), b"") for part in view])
    assert len(shown[0]) > 20
    assert shown[0] == shown[1]
