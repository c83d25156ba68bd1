"""Verbs' base forms: irregular ones, those that take back an "e" and those that do not."""

from __future__ import annotations

import pytest

from sayso.reader.verb_forms import base_form

ROWS = (
    "sought seek|oversaw oversee|ran run|said say|led lead|made make|fled flee|dying die|"
    "released release|eliminated eliminate|offered offer|killed kill|controlled control|"
    "referred refer|planned plan|planning plan|added add|passed pass|focused focus|"
    "visited visit|united unite|created create|treated treat|hired hire|repaired repair|"
    "decided decide|avoided avoid|needed need|needs need|need need|proceed proceed|"
    "carries carry|carried carry|says say|passes pass|pushes push|goes go|dies die|"
    "changing change|bringing bring|managing manage|changed change|hoping hope|stopping stop|"
    "believed believe|designated designate|accused accuse|killing kill|developed develop|"
    "Targeted target|voted vote|settled settle|staffed staff|promised promise"
).split("|")


@pytest.mark.parametrize("row", ROWS)
def test_base_form(row: str) -> None:
    form, base = row.split()
    assert base_form(form) == base


@pytest.mark.parametrize("base", "sing bring need embed bus focus discuss red string".split())
def test_base_stays_as_it_is(base: str) -> None:
    assert base_form(base) == base
