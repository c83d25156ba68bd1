"""Each kind of event: rows that must find it, and rows that must not."""

from __future__ import annotations

import pytest
from stated_claims import claim_of

from sayso.claims.events import RULES, event_of, event_rule

WHO = "agent: Rok Tamm /person"
WHOM = "theme: Ilo Varn /person"
PAIR = f"{WHO} | {WHOM}"

TYPES = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT RETREAT".split()
)

FOUND = [
    ("sign-deal", f"sign | {WHO} | theme: the treaty", "AGREE"),
    ("agree", f"agree | {WHO}", "AGREE"),
    ("talks", f"hold | {WHO} | theme: talks", "CONSULT"),
    ("meet", f"meet | {PAIR}", "CONSULT"),
    ("parley", f"meet | {WHO}", "CONSULT"),
    ("visit", f"visit | {WHO} | theme: Tolmere /place", "CONSULT"),
    ("talk", f"talk | {WHO} | co-party: Ilo Varn /person", "CONSULT"),
    ("back", f"endorse | {PAIR}", "SUPPORT"),
    ("recognize", f"recognise | {WHO} | theme: Halvenne /place", "SUPPORT"),
    ("ally", f"cooperate | {WHO}", "COOPERATE"),
    ("share", f"share | {WHO} | theme: intelligence", "COOPERATE"),
    ("aid", f"fund | {PAIR}", "AID"),
    ("train", f"train | {PAIR}", "AID"),
    ("give", f"give | {WHO} | theme: rifles | recipient: Ilo Varn /person", "AID"),
    ("provide", f"provide | {WHO} | theme: food", "AID"),
    ("release", f"release | {PAIR}", "YIELD"),
    ("lift", f"lift | {WHO} | theme: the curfew", "YIELD"),
    ("resign", f"resign | {WHO}", "YIELD"),
    ("cede", f"cede | {WHO}", "YIELD"),
    ("retreat", f"surrender | {WHO}", "RETREAT"),
    ("lay-down", f"lay_down | {WHO} | theme: arms", "RETREAT"),
    ("request", f"urge | {PAIR}", "REQUEST"),
    ("order", f"order | {PAIR}", "REQUEST"),
    ("ask", f"ask | {PAIR}", "REQUEST"),
    ("accuse", f"accuse | {PAIR}", "ACCUSE"),
    ("charge", f"charge | {PAIR}", "ACCUSE"),
    ("allege", f"allege | {WHO}", "ACCUSE"),
    ("reject", f"reject | {WHO} | theme: the plan", "REJECT"),
    ("threaten", f"threaten | {PAIR}", "THREATEN"),
    ("warn", f"warn | {PAIR}", "THREATEN"),
    ("protest", f"protest | {WHO}", "PROTEST"),
    ("march", "march | agent: students /person", "PROTEST"),
    ("stage", f"stage | {WHO} | theme: a rally", "PROTEST"),
    ("sanction", f"sanction | {PAIR}", "SANCTION"),
    ("impose", f"impose | {WHO} | theme: sanctions", "SANCTION"),
    ("designate", f"designate | {PAIR} | attribute: a terrorist", "SANCTION"),
    ("expel", f"expel | {PAIR}", "SANCTION"),
    ("sever", f"sever | {WHO} | theme: ties", "SANCTION"),
    ("freeze", f"freeze | {WHO} | theme: assets", "SANCTION"),
    ("mobilize", f"deploy | {WHO} | theme: troops /person", "MOBILIZE"),
    ("arrest", f"detain | {PAIR}", "COERCE"),
    ("seize", f"seize | {WHO} | theme: the mill /object", "COERCE"),
    ("limit", f"declare | {WHO} | theme: a curfew", "COERCE"),
    ("ban", f"ban | {WHO} | theme: the party /organization", "COERCE"),
    ("kill", f"kill | {PAIR}", "ASSAULT"),
    ("attack", f"attack | {WHO} | theme: the mill /object", "ASSAULT"),
    ("harm", f"wound | {PAIR}", "ASSAULT"),
    ("abduct", f"kidnap | {PAIR}", "ASSAULT"),
    ("clash", f"clash | {WHO}", "ASSAULT"),
    ("fight", f"fight | {WHO} | opponent: Ilo Varn /person", "ASSAULT"),
    ("launch", f"launch | {WHO} | theme: an assault", "ASSAULT"),
]

LEFT_ALONE = [
    ("signs-a-letter", f"sign | {WHO} | theme: a letter"),
    ("figures-agree", "agree | agent: the numbers /abstract"),
    ("holds-a-hat", f"hold | {WHO} | theme: a hat"),
    ("meets-a-target", "meet | agent: the team /organization | theme: the target /organization"),
    ("meets-demand", f"meet | {WHO} | theme: demand /abstract"),
    ("visits-a-page", f"visit | {WHO} | theme: the page /object"),
    ("talks-alone", f"talk | {WHO}"),
    ("data-back-claim", "support | agent: the data /abstract | theme: the claim /abstract"),
    ("recognizes-a-tune", f"recognise | {WHO} | theme: the tune /abstract"),
    ("shares-a-meal", f"share | {WHO} | theme: a meal"),
    ("funds-a-trip", f"fund | {WHO} | theme: a trip /event"),
    ("trains-alone", f"train | {WHO}"),
    ("gives-up-hope", f"give | {WHO} | theme: hope"),
    ("provides-a-view", f"provide | {WHO} | theme: a view"),
    ("releases-a-song", f"release | {WHO} | theme: a song /object"),
    ("lifts-a-box", f"lift | {WHO} | theme: a box"),
    ("withdraws-a-bid", f"withdraw | {WHO} | theme: the bid /abstract"),
    ("lays-a-table", f"lay | {WHO} | theme: a table"),
    ("orders-soup", f"order | {WHO} | theme: soup /substance"),
    ("asks-a-lot", f"ask | {WHO} | theme: a lot /abstract"),
    ("blames-the-rain", f"blame | {WHO} | theme: the rain /event"),
    ("charges-a-fee", f"charge | {WHO} | theme: a fee /abstract"),
    ("bodies-reject", "reject | agent: the liver /object"),
    ("storm-threatens", "threaten | agent: the storm /event"),
    ("warns-of-rain", f"warn | {WHO}"),
    ("troops-march", "march | agent: soldiers /person"),
    ("stages-a-play", f"stage | {WHO} | theme: a play"),
    ("imposes-order", f"impose | {WHO} | theme: order"),
    ("designates-a-park", "designate | theme: the wood /place | attribute: a park"),
    ("severs-a-rope", f"sever | {WHO} | theme: a rope"),
    ("lake-freezes", "freeze | theme: the lake /place"),
    ("deploys-an-app", f"deploy | {WHO} | theme: an app"),
    ("seizes-a-chance", f"seize | {WHO} | theme: the chance /abstract"),
    ("declares-war-on-waste", f"declare | {WHO} | theme: an interest"),
    ("kills-a-bill", f"kill | {WHO} | theme: the bill /object"),
    ("attacks-a-problem", f"attack | {WHO} | theme: the problem /abstract"),
    ("shoots-a-film", f"shoot | {WHO} | theme: a film /object"),
    ("colours-clash", "clash | agent: the colours /abstract"),
    ("fights-corruption", f"fight | {WHO} | theme: corruption /abstract"),
    ("launches-a-product", f"launch | {WHO} | theme: a product"),
    ("no-such-verb", f"see | {PAIR}"),
]


@pytest.mark.parametrize(("key", "line", "kind"), FOUND, ids=[row[0] for row in FOUND])
def test_finds(key, line, kind):
    claim, reading = claim_of(line)
    rule = event_rule(claim, reading)
    assert rule is not None and (rule.id, event_of(claim, reading)) == (key, kind)


@pytest.mark.parametrize("line", [pytest.param(line, id=key) for key, line in LEFT_ALONE])
def test_leaves_alone(line):
    assert event_of(*claim_of(line)) is None


def test_every_rule_has_a_row_that_it_finds():
    assert {row[0] for row in FOUND} == {rule.id for rule in RULES}


def test_types_are_plovers():
    assert {rule.type for rule in RULES} == TYPES


def test_a_denied_attack_is_of_the_type_still():
    claim, reading = claim_of(f"attack | {PAIR}", polarity="negated")
    assert event_of(claim, reading) == "ASSAULT" and claim.polarity == "negated"
