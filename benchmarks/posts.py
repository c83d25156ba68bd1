"""`python -m benchmarks.posts`: posts on Security Force Monitor's pages, as their script counts.

A fifth of the pages, by a hash of their names, is held back: nobody who writes rules looks at
those, and nothing is trained on them. Both parts are printed, and all pages. `--spans`
says where the spans come from: the patterns' alone as `find_posts` takes them, the reader's
where those left room, the reader's before the patterns', or the reader's alone.
The pages' annotators marked posts of security forces only; `--forces` leaves out those of
governments, which can only count as wrong here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import places
from sayso.case import document_of
from sayso.claims.posts import find_posts
from sayso.claims.posts_spans import ordered, post_spans, rule_spans
from sayso.entities import Resolver
from sayso.errors import ReportError
from sayso.reader import Reader
from sayso.reports import read_reports
from sayso.values import Document

PARTS = ("four fifths", "held back")
FIELDS = ("person", "rank", "title", "role", "organization")


def part_of(name: str) -> str:
    """Which part of the set a page is in, by the SHA-1 of its name."""
    number = int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16)
    return PARTS[number % 5 == 0]


def pages(folder: Path) -> list[Path]:
    """The texts that are annotated."""
    return [path.with_suffix(".txt") for path in sorted(folder.glob("*.ann"))]


def read_pages(folder: Path, model: Path | None) -> Iterator[Document]:
    """Each page through reader, entities and attributions; entity ids are a page's own."""
    reader = Reader(model, frames=True)
    for report in read_reports(pages(folder)):
        if isinstance(report, ReportError):
            raise places.Missing(str(report))
        yield document_of(report, reader, Resolver())


def as_json(document: Document, spans: str, *, civil: bool = True) -> str:
    """The line that the scoring script reads: source, text and posts."""
    reading = document.reading
    given = {
        "both": lambda: post_spans(reading, civil=civil),
        "reader-first": lambda: post_spans(reading, reader_first=True, civil=civil),
        "rules": lambda: ordered(rule_spans(reading, civil=civil)),
        "tagger": lambda: reading.posts,
    }[spans]()
    found = find_posts(reading, document.attributions, document.claims, document.times, given)
    report = {"source": document.report.source, "text": document.report.text}
    listed = [{field: getattr(post, field) for field in FIELDS} for post in found]
    return json.dumps({"report": report, "posts": listed})


def score(folder: Path, lines: Iterable[tuple[str, str]], part: str | None) -> str:
    """What the scoring script prints for one part, or for all; `lines` are (page, its JSON)."""
    script = places.needed(places.shared() / "score" / "posts.py")
    with tempfile.TemporaryDirectory() as made:
        chosen = Path(made)
        for text in pages(folder):
            if part is None or part_of(text.stem) == part:
                for path in (text, text.with_suffix(".ann")):
                    (chosen / path.name).symlink_to(path.resolve())
        predicted = chosen / "predicted.jsonl"
        predicted.write_text("\n".join(line for _, line in lines), encoding="utf-8")
        command = [sys.executable, str(script), made, str(predicted)]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout


@dataclass(frozen=True, slots=True)
class Found:
    """F1 of all kinds of posts, in percent."""

    exact: float
    overlap: float


def totals(printed: str) -> Found:
    """The F1 figures of the script's line "all"."""
    (line,) = (line for line in printed.splitlines() if line.startswith("all "))
    numbers = [float(number) for number in re.findall(r"\d+\.\d", line)]
    return Found(numbers[2], numbers[5])


def measure(advance: Callable[[], None] = lambda: None) -> tuple[Found, Found]:
    """All pages' figures, and those of the pages held back; `advance` after each page."""
    folder = places.needed(places.data() / "sfm")
    lines = []
    for document in read_pages(folder, None):
        lines.append((Path(document.report.source).stem, as_json(document, "rules")))
        advance()
    held = [line for line in lines if part_of(line[0]) == PARTS[1]]
    return totals(score(folder, lines, None)), totals(score(folder, held, PARTS[1]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints both parts' figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.posts", description=__doc__)
    options.add_argument("--model", type=Path, help="another reader's model")
    options.add_argument(
        "--spans", choices=("rules", "both", "reader-first", "tagger"), default="rules"
    )
    options.add_argument("--forces", action="store_true", help="leave out posts of governments")
    chosen = options.parse_args(arguments)
    folder = places.needed(places.data() / "sfm")
    lines = [
        (
            Path(document.report.source).stem,
            as_json(document, chosen.spans, civil=not chosen.forces),
        )
        for document in read_pages(folder, chosen.model)
    ]
    for part in (*PARTS, None):
        own = [line for line in lines if part is None or part_of(line[0]) == part]
        print(f"{part or 'all'}: {len(own)} pages\n{score(folder, own, part)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
