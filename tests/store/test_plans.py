"""What a list or a dossier asks of SQLite goes by an index, whatever the size of the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from making import thole
from sqlalchemy import event

from benchmarks.invented import BODIES, PEOPLE, invented
from sayso import Case

HERALD = "The Herald"
ONE = PEOPLE[0]
YEAR = {"since": "2010", "until": "2010"}
ASKED: dict[str, Callable[[Case], object]] = {
    "reports": lambda case: list(case.reports(limit=5)),
    "reports of an outlet": lambda case: list(case.reports(outlet=HERALD, limit=5)),
    "people": lambda case: list(case.people(limit=5)),
    "unnamed sources": lambda case: list(case.entities("person", named=False, limit=5)),
    "claims": lambda case: list(case.claims(limit=5)),
    "claims about": lambda case: list(case.claims(about=ONE, limit=5)),
    "claims by": lambda case: list(case.claims(by=HERALD, limit=5)),
    "claims about and by": lambda case: list(case.claims(about=ONE, by=HERALD, limit=5)),
    "claims of a report": lambda case: list(case.claims(report="a.txt", limit=5)),
    "claims denied": lambda case: list(case.claims(denied=True, limit=5)),
    "claims of a year": lambda case: list(case.claims(uncertain=True, **YEAR, limit=5)),
    "claims about, of a year": lambda case: list(case.claims(about=ONE, **YEAR, limit=5)),
    "all claims about": lambda case: list(case.claims(about=ONE, everything=True, limit=5)),
    "posts": lambda case: list(case.posts(limit=5)),
    "posts about": lambda case: list(case.posts(about=ONE, limit=5)),
    "posts by": lambda case: list(case.posts(by=HERALD, **YEAR, limit=5)),
    "links": lambda case: list(case.links(limit=5)),
    "links about": lambda case: list(case.links(about=ONE, limit=5)),
    "links of a type": lambda case: list(case.links(type="Payment", limit=5)),
    "timeline": lambda case: list(case.timeline(limit=5)),
    "timeline of one": lambda case: list(case.timeline(ONE, **YEAR, limit=5)),
    "the whole timeline": lambda case: list(case.timeline(everything=True, limit=5)),
    "search": lambda case: list(case.search("paid", limit=5)),
    "search in claims": lambda case: list(case.search("paid", claims=True, limit=5)),
    "search in all claims": lambda case: list(
        case.search("paid", claims=True, everything=True, limit=5)
    ),
    "show": lambda case: case.show(ONE),
    "show all": lambda case: case.show(ONE, everything=True),
    "show an organization": lambda case: case.show(BODIES[0]),
    "find by a part": lambda case: case.find("garrick"),
    "find by an initial": lambda case: case.find("G. Thole"),
    "find by a title": lambda case: case.find("minister"),
    "a document": lambda case: case.document("a.txt"),
    "a report by the start of its id": lambda case: case.report(thole().report.id[:8]),
    "add": lambda case: case.add(invented(77)),
    "remove": lambda case: case.remove("a.txt"),
}
IN_ORDER = re.compile(
    r"SCAN (reports|posts|links|claims USING COVERING INDEX claims_by_view|\w+ VIRTUAL TABLE .*)"
)
"""Read along the list's own order from its end, as far as the page goes; and full text."""
LAST_NUMBER = re.compile(
    r"SELECT (\w+)\.number\s+FROM \1 ORDER BY \1\.number DESC\s+LIMIT .*", re.DOTALL
)
VERBS = ("SELECT", "UPDATE", "DELETE")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.new(tmp_path_factory.mktemp("plans") / "case.sayso") as case:
        for number in range(3):
            case.add(invented(number))
        case.add(thole())
        yield case


@pytest.mark.parametrize("name", ASKED)
def test_by_an_index(held: Case, name: str) -> None:
    asked: dict[str, object] = {}
    engine = held._store.engine

    def note(_c: object, _u: object, statement: str, values: object, *_: object) -> None:
        if statement.startswith(VERBS) and not LAST_NUMBER.fullmatch(statement):
            asked[statement] = values[0] if isinstance(values, list) else values

    event.listen(engine, "before_cursor_execute", note)
    ASKED[name](held)
    event.remove(engine, "before_cursor_execute", note)
    assert asked
    with engine.connect() as connection:
        for statement, values in asked.items():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            steps = [row[3] for row in plan]
            scans = [s for s in steps if s.startswith("SCAN") and not IN_ORDER.fullmatch(s)]
            assert not scans, statement
            if "ORDER BY" in statement and any(map(IN_ORDER.fullmatch, steps)):
                assert "USE TEMP B-TREE FOR ORDER BY" not in steps, statement
