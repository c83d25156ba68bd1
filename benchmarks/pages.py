"""News pages to reports: Sayso beside plain trafilatura and other extractors, in one table.

Text: the mean F1 of the words (a bag of them) of title and text against text cleaned by hand,
the title counted once where the text opens with it.
Titles: the same words in whatever order. Dates: the day of publication.

    python -m benchmarks.pages             the table (needs the shared data, and `EXTRACTORS`)
    python -m benchmarks.pages --pile 10000    pages a second on a pile of small pages, too
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import places
from sayso.errors import ReportError
from sayso.reports import Limits, read_report, read_reports
from sayso.reports.worker import worker_ids

CORES = 2
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an extractor makes of a page; `published` starts with an ISO day, if it has one."""

    title: str = ""
    text: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """A page, and what people made of it."""

    page: Path
    text: str
    title: str
    published: str


@dataclass(slots=True)
class Score:
    """An extractor's row: F1 of each page's text, counts, and seconds in all."""

    f1: list[float] = field(default_factory=list)
    titles: int = 0
    dates: int = 0
    dated: int = 0
    unread: int = 0
    seconds: float = 0.0

    @property
    def text(self) -> float:
        """Mean F1, in percent."""
        return 100 * sum(self.f1) / max(len(self.f1), 1)


def read_gold(folder: Path) -> list[Gold]:
    """Every `ID.html` with its `ID.txt` and `ID.meta.txt`, by name."""
    return [_gold(page) for page in sorted(folder.glob("*.html"))]


def _gold(page: Path) -> Gold:
    lines = page.with_suffix(".meta.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if ":" in line)
    facts = {key.strip().casefold(): value.strip() for key, value in pairs}
    day = facts.get("publication date", "")
    return Gold(
        page,
        page.with_suffix(".txt").read_text(encoding="utf-8"),
        facts.get("title", ""),
        day if _DAY.fullmatch(day) else "",
    )


def sayso(page: Path) -> Extracted:
    """Ours, in this process."""
    report = read_report(page, limits=Limits(isolate=False))
    return Extracted(report.title or "", report.text, report.published or "")


def trafilatura(page: Path) -> Extracted:
    """Plain: its defaults, on the page's bytes."""
    found: Any = _library("trafilatura").bare_extraction(page.read_bytes(), with_metadata=True)
    return Extracted(found.title or "", found.text or "", found.date or "")


def readability(page: Path) -> Extracted:
    """readability-lxml, the port of the browsers' reading view."""
    document = _library("readability").Document(page.read_bytes())
    html = _library("lxml.html")
    text = html.fromstring(document.summary()).text_content()
    return Extracted(document.short_title() or "", text)


def newspaper(page: Path) -> Extracted:
    """newspaper4k, which also finds authors and dates."""
    html = page.read_bytes().decode("utf-8", "replace")
    newspaper4k = _library("newspaper")
    article = newspaper4k.Article("https://page.example/", language="en", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    day = article.publish_date
    return Extracted(article.title or "", article.text or "", day.isoformat() if day else "")


def resiliparse(page: Path) -> Extracted:
    """Resiliparse, which extracts the main text of web archives' pages; no dates."""
    data = page.read_bytes()
    encoding = _library("resiliparse.parse.encoding").detect_encoding(data)
    tree = _library("resiliparse.parse.html").HTMLTree.parse_from_bytes(data, encoding)
    plain = _library("resiliparse.extract.html2text").extract_plain_text
    return Extracted(tree.title or "", plain(tree, main_content=True) or "")


EXTRACTORS: dict[str, Callable[[Path], Extracted]] = {
    "Sayso": sayso,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper,
    "readability-lxml": readability,
    "Resiliparse": resiliparse,
}


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise places.Missing(f"{name} is not installed") from None


def bag(text: str) -> Counter[str]:
    """The words of a text, without their order and case."""
    return Counter(re.findall(r"\w+", text.casefold()))


def word_f1(ours: Extracted, gold: str) -> float:
    """F1 of the words of title and text against the gold's text, from 0 to 1."""
    titled = bool(ours.title) and ours.text.startswith(ours.title)
    one, other = bag(ours.text if titled else f"{ours.title}\n{ours.text}"), bag(gold)
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def score(extract: Callable[[Path], Extracted], pages: Sequence[Gold]) -> Score:
    """An extractor on every page; one that it fails on counts as unread, with no words."""
    row = Score()
    for gold in pages:
        start = time.perf_counter()
        try:
            found = extract(gold.page)
        except places.Missing:
            raise
        except Exception:  # noqa: BLE001 - whatever a peer raises, the page is unread
            found = Extracted()
        row.seconds += time.perf_counter() - start
        row.unread += not found.text
        row.f1.append(word_f1(found, gold.text) if found.text else 0.0)
        row.titles += bag(found.title) == bag(gold.title)
        row.dated += bool(gold.published)
        row.dates += bool(gold.published) and found.published[:10] == gold.published
    return row


def small_pages(folder: Path, count: int) -> Iterator[Path]:
    """So many small news pages, each another text, written to `folder`."""
    for number in range(count):
        body = "".join(
            f"<p>The harbour board said on Tuesday that ship {number} of {n} had not paid its"
            f" dues, which come to {number * n} crowns, and that it would ask the council.</p>"
            for n in range(1, 8)
        )
        path = folder / f"{number:06}.html"
        path.write_text(
            f"<html><head><title>Ship {number} owes dues | The Courier</title></head><body><nav>"
            f"<a href='/'>Home</a></nav><article><h1>Ship {number} owes dues</h1>{body}</article>"
            "<footer>© The Courier</footer></body></html>",
            encoding="utf-8",
        )
        yield path


def _plain(path: Path) -> int:
    return len(trafilatura(path).text)


@dataclass(slots=True)
class Pile:
    """A pile read by ours and by plain trafilatura in turns, a tenth at a time: seconds of
    each, and the peak memory in MB of our process and of its largest worker after each turn.
    """

    count: int
    ours: float = 0.0
    plain: float = 0.0
    peaks: list[tuple[int, int]] = field(default_factory=list)

    def __str__(self) -> str:
        ours, plain = self.count / self.ours, self.count / self.plain
        own, worker = (", ".join(map(str, peaks)) for peaks in zip(*self.peaks, strict=True))
        return (
            f"{self.count} small pages: {ours:.0f} pages/s, plain trafilatura {plain:.0f},"
            f" ratio {ours / plain:.2f}\npeak memory in MB by tenths: {own}; a worker's: {worker}"
        )


def pile(count: int) -> Pile:
    """Times both on `CORES` cores each; starting the processes counts on both sides."""
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(CORES) as pool:
        paths = list(small_pages(Path(name), count))
        made = Pile(count)
        size = max(count // 10, 1)
        for start in range(0, count, size):
            turn = paths[start : start + size]
            began = time.perf_counter()
            for item in read_reports(turn):
                if isinstance(item, ReportError):
                    raise item
            middle = time.perf_counter()
            list(pool.map(_plain, turn, chunksize=16))
            made.ours += middle - began
            made.plain += time.perf_counter() - middle
            made.peaks.append((_peak(os.getpid()), max(map(_peak, worker_ids()), default=0)))
        return made


def _peak(process: int) -> int:
    """The most memory that a process has had, in MB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(re.findall(r"VmHWM:\s*(\d+)", status)[0]) // 1024


def table(rows: dict[str, Score], count: int) -> Table:
    """The extractors' rows, ours first."""
    made = Table(title=f"{count} news pages")
    for name in ("extractor", "text F1", "titles", "dates", "unread", "pages/s"):
        made.add_column(name, justify="left" if name == "extractor" else "right")
    for name, row in rows.items():
        rate = count / row.seconds if row.seconds else 0.0
        dates = f"{row.dates}/{row.dated}"
        titles = f"{row.titles}/{count}"
        made.add_row(name, f"{row.text:.1f}", titles, dates, str(row.unread), f"{rate:.1f}")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; an extractor that is not installed is left out, and said so."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    options.add_argument("--only", action="append", choices=list(EXTRACTORS))
    options.add_argument("--pile", type=int, default=0, help="time so many small pages as well")
    chosen = options.parse_args(arguments)
    console = Console()
    pages = read_gold(places.needed(places.data() / "sfm"))
    rows = {}
    for name in chosen.only or EXTRACTORS:
        try:
            rows[name] = score(EXTRACTORS[name], pages)
        except places.Missing as missing:
            console.print(f"{name}: {missing}")
    console.print(table(rows, len(pages)))
    if chosen.pile:
        console.print(str(pile(chosen.pile)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
