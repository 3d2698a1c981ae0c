"""Many readers at once over real connections, and reruns of one."""

import asyncio
import random
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from benchmarks.clients import Reader, ReaderError
from benchmarks.plan import Plan
from benchmarks.process import Server, megabytes, own_megabytes, processes, serving
from benchmarks.rounds import Samples, in_turn, percentile
from dashboard.navigation import PAGES

WORKERS = 2
_RAMP = 6.0  # seconds over which readers arrive
_FLOODERS = 8  # sessions that press again as soon as they are answered
_PERIODS = tuple(f"from={start}&to={end}" for start in range(1945, 2000, 5) for end in (2010, 2024))


@dataclass(slots=True)
class Crowd:
    """So many sessions for a while.

    Attributes:
        sessions: Open sessions.
        seconds: Times of the changes.
        openings: Times of the first runs.
        errors: What went wrong, in words.
        megabytes: Memory of each process at the end.
        own_megabytes: The same, what the processes share divided among them.
    """

    sessions: int
    seconds: list[float] = field(default_factory=list)
    openings: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    own_megabytes: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        """What stands in the results."""
        times = {}
        if self.seconds:
            times = {
                "median_ms": round(1000 * median(self.seconds), 1),
                "p95_ms": round(1000 * percentile(self.seconds, 0.95), 1),
            }
        return {
            "sessions": self.sessions,
            "changes": len(self.seconds),
            **times,
            "opening_p95_ms": round(1000 * percentile(self.openings, 0.95), 1),
            "errors": len(self.errors),
            "first_error": self.errors[0] if self.errors else "",
            "megabytes": [round(value) for value in self.megabytes],
            "own_megabytes": [round(value) for value in self.own_megabytes],
        }


async def _session(crowd: Crowd, address: str, page: str, wait: float, plan: Plan) -> None:
    await asyncio.sleep(wait)
    end = time.perf_counter() + plan.seconds
    chance = random.Random(f"{page}{wait}")
    try:
        async with Reader(address, page) as reader:
            crowd.openings.append(await reader.run())
            while time.perf_counter() < end:
                await asyncio.sleep(plan.think * chance.uniform(0.5, 1.5))
                crowd.seconds.append(await reader.run(chance.choice(_PERIODS)))
    except (ReaderError, OSError, EOFError) as error:
        crowd.errors.append(f"{type(error).__name__}: {error}")


async def _alone(crowd: Crowd, address: str, plan: Plan) -> None:
    """One session at a time, on each page in turn, with as many changes as one round asks for."""
    chance = random.Random(0)
    for spec in PAGES:
        async with Reader(address, spec.url) as reader:
            crowd.openings.append(await reader.run())
            for _ in range(plan.reruns):
                await asyncio.sleep(0.1)
                crowd.seconds.append(await reader.run(chance.choice(_PERIODS)))


async def _crowd(crowd: Crowd, address: str, plan: Plan) -> None:
    if crowd.sessions == 1:
        await _alone(crowd, address, plan)
        return
    await asyncio.gather(
        *(
            _session(crowd, address, PAGES[n % len(PAGES)].url, _RAMP * n / crowd.sessions, plan)
            for n in range(crowd.sessions)
        )
    )


def crowds(plan: Plan) -> dict[str, Any]:
    """The dashboard under growing numbers of sessions, each on its page, with time to think."""
    found = []
    with serving("product", WORKERS) as server:
        # Once before, so that what is kept for all readers is kept.
        asyncio.run(_crowd(Crowd(1), server.address, Plan.once()))
        fresh = [megabytes(pid) for pid in processes(server.pid)]
        grown = asyncio.run(_held(server, max(plan.sessions)))
        for sessions in plan.sessions:
            crowd = Crowd(sessions)
            asyncio.run(_crowd(crowd, server.address, plan))
            serving_now = processes(server.pid)
            crowd.megabytes = [megabytes(pid) for pid in serving_now]
            crowd.own_megabytes = [own_megabytes(pid) for pid in serving_now]
            found.append(crowd.summary())
    return {
        "workers": WORKERS,
        "think_seconds": plan.think,
        "megabytes_before": [round(value) for value in fresh],
        "crowds": found,
        "megabytes_a_session": grown,
    }


async def _held(server: Server, count: int) -> float:
    """Memory that open sessions take, in 10⁶ bytes each."""
    before = sum(megabytes(pid) for pid in processes(server.pid))
    readers = [Reader(server.address, PAGES[n % len(PAGES)].url) for n in range(count)]
    for reader in readers:
        await reader.__aenter__()
        await reader.run()
    after = sum(megabytes(pid) for pid in processes(server.pid))
    for reader in readers:
        await reader.__aexit__(None, None, None)
    return round((after - before) / count, 3)


async def _flood(address: str, seconds: float) -> tuple[int, float]:
    """Answers and time of sessions that never think."""
    done = 0

    async def press(reader: Reader, end: float) -> None:
        nonlocal done
        while time.perf_counter() < end:
            await reader.run(button="next")
            done += 1

    readers = [Reader(address) for _ in range(_FLOODERS)]
    for reader in readers:
        await reader.__aenter__()
        await reader.run()
    begun = time.perf_counter()
    await asyncio.gather(*(press(reader, begun + seconds) for reader in readers))
    took = time.perf_counter() - begun
    for reader in readers:
        await reader.__aexit__(None, None, None)
    return done, took


async def _presses(address: str, count: int) -> list[float]:
    async with Reader(address) as reader:
        await reader.run()
        return [1000 * await reader.run(button="next") for _ in range(count)]


@dataclass(frozen=True, slots=True)
class Variant:
    """The fixture page as it is served for a comparison over the connection."""

    name: str
    page: str
    workers: int = 1


VARIANTS: Sequence[Variant] = (
    Variant("naive", "naive"),
    Variant("own, default settings", "own-defaults"),
    Variant("own", "own"),
    Variant("own, two processes", "own", WORKERS),
)


def over_the_wire(plan: Plan) -> dict[str, dict[str, Samples]]:
    """Variant → ``rerun`` in milliseconds and ``throughput`` in answers a second."""
    found = {each.name: {"rerun": Samples(), "throughput": Samples()} for each in VARIANTS}
    by_name = {each.name: each for each in VARIANTS}
    with ExitStack() as stack:
        servers = {
            each.name: stack.enter_context(serving(each.page, each.workers)) for each in VARIANTS
        }
        for server in servers.values():
            asyncio.run(_flood(server.address, 1))
        for number in range(plan.rounds):
            for name in in_turn(list(by_name), number):
                address = servers[name].address
                found[name]["rerun"].add(asyncio.run(_presses(address, plan.reruns)))
                done, took = asyncio.run(_flood(address, plan.flood))
                found[name]["throughput"].add([done / took])
    return found
