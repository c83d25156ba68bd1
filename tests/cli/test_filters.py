"""Which claims and posts the filters keep, and which they leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claim_builders import MOLE, OUTLET, QUILL, built, directs, met, mole
from sayso.cli.filters import Filters, keeps_claim, keeps_post, names_of, touches

NAMES = names_of(mole())


def kept(**asked: Any) -> list[str]:
    filters = Filters(**asked)
    return [c.id for c in (built(), met()) if keeps_claim(filters, c, MOLE, NAMES)]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        pytest.param("quill", ["c2"], id="a pronoun's entity, but no voice"),
        pytest.param("MARRABLE", ["c2"], id="case and accent"),
        pytest.param("Márrable Ilse", ["c2"], id="order"),
        pytest.param("marine works", ["c1"], id="words of the entity's name"),
        pytest.param("mole", ["c1"], id="words without an entity"),
        pytest.param("marr", [], id="part of a word"),
        pytest.param("Anders Márrable", [], id="another of that name"),
        pytest.param("Quill Márrable", [], id="words of two names"),
        pytest.param("Herald", [], id="a voice"),
    ],
)
def test_about(name: str, ids: list[str]) -> None:
    assert kept(about=name) == ids


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        pytest.param("quill", ["c1"], id="innermost"),
        pytest.param("the herald", ["c1", "c2"], id="outlet"),
        pytest.param("Courier", [], id="who was told"),
        pytest.param("Márrable", [], id="not a voice"),
    ],
)
def test_by(name: str, ids: list[str]) -> None:
    assert kept(by=name) == ids


def test_denied_and_uncertain() -> None:
    assert kept(denied=True) == ["c2"]
    assert kept(uncertain=True) == ["c1"]
    assert kept(denied=True, uncertain=True) == []


def test_left_open_is_uncertain() -> None:
    open_one = replace(met(), polarity="unknown", certainty="certain")
    assert keeps_claim(Filters(uncertain=True), open_one, MOLE, NAMES)
    assert not keeps_claim(Filters(denied=True), open_one, MOLE, NAMES)


def test_nothing_asked_keeps_all() -> None:
    assert kept() == ["c1", "c2"]


@pytest.mark.parametrize(
    ("time", "yes"),
    [
        ("2019", True),
        ("2019-03-01", True),
        ("2018/2019", True),
        ("../2019-02-01", True),
        ("2019-06/..", True),
        ("201X", True),
        ("2018", False),
        ("2019-07", False),
        ("2019-07/..", False),
        ("../2018", False),
        ("last spring", False),
        (None, False),
    ],
)
def test_touches(time: str | None, yes: bool) -> None:
    filters = Filters(since=date(2019, 1, 31), until=date(2019, 6, 30))
    assert touches(filters, time) is yes


def test_a_claim_without_a_date_has_none_of_those_asked_for() -> None:
    assert kept(since=date(1990, 1, 1)) == ["c1"]
    assert kept(until=date(1990, 1, 1)) == []


@pytest.mark.parametrize(
    ("asked", "yes"),
    [
        pytest.param({"about": "marrable"}, True, id="person"),
        pytest.param({"about": "port"}, True, id="organization"),
        pytest.param({"about": "director"}, True, id="role"),
        pytest.param({"about": "quill"}, False, id="voice"),
        pytest.param({"by": "quill"}, True, id="by"),
        pytest.param({"by": "marrable"}, False, id="not by"),
        pytest.param({"since": date(2024, 1, 1)}, True, id="end not known"),
        pytest.param({"until": date(2019, 1, 1)}, True, id="may have begun"),
        pytest.param({"until": date(2018, 12, 31)}, False, id="not begun"),
    ],
)
def test_posts(asked: dict[str, Any], yes: bool) -> None:
    assert keeps_post(Filters(**asked), directs(), (OUTLET, QUILL), MOLE, NAMES) is yes


def test_a_post_that_has_ended() -> None:
    over = replace(directs(), since=None, until="2003")
    assert not keeps_post(Filters(since=date(2004, 1, 1)), over, (), MOLE, NAMES)
    assert keeps_post(Filters(until=date(1990, 1, 1)), over, (), MOLE, NAMES)
