"""Bytes kept up to a total size; beyond it the longest unused go."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock


class Kept:
    """A store of bytes by key, safe to use from several threads.

    Two threads that ask for the same missing key may both make it; the result is the same.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes for a key, made if they are not kept."""
        with self._lock:
            if key in self._bodies:
                self._bodies.move_to_end(key)
                return self._bodies[key]
        body = make()
        if len(body) > self._most // 4:
            return body  # one giant must not drive out all others
        with self._lock:
            if key not in self._bodies:
                self._bodies[key] = body
                self._size += len(body)
            while self._size > self._most:
                _, dropped = self._bodies.popitem(last=False)
                self._size -= len(dropped)
        return body

    @property
    def size(self) -> int:
        """Bytes kept now."""
        return self._size
