"""Dashboards as processes of their own, for tests that need a real server."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

#: What the program consists of at run time.
PARTS = ("validators", "datasets", "dashboard", ".streamlit")

_WAIT = 0.2
_TRIES = 600


class ServerFailedError(RuntimeError):
    """The server ended or never answered; carries what it wrote."""


def unused_port() -> int:
    """A port of the loopback interface that nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Reply:
    """What a server answered to one request."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def fetch(address: str, headers: Mapping[str, str] | None = None, patience: float = 60) -> Reply:
    """One request.

    Raises:
        OSError: There was no answer.
    """
    request = urllib.request.Request(address, headers=dict(headers or {}))
    try:
        with urllib.request.urlopen(request, timeout=patience) as answer:
            return Reply(answer.status, dict(answer.headers.items()), answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Reply(error.code, dict(error.headers.items()), error.read())


@dataclass(frozen=True)
class Server:
    """A running dashboard.

    Attributes:
        address: Where it answers, without a slash at the end.
        process: The process that was started.
        log: What it writes.
    """

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        return fetch(f"{self.address}{path}", headers)

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")

    def memory(self) -> int:
        """Resident bytes of the process."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise ServerFailedError("the process has no memory; it ended")

    def sessions(self) -> int:
        """Sessions with an open connection."""
        text = self.get("/_stcore/metrics?families=active_sessions").text
        values = [line.split()[1] for line in text.splitlines() if line[:1].isalpha()]
        return int(float(values[0])) if values else 0


@contextmanager
def dashboard(
    folder: Path,
    *,
    root: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    prefix: Sequence[str] = (),
    options: Sequence[str] = (),
    wait: bool = True,
) -> Iterator[Server]:
    """A dashboard that answers, ended when the test is done with it.

    Args:
        folder: Working directory; the log is written beside it.
        root: Where the program lies; see :func:`copied`.
        environment: What is added to the environment.
        prefix: Words before the command, such as ``nice``.
        options: Further words for the command line.
        wait: Whether to wait until it answers; if not, call :func:`wait_for`.

    Raises:
        ServerFailedError: It ended before it answered, or did not answer.
    """
    port = unused_port()
    command = [*prefix, sys.executable, str(root / "dashboard"), "--port", str(port), *options]
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "TUMEN_"))}
    plain.pop("PYTHONPATH", None)
    log = folder.with_name(f"{folder.name}-{port}.log")
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**plain, **(environment or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        if wait:
            wait_for(server.address, process, log)
        yield server
    finally:
        stop(process)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server answers for its health."""
    for _ in range(_TRIES):
        if process.poll() is not None:
            raise ServerFailedError(f"the server ended: {log.read_text()}")
        try:
            if fetch(f"{address}/healthz", patience=10).status == 200:
                return
        except OSError:
            pass
        time.sleep(_WAIT)
    raise ServerFailedError(f"the server did not answer: {log.read_text()}")


def stop(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """End a process with its children, politely unless told otherwise."""
    if process.poll() is None:
        os.killpg(process.pid, how)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)


def copied(folder: Path) -> Path:
    """A copy of the program in which a test may break things."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder
