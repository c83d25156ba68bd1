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
        self._watched: list[tuple[threading.Timer, socket.socket]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for timer, own in self._watched:
            timer.cancel()
            timer.join()  # closed under it, the number of the socket could be another's
            own.close()

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._at

    def watch(self, pool: Any) -> None:
        """Watch every connection that a `urllib3` pool makes, from before its TLS handshake."""
        base, watch = pool.ConnectionCls, self._watch

        class Watched(base):  # type: ignore[misc, valid-type]
            def _new_conn(self) -> socket.socket:
                made: socket.socket = super()._new_conn()
                watch(made)
                return made

        pool.ConnectionCls = Watched

    def _watch(self, connected: socket.socket) -> None:
        own = connected.dup()  # TLS takes the first one over
        timer = threading.Timer(max(self._at - time.monotonic(), 0.0), _cut, (own,))
        timer.daemon = True
        self._watched.append((timer, own))
        timer.start()


def _cut(connected: socket.socket) -> None:
    """End both directions of the connection, so that a blocked read returns."""
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)
