"""Start the dashboard: ``python -m dashboard [--port N] [--address A] [--workers N]``.

Works from any working directory.
"""

import argparse
import os
import secrets
import signal
import socket
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

DEFAULT_PORT = 8501
_TRIED = 50  # ports looked at for one to suggest
_EVERYWHERE = {"0.0.0.0", "::"}


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Start the dashboard.")
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="default: %(default)s")
    parser.add_argument(
        "--address",
        default="127.0.0.1",
        help="address to listen at; 0.0.0.0 for all of this machine's (default: %(default)s)",
    )
    parser.add_argument(
        "--workers", type=_workers, default=1, help="processes that answer (default: %(default)s)"
    )
    return parser.parse_args(given)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes from 1 to 64")
    return int(text)


def refusal(address: str, port: int) -> OSError | None:
    """Why the server could not listen there; None if it can."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            if os.name != "nt":  # there it would hide a conflict instead of a lingering socket
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except OSError as error:
        return error
    return None


def free_port(address: str, after: int) -> int | None:
    """The next port that can be listened at, if one of the next is."""
    for port in range(after + 1, min(after + 1 + _TRIED, 65_536)):
        if refusal(address, port) is None:
            return port
    return None


def main(given: Sequence[str] | None = None) -> int:
    """Start the server and stay until it is stopped; 1 if it could not start."""
    wish = arguments(given)
    why = refusal(wish.address, wish.port)
    if why is not None:
        print(f"Cannot listen at {wish.address}:{wish.port}: {why.strerror}.", file=sys.stderr)
        other = free_port(wish.address, wish.port)
        if other is not None:
            print(f"Try: python -m dashboard --port {other}", file=sys.stderr)
        return 1

    # Streamlit reads the settings in the working directory, and worker processes start there.
    os.chdir(ROOT)
    sys.path[:] = [str(ROOT), *(entry for entry in sys.path if entry != str(ROOT))]
    # All processes must accept the cookies that one of them has signed.
    os.environ.setdefault("STREAMLIT_SERVER_COOKIE_SECRET", secrets.token_hex(32))
    os.environ["STREAMLIT_SERVER_PORT"] = str(wish.port)
    os.environ["STREAMLIT_SERVER_ADDRESS"] = wish.address

    # A polite end, so that what follows is still done.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="tumen-"))
        except OSError as error:
            print(
                f"No folder for temporary files ({error.strerror}): downloads of views cannot be "
                "prepared, everything else works.",
                file=sys.stderr,
            )
        else:
            os.environ["TUMEN_SPOOL"] = folder
        _serve(wish)
    return 0


def _serve(wish: argparse.Namespace) -> None:
    """Answer until stopped."""
    host = "localhost" if wish.address in _EVERYWHERE | {"127.0.0.1", "::1"} else wish.address
    print(f"Tumen is being started at http://{host}:{wish.port}", flush=True)
    serve("dashboard.app:app", wish.address, wish.port, wish.workers)


def serve(app: str, address: str, port: int, workers: int, *, factory: bool = False) -> None:
    """Answer until stopped, with one process or several.

    Args:
        app: The application as ``module:name``.
        address: Where to listen.
        port: Where to listen.
        workers: Processes that answer.
        factory: Whether the name is a function that makes the application.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    config = uvicorn.Config(
        app,
        factory=factory,
        host=address,
        port=port,
        workers=workers,
        # As `streamlit run` does it: the newer protocol, a sign of life every half minute, no log of
        # every request. Messages are compressed: a page's are a third of their size for one or two
        # milliseconds of the server's time.
        ws="websockets-sansio",
        ws_ping_interval=30,
        ws_ping_timeout=30,
        ws_per_message_deflate=True,
        access_log=False,
        log_level="warning",
    )
    if workers > 1:
        Multiprocess(config, sockets=[without_delay(config.bind_socket())]).run()
        return
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):  # the reader of the terminal has had enough
        server.run()
    if not server.started:
        sys.exit(1)


def without_delay(listening: socket.socket) -> socket.socket:
    """Have every connection accepted at a socket send small messages at once.

    A page is many small messages. By default each waits until the one before is acknowledged,
    which takes a reader's machine up to 40 ms. Servers switch that off, except where several
    processes share a socket.
    """
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


if __name__ == "__main__":
    sys.exit(main())
