"""What the parent and its workers say to each other: pickles, each with its length before it.

The parent takes in only Sayso's own value classes, so that a child that was taken over cannot
hand it code. Values are written as calls of their class, which takes a third of the time of
dataclasses' own way.
"""

from __future__ import annotations

import io
import os
import pickle
import select
import struct
import time
from operator import attrgetter
from pathlib import Path
from typing import IO, Any

from sayso.errors import ReportError
from sayso.reports.compose import Given
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.values import Block, Credit, Place, Report

Request = tuple[Piece, Given, Limits, int]
"""A piece, what the caller states of it, the limits, and how many archives deep it lies."""

_LENGTH = struct.Struct(">Q")
_CHUNK = 1 << 16
_LONGEST = 1 << 31  # bytes of one answer: no report is near that
_KNOWN = {
    "sayso.values": {"Report", "Block", "Credit", "Place"},
    "sayso.errors": {"ReportError", "SourceMissing", "NotAReport", "SourceTooLarge"},
    "sayso.reports.messages": {"remade"},
}
_VALUES: dict[type[object], attrgetter[tuple[Any, ...]]] = {
    value: attrgetter(*value.__dataclass_fields__)
    for value in (Report, Block, Credit, Place, Piece, Given, Limits)
}


def remade(kind: str, source: str, reason: str) -> ReportError:
    """A `ReportError` of this kind, as the child had it."""
    from sayso import errors

    made: ReportError = getattr(errors, kind)(source, reason)
    return made


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj: object) -> Any:
        if type(obj) in _VALUES:
            return type(obj), _VALUES[type(obj)](obj)
        if isinstance(obj, ReportError):
            return remade, (type(obj).__name__, obj.source, obj.reason)
        if isinstance(obj, Path):
            return Path, (str(obj),)
        return NotImplemented


class ValuesOnly(pickle.Unpickler):
    """Refuses whatever is not one of Sayso's values or errors."""

    def find_class(self, module: str, name: str) -> object:
        """The class. Raises `UnpicklingError` for any but those known."""
        if name in _KNOWN.get(module, ()):
            return super().find_class(module, name)
        message = f"{module}.{name} is not a value of Sayso's"
        raise pickle.UnpicklingError(message)


def packed(message: object) -> bytes:
    """A message as it goes through a pipe."""
    out = io.BytesIO()
    out.write(_LENGTH.pack(0))
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(message)
    _LENGTH.pack_into(out.getbuffer(), 0, out.tell() - _LENGTH.size)
    return out.getvalue()


def read_answer(pipe: IO[bytes], deadline: float) -> object:
    """What a child says next. Raises `TimeoutError` past `deadline` (on the monotonic clock),
    `EOFError` where the child has ended, `UnpicklingError` for anything but values."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size, deadline))
    if length > _LONGEST:
        raise EOFError
    return ValuesOnly(io.BytesIO(_exactly(pipe, length, deadline))).load()


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


def read_request(pipe: IO[bytes]) -> Request | None:
    """What the parent asks next; None where there is no more."""
    header = pipe.read(_LENGTH.size)
    if not header:
        return None
    (length,) = _LENGTH.unpack(header)
    request: Request = pickle.loads(pipe.read(length))  # noqa: S301 - our parent
    return request
