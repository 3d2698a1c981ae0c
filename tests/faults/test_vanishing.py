"""Readers who vanish while their page is being made, and sessions opened and dropped in numbers."""

import json
import socket
import time

import pytest

from dashboard.navigation import PAGES
from tests.forms import IS_LONG
from tests.servers import Server
from tests.sessions import FAILURES, Session

VANISHING = 30

#: Sessions come in waves: all of a wave are open at once, then all go. A thousand in the long form.
WAVE = 50 if IS_LONG else 30
WAVES = 20 if IS_LONG else 4

#: What may stay: the allocator does not hand back all that was freed, and of each session half of
#: what an open one takes (some 50 kB). The short form so finds what loses 100 kB of each session,
#: the long one what loses half a session.
STAYS = 8 * 2**20
STAYS_EACH = 25_000

_TRIES = 300


def until_empty(server: Server) -> None:
    """Wait until no connection is left."""
    for _ in range(_TRIES):
        if server.sessions() == 0:
            return
        time.sleep(0.1)
    pytest.fail(f"{server.sessions()} sessions are still open")


def until_forgotten(server: Server) -> int:
    """Wait until memory no longer shrinks, and return it.

    What a lost connection leaves is kept for a few seconds, should its reader come back, and is
    cleared when others come and go.
    """
    least = server.memory()
    steady = 0
    while steady < 3:
        time.sleep(2)
        with Session(server.address, "estimates") as session:
            session.view()
        now = server.memory()
        steady = 0 if now < least else steady + 1
        least = min(least, now)
    return least


def test_readers_who_vanish_mid_run_leave_nothing_behind(server: Server) -> None:
    with Session(server.address, "milestones") as reader:
        seen = reader.view()
    for number in range(VANISHING):
        session = Session(server.address, PAGES[number % len(PAGES)].url)
        session.ask()
        session.receive()  # it has begun
        session.vanish()
    until_empty(server)
    with Session(server.address, "milestones") as reader:
        assert reader.view() == seen
    assert json.loads(server.get("/healthz").text)["status"] == "ok"
    assert "Traceback" not in server.said


def test_readers_who_vanish_while_they_shake_hands_do_no_harm(server: Server) -> None:
    host, port = server.address.removeprefix("http://").split(":")
    parts = (
        b"",
        b"GET /_stcore/stream HTTP/1.1\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"\x16\x03",
    )
    for number in range(40):
        with socket.create_connection((host, int(port)), timeout=10) as connection:
            connection.sendall(parts[number % len(parts)])
    with Session(server.address, "trade") as reader:
        texts = reader.texts()
    assert [failure for failure in FAILURES if failure in texts] == []
    assert "Traceback" not in server.said


def test_messages_that_are_none_end_their_own_session_alone(server: Server) -> None:
    with Session(server.address, "trade") as bystander:
        bystander.view()
        for nonsense in (b"\xff" * 100, b"", b"\x00" * 10_000, b"\x0a\xff\xff\xff\xff"):
            session = Session(server.address, "trade")
            session.connection.send(nonsense)
            session.vanish()
        assert len(bystander.view()) > 20
    until_empty(server)


def test_memory_returns_after_many_sessions(server: Server) -> None:
    pages = [spec.url for spec in PAGES]

    def wave() -> int:
        """Open sessions, half of which vanish and half leave; memory while all are open."""
        sessions = [Session(server.address, pages[n % len(pages)]) for n in range(WAVE)]
        for session in sessions:
            session.view()
        held = server.memory()
        assert server.sessions() == WAVE
        for number, session in enumerate(sessions):
            session.vanish() if number % 2 else session.leave()
        until_empty(server)
        return held

    wave()  # fills caches, and the allocator takes what it needs
    first = until_forgotten(server)
    highest = max(wave() for _ in range(WAVES - 1))
    last = until_forgotten(server)
    told = (
        f"{WAVE * WAVES:,} sessions in {WAVES} waves: {first / 2**20:.0f} MB after the first, "
        f"{highest / 2**20:.0f} with {WAVE} open, {last / 2**20:.0f} after the last"
    )
    print(told)
    assert last - first < STAYS + STAYS_EACH * WAVE * (WAVES - 1), told
