"""Documents made by varying, for cases of any size: an invented country's port affairs.

Each report has some twenty sentences, drawn from patterns. Who speaks and is spoken of comes from
a company of 400 people and 80 bodies, of whom few appear often and most seldom (Zipf), and one in
four is met in this report only, so that who is known grows with the case. The same number gives
the same document. No model is run: mentions, attributions, claims, posts and links are laid down
with the words, as many as the reader finds in like texts.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

from sayso.reports.identity import report_id
from sayso.values import (
    Amount,
    Argument,
    Attribution,
    Block,
    Claim,
    Document,
    Link,
    Mention,
    Post,
    Reading,
    Report,
    Span,
    Time,
    Voice,
)

GIVEN = "Garrick Ilse Hugo Marta Oskar Petra Jonas Wilma Anton Sanne Edvin Klara".split()
FAMILY_FIRST = "Dra Kol Vel Bran Har Mar Ost Ruv Sel Tam Dor Lind Gar Fen Wes".split()
FAMILY_LAST = "le ren tar dis mund nik vik berg sen holt gaard ström well by mark".split()
BODY_FIRST = "Corriden Veltar Sandrun Osmark Lindhafen Brannock Ravensund Tolmere".split()
BODY_LAST = [
    *("Dredging", "Harbour Board", "Ministry of Ports", "Shipping", "Coast Guard"),
    *("Steel Works", "Customs Office", "Fishing Union", "Bank", "Institute"),
]
OUTLETS = "The Herald|The Lantern|Harbour Times|Corrida Post|Northern Wire|The Quay".split("|")
TITLES = "minister of ports|harbour master|head engineer|treasurer|deputy director".split("|")
DEEDS = (
    *(("paid", "pay", "Payment"), ("met", "meet", None), ("hired", "hire", "Employment")),
    *(("accused", "accuse", None), ("sued", "sue", None), ("owns", "own", "Ownership")),
)
DENIED = "never "
CURRENCY = "marks"
CUES = ("said", "told reporters", "claimed", "denied")
SENTENCES = 20


def _frequent(count: int) -> list[float]:
    """Cumulative weights of Zipf's law."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


PEOPLE = [
    f"{given} {first}{last}"
    for first in FAMILY_FIRST
    for last in FAMILY_LAST
    for given in GIVEN[:2]
][:400]
BODIES = [f"{first} {last}" for last in BODY_LAST for first in BODY_FIRST]
_PEOPLE_WEIGHTS, _BODY_WEIGHTS = _frequent(len(PEOPLE)), _frequent(len(BODIES))


@dataclass(slots=True)
class Making:
    """A document as far as it is made."""

    chance: random.Random
    sums: random.Random
    outlet: str
    published: str
    strangers: list[str]
    text: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    found: dict[str, list[Any]] = field(default_factory=dict)

    def put(self, words: str) -> Span:
        """Words at the end of the text, and where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def keep(self, kind: str, value: Any) -> None:
        """A value into the list of its kind."""
        self.found.setdefault(kind, []).append(value)

    def number(self, kind: str) -> int:
        """The number of the next value of a kind."""
        return len(self.found.get(kind, ())) + 1

    def mention(self, name: str, kind: str) -> tuple[Span, str]:
        """A name at the end of the text, and the report's own id for it."""
        span = self.put(name)
        entity = self.ids.setdefault(name, f"e{len(self.ids) + 1}")
        self.keep("mentions", Mention(f"m{self.number('mentions')}", *span, kind, True, -1, entity))
        return span, entity

    def person(self) -> str:
        """Somebody, likely one who is often told of."""
        if self.chance.random() < 0.25:
            return self.chance.choice(self.strangers)
        return self.chance.choices(PEOPLE, cum_weights=_PEOPLE_WEIGHTS)[0]

    def body(self) -> str:
        """An organization, likely one that is often told of."""
        return self.chance.choices(BODIES, cum_weights=_BODY_WEIGHTS)[0]


def invented(number: int) -> Document:
    """The document of a number."""
    chance = random.Random(number)
    day = f"{2004 + number % 20}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    sums, outlet = random.Random(f"sums of {number}"), chance.choice(OUTLETS)
    made = Making(chance, sums, outlet, day, [_stranger(chance) for _ in range(6)])
    title = made.put(f"Port affair, part {number}")
    made.put("\n\n")
    start = len(made.text)
    for _ in range(SENTENCES):
        _sentence(made)
    blocks = (Block("title", *title), Block("paragraph", start, len(made.text)))
    report = Report(
        id=report_id(made.text, blocks, made.outlet),
        source=f"part-{number:06d}.txt",
        text=made.text,
        title=made.text[slice(*title)],
        outlet=made.outlet,
        published=day,
        language="en",
        blocks=blocks,
    )
    got = {kind: tuple(values) for kind, values in made.found.items()}
    reading = Reading(report, (), (), got.pop("mentions", ()))
    return Document(report, reading, **got)


def _stranger(chance: random.Random) -> str:
    syllables = "".join(chance.choice("ba ke li mo nu ra se ti vo zu da fi".split()) for _ in "abc")
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY_FIRST)}{syllables}"


def _sentence(made: Making) -> None:
    """ "Ilse Kolren said in 2003 that Hugo Tamm never paid Veltar Shipping." """
    source, speaker = made.mention(made.person(), "person")
    made.put(" ")
    cue_words = made.chance.choice(CUES)
    cue = made.put(cue_words)
    made.put(" in ")
    year = str(made.chance.randint(1995, 2024))
    said = made.put(year)
    made.put(" that ")
    voice = Voice(made.text[slice(*source)], "person", speaker, year, None, (source,))
    content = _deed(made, voice, year)
    made.keep("times", Time(*said, year))
    made.keep(
        "attributions",
        Attribution(
            id=f"a{made.number('attributions')}",
            parent=None,
            kind="indirect",
            source=(source,),
            cue=(cue,),
            content=(content,),
            stance="denied" if cue_words == "denied" else "affirmed",
            time=(said,),
            said=year,
            voice=voice,
        ),
    )
    made.put(".\n")


def _deed(made: Making, voice: Voice, year: str) -> Span:
    """What somebody is said to have done, with a claim, a link, and now and then a post."""
    start = len(made.text)
    person, agent = made.mention(made.person(), "person")
    made.put(" ")
    if made.chance.random() < 0.2:
        made.put(DENIED)
    words, lemma, link = made.chance.choice(DEEDS)
    predicate = made.put(words)
    made.put(" ")
    body, theme = made.mention(made.body(), "organization")
    claim = f"c{made.number('claims')}"
    negated = DENIED in made.text[start : predicate[0]]
    paid = None if negated or link != "Payment" else _sum(made)
    arguments = (Argument("agent", *person, agent), Argument("theme", *body, theme))
    made.keep(
        "claims",
        Claim(
            id=claim,
            attribution=f"a{made.number('attributions')}",
            text=made.text[start : len(made.text)],
            predicate=predicate,
            lemma=lemma,
            arguments=(*arguments, Argument("amount", paid.start, paid.end)) if paid else arguments,
            polarity="negated" if negated else "affirmed",
            why=(DENIED.strip(),) if negated else (),
            time=year if made.chance.random() < 0.5 else None,
            quantity=paid,
            evidence=(person, predicate, body),
            chain=(Voice(made.outlet, "outlet", said=made.published), voice),
            found_by="invented",
        ),
    )
    if link:
        made.keep("links", Link(link, claim, person, body, agent, theme, "invented"))
    if made.chance.random() < 0.15:
        made.put(" as its ")
        title = made.put(made.chance.choice(TITLES))
        held = Post(person, title=title, organization=body, claim=claim, since=year)
        made.keep("posts", replace(held, person_entity=agent, organization_entity=theme))
    return start, len(made.text)


def _sum(made: Making) -> Amount | None:
    """Behind every other payment, how much it was."""
    if made.sums.random() < 0.5:
        return None
    millions = made.sums.randint(1, 9)
    made.put(" ")
    span = made.put(f"{millions} million {CURRENCY}")
    value = f"{millions}000000"
    return Amount(*span, value, value, value, unit=CURRENCY)
