"""The table of links: which predicate, between whom, is which of FollowTheMoney's links.

To extend it, add a row to `VERBS` (the predicate is a verb: "joined", "funds") or to `NOUNS`
("is a member of …": the noun that a copula or an apposition gives), and a must-find and a
must-leave-alone row to `tests/claims/test_links.py`. A link goes from `source` to `target`;
which end FollowTheMoney names first is in its schemata under `edge`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claims.links_patterns import BODY, PARTY, PERSON, Part, lemmas, not_words, of_words


@dataclass(frozen=True, slots=True)
class VerbRule:
    """`source` and `target` are the claim's arguments; all of `parts` must fit as well. `alone`:
    no clause of its own hangs from the verb ("reports to Korr", not "reported to Korr that")."""

    id: str
    type: str
    lemmas: frozenset[str]
    source: Part
    target: Part
    parts: tuple[Part, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class NounRule:
    """Of "A is the `nouns` of B": from A to B, or with `turned` from B to A. `kinds` are what A
    and B must be. `near` are the prepositions that may lead B, "" its possessive ("B's"). `led`:
    one of these must stand in front of the noun ("a front company")."""

    id: str
    type: str
    nouns: frozenset[str]
    kinds: tuple[frozenset[str], frozenset[str]]
    near: frozenset[str] = frozenset({"of", ""})
    turned: bool = False
    led: frozenset[str] = frozenset()


def _verb(key: str, kind: str, words: str, source: Part, target: Part, *parts: Part) -> VerbRule:
    return VerbRule(key, kind, lemmas(words), source, target, parts)


def _any(*roles: str) -> Part:
    return Part(roles, PARTY)


def _person(*roles: str) -> Part:
    return Part(roles, PERSON)


def _body(*roles: str) -> Part:
    return Part(roles, BODY)


_ORGANIZATION = frozenset({"organization"})
_LISTED = "terrorist organization organisation kingpin group trafficker entity"
_MEASURE = "sanction embargo penalty fine ban"
_COURTESIES = "homage visit tribute attention respect heed call compliment price condolence"

NOBODY = lemmas("anyone anybody everyone everybody someone somebody nobody one whoever")
"""Words that name none whom a link could be drawn to."""
LIKENED = lemmas("see regard view treat consider describe call brand dub portray identify depict")
""" "They see him as a brother": what somebody is likened to, or taken for, is no tie."""
NOT_LED = lemmas("staff state")
"""The chief of staff does not lead the staff."""

VERBS: tuple[VerbRule, ...] = (
    _verb("sanctions", "Sanction", "sanction blacklist", _any("agent"), _any("theme")),
    _verb(
        "designates",
        "Sanction",
        "designate list",
        _any("agent"),
        _any("theme"),
        of_words("attribute", _LISTED),
    ),
    _verb(
        "imposes",
        "Sanction",
        "impose slap",
        _any("agent"),
        _any("topic", "recipient", "place", "opponent"),
        of_words("theme", _MEASURE),
    ),
    _verb(
        "joins",
        "Membership",
        "join",
        _person("agent", "theme"),
        Part(("theme", "recipient"), _ORGANIZATION),
    ),
    _verb(
        "belongs",
        "Membership",
        "belong",
        _any("theme", "agent"),
        Part(("recipient", "goal"), _ORGANIZATION),
    ),
    _verb(
        "commands",
        "Directorship",
        "command head lead run direct oversee chair",
        _person("agent"),
        Part(("theme",), _ORGANIZATION),
    ),
    _verb(
        "founds",
        "Directorship",
        "found cofound co-found",
        _person("agent"),
        Part(("theme",), _ORGANIZATION),
    ),
    _verb("employs", "Employment", "employ hire", _person("theme"), _body("agent")),
    _verb(
        "works-for",
        "Employment",
        "work",
        _person("agent"),
        Part(("beneficiary", "purpose"), _ORGANIZATION),
    ),
    _verb(
        "pays",
        "Payment",
        "pay bribe reimburse compensate",
        _any("agent"),
        _any("recipient", "theme"),
        not_words("theme|topic|amount|attribute|manner|result|goal", _COURTESIES),
    ),
    _verb(
        "funds",
        "Payment",
        "fund finance bankroll subsidize subsidise sponsor",
        _any("agent"),
        _any("theme"),
    ),
    _verb("supplies", "UnknownLink", "supply arm equip", _any("agent"), _any("recipient", "theme")),
    _verb(
        "sends-to",
        "UnknownLink",
        "supply provide deliver sell ship smuggle send transfer",
        _any("agent"),
        _any("recipient", "beneficiary", "goal"),
    ),
    _verb(
        "allies",
        "UnknownLink",
        "ally partner side collaborate conspire",
        _any("agent"),
        _any("co-party", "instrument", "recipient", "theme"),
    ),
    _verb("backs", "UnknownLink", "back support", _any("agent"), _any("theme")),
    _verb(
        "marries",
        "Family",
        "marry",
        _person("agent", "theme"),
        _person("theme", "co-party", "recipient"),
    ),
    _verb("is-married", "Family", "be_married", _person("theme"), _person("recipient")),
    _verb("trains", "UnknownLink", "train mentor", _person("agent"), _person("theme")),
    _verb(
        "trains-under",
        "UnknownLink",
        "train study apprentice",
        _person("agent", "theme"),
        _person("place"),
    ),
    VerbRule(
        "reports-to",
        "UnknownLink",
        lemmas("report answer"),
        _person("agent"),
        _person("recipient"),
        (Part(("theme", "topic"), never=True),),
        alone=True,
    ),
    _verb("is-loyal", "UnknownLink", "be_loyal be_allied loyal", _any("theme"), _any("recipient")),
    _verb(
        "represents",
        "Representation",
        "represent",
        _any("agent"),
        _any("theme"),
        not_words("theme", "rise increase decline share threat"),
    ),
    _verb("owns", "Ownership", "own acquire", _any("agent"), Part(("theme",), _ORGANIZATION)),
    _verb("buys", "Ownership", "buy purchase", _any("agent"), Part(("theme",), _ORGANIZATION)),
    _verb("succeeds", "Succession", "succeed", _person("theme"), _person("agent")),
    _verb(
        "replaces-with",
        "Succession",
        "replace",
        _person("theme"),
        _person("co-party", "instrument"),
    ),
    _verb(
        "replaces",
        "Succession",
        "replace",
        _person("theme"),
        _person("agent"),
        not_words("theme", "chief commander minister official officer member staff team head"),
    ),
    _verb("takes-over-from", "Succession", "take_over take", _person("source"), _person("agent")),
    _verb(
        "appoints",
        "Occupancy",
        "appoint name nominate elect promote",
        _person("theme"),
        Part(("attribute",)),
    ),
)

_RELATIVES = (
    "brother sister son daughter father mother wife husband cousin uncle aunt nephew niece spouse "
    "widow widower grandson granddaughter grandfather grandmother stepson stepdaughter son-in-law "
    "daughter-in-law father-in-law mother-in-law brother-in-law sister-in-law twin fiancé fiancée "
    "sibling parent child half-brother half-sister"
)
EACH_OTHER = lemmas(
    "brother sister cousin spouse sibling twin brother-in-law sister-in-law half-brother "
    "half-sister associate friend ally partner accomplice confidant rival enemy"
)
""" "A and B are brothers": each of the other."""
_FOR = frozenset({"for"})
_LEADERS = (
    "commander leader head chief director chairman chairwoman chairperson president founder "
    "co-founder commandant boss ceo chair ringleader"
)

NOUNS: tuple[NounRule, ...] = (
    NounRule(
        "relative-of", "Family", lemmas(_RELATIVES), (PERSON, PERSON), frozenset({"of", "to", ""})
    ),
    NounRule(
        "member-of",
        "Membership",
        lemmas("member"),
        (PARTY, _ORGANIZATION),
        frozenset({"of", "in", ""}),
    ),
    NounRule(
        "head-of",
        "Directorship",
        lemmas(_LEADERS),
        (PERSON, _ORGANIZATION),
        frozenset({"of", "at", "for", ""}),
    ),
    NounRule(
        "employee-of",
        "Employment",
        lemmas("employee staffer worker contractor"),
        (PERSON, _ORGANIZATION),
        frozenset({"of", "at", "for", "with", ""}),
    ),
    NounRule(
        "lawyer-of",
        "Representation",
        lemmas(
            "lawyer attorney spokesman spokeswoman spokesperson ambassador envoy agent lobbyist "
            "representative"
        ),
        (PARTY, PARTY),
        frozenset({"of", "for", "to", ""}),
    ),
    NounRule(
        "associate-of",
        "Associate",
        lemmas(
            "associate friend aide ally adviser advisor confidant partner bodyguard "
            "accomplice boss protégé protege mentor disciple"
        ),
        (PERSON, PERSON),
        frozenset({"of", "to", ""}),
    ),
    NounRule(
        "works-under",
        "UnknownLink",
        lemmas("deputy"),
        (PERSON, PERSON),
        frozenset({"of", "to", ""}),
    ),
    NounRule(
        "ally-of",
        "UnknownLink",
        lemmas("ally supporter backer supplier rival enemy"),
        (PARTY, PARTY),
    ),
    NounRule(
        "owner-of",
        "Ownership",
        lemmas("owner shareholder"),
        (PARTY, _ORGANIZATION),
        frozenset({"of", "in", ""}),
    ),
    NounRule(
        "part-of", "Ownership", lemmas("subsidiary"), (_ORGANIZATION, _ORGANIZATION), turned=True
    ),
    NounRule(
        "branch-of",
        "UnknownLink",
        lemmas("affiliate offshoot branch proxy wing arm"),
        (_ORGANIZATION, PARTY),
    ),
    NounRule("front-for", "UnknownLink", lemmas("front"), (_ORGANIZATION, PARTY), _FOR),
    NounRule(
        "front-company-of",
        "UnknownLink",
        lemmas("company firm business"),
        (_ORGANIZATION, PARTY),
        _FOR | {"of", ""},
        led=lemmas("front shell cover"),
    ),
    NounRule(
        "successor-of",
        "Succession",
        lemmas("successor"),
        (PERSON, PERSON),
        frozenset({"of", "to", ""}),
        turned=True,
    ),
    NounRule("predecessor-of", "Succession", lemmas("predecessor"), (PERSON, PERSON)),
)
