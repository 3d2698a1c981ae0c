"""Readers who come through the proxy and keep what it gave them."""

import threading
from collections import Counter
from dataclasses import dataclass, field

from websockets.exceptions import InvalidHandshake, InvalidMessage, WebSocketException

from tests.servers import fetch
from tests.sessions import Session

#: How often a reader's browser tries to connect anew before we call the view lost.
ATTEMPTS = 5

LOST = (OSError, WebSocketException, InvalidHandshake, InvalidMessage)

#: Views of several pages: page, query.
VIEWS = (
    ("", "from=1961&to=1985&themes=law"),
    ("trade", "from=1990"),
    ("milestones", "themes=military"),
    ("estimates", ""),
    ("claims", "from=2022"),
    ("agreements", "from=1949&to=1991"),
)

View = tuple[bytes, ...]


def cookie_of(address: str, page: str = "") -> str:
    """What the proxy lets a new reader's browser keep."""
    given = fetch(f"{address}/{page}").headers.get("Set-Cookie", "")
    return given.partition(";")[0]


@dataclass
class Reader:
    """One reader with an open page.

    Attributes:
        session: The connection.
        seen: What the page showed at first.
        reconnections: How often the connection had to be made anew.
    """

    session: Session
    seen: View
    reconnections: int = 0

    def look_again(self) -> bool:
        """Whether the page still shows the same; connects anew where it has to."""
        try:
            # The connection may be dead without our knowing.
            self.session.connection.ping().wait(5)
            if self.session.connection.close_code is None:
                return True
        except LOST:
            pass
        for _ in range(ATTEMPTS):
            self.reconnections += 1
            try:
                self.session.reopen()
                return self.session.view() == self.seen
            except LOST:
                continue
        return False


def opened(address: str, page: str, query: str) -> Reader:
    """A new reader, as a browser comes in: the HTML first, then the connection."""
    session = Session(address, page, query, cookie_of(address, page))
    return Reader(session, session.view())


@dataclass
class Visitors:
    """A thread that opens one page after another, each as a new reader.

    Attributes:
        address: The proxy.
        expected: What each view shows.
        counts: Page loads: ``whole``, ``reconnected`` on the way, ``failed``.
    """

    address: str
    expected: dict[tuple[str, str], View]
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._come)
        self._thread.start()

    def leave(self) -> None:
        """Let no more come."""
        self._stop.set()
        self._thread.join()

    def _come(self) -> None:
        while not self._stop.is_set():
            for (page, query), view in self.expected.items():
                try:
                    self.counts[self._load(page, query, view)] += 1
                except (*LOST, AssertionError) as error:
                    self.counts["failed"] += 1
                    self.failures.append(f"/{page}?{query}: {error!r}")

    def _load(self, page: str, query: str, view: View) -> str:
        """One page load."""
        reply = fetch(f"{self.address}/{page}?{query}")
        assert reply.status == 200
        cookie = reply.headers["Set-Cookie"].partition(";")[0]
        assert fetch(f"{self.address}/data/eras.csv").status == 200
        for attempt in range(ATTEMPTS):
            try:
                with Session(self.address, page, query, cookie) as session:
                    assert session.view() == view
            except LOST:
                if attempt == ATTEMPTS - 1:
                    raise
            else:
                return "reconnected" if attempt else "whole"
        raise AssertionError("there is at least one attempt")
