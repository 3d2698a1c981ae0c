"""Starting the dashboard, in both ways, from any folder."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from dashboard.__main__ import arguments, free_port, main, refusal, serve, without_delay

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answer(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[str]:
    """A server that answers; what it printed is checked by the caller."""
    log = folder / "log"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    environment.pop("PYTHONPATH", None)
    environment["TMPDIR"] = str(folder)
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        for _ in range(PATIENCE * 5):
            if process.poll() is not None:
                pytest.fail(f"the server ended: {log.read_text()}")
            try:
                if _answer(f"http://127.0.0.1:{port}/healthz")[0] == 200:
                    break
            except OSError:
                pass
            time.sleep(0.2)
        else:
            pytest.fail(f"the server did not answer: {log.read_text()}")
        yield log.read_text()
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


LAUNCHERS = {
    "module": [sys.executable, str(ROOT / "dashboard"), "--port"],
    "streamlit": [
        *[sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "app.py")],
        *["--server.address", "127.0.0.1", "--server.headless", "true", "--server.port"],
    ],
}


@pytest.mark.parametrize("name", LAUNCHERS)
def test_both_launchers_start_from_any_folder(name: str, tmp_path: Path) -> None:
    # A package of that name in the working directory must not take the place of ours.
    (tmp_path / "validators").mkdir()
    (tmp_path / "validators" / "__init__.py").write_text("raise ImportError('not ours')")
    port = _unused_port()
    with running([*LAUNCHERS[name], str(port)], port, tmp_path) as log:
        base = f"http://127.0.0.1:{port}"
        assert b"<title>Tumen</title>" in _answer(f"{base}/")[1]
        assert _answer(f"{base}/_stcore/health")[0] == 200
        if name == "module":
            assert f"http://localhost:{port}" in log
    assert not list(tmp_path.glob("tumen-*"))


def test_several_workers_answer(tmp_path: Path) -> None:
    port = _unused_port()
    command = [*LAUNCHERS["module"], str(port), "--workers", "2"]
    with running(command, port, tmp_path):
        for _ in range(100):  # one may be ready before the other
            answers = {_answer(f"http://127.0.0.1:{port}/healthz") for _ in range(8)}
            if {status for status, _ in answers} == {200}:
                break
            time.sleep(0.2)
    assert len(answers) == 1


def test_no_connection_of_a_shared_socket_holds_small_messages_back() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        without_delay(listening).listen()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_several_workers_share_such_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    shared: list[socket.socket] = []

    class Supervisor:
        def __init__(self, _: uvicorn.Config, sockets: list[socket.socket]) -> None:
            shared.extend(sockets)

        def run(self) -> None:
            """Nothing: what it would share is all that is asked."""

    monkeypatch.setattr("uvicorn.supervisors.Multiprocess", Supervisor)
    serve("dashboard.app:app", "127.0.0.1", _unused_port(), 2)
    [listening] = shared
    with listening:
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_busy_port_is_said_and_another_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 1
        said = capsys.readouterr().err
        assert f"Cannot listen at 127.0.0.1:{port}" in said
        other = free_port("127.0.0.1", port)
        assert f"python -m dashboard --port {other}" in said
        assert refusal("127.0.0.1", port) is not None
        assert other is not None
        assert refusal("127.0.0.1", other) is None


def test_an_address_that_is_not_ours_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--address", "192.0.2.1", "--port", str(_unused_port())]) == 1
    assert "Cannot listen at 192.0.2.1" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--port", "0"], ["--port", "x"], ["--workers", "0"], ["--x"]])
def test_a_wrong_command_line_is_refused(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        arguments(wrong)
    assert stopped.value.code == 2
    assert "usage: python -m dashboard" in capsys.readouterr().err


def test_the_command_line_is_read() -> None:
    wish = arguments(["--port", "8600", "--address", "0.0.0.0", "--workers", "2"])
    assert (wish.port, wish.address, wish.workers) == (8600, "0.0.0.0", 2)
    assert (arguments([]).port, arguments([]).address) == (8501, "127.0.0.1")
