"""The table of signals by which names in reports are sorted: each looks at one sighting."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.entities.body_words import COUNTRIES, FRONT_HEADS, HEADS, OUTLETS, PUBLIC
from sayso.entities.person_words import TITLES
from sayso.entities.place_signals import (
    listed_with_places,
    located,
    on_the_map,
    seat,
    seat_of_a_firm,
    with_a_place_noun,
)
from sayso.entities.roles import KIN, OFFICES
from sayso.entities.votes import SURE, Sighting, Vote, bare, is_given

Rule = Callable[[Sighting], Vote | None]

_ALSO = frozenset(
    """
    aide author businessman businesswoman commandant fisherman historian mp officer official
    resident teacher trader
    """.split()
)
"""Words for people that nobody is known by as by an office, or that are ranks."""
_ROLES = "|".join(sorted(OFFICES | KIN | _ALSO))
_BODY_NOUNS = (
    "agency airline bank broadcaster builder carmaker automaker carrier company consultancy "
    "corporation daily firm group magazine maker manufacturer ministry network newspaper operator "
    "outlet paper party shipbuilder site station supplier union website contractor shipper lender "
    "channel charity club"
).replace(" ", "|")
_OWN_OF_BODY = (
    "accounts? annual bankers board bookkeeper books chairman chairwoman chief creditors customers "
    "dealers directors earnings editor editor-in-chief factory finance fleet headquarters "
    "investors "
    "lenders managing management manufacturing market newsroom offices operations owners? plant "
    "products profits revenue sales shareholders shares spokesman spokesperson spokeswoman staff "
    "stock subsidiary workers workforce"
).replace(" ", "|")
_OWN_OF_PERSON = (
    "brother brother-in-law children daughter death family father husband lawyer mother parents "
    "sister son uncle widow wife"
).replace(" ", "|")
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|sen|gov|rep|gen|lt|col|maj|capt|"
    r"cmdr|adm|sgt|captain|colonel|major|admiral|brigadier|lieutenant|sergeant|commodore|sheikh|"
    r"ayatollah|imam|bishop|cardinal|judge|justice|detective|inspector)\.?\s$",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(rf"\b(?:{_ROLES})(?:,\s|\s)$", re.IGNORECASE)
_ROLE_AFTER = re.compile(
    rf"^,\s(?:who\b|aged\b|\d\d?,|(?:(?:an?|the|its|his|her|their|then)\s)?(?:[\w'’-]+\s){{0,3}}"
    rf"(?:{_ROLES})\b)",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(rf"\b(?:{_BODY_NOUNS})(?:,\s|\s)$")
_OF_BODY = re.compile(
    rf"^['’]s?\s(?:own\s)?(?:(?-i:[A-Z])\w+\s){{0,2}}(?:{_OWN_OF_BODY})\b", re.IGNORECASE
)
_EMPLOYER = re.compile(
    r"\b(?:analyst|director|engineer|executive|head|manager|officer|president|professor|reporter|"
    r"researcher|scientist|worker|workers|economist)\b[^,.;]{0,30}\sat\s(?:the\s)?$"
)
_OF_PERSON = re.compile(rf"^['’]s?\s(?:(?:late|own|elder|younger)\s)?(?:{_OWN_OF_PERSON})\b")
_OWNER_OF = re.compile(
    r"\b(?:board|chairman|chairwoman|directors?|employees|founder|manager|owners?|"
    r"shareholders|shares|spokesman|spokeswoman|subsidiary|executive)\sof\s(?:the\s)?$"
)
_SAYS = re.compile(r"\s(?:has\s|had\s)?(?:said|told|added|denied|replied|claimed|asked|wrote)\b")


def published(seen: Sighting) -> Vote | None:
    """The name of the report's own outlet, or of one that it credits."""
    return Vote("organization", 6) if bare(seen.name) in seen.scene.outlets else None


def titled(seen: Sighting) -> Vote | None:
    """ "Mr", "Dr", "Colonel" in front."""
    return Vote("person", 5) if _TITLED.search(seen.before) else None


def headed(seen: Sighting) -> Vote | None:
    """A word for a body, last in the name or before "of": "Coast Savings Bank", "Chamber of
    Audit". Not behind a common given name: "Mary Bank". Alone it is nobody's: "Army"; a country's
    name behind another makes a firm's branch: "Veltar Canada"."""
    words = seen.words
    if len(words) == 1:
        return Vote("organization", 2) if words[0] in PUBLIC | OUTLETS else None
    if is_given(words[0]):
        return None
    front = words[0] if words[0] != "the" else words[1]
    if words[-1] in HEADS or (front in FRONT_HEADS and "of" in words[1:3]):
        return Vote("organization", 4)
    if words[-1] in COUNTRIES:
        return Vote("organization", 1.5)
    inside = any(w in FRONT_HEADS and words[n + 1] == "of" for n, w in enumerate(words[:-1]))
    return Vote("organization", 4) if inside else None


def with_article(seen: Sighting) -> Vote | None:
    """ "the Courier": names of people have no article; families ("the Tamms") and what only
    describes the noun behind it ("the Tamm affair") aside."""
    if seen.modifies or seen.name.endswith("s") or len(seen.words) > 4:
        return None
    inside = seen.words[0] == "the"
    if not (inside or re.search(r"\b[Tt]he\s$", seen.before)) or is_given(seen.words[-1]):
        return None
    return Vote("nobody", 3)


def given_name(seen: Sighting) -> Vote | None:
    """A common given name before another word."""
    words = seen.words
    many = len(words) > 1 and words[-1] not in HEADS
    return Vote("person", 2) if many and is_given(words[0]) else None


def in_office(seen: Sighting) -> Vote | None:
    """A role right beside it: "its spokesman, Joss Perrin", "Joss Perrin, the notary"; "who". What
    stands behind a body's seat ("of the Coast Court, Ludmere, Judge Orn") is not said of it, and
    what is said of many ("Wardens, who") of nobody."""
    if (seen.plural and len(seen.words) == 1) or seat(seen):
        return None
    if _ROLE_BEFORE.search(seen.before) or _ROLE_AFTER.search(seen.after):
        return Vote("person", 2.5)
    return None


def called_a_body(seen: Sighting) -> Vote | None:
    """What it is stands in front: "the shipbuilder Veltar", "the news site Sternlight"."""
    return Vote("organization", 3) if _BODY_BEFORE.search(seen.before) else None


def owning(seen: Sighting) -> Vote | None:
    """What only a body has ("Veltar's shareholders", "a manager at Veltar") or only a person
    ("Roke's widow")."""
    if _OF_PERSON.search(seen.after):
        return Vote("person", 2)
    before = _OWNER_OF.search(seen.before) or _EMPLOYER.search(seen.before)
    body = before or _OF_BODY.search(seen.after)
    return Vote("organization", 2) if body else None


def of_somebody(seen: Sighting) -> Vote | None:
    """ "Mr Alfred Keel of Ludmere": where somebody is from, or for whom he is."""
    if re.search(r"\b[A-Z][a-z]+ [A-Z][a-z]+ of (?:the )?$", seen.before):
        return Vote("nobody", 2)
    return None


def many(seen: Sighting) -> Vote | None:
    """ "Norvikers", "the Wardens": no one person; nor has one a number in the name."""
    if seen.tag == "person" and (seen.plural or any(c.isdigit() for c in seen.name)):
        return Vote("other", 2)
    return None


def one_of_many(seen: Sighting) -> Vote | None:
    """ "A Warden", "every Norviker": whoever that is."""
    if len(seen.words) > 1 or seen.modifies:
        return None
    told = _ONE_OF_MANY.search(seen.before) and _GOES_ON.match(seen.after)
    return Vote("other", 3) if told else None


_GOES_ON = re.compile(
    r"\s?[,.;:!?)”\"’]|\s(?:and|are|for|from|had|has|in|is|of|on|or|that|to|was|were|who|with)\b|$"
)
_ONE_OF_MANY = re.compile(r"\b(?:an?|every|each|some|many|most|few|other|fellow)\s$", re.IGNORECASE)


def an_office(seen: Sighting) -> Vote | None:
    """ "Provost Marshal", "Bauchi State Governor": whoever that is."""
    words = seen.words
    last = words[-1] in TITLES or re.fullmatch(_ROLES, words[-1])
    weight = 5 if len(words) == 1 else 3
    return Vote("other", weight) if last and not is_given(words[0]) else None


def only_describing(seen: Sighting) -> Vote | None:
    """ "The Sorvene capital", "a Norvik court"."""
    return Vote("other", 1.5) if seen.modifies and len(seen.words) == 1 else None


def speaking(seen: Sighting) -> Vote | None:
    """What says something, in the past tense of a report, is no place."""
    return Vote("person", 0.5) if _SAYS.match(seen.after) else None


def of_a_body(seen: Sighting) -> Vote | None:
    """A word for a body or for what it does, anywhere in the name: "Army Public Relations"."""
    if len(seen.words) < 2 or is_given(seen.words[0]):
        return None
    return Vote("nobody", 3) if _BODILY & set(seen.words) else None


_BODILY = frozenset(
    "army battalion brigade command defence defense division information ministry navy operation "
    "operations police relations squadron taskforce".split()
)


def begins_a_firm(seen: Sighting) -> Vote | None:
    """What a firm's name in the report begins with: "Veltar" of "Veltar Motors"."""
    return Vote("organization", 2.5) if bare(seen.name) in seen.scene.firms else None


def ends_a_name(seen: Sighting) -> Vote | None:
    """The surname of somebody whom the report names in full."""
    alone = len(seen.words) == 1 and seen.tag != "place"
    if alone and bare(seen.name) in seen.scene.surnames:
        return Vote("person", 2.5)
    return None


def an_acronym(seen: Sighting) -> Vote | None:
    """Two to six capitals, in a line that is not all capitals."""
    around = seen.before[-25:] + seen.after[:25]
    if re.fullmatch(r"[A-Z][A-Z&]{1,5}", seen.name) and re.search(r"[a-z]{3}", around):
        return Vote("nobody", 2)
    return None


def a_common_word(seen: Sighting) -> Vote | None:
    """One word that begins a sentence or a headline, and is written small elsewhere."""
    if seen.opens and len(seen.words) == 1 and seen.words[0][:5] in seen.scene.small:
        return Vote("other", 3)
    return None


def as_tagged(seen: Sighting) -> Vote | None:
    """What the reader took the mention for."""
    return Vote(seen.tag, 1.0) if seen.tag in SURE else Vote("other", 1.0)


SIGNALS: tuple[Rule, ...] = (
    published,
    titled,
    headed,
    with_article,
    given_name,
    in_office,
    called_a_body,
    owning,
    located,
    seat,
    with_a_place_noun,
    listed_with_places,
    seat_of_a_firm,
    of_somebody,
    many,
    one_of_many,
    an_office,
    only_describing,
    speaking,
    on_the_map,
    of_a_body,
    begins_a_firm,
    ends_a_name,
    an_acronym,
    a_common_word,
    as_tagged,
)
