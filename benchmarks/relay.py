"""Stands between browser and server and counts what goes over the wire, headers and all."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_CHUNK = 65_536


@dataclass(slots=True)
class Relay:
    """A running relay.

    Attributes:
        address: Where the browser finds it.
        received: Bytes that the server has sent so far.
    """

    address: str = ""
    received: int = 0
    _ready: threading.Event = field(default_factory=threading.Event)
    _end: Callable[[], object] = print

    async def serve(self, port: int) -> None:
        """Pass everything on to a port of this machine, until it is ended."""

        async def passed(up: asyncio.StreamReader, down: asyncio.StreamWriter) -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            with suppress(OSError, asyncio.CancelledError):
                await asyncio.gather(self._copy(up, writer), self._copy(reader, down, count=True))

        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        server = await asyncio.start_server(passed, "127.0.0.1", 0)
        self.address = "http://{}:{}".format(*server.sockets[0].getsockname())
        self._end = lambda: loop.call_soon_threadsafe(over.set)
        self._ready.set()
        await over.wait()
        server.close()

    async def _copy(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, count: bool = False
    ) -> None:
        while chunk := await source.read(_CHUNK):
            if count:
                self.received += len(chunk)
            target.write(chunk)
            await target.drain()
        target.close()


@contextmanager
def relayed(address: str) -> Iterator[Relay]:
    """A relay before a server.

    Raises:
        RuntimeError: It did not start.
    """
    relay = Relay()
    serving = relay.serve(urlsplit(address).port or 80)
    # A thread of its own, as the browser's driver has a loop in this one.
    thread = threading.Thread(target=asyncio.run, args=(serving,))
    thread.start()
    if not relay._ready.wait(10):
        raise RuntimeError("the relay did not start")
    try:
        yield relay
    finally:
        relay._end()
        thread.join()
