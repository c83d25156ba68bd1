"""Lists, full text and dossiers, on both back ends; one case for all of them."""

from __future__ import annotations

import pytest
from making import thole

from sayso import Case
from sayso.errors import NameUnclear, NotInCase

LISTS = {
    "reports": ("reports", {}, "number"),
    "claims": ("claims", {}, "number"),
    "claims about": ("claims", {"about": "Garrick Drale"}, "number"),
    "claims by": ("claims", {"by": "Ilse Drale"}, "number"),
    "claims by an outlet": ("claims", {"by": "The Herald"}, "number"),
    "claims about and by": ("claims", {"about": "Garrick Drale", "by": "The Herald"}, "number"),
    "people": ("people", {}, "cursor"),
    "organizations": ("organizations", {}, "cursor"),
    "posts": ("posts", {}, "number"),
    "links": ("links", {}, "number"),
    "links about": ("links", {"about": "Garrick Drale"}, "number"),
    "timeline": ("timeline", {}, "cursor"),
    "timeline of": ("timeline", {"name": "Garrick Drale"}, "cursor"),
    "search": ("search", {"words": "garrick"}, "number"),
    "search claims": ("search", {"words": "garrick", "claims": True}, "number"),
}


def test_pages_make_the_whole_list(port: Case) -> None:
    for name, (method, arguments, cursor) in LISTS.items():
        whole = [getattr(each, cursor) for each in getattr(port, method)(**arguments)]
        assert whole and len(set(whole)) == len(whole), name
        paged, after = [], None
        while page := list(getattr(port, method)(**arguments, limit=30, after=after)):
            after = getattr(page[-1], cursor)
            paged += [getattr(each, cursor) for each in page]
        assert paged == whole, name
        assert [getattr(e, cursor) for e in getattr(port, method)(**arguments, limit=2)] == (
            whole[:2]
        ), name


def test_counts_are_those_of_the_lists(port: Case) -> None:
    for entity in [*port.people(limit=12), *port.organizations(limit=5)]:
        assert entity.claims_about == len(list(port.claims(about=entity.id)))
        assert entity.claims_by == len(list(port.claims(by=entity.id)))
    for report in port.reports():
        assert report.claims == len(list(port.claims(report=report.id)))
    reports = [entity.reports for entity in port.people()]
    assert reports == sorted(reports, reverse=True)


def test_a_timeline_is_in_order(port: Case) -> None:
    days = [claim.earliest for claim in port.timeline()]
    assert days == sorted(days, key=str)
    within = [claim.earliest for claim in port.timeline(since="2000-01-01", until="2010")]
    assert within == [day for day in days if day and "2000-01-01" <= day < "2011"]
    assert "2019-01-01" in [claim.earliest for claim in port.timeline("Corriden Dredging")]


SEARCHES = {
    "a word": ("chief", {"a.txt"}),
    "case and signs": ("CHIEF!", {"a.txt"}),
    "all words": ("chief korren", {"a.txt"}),
    "not all there": ("chief absent", set()),
    "a phrase": ('"harbour master since"', {"a.txt"}),
    "a phrase in another order": ('"master harbour since"', set()),
    "a beginning": ("dredge* crowns", {"a.txt"}),
    "a decimal": ("1.3", {"a.txt"}),
    "an unclosed quotation": ('"harbour master since', {"a.txt"}),
    "nothing": ("", set()),
    "only signs": ("' \" * - ( ) : ^ & | ! <->", set()),
    "operators are words": ("chief AND korren", set()),
    "an apostrophe": ("o'neill", {"900.txt"}),
}


@pytest.mark.parametrize(("words", "sources"), SEARCHES.values(), ids=SEARCHES)
def test_search(port: Case, words: str, sources: set[str]) -> None:
    assert {hit.report.sources[0] for hit in port.search(words)} == sources


def test_a_hit_tells_where_the_words_stand(port: Case) -> None:
    text = thole().report.text
    [hit] = port.search('"harbour master" crowns')
    assert text[slice(*hit.span)] == hit.excerpt
    assert {text[slice(*span)] for span in hit.found} == {"harbour", "master", "crowns"}
    [claim] = port.search("thole paid", claims=True)
    assert claim.claim is not None and claim.claim.claim.lemma == "pay"


NAMES = {
    "whole": ("Garrick Thole", "Garrick Thole"),
    "letters": ("GARRICK-THOLE", "Garrick Thole"),
    "surname": ("Thole", "Garrick Thole"),
    "part of an organization": ("corriden", "Corriden Dredging"),
}


@pytest.mark.parametrize(("asked", "name"), NAMES.values(), ids=NAMES)
def test_names_are_found(port: Case, asked: str, name: str) -> None:
    assert name in [entity.name for entity in port.find(asked)]


def test_names_are_never_guessed(port: Case) -> None:
    with pytest.raises(NameUnclear) as caught:
        port.show("Korren")
    assert {name for _, name in caught.value.candidates} == {"Ilse Korren", "Petra Korren"}
    with pytest.raises(NotInCase):
        port.claims(about="Nobody Known")


def test_a_dossier(case: Case) -> None:
    case.add(thole())
    case.add(thole(outlet="The Lantern", text=thole().report.text.replace("2017", "2011")))
    dossier = case.show("Garrick Thole")
    assert dossier.entity.names == ("Garrick Thole", "Thole")
    assert {post.title for post in dossier.posts} == {"harbour master"}
    assert [claim.claim.lemma for claim in dossier.claims_about] == ["deny", "pay"] * 2
    assert [(link.source_name, link.target_name) for link in dossier.links] == [
        ("Corriden Dredging", "Garrick Thole")
    ] * 2
    assert len(dossier.reports) == 2
    witness = case.show("Ilse Korren")
    assert [claim.claim.lemma for claim in witness.claims_by] == ["pay", "pay"]
    assert dossier.claims_about[1].words == "Corriden Dredging […] paid […] Garrick Thole"


def test_posts_that_do_not_go_together_are_shown(case: Case) -> None:
    from dataclasses import replace

    for outlet, since in (("A", "2017"), ("B", "2017-05"), ("C", "2011")):
        document = thole(outlet=outlet)
        post = replace(document.posts[0], since=since)
        case.add(replace(document, posts=(post,)))
    disputes = case.show("Garrick Thole").disputes
    assert {frozenset((d.one.report.outlet, d.other.report.outlet)) for d in disputes} == {
        frozenset("AC"),
        frozenset("BC"),
    }


def test_denied_by_one_and_said_by_another_is_shown(case: Case) -> None:
    from dataclasses import replace

    for outlet, polarity in (("A", "affirmed"), ("B", "negated"), ("C", "unknown")):
        document = thole(outlet=outlet)
        paid = replace(document.claims[0], polarity=polarity)
        case.add(replace(document, claims=(paid, document.claims[1])))
    [dispute] = case.show("Garrick Thole").disputes
    assert (dispute.about, dispute.one.report.outlet, dispute.other.report.outlet) == (
        ("pay", "A", "B")
    )


def test_lines_for_a_notebook(case: Case) -> None:
    case.add(thole())
    assert "1 report, 2 claims, 2 people, 1 organization" in case._repr_html_()
