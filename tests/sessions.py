"""Readers without a browser: Streamlit's own protocol over real websockets.

A session does what the browser's part of Streamlit does: it opens a websocket, names the page and
the query of the address, and takes what the script sends until the script has finished. A session
that lost its connection opens another with the same address, as a browser does by itself.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

_PATIENCE = 120.0

#: What ``app.page_failed`` and the cards say when something failed.
FAILURES = ("could not be shown", "could not be drawn")


class Session:
    """One reader with one connection.

    Args:
        address: Root of the server, such as ``http://127.0.0.1:8501``.
        page: Path of the page, without a slash.
        query: Query of the address, without a question mark.
        cookie: Value of the header of cookies; empty for none.

    Attributes:
        id: What the server calls the session.
        numbers: Widgets set to a number, by id; the browser sends them with every run.
        choices: Widgets of which one option was chosen, by id.
    """

    def __init__(self, address: str, page: str = "", query: str = "", cookie: str = "") -> None:
        self.address, self.page, self.query, self.cookie = address, page, query, cookie
        self.id = ""
        self.numbers: dict[str, int] = {}
        self.choices: dict[str, str] = {}
        self._known: dict[str, ForwardMsg] = {}
        self._open()

    def _open(self) -> None:
        said = ["streamlit", "PLACEHOLDER", *([self.id] if self.id else [])]
        self._open_connection = ExitStack()
        connection = connect(
            f"{self.address.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=[Subprotocol(word) for word in said],
            additional_headers={"Cookie": self.cookie} if self.cookie else {},
            open_timeout=_PATIENCE,
            max_size=None,
            compression=None,
            proxy=None,
        )
        self.connection: ClientConnection = self._open_connection.enter_context(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.leave()

    def ask(self) -> None:
        """Ask for the page under the query, without waiting for it."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        message.rerun_script.cached_message_hashes.extend(self._known)
        for widget, number in self.numbers.items():
            message.rerun_script.widget_states.widgets.add(id=widget, int_value=number)
        for widget, choice in self.choices.items():
            state = message.rerun_script.widget_states.widgets.add(id=widget)
            state.string_array_value.data.append(choice)
        message.rerun_script.context_info.url = f"{self.address}/{self.page}"
        self.connection.send(message.SerializeToString())

    def view(self) -> tuple[bytes, ...]:
        """Run the page and return all that is on it, in order of sending.

        Raises:
            ConnectionClosed: The server left.
            TimeoutError: It said nothing for two minutes.
        """
        self.ask()
        return tuple(
            message.delta.new_element.SerializeToString(deterministic=True)
            for message in list(self._until_finished())
            if message.WhichOneof("type") == "delta" and message.delta.HasField("new_element")
        )

    def texts(self) -> str:
        """Run the page and return all words on it."""
        self.ask()
        return "\n".join(
            text
            for message in self._until_finished()
            if message.WhichOneof("type") == "delta"
            for text in _strings(message.delta)
        )

    def widget(self, key: str) -> str:
        """Id of the widget with a key; the page has to show it.

        Raises:
            LookupError: It does not.
        """
        pattern = rb"\$\$ID-[0-9a-f]+-" + re.escape(key.encode()) + rb"[a-z0-9-]*"
        found = re.search(pattern, b"\n".join(self.view()))
        if found is None:
            raise LookupError(f"no widget {key!r}")
        return found.group().decode()

    def receive(self) -> ForwardMsg:
        """The next message."""
        data = self.connection.recv(timeout=_PATIENCE)
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        return message

    def reopen(self) -> None:
        """Connect again after the connection broke, as a browser does by itself."""
        self.leave()
        self._known.clear()
        self._open()

    def leave(self) -> None:
        """Close the connection, as a browser does with its page."""
        self._open_connection.close()

    def vanish(self) -> None:
        """Leave without a word: the connection is cut, not closed."""
        self.connection.socket.close()

    def _until_finished(self) -> Iterator[ForwardMsg]:
        while True:
            message = self.receive()
            kind = message.WhichOneof("type")
            if kind == "ref_hash":
                whole = ForwardMsg()
                whole.CopyFrom(self._known[message.ref_hash])
                whole.metadata.CopyFrom(message.metadata)
                message, kind = whole, whole.WhichOneof("type")
            elif message.metadata.cacheable and message.hash:
                self._known[message.hash] = message
            if kind == "new_session":
                self.id = message.new_session.initialize.session_id or self.id
            yield message
            if kind == "script_finished":
                return


def _strings(message: Message) -> Iterator[str]:
    """All texts of a message, at any depth."""
    for field, value in message.ListFields():
        if field.cpp_type == field.CPPTYPE_STRING and field.type == field.TYPE_STRING:
            yield from value if field.is_repeated else (value,)
        elif field.cpp_type == field.CPPTYPE_MESSAGE:
            if field.message_type.GetOptions().map_entry:
                yield from (str(entry) for entry in value.values())
            else:
                for part in value if field.is_repeated else (value,):
                    yield from _strings(part)
