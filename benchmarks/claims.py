"""Claims and times on MEANTIME, by the shared scoring script, and what drawing them costs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import places
from sayso import claims
from sayso.case import default_reader, document_of
from sayso.entities import Resolver
from sayso.errors import ModelError
from sayso.exports.json_lines import to_json_line
from sayso.reports import read_report
from sayso.values import Document

_THREE = re.compile(r"(arguments|negated|unsure)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+\(")
_ONE = re.compile(r"(predicates|times)\s+([\d.]+)(?: right,\s+([\d.]+) found)?\s+\(of (\d+)\)")


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages as the script prints them: precision, recall and F1, or one figure.

    `cost` is reading with claims, posts and links over reading without, in the same run.
    """

    arguments: tuple[float, float, float]
    negated: tuple[float, float, float]
    unsure: tuple[float, float, float]
    predicates: float
    times: float
    times_found: float
    cost: float = 0.0


def parse_score(output: str) -> dict[str, tuple[float, ...]]:
    """The script's lines by name, without those about names of people."""
    found: dict[str, tuple[float, ...]] = {}
    for line in map(str.strip, output.splitlines()):
        if match := _THREE.match(line):
            found[match[1]] = tuple(map(float, match.group(2, 3, 4)))
        elif match := _ONE.match(line):
            found[match[1]] = tuple(float(n) for n in match.group(2, 3) if n)
    return found


def score(gold: Path, predicted: Path, cost: float = 0.0) -> Scores:
    """The shared script's figures for a file of predictions (JSON lines).

    Raises `places.Missing` where the script is not there, or it refuses.
    """
    script = places.needed(places.shared() / "score" / "claims.py")
    done = subprocess.run(
        [sys.executable, str(script), str(gold), str(predicted)],
        capture_output=True,
        check=False,
        text=True,
    )
    found = parse_score(done.stdout)
    if done.returncode or len(found) < 5:
        raise places.Missing(f"score/claims.py: {done.stderr.strip()[-200:]}")
    three = {key: found[key] for key in ("arguments", "negated", "unsure")}
    triples = {key: (value[0], value[1], value[2]) for key, value in three.items()}
    return Scores(
        **triples,
        predicates=found["predicates"][0],
        times=found["times"][0],
        times_found=found["times"][1],
        cost=cost,
    )


def read(gold: Path, folder: Path) -> Iterator[tuple[Document, float, float]]:
    """Each text as a document, the seconds that it took, and those of the claims among them.

    Texts get their own date of publication; entity ids are the same across all of them.
    """
    try:
        reader = default_reader()
    except ModelError as error:
        raise places.Missing(f"no reader: {error}") from error
    resolver = Resolver()
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        path = folder / f"{row['id']}.txt"
        path.write_text(row["text"], encoding="utf-8")
        report = read_report(path, published=row["published"])
        begin = time.perf_counter()
        document = document_of(report, reader, resolver)
        whole = time.perf_counter() - begin
        yield document, whole, _seconds_of_claims(document)


def _seconds_of_claims(document: Document) -> float:
    """How long claims, posts and links take once more."""
    reading, attributions, times = document.reading, document.attributions, document.times
    begin = time.perf_counter()
    drawn = claims.draw_claims(reading, attributions, document.entities, times)
    claims.find_posts(reading, attributions, drawn, times)
    claims.links_of(drawn, reading)
    return time.perf_counter() - begin


def measure(part: str = "dev") -> Scores:
    """Reads a part of MEANTIME and scores it."""
    gold = places.needed(places.data() / "meantime" / f"{part}.jsonl")
    whole = drawing = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        predicted = Path(temporary, "predicted.jsonl")
        with predicted.open("w", encoding="utf-8") as sink:
            for document, seconds, of_claims in read(gold, Path(temporary)):
                sink.write(to_json_line(document))
                whole += seconds
                drawing += of_claims
        return score(gold, predicted, whole / max(whole - drawing, 1e-9))
