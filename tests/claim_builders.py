"""Builders of hand-made claims and posts, given by their words, and one document of them."""

from __future__ import annotations

from dataclasses import replace

from builders import attribution, document, report, span_of
from sayso.values import (
    Amount,
    Argument,
    Claim,
    Document,
    Entity,
    Link,
    PlaceName,
    Post,
    Voice,
)

MOLE = """\
Rhoda Quill told the Courier in January that Corriden might have built the mole in Tolmere for \
over 40 crowns in 1998. She did not meet Ilse Márrable, the director of the port since 2019.
"""
OUTLET = Voice("The Herald", "outlet", "e9", said="2024-04-12")
QUILL = Voice("Rhoda Quill", "person", "e1", said="2024-01", to="the Courier")


def argument(
    text: str,
    role: str,
    words: str,
    entity: str | None = None,
    propbank: str | None = None,
    *,
    implied: bool = False,
) -> Argument:
    return Argument(role, *span_of(text, words), entity, propbank, implied)


def built() -> Claim:
    """A voice's claim, not certain, with all that a claim may have."""
    return Claim(
        id="c1",
        attribution="a1",
        text="Corriden might have built the mole in Tolmere for over 40 crowns in 1998",
        predicate=span_of(MOLE, "built"),
        lemma="build",
        arguments=(
            argument(MOLE, "agent", "Corriden", "e2", "ARG0"),
            argument(MOLE, "theme", "the mole", None, "ARG1"),
        ),
        modifiers=(argument(MOLE, "time", "in 1998", None, "ARGM-TMP"),),
        certainty="possible",
        why=("might",),
        time="1998",
        place=PlaceName(*span_of(MOLE, "Tolmere"), "Tolmere", candidates=("Tolmere",)),
        quantity=Amount(
            *span_of(MOLE, "over 40 crowns"), None, low="40", bound="over", unit="crowns"
        ),
        evidence=(span_of(MOLE, "Corriden"), span_of(MOLE, "built the mole")),
        chain=(OUTLET, QUILL),
        event="BUILD",
        found_by="verb",
    )


def met() -> Claim:
    """The outlet's own claim, negated."""
    return Claim(
        id="c2",
        attribution=None,
        text="She [Rhoda Quill] did not meet Ilse Márrable",
        predicate=span_of(MOLE, "meet"),
        lemma="meet",
        arguments=(
            argument(MOLE, "agent", "She", "e1"),
            argument(MOLE, "theme", "Ilse Márrable", "e3"),
        ),
        polarity="negated",
        why=("not",),
        evidence=(span_of(MOLE, "She did not meet Ilse Márrable"),),
        chain=(OUTLET,),
    )


def directs() -> Post:
    """A post said by the outlet itself, in no claim."""
    return Post(
        person=span_of(MOLE, "Ilse Márrable"),
        role=span_of(MOLE, "director"),
        organization=span_of(MOLE, "the port"),
        person_entity="e3",
        organization_entity="e4",
        since="2019",
        status="current",
    )


def mole() -> Document:
    """A report with two claims, a post and a link."""
    said = attribution(
        MOLE,
        "a1",
        source="Rhoda Quill",
        cue="told",
        content="that Corriden might have built the mole in Tolmere for over 40 crowns in 1998",
        addressee="the Courier",
        time="in January",
        said="2024-01",
        voice=QUILL,
    )
    link = Link("Unknown", "c2", span_of(MOLE, "She"), span_of(MOLE, "Ilse Márrable"), "e1", "e3")
    return replace(
        document(
            report(MOLE, title="Who built the mole", source="mole.txt"),
            said,
            entities=(
                Entity("e1", "person", "Rhoda Quill", ("Rhoda Quill", "Quill")),
                Entity("e2", "organization", "Corriden Marine Works"),
                Entity("e3", "person", "Ilse Márrable", ("Ilse Márrable",)),
            ),
        ),
        claims=(built(), met()),
        posts=(directs(),),
        links=(link,),
    )
