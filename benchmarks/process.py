"""Servers as processes of their own, and the memory they hold."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fixture import drawings

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "benchmarks"
FIXTURE = ROOT / "benchmarks" / "fixture"
FILES = BUILD / "files"
NAIVE = BUILD / "naive"
EMPTY = BUILD / "empty"
RUNTIME = ROOT / "build" / "runtime" / "bin" / "python"
DASH = BUILD / "dash" / "bin" / "python"

_PATIENCE = 120  # seconds a server may take on a busy machine


@dataclass(frozen=True, slots=True)
class Server:
    """A running server.

    Attributes:
        address: Where it answers.
        pid: The process that was started; its children serve where there are several.
        started: Seconds from start to the first answer.
    """

    address: str
    pid: int
    started: float


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def prepare() -> None:
    """Write what the variants read."""
    drawings.write(FILES)
    for folder in (NAIVE, EMPTY):
        folder.mkdir(parents=True, exist_ok=True)
    # Streamlit serves the folder "static" beside a script.
    shutil.copy(FIXTURE / "naive.py", NAIVE / "naive.py")
    shutil.copytree(drawings.outlines(), NAIVE / "static", dirs_exist_ok=True)
    shutil.copy(FIXTURE / "empty.py", EMPTY / "empty.py")


def command(variant: str, port: int, workers: int = 1) -> tuple[list[str], Path]:
    """How a variant is started, and in which folder.

    Raises:
        KeyError: There is no such variant.
    """
    python, at = sys.executable, ["--port", str(port)]
    # What readers meet: an environment without what only development needs.
    deployed = str(RUNTIME) if RUNTIME.is_file() else python
    # Settings without which Streamlit would speak to hosts outside or ask for an e-mail address.
    quiet = [
        f"--server.port={port}",
        "--server.address=127.0.0.1",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    ]
    run = ["-m", "streamlit", "run"]
    serve = [python, "-m", "benchmarks.fixture.serve"]
    spread = ["--workers", str(workers)]
    commands: dict[str, tuple[list[str], Path]] = {
        "product": ([deployed, "-m", "dashboard", *at, *spread], ROOT),
        "own": ([*serve, "own", *at, *spread], ROOT),
        "element": ([*serve, "element", *at, *spread], ROOT),
        "own-defaults": ([python, *run, str(FIXTURE / "own.py"), *quiet], EMPTY),
        "naive": ([python, *run, "naive.py", *quiet, "--server.enableStaticServing=true"], NAIVE),
        "empty": ([deployed, *run, "empty.py", *quiet], EMPTY),
        "static": ([python, "-m", "benchmarks.fixture.static", str(FILES), *at], ROOT),
        "dash": (
            [str(DASH), str(FIXTURE / "dash_page.py"), str(FILES), str(drawings.outlines()), *at],
            EMPTY,
        ),
    }
    return commands[variant]


def available(variants: Sequence[str]) -> list[str]:
    """Those that can be started here: Dash needs an environment of its own."""
    return [name for name in variants if name != "dash" or DASH.is_file()]


@contextmanager
def serving(variant: str, workers: int = 1) -> Iterator[Server]:
    """A variant, started and answering.

    Raises:
        RuntimeError: It ended or did not answer.
    """
    port = free_port()
    words, folder = command(variant, port, workers)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    environment["PYTHONPATH"] = str(ROOT)
    log = BUILD / f"{variant}.log"
    with log.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=out, stderr=out)
        try:
            address = f"http://127.0.0.1:{port}"
            _await(address, process, log)
            yield Server(address, process.pid, time.perf_counter() - begun)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait for the first page, which all variants have."""
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"the server did not answer: {log.read_text()[-2000:]}")


def processes(pid: int) -> list[int]:
    """The processes that serve: the children of the one started that hold Python, or itself."""
    children = [
        int(child)
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()
    ]
    return children or [pid]


def megabytes(pid: int) -> float:
    """Memory that a process holds, in 10⁶ bytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    resident = next(line for line in lines if line.startswith("VmRSS"))
    return int(resident.split()[1]) * 1024 / 1e6


def own_megabytes(pid: int) -> float:
    """The same with what several processes share divided among them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    share = next(line for line in lines if line.startswith("Pss:"))
    return int(share.split()[1]) * 1024 / 1e6
