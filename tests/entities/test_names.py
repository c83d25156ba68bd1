"""What holds for any two names, and for spellings of words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.entities import compare_names
from sayso.entities.keys import rough, search_keys
from sayso.entities.names import usual
from sayso.entities.organizations import SIGNALS as ORGANIZATION_SIGNALS
from sayso.entities.person_signals import SIGNALS as PERSON_SIGNALS
from sayso.entities.scripts import word
from sayso.entities.spelling import slips, sounds_like, spelling

ALPHABET = "abdehiklmnoqrstuyz ABKMS-.,'()&éصقم王жи1"
NAMES = st.text(ALPHABET, max_size=24) | st.text(max_size=12)
TYPES = st.sampled_from(["person", "organization", "place"])


@given(NAMES, NAMES, TYPES)
def test_order_does_not_matter(left: str, right: str, kind: str) -> None:
    ours, theirs = compare_names(left, right, kind), compare_names(right, left, kind)
    assert (ours.score, ours.verdict) == (theirs.score, theirs.verdict)


@given(NAMES.filter(lambda text: any(c.isalpha() for c in text)), TYPES)
def test_a_name_is_never_another_than_itself(name: str, kind: str) -> None:
    assert compare_names(name, name, kind).verdict in ("same", "open")


@given(NAMES, NAMES, TYPES)
def test_the_weakest_reason_decides(left: str, right: str, kind: str) -> None:
    match = compare_names(left, right, kind)
    assert all(reason.reason and 0 <= reason.value <= 1 for reason in match.reasons)
    if match.reasons:
        assert match.score == min(reason.value for reason in match.reasons)


@given(NAMES, NAMES)
def test_same_people_share_a_key(left: str, right: str) -> None:
    if compare_names(left, right, "person").verdict == "same":
        assert set(search_keys("person", left)) & set(search_keys("person", right))


@pytest.mark.parametrize("rule", [*PERSON_SIGNALS, *ORGANIZATION_SIGNALS], ids=lambda r: r.__name__)
def test_every_signal_explains_itself(rule: object) -> None:
    assert len(rule.__doc__ or "") > 20


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("qassem", "qasem", "sure", id="double letter"),
        pytest.param("soleimani", "suleymani", "sure", id="o and u, i and y"),
        pytest.param("mikhail", "mihail", None, id="kh and h"),
        pytest.param("khaled", "khalid", "sure", id="e and i"),
        pytest.param("ahmed", "ahmad", "taste", id="e and a"),
        pytest.param("hassan", "hussein", None, id="other vowels"),
        pytest.param("mahmoud", "mohammed", None, id="a vowel more"),
        pytest.param("maria", "marie", None, id="last vowel"),
        pytest.param("alan", "ellen", None, id="first vowel"),
    ],
)
def test_spelling(left: str, right: str, expected: str | None) -> None:
    assert spelling(left, right) == expected
    assert spelling(right, left) == expected


@pytest.mark.parametrize(
    ("bare", "full", "expected"),
    [
        pytest.param("حسن", "hassan", True, id="Hassan"),
        pytest.param("حسن", "hussein", False, id="no vowel written"),
        pytest.param("حسين", "hussein", True, id="Hussein"),
        pytest.param("محمود", "mahmoud", True, id="Mahmoud"),
        pytest.param("محمد", "mahmoud", False, id="long vowel missing"),
        pytest.param("محمد", "mohammad", True, id="Mohammad"),
        pytest.param("بيريز", "perez", True, id="b for p"),
        pytest.param("جمال", "gamal", False, id="j is no g"),
        pytest.param("خالد", "walid", False, id="other consonants"),
    ],
)
def test_sounds_like(bare: str, full: str, *, expected: bool) -> None:
    assert sounds_like(word(bare).latin, full) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("tamm", "tanm", 1),
        ("tam", "tan", None),
        ("velder", "vedler", 1),
        ("makker", "lakkel", None),
        ("ruto", "makin", None),
    ],
)
def test_slips(left: str, right: str, expected: int | None) -> None:
    assert slips(left, right) == expected
    assert slips(right, left) == expected


@pytest.mark.parametrize("form", ["qasem", "qassim", "kasim", word("قاسم").latin])
def test_rough_key(form: str) -> None:
    assert rough(form) == rough("qasem")


def test_pairs() -> None:
    from benchmarks.names import read_pairs, score

    path = Path(os.environ.get("SAYSO_DATA", "../shared/data")) / "names" / "pairs.csv"
    if not path.exists():
        pytest.skip("names/pairs.csv is not there")
    assert score(read_pairs(path)).f1 > 0.85


USUAL = {
    "fullest": ({"Roke": 9, "Emlyn Roke": 5}, "Emlyn Roke"),
    "seldom": ({"Emlyn Roke": 5, "Emlyn Hugh Roke": 1}, "Emlyn Roke"),
    "told of only": ({"Courier": 5, "Norvik Courier": 0}, "Norvik Courier"),
    "only one": ({"Roke": 2}, "Roke"),
    "capitals": ({"EMLYN ROKE": 3, "Emlyn Roke": 2}, "Emlyn Roke"),
    "acronym": ({"HGC": 9, "Harbour Guard Corps": 3}, "Harbour Guard Corps"),
}


@pytest.mark.parametrize(("names", "name"), USUAL.values(), ids=USUAL)
def test_usual(names: dict[str, int], name: str) -> None:
    assert usual(names) == name
