"""What goes into a case comes out of it, on both back ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import content_of, from_source, said_of, thole

from benchmarks.invented import invented
from sayso import Case
from sayso.errors import CaseError, CaseMissing, NameUnclear, NotACase, NotInCase
from sayso.store.strings import restored, storable
from sayso.values import Claim, Document


def without_entities(claim: Claim) -> Claim:
    """A claim but for ids, which are the case's own."""
    return replace(
        claim,
        arguments=tuple(replace(each, entity=None) for each in claim.arguments),
        modifiers=tuple(replace(each, entity=None) for each in claim.modifiers),
        chain=tuple(replace(each, entity=None) for each in claim.chain),
    )


def bare(document: Document) -> Document:
    """A document but for entity ids."""
    return replace(
        document,
        reading=replace(
            document.reading,
            mentions=tuple(replace(each, entity="") for each in document.reading.mentions),
        ),
        attributions=tuple(
            replace(each, voice=each.voice and replace(each.voice, entity=None))
            for each in document.attributions
        ),
        entities=(),
        claims=tuple(map(without_entities, document.claims)),
        posts=tuple(
            replace(each, person_entity=None, organization_entity=None) for each in document.posts
        ),
        links=tuple(
            replace(each, source_entity=None, target_entity=None) for each in document.links
        ),
    )


@pytest.mark.parametrize("document", [thole(), invented(3)], ids=["all kinds", "invented"])
def test_a_document_comes_back(case: Case, document: Document) -> None:
    case.add(document)
    assert bare(case.document(document.report.id)) == bare(document)
    assert case.report(document.report.id) == document.report


def test_ids_of_one_report_are_one_in_the_case(case: Case) -> None:
    case.add(thole())
    back = case.document("a.txt")
    by_words = {thole().report.text[m.start : m.end]: m.entity for m in back.reading.mentions}
    assert by_words["Thole"] == by_words["Garrick Thole"] == case.find("Garrick Thole")[0].id
    assert back.claims[0].arguments[1].entity == back.claims[1].arguments[0].entity
    assert back.links[0].target_entity == back.posts[0].person_entity == by_words["Thole"]
    assert by_words["harbour"] not in {each.id for each in back.entities}


def test_twice_is_once_with_two_sources(case: Case) -> None:
    first = case.add(thole())
    before = content_of(case)
    same, second = case.add(thole()), case.add(from_source(thole(), "b.html"))
    assert (first.fresh, same.fresh, second.fresh) == (True, False, False)
    assert (first.source, same.source, second.source) == (True, False, True)
    after = content_of(case)
    assert [entry.sources for entry in case.reports()] == [("a.txt", "b.html")]
    assert {k: v for k, v in after.items() if k != "sources"} == {
        k: v for k, v in before.items() if k != "sources"
    }


def test_a_report_removed_takes_its_claims_along(case: Case) -> None:
    for number in range(3):
        case.add(invented(number))
    before = content_of(case)
    case.add(thole())
    assert case.remove("a.txt").id == thole().report.id
    assert content_of(case) == before


def test_the_last_report_removed_leaves_nothing(case: Case) -> None:
    case.add(thole())
    case.remove(thole().report.id[:6])
    assert {name for name, rows in content_of(case).items() if rows} == {"migrations"}


def test_names_are_unlearned_with_the_first_report(case: Case) -> None:
    case.add(said_of("Garrick Jonas Thole", 1))
    case.add(said_of("Garrick Thole", 2))
    [both] = case.people()
    case.remove("1.txt")
    [left] = case.people()
    assert (both.name, left.name) == ("Garrick Jonas Thole", "Garrick Thole")
    assert left.names == ("Garrick Thole",)
    case.add(said_of("Garrick Jonas Thole", 3))
    assert [entity.reports for entity in case.people()] == [2]


def test_a_new_reading_takes_the_place_of_the_old(case: Case) -> None:
    case.add(thole())
    case.add(from_source(thole(), "b.html"))
    shorter = replace(thole(), claims=thole().claims[1:], links=(), posts=())
    assert not case.replace(shorter).fresh
    assert [claim.claim.lemma for claim in case.claims()] == ["deny"]
    assert [entry.sources for entry in case.reports()] == [("a.txt", "b.html")]


def test_offsets_outside_the_text_are_refused(case: Case) -> None:
    wrong = replace(thole(), times=(replace(thole().times[0], end=10_000),))
    with pytest.raises(CaseError, match="outside its text"):
        case.add(wrong)
    assert not list(case.reports())


def test_what_no_database_holds_comes_back(case: Case) -> None:
    text = thole().report.text.replace("paid by", "paid\0by", 1) + " \ud800 قاسم"
    document = thole(text=text.replace("\0", " ", 1).replace("it.", "it\0", 1))
    case.add(document)
    assert case.report("a.txt").text == document.report.text
    assert [hit.report.id for hit in case.search("قاسم")] == [document.report.id]


@given(st.text(st.characters()))
def test_texts_are_restored(text: str) -> None:
    held, unstorable = storable(text)
    assert len(held) == len(text) and "\0" not in held
    assert held.encode().decode() == held
    assert restored(held, unstorable) == text


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 20), min_size=1, max_size=4))
def test_order_is_of_no_account_for_what_is_said(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("case")
    said = []
    for name, order in (("one", numbers), ("other", numbers[::-1])):
        with Case.new(folder / name) as case:
            for number in order:
                case.add(invented(number))
            said.append({(each.report.id, each.claim.id, each.words) for each in case.claims()})
            assert not list(case.check())
    assert said[0] == said[1]


OPENED: dict[str, tuple[Callable[[str], object], type[CaseError]]] = {
    "missing": (Case, CaseMissing),
    "made twice": (lambda place: (Case.new(place).close(), Case.new(place)), CaseError),
    "neither file nor PostgreSQL": (lambda _: Case("mysql://localhost/case"), CaseError),
    "no server": (lambda _: Case("postgresql://localhost:1/case"), CaseError),
}


@pytest.mark.parametrize(("attempt", "error"), OPENED.values(), ids=OPENED)
def test_what_cannot_be_opened(
    tmp_path_factory: pytest.TempPathFactory, attempt: Callable[[str], object], error: type
) -> None:
    place = str(tmp_path_factory.mktemp("open") / "case.sayso")
    with pytest.raises(error):
        attempt(place)


@pytest.mark.parametrize("held", [b"", b"not a database at all, but long enough" * 40])
def test_a_file_that_is_no_case(tmp_path_factory: pytest.TempPathFactory, held: bytes) -> None:
    path = tmp_path_factory.mktemp("open") / "notes.txt"
    path.write_bytes(held)
    with pytest.raises(NotACase):
        Case(path)
    assert path.read_bytes() == held


def test_passwords_are_not_shown() -> None:
    with pytest.raises(CaseError) as caught:
        Case("postgresql://anna:secret@localhost:1/case")
    assert "secret" not in str(caught.value)


def test_the_environment_names_the_case(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CASE", place)
    with Case() as case:
        assert not list(case.reports())
    monkeypatch.delenv("SAYSO_CASE")
    with pytest.raises(CaseMissing):
        Case()


def test_reports_by_id_start_or_source(case: Case) -> None:
    case.add(thole())
    case.add(thole(outlet="The Lantern"))
    own = thole().report.id
    assert own in case and "0" * 16 not in case
    assert case.report(own).id == case.report(own[:8]).id == own
    with pytest.raises(NameUnclear) as caught:
        case.report("a.txt")
    assert len(caught.value.candidates) == 2
    with pytest.raises(NotInCase):
        case.report("c.txt")


def test_a_case_in_no_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no folder"):
        Case.new(tmp_path / "none" / "a.sayso")
