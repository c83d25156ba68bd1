"""PLOVER's event types (Halterman et al. 2023) of claims, by one table: `event_of`.

A type says what kind of event a claim tells of, not that it took place: "did not attack" is an
ASSAULT whose claim is negated, "may attack" one that is possible. Read it with the claim's
`polarity` and `certainty`. Where no row fits, or the words allow another sense, there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.claims.links_patterns import PARTY, Part, fits, lemmas, not_words, of_words, who
from sayso.values import Claim, Reading


@dataclass(frozen=True, slots=True)
class EventRule:
    """A row: what the predicate is, what must take part, and the type."""

    id: str
    type: str
    lemmas: frozenset[str]
    parts: tuple[Part, ...] = ()


_DEALS = "agreement deal treaty accord pact memorandum contract ceasefire truce protocol settlement"
_TROOPS = (
    "troop soldier force army navy fleet unit battalion brigade division regiment warship ship jet "
    "aircraft missile tank artillery police officer militia fighter reservist submarine drone"
)
_CROWD = "protester protestor demonstrator crowd student worker people thousand hundred"
_ILLS = "corruption inflation crime poverty fire disease cancer hunger fraud price cost attempt"
_MEASURES = "sanction embargo tariff restriction penalty fine measure blockade boycott ban"
_LIMITS = "curfew emergency blockade siege law lockdown censorship"
_VICTIM = Part(("theme", "opponent", "recipient"), PARTY | {"object", "animal", "plant"})


_NO_GOAL = not_words("theme", "target need demand deadline goal requirement expectation condition")


def _rule(key: str, kind: str, words: str, *parts: Part) -> EventRule:
    return EventRule(key, kind, lemmas(words), parts)


RULES: tuple[EventRule, ...] = (
    _rule(
        "sign-deal", "AGREE", "sign reach strike conclude seal ratify", of_words("theme", _DEALS)
    ),
    _rule("agree", "AGREE", "agree accept consent pledge promise", who("agent")),
    _rule("talks", "CONSULT", "hold attend host convene", of_words("theme", "talk meeting summit")),
    _rule(
        "meet",
        "CONSULT",
        "meet consult confer negotiate",
        who("agent"),
        who("theme", "co-party"),
        _NO_GOAL,
    ),
    _rule("parley", "CONSULT", "meet confer negotiate", who("agent"), Part(("theme",), never=True)),
    _rule("visit", "CONSULT", "visit phone telephone", who("agent"), who("theme")),
    _rule("talk", "CONSULT", "talk speak", who("agent"), who("co-party")),
    _rule(
        "back",
        "SUPPORT",
        "support back endorse praise defend congratulate",
        who("agent"),
        who("theme"),
    ),
    _rule("recognize", "SUPPORT", "recognize recognise", who("agent"), who("theme")),
    _rule("ally", "COOPERATE", "cooperate collaborate ally partner coordinate", who("agent")),
    _rule(
        "share", "COOPERATE", "share exchange", of_words("theme", "intelligence information data")
    ),
    _rule(
        "aid",
        "AID",
        "aid assist fund finance bankroll subsidize subsidise arm",
        who("agent"),
        who("theme"),
    ),
    _rule("train", "AID", "train equip", who("agent"), who("theme")),
    _rule(
        "give",
        "AID",
        "give provide send supply donate deliver ship",
        who("agent"),
        who("recipient", "beneficiary", "goal"),
    ),
    _rule(
        "provide",
        "AID",
        "provide send supply donate deliver",
        of_words("theme", "aid weapon arm ammunition food medicine money fund assistance relief"),
    ),
    _rule("release", "YIELD", "release free pardon", who("theme")),
    _rule("lift", "YIELD", "lift ease", of_words("theme", _MEASURES + " " + _LIMITS)),
    _rule("resign", "YIELD", "resign abdicate concede step_down", who("agent", "theme")),
    _rule("cede", "YIELD", "cede relinquish", who("agent")),
    _rule(
        "retreat",
        "RETREAT",
        "retreat withdraw surrender pull_out evacuate flee",
        who("agent", "theme"),
        not_words("theme", "proposal bid offer application support money cash"),
    ),
    _rule("lay-down", "RETREAT", "lay_down lay", of_words("theme", "arm weapon")),
    _rule("request", "REQUEST", "request demand urge appeal implore", who("agent")),
    _rule("order", "REQUEST", "order", who("agent"), who("theme", "recipient")),
    _rule("ask", "REQUEST", "ask", who("agent"), who("theme", "recipient")),
    _rule(
        "accuse",
        "ACCUSE",
        "accuse blame denounce condemn criticize criticise indict sue",
        who("theme", "recipient", "opponent"),
    ),
    _rule(
        "charge",
        "ACCUSE",
        "charge prosecute",
        who("theme"),
        not_words("instrument|agent", "battery"),
    ),
    _rule("allege", "ACCUSE", "allege", who("agent")),
    _rule("reject", "REJECT", "reject refuse veto rebuff decline", who("agent")),
    _rule("threaten", "THREATEN", "threaten", who("agent")),
    _rule("warn", "THREATEN", "warn", who("agent"), who("theme", "recipient")),
    _rule("protest", "PROTEST", "protest demonstrate riot picket", who("agent")),
    _rule("march", "PROTEST", "march rally", of_words("agent", _CROWD)),
    _rule(
        "stage",
        "PROTEST",
        "stage hold join organize organise",
        of_words("theme", "protest demonstration rally march strike sit-in"),
    ),
    _rule("sanction", "SANCTION", "sanction blacklist embargo", who("theme")),
    _rule("impose", "SANCTION", "impose slap tighten extend", of_words("theme", _MEASURES)),
    _rule(
        "designate",
        "SANCTION",
        "designate list",
        who("theme"),
        of_words(
            "attribute", "terrorist organization organisation kingpin group trafficker entity"
        ),
    ),
    _rule("expel", "SANCTION", "expel", who("agent"), who("theme")),
    _rule(
        "sever",
        "SANCTION",
        "sever cut cut_off suspend",
        of_words("theme", "tie relation aid membership"),
    ),
    _rule("freeze", "SANCTION", "freeze", of_words("theme", "asset account fund")),
    _rule(
        "mobilize",
        "MOBILIZE",
        "mobilize mobilise mass amass deploy station",
        of_words("theme|agent", _TROOPS),
    ),
    _rule(
        "arrest", "COERCE", "arrest detain jail imprison deport interrogate extradite", who("theme")
    ),
    _rule(
        "seize",
        "COERCE",
        "seize confiscate raid evict censor",
        Part(("theme",)),
        not_words("theme", "opportunity chance initiative moment"),
    ),
    _rule("limit", "COERCE", "impose declare", of_words("theme", _LIMITS)),
    _rule("ban", "COERCE", "ban outlaw", Part(("theme",))),
    _rule(
        "kill",
        "ASSAULT",
        "kill murder assassinate massacre behead execute slaughter",
        _VICTIM,
        not_words("theme", "bill proposal motion plan deal"),
    ),
    _rule("attack", "ASSAULT", "attack ambush bomb shell bombard storm torpedo gun_down", _VICTIM),
    _rule("harm", "ASSAULT", "wound injure torture beat rape stab shoot", Part(("theme",), PARTY)),
    _rule("abduct", "ASSAULT", "abduct kidnap hijack", Part(("theme",))),
    _rule("clash", "ASSAULT", "clash", who("agent")),
    _rule(
        "fight",
        "ASSAULT",
        "fight battle",
        who("agent"),
        who("theme", "opponent", "co-party"),
        not_words("theme|opponent", _ILLS),
    ),
    _rule(
        "launch",
        "ASSAULT",
        "launch carry_out mount conduct",
        of_words("theme", "attack assault raid airstrike strike offensive bombing shelling"),
    ),
)


@cache
def _by_lemma() -> dict[str, tuple[EventRule, ...]]:
    out: dict[str, list[EventRule]] = {}
    for rule in RULES:
        for lemma in rule.lemmas:
            out.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in out.items()}


def event_rule(claim: Claim, reading: Reading) -> EventRule | None:
    """The first row that fits a claim."""
    for rule in _by_lemma().get(claim.lemma, ()):
        if fits(rule.parts, claim, reading):
            return rule
    return None


def event_of(claim: Claim, reading: Reading) -> str | None:
    """The type of event that a claim tells of, or None."""
    rule = event_rule(claim, reading)
    return rule.type if rule else None
