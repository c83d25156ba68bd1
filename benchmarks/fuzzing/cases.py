"""One case: a file is read as its format, and what comes of it is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace

from benchmarks.fuzzing.seeds import OCR, seeds
from sayso.errors import ReportError
from sayso.reports import ocr
from sayso.reports.compose import Given
from sayso.reports.kinds import ENDINGS
from sayso.reports.limits import Limits
from sayso.reports.pieces import Piece
from sayso.reports.read import reports_here
from sayso.reports.selectors import annotation_target
from sayso.values import Block, Report

LIMITS = Limits(isolate=False, file=1 << 22, page=1 << 22, unpacked=1 << 24, members=50, pages=50)
UNFORESEEN = "it could not be read ("
"""How `reports_here` names an exception that no reader took care of."""
_ENDING = {kind: ending for ending, kind in ENDINGS.items()}
_DIGITS = re.compile(r"0x[0-9a-f]+|\d+")


@dataclass(slots=True)
class Outcome:
    """What came of a case: how many reports, clear errors by class, and the first fault."""

    reports: int = 0
    errors: list[str] = field(default_factory=list)
    fault: str | None = None


def outcome(kind: str, data: bytes) -> Outcome:
    """Read `data` as the format's reader would; half the time its type is to be found out."""
    made = Outcome()
    known = kind if len(data) % 2 else None
    piece = Piece(f"fuzz{_ENDING.get(kind, '')}", data=data, kind=known)
    if kind == OCR:
        piece = _scan(data)
    try:
        for item in reports_here(piece, Given(), LIMITS, 0):
            fault = _error_fault(item) if isinstance(item, ReportError) else _report_fault(item)
            made.fault = made.fault or fault
            if isinstance(item, ReportError):
                made.errors.append(type(item).__name__)
            else:
                made.reports += 1
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        made.fault = f"crash: {type(error).__name__}: {error}"
    return made


def signature(fault: str) -> str:
    """The same for all cases of one fault: without its numbers."""
    return _DIGITS.sub("#", fault)[:160]


def _scan(data: bytes) -> Piece:
    """A damaged scan, or a sound one of which Tesseract says damaged things."""
    table, scan = seeds(OCR)
    is_scan = b"%PDF" in data[:1024] or b"endobj" in data
    no_tesseract(table if is_scan else data)
    return Piece("fuzz.pdf", data=data if is_scan else scan, kind="pdf")


def no_tesseract(answer: bytes | None = None) -> None:
    """Have `answer` stand for the program's, which takes a second a page; None: not installed."""
    found = SimpleNamespace(which=lambda _: "tesseract" if answer is not None else None)
    said = SimpleNamespace(stdout=answer)
    ocr.shutil = found  # type: ignore[assignment,attr-defined]
    ocr.subprocess = SimpleNamespace(  # type: ignore[assignment,attr-defined]
        run=lambda *_, **__: said,
        TimeoutExpired=TimeoutError,
        CalledProcessError=ChildProcessError,
    )


def _error_fault(error: ReportError) -> str | None:
    if UNFORESEEN in error.reason:
        return f"crash: {error.reason}"
    if not error.source.startswith("fuzz"):
        return f"misfit: an error of {error.source!r}"
    return _unsound(str(error))


def _report_fault(report: Report) -> str | None:
    """The first thing about a report that cannot be; None if all fits."""
    return next((f"misfit: {fault}" for fault in _misfits(report)), None)


def _misfits(report: Report) -> Iterator[str]:
    for value in (report, *report.blocks, *report.credits):
        yield from (f"{fault} in {type(value).__name__}" for fault in _unsound_in(value))
    last = 0
    for block in report.blocks:
        if not last <= block.start < block.end <= len(report.text):
            yield f"a block from {block.start} to {block.end} after {last}"
        if report.text[last : block.start].replace("\ufeff", "").strip():
            yield f"words between blocks, before a {block.kind}"
        yield from _misplaced(block)
        last = block.end
    for credit in report.credits:
        if credit.span and not report.text[slice(*credit.span)].strip():
            yield f"a {credit.kind} without words"
    spans = [(b.start, b.end) for b in report.blocks[:20]]
    if any(not annotation_target(report, span)["selector"] for span in spans):
        yield "no selector"


def _misplaced(block: Block) -> Iterator[str]:
    at = block.start
    for place in block.places:
        if not at <= place.start < place.end <= block.end or place.offset < 0:
            yield f"a place from {place.start} to {place.end} in a {block.kind}"
        at = place.start


def _unsound_in(value: object) -> Iterator[str]:
    for name in getattr(value, "__dataclass_fields__", ()):
        held = getattr(value, name)
        if _unsound(_words(held)):
            yield f"half a character in {name}"
        if held == "" and name not in ("source", "text", "where"):
            yield f"{name} is empty, not None"


def _words(held: object) -> str:
    if isinstance(held, Mapping):
        held = tuple(held.values())
    if isinstance(held, tuple):
        return " ".join(part for part in held if isinstance(part, str))
    return held if isinstance(held, str) else ""


def _unsound(text: str) -> str | None:
    """Whether the text has halves of characters, which cannot be written anywhere."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "misfit: half a character in a message"
    return None
