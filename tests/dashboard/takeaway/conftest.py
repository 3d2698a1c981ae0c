"""The plain addresses on a port of the loopback interface, for programs that read them."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette

from dashboard.plain import routes as plain
from dashboard.takeaway.routes import routes

APP = Starlette(routes=[*plain.routes(), *routes()])


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """Address of a running server."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        config = uvicorn.Config(APP, log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(timeout=10)
