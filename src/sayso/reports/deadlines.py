"""An end to connections at a fixed time, however slowly their server drips.

A socket's own time limit starts anew with every byte, so that a server which sends a few now and
then could hold a reader for ever.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import Any, Self


class Deadline:
    """Cuts off, at a time of the monotonic clock, every connection that it watches.

    A context: at its end what it watches is let go.
    """

    def __init__(self, at: float) -> None:
        self._at = at
        self._timers: list[threading.Timer] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for timer in self._timers:
            timer.cancel()

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._at

    def watch(self, pool: Any) -> None:
        """Watch every connection that a `urllib3` pool makes."""
        base, watch = pool.ConnectionCls, self._watch

        class Watched(base):  # type: ignore[misc, valid-type]
            def connect(self) -> None:
                super().connect()
                watch(self.sock)

        pool.ConnectionCls = Watched

    def _watch(self, connected: socket.socket) -> None:
        timer = threading.Timer(max(self._at - time.monotonic(), 0.0), _cut, (connected,))
        timer.daemon = True
        self._timers.append(timer)
        timer.start()


def _cut(connected: socket.socket) -> None:
    """End both directions under whatever lies over the socket, so that a blocked read returns."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
