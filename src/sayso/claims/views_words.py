"""The words that turn a view: negation, modal verbs, adverbs, and what governs a clause.

Values are written as FactBank writes them (Saurí and Pustejovsky 2009): CT certain, PR probable,
PS possible, U left open; + affirmed, - negated, u neither. "F" is a fact to the speaker whatever
becomes of the governor, as with "regret". The pairs of values after Nairn, Condoravdi and
Karttunen (2006): what a clause gets where its governor is so, and where it is not so.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader.verb_forms import base_form

NEGATIONS = frozenset("not n't n’t nt never neither nor no hardly scarcely".split())
"""Adverbs and particles that negate the word they hang from."""

NOBODY = frozenset("nobody none nothing no-one noone neither nowhere".split())
"""Words that negate the clause they take part in."""

FOCUS = frozenset("only just merely simply solely even necessarily until exactly".split())
"""After "not" these leave the clause itself as it is: "not only attacked", "not until May"."""

NO_SCOPE = frozenset("doubt matter question wonder sooner less fewer more".split())
""" "No doubt", "no matter": the clause stays."""

NEGATING_PHRASES = {
    "in": frozenset(["way", "event", "case"]),
    "by": frozenset(["means"]),
    "at": frozenset(["time", "point", "stage", "moment"]),
    "under": frozenset(["circumstance", "circumstances", "condition", "conditions"]),
    "on": frozenset(["account"]),
}
""" "In no way", "by no means", "at no time", by their prepositions."""

MODALS = {
    "can": "PS", "could": "PS", "may": "PS", "might": "PS",
    "would": "PR", "'d": "PR", "’d": "PR", "must": "PR",
    "will": "F", "wo": "F", "'ll": "F", "’ll": "F", "shall": "F", "sha": "F",
    "should": "U", "ought": "U", "need": "U", "dare": "U",
}  # fmt: skip
"""What an auxiliary leaves of certainty; what ought to be is left open.

"F" is the future: no fact yet, so certainty is lost, but an opinion of it stays one ("is
expected to", "thinks that it will").
"""

WISHING = frozenset("like love prefer hate".split())
"""With "would" these are wishes that there are."""

ABILITIES = frozenset(["can", "could", "ca"])
"""Whoever cannot surely does not: negated, these are certain."""

ADVERBS = {
    "probably": "PR", "likely": "PR", "presumably": "PR", "apparently": "PR", "seemingly": "PR",
    "evidently": "PR", "reportedly": "PR", "arguably": "PR",
    "possibly": "PS", "perhaps": "PS", "maybe": "PS", "allegedly": "PS", "supposedly": "PS",
    "purportedly": "PS", "potentially": "PS", "conceivably": "PS", "ostensibly": "PS",
    "theoretically": "PS", "hopefully": "U", "unlikely": "PR-",
    "almost": "Uu", "nearly": "Uu",
}  # fmt: skip

ADJECTIVES = {
    "possible": "PS", "potential": "PS", "alleged": "PS", "supposed": "PS", "purported": "PS",
    "suspected": "PS", "likely": "PR", "probable": "PR", "apparent": "PR", "reported": "PR",
    "expected": "PR", "planned": "U", "proposed": "U", "attempted": "U", "intended": "U",
    "threatened": "U", "hypothetical": "U", "prospective": "U", "would-be": "U", "upcoming": "U",
    "future": "U", "aspiring": "U", "self-styled": "PS", "self-proclaimed": "PS",
    "self-declared": "PS", "self-appointed": "PS", "fictional": "Uu", "fictitious": "Uu",
    "imaginary": "Uu", "fake": "CT-", "bogus": "CT-", "failed": "CT-", "foiled": "CT-",
    "thwarted": "CT-", "averted": "CT-",
    "cancelled": "CT-", "canceled": "CT-", "aborted": "CT-", "so-called": "PS",
}  # fmt: skip
"""Before a noun that tells of something happening: "the alleged bribe", "a failed coup"."""

CONDITIONS = frozenset("if unless whether lest provided providing supposing assuming".split())
"""What opens a clause that is left open; what the clause hangs from is left open too."""

SETTLED = frozenset("because since after although though whereas despite".split())
"""What opens a clause that is taken as said, whatever becomes of what it hangs from."""

WITHOUT = frozenset(["without"])

FIRST = frozenset("first last only next second third latest".split())
""" "The first to leave", "the last man to go": who did so."""

Row = tuple[str, str, str, str, str]

GOVERNORS: tuple[Row, ...] = (
    # name, value where so, value where not so, kinds of clause, words that govern it
    ("fact", "F", "F", "that ing noun",
     "know realise realize regret remember forget discover notice recognise recognize learn "
     "resent welcome celebrate ignore overlook aware unaware sorry glad proud happy angry sad "
     "surprised pleased grateful ashamed thank congratulate criticise criticize condemn blame "
     "praise apologise apologize fact reveal uncover expose mourn"),
    ("shown", "CT+", "Uu", "that wh",
     "show prove find see hear demonstrate confirm ensure mean imply establish verify "
     "conclude understand indicate clear obvious true correct evident certain sure proof happen "
     "turn ensure make"),
    ("come about", "CT+", "CT-", "to ing noun",
     "manage begin start continue keep get happen come proceed dare bother resume succeed go-on "
     "remember finish complete bring help see hear watch serve prove turn condescend deign "
     "lucky quick slow right wrong wise easy hard difficult first last stupid"),
    ("brought about", "CT+", "Uu", "to ing",
     "force compel make cause lead oblige drive push coerce prompt persuade convince trick use"),
    ("not come about", "CT-", "CT+", "to from",
     "fail neglect forget omit failure inability unable powerless"),
    ("kept from", "CT-", "Uu", "from",
     "prevent stop keep bar ban block prohibit prevention dissuade deter discourage refrain "
     "abstain hinder exclude stop save protect restrain disqualify far"),
    ("held back", "CT-", "Uu", "to ing noun",
     "refuse decline refusal avoid prevent avert thwart foil escape evade lack absence miss "
     "hesitate reluctant unwilling impossible forbid unwillingness reluctance cancel abandon "
     "reject rule-out decry abort forgo"),
    ("ended", "CT-", "CT+", "ing", "stop cease quit halt end discontinue"),
    ("denied", "CT-", "Uu", "that ing noun",
     "deny denial disprove refute dispute rebut false untrue baseless unfounded groundless "
     "incorrect"),
    ("denied", "CT-", "Uu", "to", "pretend purport"),
    ("believed", "PR+", "PR-", "that to",
     "think believe suspect expect assume suppose guess presume reckon feel imagine predict "
     "forecast project estimate anticipate envision envisage deem seem appear tend look sound "
     "likely bound confident probable poised apt prone consider belief expectation suspicion "
     "impression likelihood assumption conviction forecast prediction opinion suggest"),
    ("believed", "PR+", "PR-", "small",
     "believe think consider deem suspect presume regard feel suppose assume expect reckon seem "
     "appear look sound judge"),
    ("suspected", "PS+", "Uu", "ing noun", "suspect suspicion likelihood"),
    ("supposed", "PR+", "PR-", "noun", "expect anticipate predict forecast expectation"),
    ("doubted", "PR-", "Uu", "that", "doubt doubtful unlikely dubious sceptical skeptical"),
    ("doubted", "PR-", "PR+", "to", "unlikely"),
    ("ruled out", "CT-", "Uu", "that", "impossible inconceivable unthinkable"),
    ("not known", "Uu", "Uu", "that wh",
     "unsure uncertain unclear unproven unconfirmed unverified undecided unconvinced unknown "
     "debatable questionable moot"),
    ("possible", "PS+", "CT-", "that to ing noun",
     "possible conceivable possibility chance risk danger prospect able capable ability potential "
     "allow permit enable let free permission"),
    ("weighed", "PS+", "Uu", "ing noun",
     "consider contemplate mull weigh discuss debate explore study fear worry concern"),
    ("feared", "PS+", "Uu", "that to", "fear worry afraid concern concerned speculate wonder"),
    ("accused", "PS+", "Uu", "of noun ing",
     "accuse suspect charge blame convict acquit indict try accusation allegation charge"),
    ("cleared", "CT-", "Uu", "of", "acquit clear exonerate absolve"),
    ("hoped", "PS+", "Uu", "that to noun", "hope hopeful"),
    ("said", "U+", "Uu", "that",
     "say tell claim allege announce report state declare insist argue write note add assert "
     "maintain contend charge acknowledge admit concede reply explain stress suggest testify "
     "claim allegation rumour rumor report statement accusation charge story testimony "
     "announcement notion idea theory warn warning complain joke rumored rumoured"),
    ("wished", "U+", "Uu", "that to ing noun",
     "want wish desire long yearn like love prefer need require demand dream eager "
     "keen wish willing ready prepared anxious await seek"),
    ("planned", "U+", "Uu", "that to ing noun",
     "plan intend aim mean offer order threaten try attempt seek ask vow agree promise pledge "
     "decide choose urge propose prepare arrange schedule set due refuse-not volunteer advise "
     "warn tell instruct command direct encourage invite beg request recommend call appeal "
     "advocate determine commit pledge resolve swear undertake strive struggle work fight wait "
     "scheduled slated supposed effort bid proposal threat promise request decision intention "
     "desire need readiness willingness order call commitment goal purpose objective deadline "
     "way time opportunity right duty obligation campaign demand vow option scheme plot "
     "offer agreement deal project programme program authorise authorize approve urge appoint "
     "elect designate assign hire have go important necessary vital essential crucial good "
     "better best"),
    ("said", "U+", "Uu", "to ing noun",
     "say allege announce report claim allegation rumour rumor accusation story testimony "
     "announcement notion idea theory rumored rumoured"),
    ("said", "U+", "U+", "small", "call label brand dub declare allege claim say describe name"),
    ("imagined", "CT-", "Uu", "that", "pretend fantasise fantasize"),
)  # fmt: skip

KINDS_ALIKE = {"wh": "that", "of": "noun", "from": "ing"}
"""Where a governor has no row for the kind of clause, its row for this one is taken."""

TO_COME = frozenset(
    "order demand seek urge plan plot propose request call appeal push press campaign threaten "
    "await prepare authorize authorise schedule advocate recommend desire intend contemplate mull "
    "want wish hope command envisage expect issue oppose resist fear".split()
)
"""Their object has not come about, though it be "the arrest of Korr" and not "an arrest"."""

WITH_FOR = frozenset("call appeal push press campaign".split())
""" "Called for the arrest of": without "for" they mean something else ("called a liar").
"""

WANTED = frozenset("want seek order expect".split())
""" "Wanted for the murder of": that has come about."""

PENDING = {
    "imminent": "U+", "inevitable": "U+", "pending": "U+", "overdue": "U+", "likely": "PR+",
    "probable": "PR+", "possible": "PS+", "unlikely": "PR-", "impossible": "CT-", "due": "U+",
}  # fmt: skip
""" "The arrest of Korr is imminent": what it is worth then."""

SUPPOSITIONS = frozenset("event condition proviso eventuality".split())
""" "In the event that", "on condition that": as open as "if"."""

FALSE = frozenset("false untrue wrong baseless unfounded groundless incorrect".split())
JUDGED = FALSE | {"true", "correct"}
"""What a report, a claim or a rumour turns out to be: "the claim that … was false"."""

PROVING = frozenset({"prove", "turn"})
""" "Proved false", "turned out to be false"."""

UNDONE = frozenset(
    "fail cancel abandon drop scrap shelve thwart foil reject collapse abort defeat block".split()
)
"""What becomes of a plan or an attempt that comes to nothing: "efforts to … failed"."""

DEFAULTS = {
    "that": ("U+", "Uu"),
    "wh": ("CT+", "CT+"),
    "to": ("U+", "Uu"),
    "ing": ("CT+", "CT-"),
    "from": ("CT+", "CT+"),
    "of": ("CT+", "CT+"),
    "noun": ("CT+", "CT+"),
    "small": ("CT+", "CT-"),
}
"""For governors without a row; "small" is a clause without a verb ("called him a spy")."""


ASSERTIONS = frozenset(["fact", "shown", "said", "denied", "cleared", "accused"])
"""Rows whose words say something: as the cue of an attribution they take nothing from what the
voice holds, and its stance tells the rest. Other cues (believed, refused, planned) do."""


@dataclass(frozen=True, slots=True)
class Governing:
    """What a governor hands on: the row's name ("" for none), the values where it is so and
    where it is not."""

    row: str
    so: str
    not_so: str


def _table() -> dict[tuple[str, str], Governing]:
    """The first row that has a word and a kind of clause counts."""
    found: dict[tuple[str, str], Governing] = {}
    for name, so, not_so, kinds, words in GOVERNORS:
        for kind in kinds.split():
            for word in words.split():
                found.setdefault((word, kind), Governing(name, so, not_so))
    return found


VALUES = _table()


def governing(lemma: str, kind: str) -> Governing:
    """What a clause of this kind gets from the word that governs it."""
    found = VALUES.get((lemma, kind)) or VALUES.get((lemma, KINDS_ALIKE.get(kind, "")))
    return found or Governing("", *DEFAULTS[kind])


_WORDS = frozenset(word for word, _ in VALUES)


def governing_word(form: str, lemma: str) -> str:
    """The word that the tables know a form by: itself ("supposed"), its lemma, or a base form."""
    known = (word for word in (form.lower(), lemma.lower()) if word in _WORDS)
    return next(known, None) or base_form(form)
