"""Where the time of a page's script goes when nothing is kept: reading, query, figure, JSON.

Measured inside one process, on every figure of every page under its default filters. A figure is
built from the data by ``FigureSpec.build``. What runs inside functions of ``dashboard.charts`` is
the figure; the rest of the building is the query.
"""

import inspect
import sys
import time
from collections.abc import Callable
from functools import wraps
from statistics import median
from types import ModuleType
from typing import Any

from benchmarks.plan import Plan


class Stopwatch:
    """Time spent inside watched functions; one inside another counts once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._depth = 0

    def watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self._depth += 1
            begun = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.seconds += time.perf_counter() - begun

        return timed


def _watch_charts(stopwatch: Stopwatch) -> None:
    """Put the watched functions in the place of the charts' own, wherever ours call them."""
    watched: dict[int, Callable[..., Any]] = {}
    for module in _modules("dashboard.charts"):
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__.startswith("dashboard.charts"):
                watched.setdefault(id(function), stopwatch.watched(function))
    for module in _modules("dashboard.figures"):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if id(function) in watched:
                setattr(module, name, watched[id(function)])
        for name, part in inspect.getmembers(module, inspect.ismodule):
            if part.__name__.startswith("dashboard.charts"):
                setattr(module, name, _double(part, watched))


def _double(module: ModuleType, watched: dict[int, Callable[..., Any]]) -> ModuleType:
    """A module with the same names, its functions watched."""
    double = ModuleType(module.__name__)
    for name, value in vars(module).items():
        setattr(double, name, watched.get(id(value), value))
    return double


def _modules(package: str) -> list[ModuleType]:
    return [part for name, part in sys.modules.items() if name.startswith(f"{package}.")]


def script_time(plan: Plan) -> dict[str, Any]:
    """Milliseconds of reading all data once, and per page of query, figure and JSON."""
    import datasets
    from dashboard.contents import cards
    from dashboard.figures.base import FigureSpec
    from dashboard.navigation import PAGES
    from dashboard.shell.chart_component import payload
    from dashboard.state.view import defaults

    begun = time.perf_counter()
    catalog = datasets.catalog()
    for spec in catalog.specs:
        catalog.frame(spec.id)
    load = 1000 * (time.perf_counter() - begun)

    stopwatch = Stopwatch()
    _watch_charts(stopwatch)
    pages: dict[str, Any] = {}
    for page in PAGES:
        filters = defaults(page.all_params)
        specs = [card for card in cards(page.url, filters) if isinstance(card, FigureSpec)]
        parts: dict[str, list[float]] = {"query": [], "figure": [], "serialisation": []}
        size = 0
        for turn in range(plan.builds + 1):
            stopwatch.seconds = built = packed = 0.0
            size = 0
            for each in specs:
                begun = time.perf_counter()
                figure = each.build(filters.only(*each.uses))
                built += time.perf_counter() - begun
                begun = time.perf_counter()
                size += len(payload(figure, key=each.key, selectable=False))
                packed += time.perf_counter() - begun
            if turn:  # the first fills what is kept for good
                parts["query"].append(built - stopwatch.seconds)
                parts["figure"].append(stopwatch.seconds)
                parts["serialisation"].append(packed)
        pages[page.title] = {
            "figures": len(specs),
            **{name: round(1000 * median(values), 2) for name, values in parts.items()},
            "bytes": size,
        }
    return {"load_ms": round(load), "pages": pages}
