"""The proxy of ``deploy/nginx.conf`` with two replicas as processes of this machine."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.forms import IS_LONG
from tests.servers import ROOT, Server, dashboard, stop, unused_port, wait_for

collect_ignore = [] if IS_LONG else ["test_container.py"]

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
SECRET = {"STREAMLIT_SERVER_COOKIE_SECRET": "the same for both"}


def nginx_binary() -> str:
    """Path of nginx; the test is skipped where there is none."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip("no nginx on this machine")
    return found


def rendered(text: str, changes: Mapping[str, tuple[str, int]]) -> str:
    """The configuration with other addresses; each change has to fit as often as it says."""
    for old, (new, times) in changes.items():
        assert text.count(old) == times, f"{old!r} stands {text.count(old)} times in nginx.conf"
        text = text.replace(old, new)
    return text


@contextmanager
def proxy(replicas: tuple[Server, Server], folder: Path) -> Iterator[str]:
    """Address of the proxy in front of the replicas."""
    port = unused_port()
    hosts = [server.address.removeprefix("http://") for server in replicas]
    text = rendered(
        CONFIGURATION.read_text("utf-8"),
        {
            "replica-1:8501": (hosts[0], 2),
            "replica-2:8501": (hosts[1], 2),
            "listen 8080;": (f"listen 127.0.0.1:{port};", 1),
            "/tmp/": (f"{folder}/", 7),
            "/dev/stdout": (f"{folder}/access.log", 1),
            "worker_processes auto": ("worker_processes 1", 1),
        },
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(text, "utf-8")
    # The superuser's processes would give up the right to the test's folder.
    mode = f"daemon off;{' user root;' if os.geteuid() == 0 else ''}"
    command = [nginx_binary(), "-p", str(folder), "-c", str(configuration), "-g", mode]
    log = folder / "nginx.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process, log)
        yield address
    finally:
        stop(process)


@dataclass(frozen=True)
class Deployment:
    """Two replicas and the proxy before them."""

    address: str
    replicas: tuple[Server, Server]


@contextmanager
def _deployed(folder: Path) -> Iterator[Deployment]:
    nginx_binary()
    with ExitStack() as stack:
        folders = [folder / name for name in ("one", "two", "proxy")]
        for each in folders:
            each.mkdir()
        one, two = (
            stack.enter_context(dashboard(each, environment=SECRET, wait=False))
            for each in folders[:2]
        )
        for server in (one, two):
            wait_for(server.address, server.process, server.log)
        yield Deployment(stack.enter_context(proxy((one, two), folders[2])), (one, two))


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """Two replicas that live on."""
    with _deployed(tmp_path_factory.mktemp("deployment")) as deployed:
        yield deployed


@pytest.fixture
def doomed(tmp_path: Path) -> Iterator[Deployment]:
    """Two replicas of which the test kills one."""
    with _deployed(tmp_path) as deployed:
        yield deployed
