"""Which part a phrase plays, by its relation to the predicate: role names and PropBank labels.

The numbered labels are PropBank's proto-roles: ARG0 the one who acts, ARG1 the one acted on or
told of, ARG2 to ARG4 what the verb has besides (Palmer, Gildea and Kingsbury 2005). Without a
lexicon of senses the number of an oblique is the usual one for its preposition.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A role's name and its PropBank label."""

    role: str
    propbank: str


AGENT = Part("agent", "ARG0")
THEME = Part("theme", "ARG1")
RECIPIENT = Part("recipient", "ARG2")
ATTRIBUTE = Part("attribute", "ARG2")
POSSESSOR = Part("possessor", "ARG2")
TIME = Part("time", "ARGM-TMP")
PLACE = Part("place", "ARGM-LOC")
GOAL = Part("goal", "ARG2")
MANNER = Part("manner", "ARGM-MNR")

UNDERGOING = frozenset(
    "be die fall rise collapse remain stay arrive happen occur crash sink explode disappear vanish "
    "emerge appear seem become grow increase decrease decline drop drown burn break exist last "
    "belong come drift erupt open close end change improve worsen sound taste smell matter result "
    "spread shrink swell soar plunge slump surge survive perish flow".split()
)
"""Verbs whose subject is what it happens to: ARG1."""

TOGETHER = frozenset(
    "meet sign agree negotiate merge partner compete cooperate collude deal side clash talk speak "
    "work share discuss fight trade ally conspire collaborate coordinate marry associate "
    "communicate quarrel disagree argue reconcile unite join".split()
)
"""Verbs that take two: "with" a person or body is a party to it."""

NEEDS_OBJECT = frozenset(
    "kill arrest injure wound detain jail imprison sentence convict indict abduct kidnap behead "
    "execute bomb accuse charge name appoint sack ban sanction evacuate rescue hospitalize "
    "extradite deport acquit assassinate murder designate displace".split()
)
"""Verbs that do not go without an object: a past form without one is a passive."""

HANDING = frozenset("give pay hand offer grant award lend sell owe donate transfer".split())
"""Verbs with "to" whoever gets it, though the reader may not know what that is."""

NAMING = frozenset(
    "designate name call declare elect appoint consider make label dub brand deem proclaim".split()
)
"""Verbs with two objects: one is called the other."""

CALLING = NAMING | frozenset("become remain stay seem look prove".split())
"""Verbs with a noun that says what their object, or subject, is or is called."""

PREPOSITIONS: dict[str, Part] = {
    "to": Part("recipient", "ARG2"),
    "from": Part("source", "ARG2"),
    "with": Part("co-party", "ARG2"),
    "against": Part("opponent", "ARG2"),
    "between": Part("theme", "ARG1"),
    "among": Part("theme", "ARG1"),
    "into": Part("goal", "ARG2"),
    "of": Part("topic", "ARG2"),
    "about": Part("topic", "ARG1"),
    "on": Part("topic", "ARG1"),
    "over": Part("topic", "ARG1"),
    "as": Part("attribute", "ARG2"),
    "for": Part("beneficiary", "ARG2"),
    "by": Part("agent", "ARG0"),
}
"""What a preposition's phrase is where it takes part ("sent it to the yard")."""

MODIFIERS: dict[str, Part] = {
    "in": PLACE,
    "at": PLACE,
    "on": PLACE,
    "near": PLACE,
    "inside": PLACE,
    "outside": PLACE,
    "throughout": PLACE,
    "within": PLACE,
    "across": PLACE,
    "around": PLACE,
    "under": PLACE,
    "over": PLACE,
    "during": TIME,
    "since": TIME,
    "until": TIME,
    "till": TIME,
    "before": TIME,
    "after": TIME,
    "prior to": TIME,
    "ahead of": TIME,
    "following": TIME,
    "because of": Part("cause", "ARGM-CAU"),
    "due to": Part("cause", "ARGM-CAU"),
    "thanks to": Part("cause", "ARGM-CAU"),
    "for": Part("purpose", "ARGM-PRP"),
    "despite": Part("concession", "ARGM-ADV"),
    "by": Part("means", "ARGM-MNR"),
    "with": Part("instrument", "ARGM-MNR"),
    "through": Part("means", "ARGM-MNR"),
    "via": Part("means", "ARGM-MNR"),
    "without": MANNER,
    "from": Part("source", "ARGM-DIR"),
    "to": Part("goal", "ARGM-GOL"),
    "into": Part("goal", "ARGM-GOL"),
    "as": Part("manner", "ARGM-MNR"),
}
"""What it is where it only says when, where, how or why."""

OTHER = Part("other", "ARGM-ADV")
CONTENT = Part("content", "ARG1")
