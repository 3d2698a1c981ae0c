"""Two replicas behind the proxy: readers stay with theirs, and lose nothing when it dies."""

import re
import signal
import time

import pytest

from dashboard.web import assets
from tests.deploy.conftest import Deployment
from tests.deploy.readers import VIEWS, Visitors, cookie_of, opened
from tests.servers import fetch, stop
from tests.sessions import Session

pytestmark = pytest.mark.proxy

READERS = 18
VISITORS = 3
#: What a list says of the rows it shows.
ROWS = re.compile(r"[\d,]+–[\d,]+ of [\d,]+")

BEFORE, AFTER = 12, 24  # page loads of all visitors before and after


def loads(visitors: list[Visitors]) -> int:
    return sum(sum(visitor.counts.values()) for visitor in visitors)


def until(reached: int, visitors: list[Visitors]) -> None:
    for _ in range(1_200):
        if loads(visitors) >= reached:
            return
        time.sleep(0.1)
    pytest.fail(f"visitors came to a standstill at {loads(visitors)} page loads")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "told to end"])
def test_a_replica_that_goes_under_load_costs_no_page_and_no_view(
    doomed: Deployment, how: signal.Signals
) -> None:
    one, two = doomed.replicas
    readers = [opened(doomed.address, *VIEWS[n % len(VIEWS)]) for n in range(READERS)]
    before = [server.sessions() for server in (one, two)]
    assert sum(before) == READERS
    assert min(before) > 0, "all readers went to one replica"
    expected = {view: readers[n].seen for n, view in enumerate(VIEWS)}
    visitors = [Visitors(doomed.address, expected) for _ in range(VISITORS)]
    try:
        until(BEFORE, visitors)
        stop(one.process, how)
        until(loads(visitors) + AFTER, visitors)
    finally:
        for visitor in visitors:
            visitor.leave()
    kept = [reader.look_again() for reader in readers]
    moved = [reader for reader in readers if reader.reconnections]
    failed = [failure for visitor in visitors for failure in visitor.failures]
    told = (
        f"{loads(visitors)} page loads, {len(failed)} failed; {len(readers)} views, "
        f"{len(moved)} on the replica that went, {kept.count(False)} lost"
    )
    assert failed == [], told
    assert kept == [True] * READERS, told
    assert len(moved) == before[0], told
    assert two.sessions() == READERS
    print(told)
    for reader in readers:
        reader.session.leave()


def test_a_list_stays_at_its_page_and_data_go_on_when_a_replica_dies(doomed: Deployment) -> None:
    cookie = cookie_of(doomed.address, "milestones")
    with Session(doomed.address, "milestones", cookie=cookie) as session:
        first = ROWS.search(session.texts())
        assert first is not None
        session.numbers[session.widget("page-records")] = 3
        third = ROWS.search(session.texts())
        mine = [server for server in doomed.replicas if server.sessions()]
        assert len(mine) == 1
        stop(mine[0].process, signal.SIGKILL)
        session.reopen()
        again = ROWS.search(session.texts())
        assert third is not None
        assert again is not None
        assert again.group() == third.group() != first.group()
    for _ in range(10):
        assert fetch(f"{doomed.address}/data/eras.csv").status == 200
        assert fetch(f"{doomed.address}/healthz").status == 200


def test_scripts_and_outlines_need_no_replica_once_they_were_asked_for(doomed: Deployment) -> None:
    files = [path for path in assets.preload() if path.startswith("/assets/")]
    assert files
    packed = {"Accept-Encoding": "gzip"}
    before = {
        (path, bool(how)): fetch(f"{doomed.address}{path}", how).body
        for path in files
        for how in (packed, {})
    }
    for server in doomed.replicas:
        stop(server.process, signal.SIGKILL)
    for (path, small), body in before.items():
        assert fetch(f"{doomed.address}{path}", packed if small else {}).body == body
    assert fetch(f"{doomed.address}/data/eras.csv").status == 502


def test_readers_stay_with_their_replica(deployment: Deployment) -> None:
    cookie = cookie_of(deployment.address)
    name, _, group = cookie.partition("=")
    assert name == "tumen_replica"
    assert len(group) == 2
    taken = [Session(deployment.address, cookie=cookie) for _ in range(5)]
    assert sorted(server.sessions() for server in deployment.replicas) == [0, 5]
    for session in taken:
        session.leave()
    # Who has a cookie gets no other; a cookie that is not ours is replaced.
    known = fetch(f"{deployment.address}/", {"Cookie": cookie})
    assert "Set-Cookie" not in known.headers
    strange = fetch(f"{deployment.address}/", {"Cookie": "tumen_replica=zz"})
    assert strange.headers["Set-Cookie"].startswith("tumen_replica=")
    assert "tumen_replica=zz" not in strange.headers["Set-Cookie"]


def test_a_connection_that_broke_finds_its_session_again(deployment: Deployment) -> None:
    cookie = cookie_of(deployment.address, "trade")
    with Session(deployment.address, "trade", "from=1990", cookie) as session:
        session.view()
        first = session.id
        session.vanish()
        session.reopen()
        session.view()
        assert session.id == first


def test_the_proxy_hands_on_what_replicas_packed_and_adds_nothing(deployment: Deployment) -> None:
    packed = {"Accept-Encoding": "gzip"}
    for path in ("/trade", "/data/milestones.csv", "/r/milestones"):
        through = fetch(f"{deployment.address}{path}", packed)
        direct = deployment.replicas[0].get(path, packed)
        assert through.body == direct.body
        assert through.headers.get("Content-Encoding") == direct.headers.get("Content-Encoding")
    for path in ("/data/eras.csv", "/r/milestones"):
        assert "Set-Cookie" not in fetch(f"{deployment.address}{path}").headers


def test_the_proxy_keeps_to_itself_what_readers_do_not_need(deployment: Deployment) -> None:
    assert deployment.replicas[0].get("/_stcore/metrics").status == 200
    for path in ("/_stcore/metrics", "/_stcore/upload_file/x/y"):
        assert fetch(f"{deployment.address}{path}").status == 404


def test_addresses_that_replicas_write_are_those_of_the_proxy(deployment: Deployment) -> None:
    outer = {"X-Forwarded-Proto": "https"}
    text = fetch(f"{deployment.address}/sitemap.xml", outer).text
    assert deployment.address.replace("http:", "https:") in text
    assert all(server.address not in text for server in deployment.replicas)
