"""Documents for cases, and all that a case holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate

from sqlalchemy import select

from sayso import Case
from sayso.case import default_reader, document_of
from sayso.reports.identity import report_id
from sayso.store import schema
from sayso.values import (
    Amount,
    Argument,
    Attribution,
    Block,
    Claim,
    Credit,
    Document,
    Link,
    Mention,
    Place,
    PlaceName,
    Post,
    Reading,
    Report,
    Span,
    Time,
    Voice,
)

THOLE = (
    "Port chief paid by dredger\n\nCorriden Dredging paid Garrick Thole 1.3 million crowns in "
    "Sandrun in 2019, Ilse Korren told The Lantern. Thole, harbour master since 2017, denied it."
)


def span(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def thole(outlet: str = "The Herald", source: str = "a.txt", text: str = THOLE) -> Document:
    """A document with something of every kind in it."""
    title = span(text, "Port chief paid by dredger")
    body = (title[1] + 2, len(text))
    blocks = (
        Block("title", *title, (Place(*title, "page=1", 7, (1.0, 2.0, 3.5, 4.0), 842.0),)),
        Block("paragraph", *body),
    )
    report = Report(
        id=report_id(text, blocks, outlet),
        source=source,
        text=text,
        title="Port chief paid by dredger",
        outlet=outlet,
        authors=("Anna Berg", "Jan Ek"),
        published="2020-05-04",
        modified="2020-05-05",
        language="en",
        credits=(Credit("agency", "Northern Wire", None, span(text, "The Lantern")),),
        blocks=blocks,
        found={"title": "meta og:title"},
        section="Port",
        url="https://herald.example/port",
        warnings=("no byline",),
    )
    company, chief, witness = (
        span(text, words) for words in ("Corriden Dredging", "Garrick Thole", "Ilse Korren")
    )
    again = span(text, "Thole, harbour")[0]
    mentions = (
        Mention("m1", *company, "organization", True, -1, "e1"),
        Mention("m2", *chief, "person", True, -1, "e2"),
        Mention("m3", *span(text, "Sandrun"), "place", True, -1, "e3"),
        Mention("m4", *witness, "person", True, -1, "e4"),
        Mention("m5", again, again + 5, "person", True, -1, "e2"),
        Mention("m6", *span(text, "harbour"), "place", False, -1, "e5"),
    )
    voice = Voice("Ilse Korren", "person", "e4", "2020", "The Lantern", (witness,))
    head = Voice(outlet, "outlet", said="2020-05-04")
    year, paid = span(text, "2019"), span(text, "paid Garrick")
    payment = Claim(
        id="c1",
        attribution="a1",
        text="Corriden Dredging paid Garrick Thole",
        predicate=(paid[0], paid[0] + 4),
        lemma="pay",
        arguments=(
            Argument("agent", *company, "e1", "ARG0"),
            Argument("recipient", *chief, "e2", "ARG2"),
        ),
        modifiers=(Argument("time", *year, None, "ARGM-TMP"),),
        certainty="probable",
        why=("told",),
        time="2019",
        place=PlaceName(*span(text, "Sandrun"), "Sandrun", None, 7, None, ("Sandrun", "Sandrum")),
        quantity=Amount(*span(text, "1.3 million"), "1300000", unit="crowns"),
        evidence=(company, (paid[0], paid[0] + 4), chief),
        chain=(head, voice),
        about="c2",
        event="MATERIAL COOPERATION",
        found_by="verb",
    )
    denial = Claim(
        id="c2",
        attribution=None,
        text="Thole: denied it",
        predicate=span(text, "denied"),
        lemma="deny",
        arguments=(Argument("agent", again, again + 5, "e2", implied=True),),
        polarity="negated",
        evidence=((again, again + 5), span(text, "denied")),
        chain=(head,),
        found_by="verb",
    )
    attribution = Attribution(
        id="a1",
        parent=None,
        kind="indirect",
        source=(witness,),
        cue=(span(text, "told"),),
        content=(body,),
        addressee=(span(text, "The Lantern"),),
        said="2020",
        voice=voice,
    )
    return Document(
        report,
        Reading(report, (), (), mentions),
        (attribution,),
        (),
        (Time(*year, "2019"), Time(*span(text, "since 20"), None)),
        (payment, denial),
        (
            Post(
                (again, again + 5),
                role=span(text, "harbour master"),
                person_entity="e2",
                since="2017",
                claim="c2",
            ),
        ),
        (Link("Payment", "c1", company, chief, "e1", "e2", "pay"),),
    )


def said_of(name: str, number: int, kind: str = "person") -> Document:
    """A short document in which somebody named is said to have left."""
    return named_so([name], number, kind)


def named_so(names: Sequence[str], number: int, kind: str = "person") -> Document:
    """A short document in which one, called by each of some names, is said to have left."""
    sentences = [f"{name} left, part {number}." for name in names]
    text = " ".join(sentences)
    starts = [0, *accumulate(len(each) + 1 for each in sentences[:-1])]
    outlet = f"Outlet {number}"
    report = Report(report_id(text, (), outlet), f"{number}.txt", text, outlet=outlet)
    at = (0, len(names[0]))
    left = span(text, "left")
    claim = Claim(
        "c1",
        None,
        f"{names[0]} left",
        left,
        "leave",
        (Argument("agent", *at, "e1"),),
        evidence=(at, left),
        chain=(Voice(outlet, "outlet"),),
    )
    mentions = tuple(
        Mention(f"m{n}", start, start + len(name), kind, True, -1, "e1")
        for n, (start, name) in enumerate(zip(starts, names, strict=True), 1)
    )
    return Document(report, Reading(report, (), (), mentions), claims=(claim,))


def cited(text: str, source: str, outlet: str, name: str | None = None) -> Document:
    """A report in which a source that it only describes says that the mole was old; the report's
    `name`, if given, is taken for the source's."""
    report = Report(report_id(text, (), outlet), f"{outlet}.txt", text, outlet=outlet)
    at, mole, was = (span(text, words) for words in (source, "the mole", "was"))
    voice = Voice(source, "unnamed", "e1", spans=() if name else (at,))
    claim = Claim(
        "c1",
        None,
        "the mole was old",
        was,
        "be",
        (Argument("theme", *mole, "e2"),),
        evidence=((mole[0], span(text, "old")[1]),),
        chain=(Voice(outlet, "outlet"), voice),
    )
    mentions = [Mention("m1", *at, "person", False, -1, "e1")]
    if name is not None:
        mentions.insert(0, Mention("m0", *span(text, name), "person", True, -1, "e1"))
    return Document(report, Reading(report, (), (), tuple(mentions)), claims=(claim,))


@cache
def read(words: str, outlet: str, published: str | None = None) -> Document:
    """A report of some words, read."""
    report = Report(
        report_id(words, (), outlet),
        f"{outlet}.txt",
        words,
        outlet=outlet,
        published=published,
        language="en",
    )
    return document_of(report, default_reader())


def from_source(document: Document, source: str) -> Document:
    """The same document, read from somewhere else."""
    return replace(document, report=replace(document.report, source=source))


WHEN = frozenset({"added_at", "applied_at"})


def content_of(case: Case) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a case by table, in order, but for when they were written."""
    found = {}
    with case._store.reading() as connection:
        for name, table in schema.metadata.tables.items():
            columns = [column for column in table.c if column.name not in WHEN]
            rows = connection.execute(select(*columns).order_by(*table.primary_key.columns))
            found[name] = [tuple(map(repr, row)) for row in rows]
    return found
