"""Readers without a browser: they speak Streamlit's own protocol over real connections."""

import asyncio
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 30.0  # seconds after which a reader has given up

_OK = ForwardMsg.FINISHED_SUCCESSFULLY
_BROKEN = ForwardMsg.FINISHED_WITH_COMPILE_ERROR


class ReaderError(RuntimeError):
    """What a reader asked for did not come, or came broken."""


@dataclass(slots=True)
class Reader:
    """One open session.

    Attributes:
        address: Where the server answers.
        page: Path of the page, without the slash.
        buttons: Ids of the buttons on it, by key.
    """

    address: str
    page: str = ""
    buttons: dict[str, str] = field(default_factory=dict)
    _connection: ClientConnection | None = None
    _script: str = ""

    async def __aenter__(self) -> Self:
        """Connect."""
        url = f"ws://{urlsplit(self.address).netloc}/_stcore/stream"
        self._connection = await connect(
            url,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression="deflate",
            open_timeout=PATIENCE,
            close_timeout=2,
            ping_interval=None,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Leave."""
        if self._connection is not None:
            await self._connection.close()

    async def run(self, query: str = "", button: str = "") -> float:
        """Have the script run under a query, or with a button pressed; seconds until it is done.

        Raises:
            ReaderError: It failed or took too long.
        """
        if self._connection is None:
            raise ReaderError("not connected")
        ask = BackMsg()
        ask.rerun_script.query_string = query
        ask.rerun_script.page_name = "" if self._script else self.page
        ask.rerun_script.page_script_hash = self._script
        ask.rerun_script.context_info.url = f"{self.address}/{self.page}"
        if button:
            state = ask.rerun_script.widget_states.widgets.add()
            state.id = self.buttons[button]
            state.trigger_value = True
        begun = time.perf_counter()
        await self._connection.send(ask.SerializeToString())
        try:
            async with asyncio.timeout(PATIENCE):
                await self._finished(self._connection)
        except TimeoutError as error:
            raise ReaderError(f"nothing within {PATIENCE:g} s") from error
        return time.perf_counter() - begun

    async def _finished(self, connection: ClientConnection) -> None:
        while True:
            received = await connection.recv()
            if isinstance(received, str):
                raise ReaderError("a message in words")
            message = ForwardMsg.FromString(received)
            match message.WhichOneof("type"):
                case "navigation":
                    self._script = message.navigation.page_script_hash
                case "delta":
                    self._heed(message)
                case "script_finished" if message.script_finished == _OK:
                    return
                case "script_finished" if message.script_finished == _BROKEN:
                    raise ReaderError("the script cannot be read")

    def _heed(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "exception":
                raise ReaderError(element.exception.message)
            case "button":
                self.buttons[element.button.id.rpartition("-")[2]] = element.button.id
