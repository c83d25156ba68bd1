"""A process of its own for what may hang, crash or swell: it is killed, the pile goes on.

The parent sends a piece; the child reads it and sends back reports and errors, one by one,
then None. Both sides speak length-prefixed pickles; the parent takes in only Sayso's own
value classes, so that a child that was taken over cannot hand it code.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import pickle
import select
import signal
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import IO, Any, cast

from sayso.errors import NotAReport, ReportError, SourceTooLarge
from sayso.reports.compose import Given
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.values import Block, Credit, Place, Report

_LENGTH = struct.Struct(">Q")
_CHUNK = 1 << 16
_LONGEST = 1 << 31  # bytes of one answer: no report is near that
_KNOWN = {
    "sayso.values": {"Report", "Block", "Credit", "Place"},
    "sayso.errors": {"ReportError", "SourceMissing", "NotAReport", "SourceTooLarge"},
    "sayso.reports.worker": {"remade"},
}
_BOOT = "import sys; sys.path[:0] = {path!r}; from sayso.reports.worker import serve; serve()"

Request = tuple[Piece, Given, Limits, int]


class Worker:
    """One child process, started when first needed and again after it was killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._sent: deque[Request] = deque()

    def send(self, request: Request) -> None:
        """Have a piece read, after those sent before; `results` gives what comes of it."""
        process = self._running()
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            _write(process.stdin, pickle.dumps(request))
        self._sent.append(request)

    def results(self, request: Request) -> Iterator[Report | ReportError]:
        """What the child makes of the request, the first of those sent. Kills it when it is late.

        A request that was lost with a child that was killed is sent again.
        """
        if request not in self._sent:
            self.send(request)
        piece, _, limits, _ = request
        process, done = self._process, False
        assert process is not None
        assert process.stdout is not None
        try:
            while True:
                item = _read(process.stdout, time.monotonic() + limits.seconds)
                if item is None:
                    self._sent.popleft()
                    done = True
                    return
                yield cast("Report | ReportError", item)
        except TimeoutError:
            self.stop()
            yield SourceTooLarge(piece.name, f"reading it took over {limits.seconds:g} seconds")
        except (EOFError, pickle.UnpicklingError, MemoryError):
            self.stop()
            yield NotAReport(piece.name, "its reader crashed, or ran out of memory")
        finally:
            if not done:
                self.stop()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            boot = _BOOT.format(path=[p for p in sys.path if p])
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
                [sys.executable, "-c", boot],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,  # so that what the child has started ends with it
            )
            atexit.register(self.stop)
        return self._process

    def stop(self) -> None:
        """Kill the child, if there is one, and wait for its end."""
        process, self._process = self._process, None
        self._sent.clear()
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


_idle: list[Worker] = []
"""Workers that nobody uses now: starting one costs most of a second."""


def worker_ids() -> list[int]:
    """The process ids of idle workers, for measuring what they take."""
    return [w._process.pid for w in _idle if w._process is not None]  # noqa: SLF001 - its own


AHEAD = 2
"""Pieces that a worker may have been sent: the one it reads and the one after."""
SMALL = 1 << 14
"""Bytes that go into a pipe (64 kB on Linux) beside what may be in it."""


class Crew:
    """The workers of one run: at most `size`, taken from the idle ones and given back."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._mine: list[Worker] = []
        self._turn = 0

    def must_wait(self, piece: Piece, waiting: Collection[tuple[object, Worker | None]]) -> bool:
        """Whether the worker whose turn it is has enough to do with its pieces in `waiting`.

        A small piece may be sent to it while it reads another, so that it never idles; were a
        large one, both sides could end up writing, and neither reading.
        """
        if len(self._mine) < self._size:
            return False
        mine = self._mine[self._turn % self._size]
        held = sum(worker is mine for _, worker in waiting)
        return held >= (AHEAD if len(piece.data or b"") <= SMALL else 1)

    def next(self) -> Worker:
        """The worker whose turn it is; ask `must_wait` before."""
        if len(self._mine) < self._size:
            self._mine.append(_idle.pop() if _idle else Worker())
        worker = self._mine[self._turn % self._size]
        self._turn += 1
        return worker

    def dismiss(self, waiting: Collection[tuple[object, Worker | None]]) -> None:
        """Give the workers back; those that still have a piece are stopped first."""
        for _, worker in waiting:
            if worker is not None:
                worker.stop()
        _idle.extend(self._mine)
        self._mine = []


def remade(kind: str, source: str, reason: str) -> ReportError:
    """A `ReportError` of this kind, as the child had it."""
    from sayso import errors

    made: ReportError = getattr(errors, kind)(source, reason)
    return made


_VALUES: dict[type[object], attrgetter[tuple[Any, ...]]] = {
    value: attrgetter(*value.__dataclass_fields__) for value in (Report, Block, Credit, Place)
}


class _Pickler(pickle.Pickler):
    """Writes values as calls of their class, which takes a third of dataclasses' own way."""

    def reducer_override(self, obj: object) -> Any:
        if type(obj) in _VALUES:
            return type(obj), _VALUES[type(obj)](obj)
        if isinstance(obj, ReportError):
            return remade, (type(obj).__name__, obj.source, obj.reason)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if name in _KNOWN.get(module, ()):
            return super().find_class(module, name)
        message = f"{module}.{name} is not a value of Sayso's"
        raise pickle.UnpicklingError(message)


def _write(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _read(pipe: IO[bytes], deadline: float) -> object:
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size, deadline))
    if length > _LONGEST:
        raise EOFError
    return _Unpickler(io.BytesIO(_exactly(pipe, length, deadline))).load()


def _exactly(pipe: IO[bytes], length: int, deadline: float) -> bytes:
    data = bytearray()
    while len(data) < length:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise TimeoutError
        chunk = os.read(pipe.fileno(), min(length - len(data), _CHUNK))
        if not chunk:
            raise EOFError
        data += chunk
    return bytes(data)


def serve() -> None:
    """The child: read requests from standard input until it ends. Prints nothing."""
    from sayso.reports.read import reports_here

    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a device, for stray prints
        os.dup2(nowhere.fileno(), 1)
    while header := requests.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(header)
        piece, given, limits, depth = pickle.loads(requests.read(length))  # noqa: S301 - our parent
        _bound_memory(limits.memory)
        for item in reports_here(piece, given, limits, depth):
            _answer(answers, item)
        _answer(answers, None)


def _answer(pipe: IO[bytes], item: object) -> None:
    out = io.BytesIO()
    _Pickler(out).dump(item)
    _write(pipe, out.getvalue())


def _bound_memory(limit: int) -> None:
    """Where the system can (Linux): more than this fails in the child, as a `MemoryError`."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
