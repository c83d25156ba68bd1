"""Each kind of link: rows that must find it, and rows that must not."""

from __future__ import annotations

import pytest
from stated_claims import claim_of

from sayso.claims.links import links_of
from sayso.claims.links_rules import NOUNS, VERBS

PAIR = "agent: Rok Tamm /person | theme: Ilo Varn /person"
FIRM = "agent: Rok Tamm /person | theme: the Orrel Firm /organization"

FOUND = [
    ("sanctions", f"sanction | {PAIR}", "Sanction", "Rok Tamm", "Ilo Varn"),
    (
        "designates",
        f"designate | {PAIR} | attribute: a terrorist",
        "Sanction",
        "Rok Tamm",
        "Ilo Varn",
    ),
    (
        "imposes",
        "impose | agent: Halvenne /place | theme: sanctions | topic: Rok Tamm /person",
        "Sanction",
        "Halvenne",
        "Rok Tamm",
    ),
    ("joins", f"join | {FIRM}", "Membership", "Rok Tamm", "the Orrel Firm"),
    (
        "belongs",
        "belong | theme: Rok Tamm /person | recipient: the Orrel Firm /organization",
        "Membership",
        "Rok Tamm",
        "the Orrel Firm",
    ),
    ("commands", f"command | {FIRM}", "Directorship", "Rok Tamm", "the Orrel Firm"),
    ("founds", f"found | {FIRM}", "Directorship", "Rok Tamm", "the Orrel Firm"),
    (
        "employs",
        "hire | agent: the Orrel Firm /organization | theme: Rok Tamm /person",
        "Employment",
        "Rok Tamm",
        "the Orrel Firm",
    ),
    (
        "works-for",
        "work | agent: Rok Tamm /person | beneficiary: the Orrel Firm /organization",
        "Employment",
        "Rok Tamm",
        "the Orrel Firm",
    ),
    (
        "pays",
        "pay | agent: Rok Tamm /person | theme: two crowns | recipient: Ilo Varn /person",
        "Payment",
        "Rok Tamm",
        "Ilo Varn",
    ),
    ("funds", f"fund | {FIRM}", "Payment", "Rok Tamm", "the Orrel Firm"),
    ("supplies", f"arm | {FIRM}", "UnknownLink", "Rok Tamm", "the Orrel Firm"),
    (
        "sends-to",
        "send | agent: Rok Tamm /person | theme: rifles /object | goal: Ilo Varn /person",
        "UnknownLink",
        "Rok Tamm",
        "Ilo Varn",
    ),
    (
        "allies",
        "ally | agent: Rok Tamm /person | co-party: Ilo Varn /person",
        "UnknownLink",
        "Rok Tamm",
        "Ilo Varn",
    ),
    ("backs", f"back | {PAIR}", "UnknownLink", "Rok Tamm", "Ilo Varn"),
    ("trains", f"train | {PAIR}", "UnknownLink", "Rok Tamm", "Ilo Varn"),
    (
        "trains-under",
        "train | agent: Rok Tamm /person | place: Ilo Varn /person",
        "UnknownLink",
        "Rok Tamm",
        "Ilo Varn",
    ),
    (
        "reports-to",
        "report | agent: Rok Tamm /person | recipient: Ilo Varn /person",
        "UnknownLink",
        "Rok Tamm",
        "Ilo Varn",
    ),
    (
        "is-loyal",
        "be_loyal | theme: Rok Tamm /person | recipient: Ilo Varn /person",
        "UnknownLink",
        "Rok Tamm",
        "Ilo Varn",
    ),
    (
        "is-married",
        "be_married | theme: Rok Tamm /person | recipient: Ilo Varn /person",
        "Family",
        "Rok Tamm",
        "Ilo Varn",
    ),
    ("marries", f"marry | {PAIR}", "Family", "Rok Tamm", "Ilo Varn"),
    ("represents", f"represent | {PAIR}", "Representation", "Rok Tamm", "Ilo Varn"),
    ("owns", f"own | {FIRM}", "Ownership", "Rok Tamm", "the Orrel Firm"),
    ("buys", f"buy | {FIRM}", "Ownership", "Rok Tamm", "the Orrel Firm"),
    ("succeeds", f"succeed | {PAIR}", "Succession", "Ilo Varn", "Rok Tamm"),
    ("replaces", f"replace | {PAIR}", "Succession", "Ilo Varn", "Rok Tamm"),
    (
        "replaces-with",
        "replace | agent: the army /organization | theme: Rok Tamm /person"
        " | instrument: Ilo Varn /person",
        "Succession",
        "Rok Tamm",
        "Ilo Varn",
    ),
    (
        "takes-over-from",
        "take_over | agent: Rok Tamm /person | source: Ilo Varn /person",
        "Succession",
        "Ilo Varn",
        "Rok Tamm",
    ),
    (
        "appoints",
        "appoint | theme: Rok Tamm /person | attribute: the governor",
        "Occupancy",
        "Rok Tamm",
        "the governor",
    ),
    (
        "front-for",
        "be | theme: Lorn /organization | attribute: a front for Corr /object /organization",
        "UnknownLink",
        "Lorn",
        "Corr",
    ),
    *(
        (rule, f"be | theme: {one} | attribute: the {noun} of {other} /person /{kind}", *rest)
        for rule, one, noun, other, kind, *rest in [
            ("relative-of", "Rok Tamm /person", "brother", "Ilo Varn", "person", "Family", 0, 1),
            ("member-of", "Rok Tamm /person", "member", "Corr", "organization", "Membership", 0, 1),
            ("head-of", "Rok Tamm /person", "head", "Corr", "organization", "Directorship", 0, 1),
            (
                "employee-of",
                "Rok Tamm /person",
                "worker",
                "Corr",
                "organization",
                "Employment",
                0,
                1,
            ),
            (
                "lawyer-of",
                "Rok Tamm /person",
                "lawyer",
                "Ilo Varn",
                "person",
                "Representation",
                0,
                1,
            ),
            ("associate-of", "Rok Tamm /person", "friend", "Ilo Varn", "person", "Associate", 0, 1),
            ("ally-of", "Corr /organization", "ally", "Ilo Varn", "person", "UnknownLink", 0, 1),
            ("owner-of", "Rok Tamm /person", "owner", "Corr", "organization", "Ownership", 0, 1),
            (
                "part-of",
                "Lorn /organization",
                "subsidiary",
                "Corr",
                "organization",
                "Ownership",
                1,
                0,
            ),
            (
                "works-under",
                "Rok Tamm /person",
                "deputy",
                "Ilo Varn",
                "person",
                "UnknownLink",
                0,
                1,
            ),
            (
                "branch-of",
                "Lorn /organization",
                "proxy",
                "Corr",
                "organization",
                "UnknownLink",
                0,
                1,
            ),
            (
                "front-company-of",
                "Lorn /organization",
                "front company",
                "Corr",
                "organization",
                "UnknownLink",
                0,
                1,
            ),
            (
                "successor-of",
                "Rok Tamm /person",
                "successor",
                "Ilo Varn",
                "person",
                "Succession",
                1,
                0,
            ),
            (
                "predecessor-of",
                "Rok Tamm /person",
                "predecessor",
                "Ilo Varn",
                "person",
                "Succession",
                0,
                1,
            ),
        ]
    ),
]

LEFT_ALONE = [
    ("sanctions-no-one", "sanction | agent: Halvenne /place | theme: the use"),
    ("designates-a-site", f"designate | {PAIR} | attribute: a park"),
    ("imposes-order", "impose | agent: Halvenne /place | theme: order | topic: Rok Tamm /person"),
    ("joins-a-dispute", "join | agent: Rok Tamm /person | theme: the dispute /event"),
    ("belongs-to-a-person", "belong | theme: the hat | recipient: Rok Tamm /person"),
    ("commands-respect", "command | agent: Rok Tamm /person | theme: respect /abstract"),
    ("runs-a-race", "run | agent: Rok Tamm /person | theme: the race /event"),
    ("founds-a-theory", "found | agent: Rok Tamm /person | theme: a theory /abstract"),
    ("employs-a-trick", "employ | agent: Rok Tamm /person | theme: a trick"),
    ("works-for-hours", "work | agent: Rok Tamm /person | purpose: hours /time"),
    ("pays-attention", "pay | agent: Rok Tamm /person | theme: attention"),
    ("pays-without-payer", "pay | recipient: Rok Tamm /person | theme: two crowns"),
    ("funds-a-bridge", "fund | agent: Rok Tamm /person | theme: the bridge /object"),
    ("supplies-answers", "supply | agent: Rok Tamm /person | theme: answers /abstract"),
    ("sends-nowhere", "send | agent: Rok Tamm /person | theme: rifles /object"),
    ("allies-alone", "ally | agent: Rok Tamm /person"),
    ("backs-an-idea", "back | agent: Rok Tamm /person | theme: the idea /abstract"),
    ("trains-in-a-town", "train | agent: Rok Tamm /person | place: Corr /place"),
    ("reports-a-theft", f"report | {PAIR} | recipient: Corr /organization"),
    ("loyal-to-an-idea", "be_loyal | theme: Rok Tamm /person | recipient: the idea /abstract"),
    ("married-to-the-sea", "be_married | theme: Rok Tamm /person | recipient: the sea /place"),
    ("marries-self", "marry | agent: Rok Tamm /person | theme: Rok Tamm /person"),
    ("represents-a-rise", "represent | agent: the figure /organization | theme: rise"),
    ("owns-a-house", "own | agent: Rok Tamm /person | theme: a house /object"),
    ("buys-bread", "buy | agent: Rok Tamm /person | theme: bread /substance"),
    ("succeeds-in", "succeed | agent: Rok Tamm /person"),
    ("replaces-a-part", "replace | agent: Rok Tamm /person | theme: the pump /object"),
    ("takes-over-a-firm", f"take_over | {FIRM}"),
    ("names-no-post", f"name | {PAIR}"),
    ("brother-in-arms", "be | theme: Rok Tamm /person | attribute: a brother /person"),
    (
        "member-of-a-person",
        "be | theme: Rok Tamm /person | attribute: a member of Ilo Varn /person /person",
    ),
    (
        "head-of-steam",
        "be | theme: Rok Tamm /person | attribute: the head of steam /person /substance",
    ),
    (
        "thing-as-lawyer",
        "be | theme: the pump /object | attribute: the lawyer of Ilo Varn /person /person",
    ),
    (
        "plain-company",
        "be | theme: Lorn /organization | attribute: a company of Corr /organization /organization",
    ),
    (
        "front-of-a-house",
        "be | theme: Lorn /organization | attribute: the front of Corr /object /organization",
    ),
    (
        "friend-of-books",
        "be | theme: Rok Tamm /person | attribute: a friend of books /person /object",
    ),
    ("pays-a-visit", "pay | agent: Rok Tamm /person | recipient: Ilo Varn /person | theme: visit"),
    ("replaces-the-chiefs", "replace | agent: Rok Tamm /person | theme: the chief /person"),
    ("hires-nobody", "hire | agent: the Orrel Firm /organization | theme: nobody /person"),
    (
        "sees-as-brother",
        "see | theme: Rok Tamm /person | attribute: the brother of Ilo Varn /person /person",
    ),
    (
        "chief-of-staff",
        "be | theme: Rok Tamm /person | attribute: the chief of Staff /person /organization",
    ),
    ("another-verb", f"praise | {PAIR}"),
]


def _words(link, reading):
    text = reading.report.text
    return link.type, text[slice(*link.source)], text[slice(*link.target)], link.rule


def _expected(row):
    """The row's ends; for nouns 0 is whom it is said of and 1 the other."""
    rule, line, kind, source, target = row
    if isinstance(source, int):
        ends = line.split("theme: ")[1].split(" /")[0], line.split(" of ")[1].split(" /")[0]
        source, target = ends[source], ends[target]
    return kind, source, target, rule


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row[0])
def test_finds(row):
    claim, reading = claim_of(row[1])
    (link,) = links_of([claim], reading)
    assert _words(link, reading) == _expected(row)


@pytest.mark.parametrize("line", [pytest.param(line, id=key) for key, line in LEFT_ALONE])
def test_leaves_alone(line):
    claim, reading = claim_of(line)
    assert links_of([claim], reading) == ()


def test_every_rule_has_a_row_that_it_finds():
    assert {row[0] for row in FOUND} == {rule.id for rule in (*VERBS, *NOUNS)}


def test_ids_are_unique():
    ids = [rule.id for rule in (*VERBS, *NOUNS)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("polarity", "certainty"), [("negated", "certain"), ("affirmed", "possible")]
)
def test_a_link_bears_its_claim_however_sure_that_is(polarity, certainty):
    claim, reading = claim_of(f"fund | {FIRM}", polarity=polarity, certainty=certainty)
    (link,) = links_of([claim], reading)
    assert link.claim == claim.id


def test_the_ends_know_their_entities():
    claim, reading = claim_of(f"fund | {FIRM}")
    (link,) = links_of([claim], reading)
    assert (link.source_entity, link.target_entity) == ("Rok Tamm", "Orrel Firm")


def test_the_possessive_is_no_part_of_the_name():
    line = "be | theme: Rok Tamm /person | attribute: brother of Ilo Varn's /person /person"
    claim, reading = claim_of(line)
    (link,) = links_of([claim], reading)
    assert reading.report.text[slice(*link.target)] == "Ilo Varn"
