"""A piece: the bytes of one file, whichever folder, archive or address they came from."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sayso.errors import NotAReport, SourceMissing, SourceTooLarge


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to read: `name` is what the user is shown; either `path` or `data` is set.

    `charset`, `url` and `archived` (ISO 8601) are what its container says of it: a mail's
    header, a web archive's record; `kind` is set where the container knows the type. `facts`
    are further fields of `Report` that a record states beside its page, and `warnings` what
    should be known of them.
    """

    name: str
    data: bytes | None = None
    path: Path | None = None
    charset: str | None = None
    url: str | None = None
    archived: str | None = None
    kind: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def head(self, size: int = 4096) -> bytes:
        """The first bytes. Raises `SourceMissing`."""
        if self.data is not None:
            return self.data[:size]
        with self.open() as file:
            return file.read(size)

    def open(self) -> BinaryIO:
        """A binary stream of the whole. Raises `SourceMissing`, saying why."""
        if self.data is not None:
            return io.BytesIO(self.data)
        if self.path is None:
            raise SourceMissing(self.name, "there is nothing to read")
        try:
            return self.path.open("rb")
        except FileNotFoundError:
            raise SourceMissing(self.name, "no such file") from None
        except PermissionError:
            raise SourceMissing(self.name, "no permission to read it") from None
        except OSError as error:
            raise SourceMissing(self.name, error.strerror or "it cannot be opened") from None

    def read(self, limit: int) -> bytes:
        """All of it. Raises `SourceTooLarge` past `limit` bytes, `NotAReport` for none."""
        with self.open() as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise SourceTooLarge(self.name, f"it is larger than {limit >> 20} MB")
        if not data:
            raise NotAReport(self.name, "the file is empty")
        return data
