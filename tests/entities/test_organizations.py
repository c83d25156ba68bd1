"""Which names of organizations, outlets and places are the same. All are invented."""

from __future__ import annotations

import pytest

from sayso.entities import compare_names
from sayso.entities.organizations import organization_name
from sayso.entities.outlets import domain_label

ORGANIZATIONS = {
    "legal form left out": ("Veltar SAS", "Veltar", "same"),
    "legal form in words": ("Veltar Aktiengesellschaft", "Veltar AG", "same"),
    "legal form in front": ("OAO Veltar", "Veltar JSC", "same"),
    "dots": ("V.E.L. Company", "VEL Co.", "same"),
    "ampersand": ("Tamm & Kask", "Tamm and Kask", "same"),
    "word order": ("Ministry of Defence", "Defense Ministry", "same"),
    "number in words": ("Brigade Forty-Four", "Brigade 44", "same"),
    "gaps": ("Harbour Works", "HarbourWorks", "same"),
    "spellings": ("Qods Battalion", "Quds Battalion", "same"),
    "acronym": ("HGC", "Harbour Guard Corps", "likely"),
    "kind left out": ("Corvan Airlines", "Corvan", "likely"),
    "slip": ("Veltar Harbour Works", "Veltor Harbour Works", "likely"),
    "two legal forms": ("Veltar Bank AG", "Veltar Bank GmbH", "open"),
    "a part": ("Veltar", "Veltar Northern Shipyards", "open"),
    "numbers": ("Veltar Fund 1", "Veltar Fund 2", "different"),
    "series": ("Veltar Solutions", "Veltar Solutions II", "different"),
    "branches": ("Veltar (Corrida) Ltd", "Veltar (Sandomar) Ltd", "different"),
    "fields": ("Veltar Railway Works", "Veltar Harbour Works", "different"),
    "two acronyms": ("HGC", "HGF", "different"),
    "two with one legal form": ("Veltar plc", "Corvan plc", "different"),
}
OUTLETS = {
    "domain is the name": ("thelongline.example", "The Longline", "same"),
    "domain of the name's beginnings": ("lltimes.example", "Long Line Times", "likely"),
    "initials": ("www.llt.co.uk", "Long Line Times", "likely"),
    "other domain": ("harbour.example", "Long Line Times", "different"),
    "two domains of one name": ("longline.example", "longline.co.uk", "likely"),
}
PLACES = {
    "state": ("the U.S.", "United States of America", "same"),
    "larger place left out": ("Port Sela, Corrida", "Port Sela", "same"),
    "two larger places": ("Port Sela, Corrida", "Port Sela, Sandomar", "different"),
    "kind left out": ("Sela airport", "Sela", "likely"),
    "direction": ("North Corrida", "South Corrida", "different"),
    "others": ("Sela", "Corrida", "different"),
}


@pytest.mark.parametrize(("left", "right", "verdict"), ORGANIZATIONS.values(), ids=ORGANIZATIONS)
def test_organizations(left: str, right: str, verdict: str) -> None:
    assert compare_names(left, right, "organization").verdict == verdict
    assert compare_names(right, left, "Company").verdict == verdict


@pytest.mark.parametrize(("left", "right", "verdict"), OUTLETS.values(), ids=OUTLETS)
def test_outlets(left: str, right: str, verdict: str) -> None:
    assert compare_names(left, right, "outlet").verdict == verdict
    assert compare_names(right, left, "outlet").verdict == verdict


@pytest.mark.parametrize(("left", "right", "verdict"), PLACES.values(), ids=PLACES)
def test_places(left: str, right: str, verdict: str) -> None:
    assert compare_names(left, right, "place").verdict == verdict
    assert compare_names(right, left, "place").verdict == verdict


@pytest.mark.parametrize(
    ("text", "core", "forms"),
    [
        ("The Harbour Guard Corps", ["harbour", "guard", "corps"], set()),
        ("Open Joint Stock Company Veltar", ["veltar"], {"stock"}),
        ("Veltar Sp. z o.o.", ["veltar"], {"limited"}),
        ("Ltd", ["ltd"], {"limited"}),
    ],
)
def test_parts(text: str, core: list[str], forms: set[str]) -> None:
    name = organization_name(text)
    assert [word.latin for word in name.core] == core
    assert name.forms == forms


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("https://www.longline.co.uk/news", "longline"),
        ("long-line.example", "longline"),
        ("Long Line", None),
        ("Mr. Tamm", None),
    ],
)
def test_domain_label(text: str, label: str | None) -> None:
    assert domain_label(text) == label
