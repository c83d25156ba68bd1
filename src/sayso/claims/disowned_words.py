"""The words that call untrue what a clause tells, take it back, or leave it open."""

from __future__ import annotations

UNTRUE = frozenset(
    "lie fabrication invention nonsense rubbish fantasy fiction slander libel smear hoax myth "
    "falsehood untruth fake forgery false untrue incorrect inaccurate unfounded baseless "
    "groundless fabricated invent bogus fictitious canard calumny".split()
)
""" "It was a lie that …", "called it nonsense that …"."""

AMISS = frozenset(
    "wrong mistaken absurd ridiculous preposterous laughable ludicrous outrageous error "
    "mistake".split()
)
"""Of a report: untrue. "It was wrong that …" may be said of what is so: left open."""

VERDICTS = UNTRUE | AMISS

TOLD = frozenset(
    "report claim allegation accusation charge rumour rumor suggestion statement story assertion "
    "speculation insinuation idea notion testimony confession tale account theory insistence "
    "contention evidence conviction complaint".split()
)
"""Nouns whose "that …" is what somebody tells."""

CALLING = frozenset(
    "call brand label term describe dismiss denounce condemn deem consider regard".split()
)
""" "Called the report … a lie", "dismissed as a smear the claim that …"."""

TAKEN_BACK = frozenset(
    "retract withdraw recant disown renounce revoke drop quash correct abandon rescind disclaim "
    "overturn dismiss discard".split()
)
"""What becomes of a statement that nobody stands by."""

DISPROVED = frozenset("disprove debunk refute discredit deny reject rebut exclude preclude".split())
"""Verbs whose clause, or whose statement, is not so in their subject's view."""

DISTANCED = frozenset(
    "apologise apologize sorry regret retract withdraw recant stop avoid unable refuse decline "
    "fail lie wrong mistaken without instead far short cannot".split()
)
"""Before a verb of saying: it is not said, or no longer, or not truly: left open."""

FALSELY = frozenset(
    "falsely wrongly incorrectly mistakenly erroneously untruthfully dishonestly".split()
)

FOUND = frozenset("conviction sentence verdict charge indictment accusation".split())
""" "His conviction for poisoning the well was quashed"."""

SAYING = frozenset(
    "say tell claim allege report state announce assert declare suggest write testify confirm "
    "accuse charge insist maintain imply publish admit acknowledge deny".split()
)

BE = frozenset("be is are was were been being 's".split())
BECOMING = frozenset("prove turn remain seem appear".split())
LINKING = frozenset(
    "a an the all total complete pure utter utterly completely entirely wholly simply just "
    "nothing but more than plain plainly deliberate outright wicked cruel old demonstrably "
    "absolutely totally quite out to be also therefore later then since now out thrown".split()
)
"""Between "was" and the verdict."""

NOT = frozenset("not n't n’t never no neither nor hardly scarcely".split())
