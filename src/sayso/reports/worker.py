"""A process of its own for what may hang, crash or swell: it is killed, the pile goes on.

The parent sends pieces; the child reads each and sends back reports and errors, one by one,
then None.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, cast

from sayso.errors import NotAReport, ReportError, SourceTooLarge
from sayso.reports.messages import Request, packed, read_answer, read_request
from sayso.values import Report

AHEAD = 8
"""Pieces that a worker may have been sent: the one it reads and those after."""
ROOM = 1 << 15
"""Bytes that those after may take in all. They must fit in a pipe (64 kB on Linux) beside what
the child has not read of the first: else both sides could end up writing, and neither reading."""
_ANSWERS = 1 << 18
"""Bytes that a child may answer before the parent takes them, where a pipe can hold so many."""
_BOOT = "import sys; sys.path[:0] = {path!r}; from sayso.reports.worker import serve; serve()"


class Worker:
    """One child process, started when first needed and again after it was killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._sent: deque[tuple[Request, bytes]] = deque()

    def has_room(self, message: bytes) -> bool:
        """Whether one more may be sent to it now."""
        if not self._sent:
            return True
        after = sum(len(held) for _, held in islice(self._sent, 1, None))
        return len(self._sent) < AHEAD and after + len(message) <= ROOM

    def send(self, request: Request, message: bytes | None = None) -> None:
        """Have a piece read, after those sent before; `results` gives what comes of it.

        `message` is the request `packed`, if the caller has it.
        """
        self._sent.append((request, message or packed(request)))
        if self._process is not None and len(self._sent) == 1 and self._process.poll() is not None:
            self._kill()  # it ended while it had nothing to do
        if self._process is None:
            self._start()
        else:
            self._ask(self._sent[-1][1])

    def results(self) -> Iterator[Report | ReportError]:
        """What the child makes of the first request that was sent and not answered.

        A child that is late or ends is killed; what was sent after is sent again, to a new one.
        """
        (piece, _, limits, _), _ = self._sent[0]
        done = False
        try:
            while (item := self._next(limits.seconds)) is not None:
                yield item
            self._sent.popleft()
            done = True
        except TimeoutError:
            done = True
            self._restart()
            yield SourceTooLarge(piece.name, f"reading it took over {limits.seconds:g} seconds")
        except (EOFError, pickle.UnpicklingError, MemoryError):
            done = True
            self._restart()
            yield NotAReport(piece.name, "its reader crashed, or ran out of memory")
        finally:
            if not done:
                self.stop()

    def _next(self, seconds: float) -> Report | ReportError | None:
        assert self._process is not None
        assert self._process.stdout is not None
        answer = read_answer(self._process.stdout, time.monotonic() + seconds)
        return cast("Report | ReportError | None", answer)

    def _restart(self) -> None:
        """Go on without the first of those sent, in a new child if there are more."""
        self._sent.popleft()
        self._kill()
        if self._sent:
            self._start()

    def _start(self) -> None:
        """A new child, with all that was sent and not answered."""
        boot = _BOOT.format(path=[p for p in sys.path if p])
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
            [sys.executable, "-c", boot],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,  # so that what the child has started ends with it
        )
        atexit.register(self.stop)
        _widen(self._process.stdout)
        for _, message in self._sent:
            self._ask(message)

    def _ask(self, message: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # `results` finds that the child has ended
            self._process.stdin.write(message)
            self._process.stdin.flush()

    def stop(self) -> None:
        """Kill the child, if there is one, and forget what was sent to it."""
        self._sent.clear()
        self._kill()

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        atexit.unregister(self.stop)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def _widen(pipe: IO[bytes] | None) -> None:
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        assert pipe is not None
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ANSWERS)


_idle: list[Worker] = []
"""Workers that nobody uses now: starting one costs most of a second."""


def worker_ids() -> list[int]:
    """The process ids of idle workers, for measuring what they take."""
    return [w._process.pid for w in _idle if w._process is not None]  # noqa: SLF001 - its own


class Crew:
    """The workers of one run: at most `size`, taken from the idle ones and given back."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._mine: list[Worker] = []
        self._turn = 0

    def must_wait(self, message: bytes) -> bool:
        """Whether the worker whose turn it is has enough to do."""
        if len(self._mine) < self._size:
            return False
        return not self._mine[self._turn % self._size].has_room(message)

    def next(self) -> Worker:
        """The worker whose turn it is; ask `must_wait` before."""
        if len(self._mine) < self._size:
            self._mine.append(_idle.pop() if _idle else Worker())
        worker = self._mine[self._turn % self._size]
        self._turn += 1
        return worker

    def dismiss(self, waiting: Iterable[tuple[object, Worker | None]]) -> None:
        """Give the workers back; those that still have a piece are stopped first."""
        for _, worker in waiting:
            if worker is not None:
                worker.stop()
        _idle.extend(self._mine)
        self._mine = []


def serve() -> None:
    """The child: read requests from standard input until it ends. Prints nothing."""
    from sayso.reports.read import reports_here

    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, for stray prints
        os.dup2(nowhere.fileno(), 1)
    while request := read_request(requests):
        piece, given, limits, depth = request
        _bound_memory(limits.memory)
        for item in reports_here(piece, given, limits, depth):
            _answer(answers, item)
        _answer(answers, None)


def _answer(pipe: IO[bytes], item: object) -> None:
    pipe.write(packed(item))
    pipe.flush()


def _bound_memory(limit: int) -> None:
    """Where the system can (Linux): more than this fails in the child, as a `MemoryError`."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
