"""Claims and posts by how, when and by whom they are said: what SQL keeps is what was asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from making import span, thole

from sayso import Case
from sayso.errors import CaseError
from sayso.store.dates import days
from sayso.values import Claim, Document

TIMES = ("2019", "2019-04", "../2001", "2010/..", "201X", "last spring", None)


def asked(
    claim: Claim, denied: bool, uncertain: bool, since: str | None, until: str | None
) -> bool:
    first, last = days(claim.time)
    return (
        (not denied or claim.polarity == "negated")
        and (not uncertain or claim.certainty != "certain" or claim.polarity == "unknown")
        and (since is None or (last is not None and last >= since))
        and (until is None or (first is not None and first <= f"{until}-12-31"))
    )


def varied() -> Document:
    """Claims of every polarity, certainty and kind of time."""
    document = thole()
    base = document.claims[1]
    ways = product(("affirmed", "negated", "unknown"), ("certain", "possible"), TIMES)
    claims = (
        replace(base, id=f"v{n}", polarity=polarity, certainty=certainty, time=time)
        for n, (polarity, certainty, time) in enumerate(ways)
    )
    return replace(document, claims=(*document.claims, *claims))


WHEN = [(None, None), ("2019", None), (None, "2001"), ("2005", "2011"), ("2019", "2019")]


def test_claims_are_those_asked_for(case: Case) -> None:
    case.add(varied())
    every = list(case.claims())
    assert len(every) == 44
    names = {"about": "Garrick Thole", "by": "The Herald"}
    for denied, uncertain, (since, until) in product((False, True), (False, True), WHEN):
        whose = [{}, *({key: name} for key, name in names.items()), names]
        for who in whose:
            kept = case.claims(denied=denied, uncertain=uncertain, since=since, until=until, **who)
            wanted = [
                each.number for each in every if asked(each.claim, denied, uncertain, since, until)
            ]
            assert [each.number for each in kept] == wanted


DATES = {"words": "last spring", "no such day": "2019-02-30", "empty": ""}


@pytest.mark.parametrize("date", DATES.values(), ids=DATES)
def test_what_is_no_date_is_told(case: Case, date: str) -> None:
    for ask in (case.claims, case.posts, case.timeline):
        with pytest.raises(CaseError, match="is no date"):
            ask(since=date)


def in_an_attribution(document: Document) -> Document:
    """The post stands in somebody's words, and no claim was drawn of it."""
    post = replace(document.posts[0], claim=None, attribution="a1")
    return replace(document, posts=(post,))


def test_a_post_without_a_claim_is_its_speakers_word(case: Case) -> None:
    case.add(in_an_attribution(thole()))
    [post] = case.posts(by="Ilse Korren")
    assert (post.chain, post.claim) == (("The Herald", "Ilse Korren"), None)
    assert post.words == "Thole, harbour master"
    assert not list(case.posts(by="Garrick Thole"))


def test_a_post_has_its_claim_and_its_words(case: Case) -> None:
    case.add(thole())
    [post] = case.posts()
    assert post.claim is not None and post.claim.claim.lemma == "deny"
    assert (post.chain, post.title) == (("The Herald",), "harbour master")
    assert [voice.kind for voice in post.voices] == ["outlet"]


POSTS = {
    "a person's": ({"person": "Garrick Thole"}, 1),
    "in an organization": ({"organization": "Corriden Dredging"}, 1),
    "about the person": ({"about": "Garrick Thole"}, 1),
    "about the organization": ({"about": "Corriden Dredging"}, 1),
    "about another": ({"about": "Ilse Korren"}, 0),
    "by the outlet": ({"by": "The Herald"}, 1),
    "by another": ({"by": "Garrick Thole"}, 0),
    "about and by": ({"about": "Garrick Thole", "by": "The Herald"}, 1),
    "before it began": ({"until": "2016"}, 0),
    "as it began": ({"until": "2017"}, 1),
    "no end known": ({"since": "2030"}, 1),
}


@pytest.mark.parametrize(("wanted", "count"), POSTS.values(), ids=POSTS)
def test_posts_are_those_asked_for(case: Case, wanted: dict[str, str], count: int) -> None:
    document = thole()
    at = span(document.report.text, "Corriden Dredging")
    post = replace(document.posts[0], organization=at, organization_entity="e1")
    case.add(replace(document, posts=(post,)))
    assert len(list(case.posts(**wanted))) == count
