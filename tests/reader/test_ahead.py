from __future__ import annotations

import threading

import pytest

from sayso.reader.ahead import read_ahead
from sayso.values import Reading, Report


def report(number: int) -> Report:
    return Report(id=str(number), source=f"{number}.txt", text="")


def read(report: Report) -> Reading:
    return Reading(report, (), ())


@pytest.mark.parametrize("ahead", [0, 1, 2, 5])
def test_readings_come_in_the_order_of_the_reports(ahead: int) -> None:
    items = [report(n) if n % 3 else f"no report {n}" for n in range(20)]
    found = list(read_ahead(read, items, ahead))
    assert [r.report if isinstance(r, Reading) else r for r in found] == items


@pytest.mark.parametrize("ahead", [0, 2])
def test_an_error_is_raised_in_its_place(ahead: int) -> None:
    def fails_on_two(report: Report) -> Reading:
        if report.id == "2":
            raise ValueError("two")
        return read(report)

    found = read_ahead(fails_on_two, [report(n) for n in range(4)], ahead)
    assert [r.report.id for r in (next(found), next(found))] == ["0", "1"]
    with pytest.raises(ValueError, match="two"):
        next(found)


def test_no_more_is_taken_than_asked_for() -> None:
    taken: list[int] = []

    def reports():
        for n in range(100):
            taken.append(n)
            yield report(n)

    found = read_ahead(read, reports(), 2)
    next(found)
    assert len(taken) == 3
    found.close()


def test_two_are_read_at_the_same_time() -> None:
    both = threading.Barrier(2, timeout=20)

    def meets(report: Report) -> Reading:
        both.wait()
        return read(report)

    assert len(list(read_ahead(meets, [report(n) for n in range(4)], 2))) == 4
