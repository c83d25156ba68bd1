"""Every format's entry, given whatever: reports and errors come out, nothing else does.

`SAYSO_FUZZ` multiplies the number of examples for a longer run.
"""

from __future__ import annotations

import os

import pytest
import samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import ReportError
from sayso.reports import Limits
from sayso.reports.compose import Given
from sayso.reports.pieces import Piece
from sayso.reports.read import READERS, reports_here
from sayso.values import Report

LIMITS = Limits(isolate=False, file=1 << 22, page=1 << 22, unpacked=1 << 24, members=50, pages=50)
SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (samples.PLAIN.encode(),),
    "markdown": (b"---\ntitle: A\n---\n\n# B\n\n[c](https://d.example) said.\n",),
    "html": (samples.page().encode(),),
    "pdf": (samples.pdf(),),
    "docx": (samples.docx(),),
    "odt": (samples.zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),),
    "mail": (samples.mail(attachment=b"%PDF-"),),
    "mbox": (samples.mbox(),),
    "mhtml": (samples.mhtml(),),
    "feed": (samples.RSS, samples.ATOM),
    "jsonl": (samples.JSONL,),
    "csv": (samples.CSV,),
    "zip": (samples.zipped({"a.txt": samples.PLAIN.encode(), "b.html": samples.page().encode()}),),
    "gzip": (samples.warc(),),
    "warc": (samples.warc(),),
}
EXAMPLES = 12 * int(os.environ.get("SAYSO_FUZZ", "1"))


@st.composite
def damaged(draw: st.DrawFn, seeds: tuple[bytes, ...]) -> bytes:
    """A good file with some bytes changed, cut out, doubled or put in."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(at + draw(st.integers(0, 40)), len(data))
        data[at:end] = draw(st.binary(max_size=12) | st.just(bytes(data[at:end]) * 2))
    return bytes(data)


def test_every_format_is_fuzzed() -> None:
    assert set(SEEDS) == set(READERS)


@pytest.mark.filterwarnings("ignore")  # libraries warn of damaged files; only crashes count here
@pytest.mark.parametrize("kind", SEEDS)
def test_only_reports_and_errors_come_out(kind: str) -> None:
    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
    @given(damaged(SEEDS[kind]) | st.binary(max_size=200))
    def check(data: bytes) -> None:
        for item in reports_here(Piece("fuzz", data=data, kind=kind), Given(), LIMITS, 0):
            if isinstance(item, ReportError):
                assert item.source.startswith("fuzz")
                assert "Error:" not in item.reason, item.reason  # nothing unforeseen
                continue
            assert isinstance(item, Report)
            last = 0
            for block in item.blocks:
                assert last <= block.start < block.end <= len(item.text)
                last = block.end
                for place in block.places:
                    assert block.start <= place.start < place.end <= block.end
            for credit in item.credits:
                assert credit.span is None or item.text[slice(*credit.span)].strip()

    check()
