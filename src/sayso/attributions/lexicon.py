"""The words that Sayso knows of saying: small, closed lists, each with its use.

Compiled from general knowledge of English reporting verbs and nouns (cf. Levin 1993,
classes 37.1 to 37.12, verbs of communication).
"""

from __future__ import annotations

DENYING = frozenset("deny refute reject dispute dismiss contradict rebut repudiate disavow".split())
"""The voice says that the content is not so."""

OPEN = frozenset("question doubt wonder ask inquire decline refuse".split())
"""The voice leaves the content open."""

HOLDING_BACK = frozenset("decline refuse avoid hesitate confirm".split())
"""With a verb of denying ("refused to deny", "to confirm or deny"): neither is done."""

DEEDS = frozenset("arrest detain jail imprison hire kill injure".split())
"""What is done to somebody and says nothing."""

APPEARING = frozenset("defend prosecute".split())
"""Between commas behind a lawyer's name: for whom, and no word of what."""

ACCUSING = frozenset("accuse charge suspect indict convict".split())
"""Where nobody does it, nobody says anything."""

SUSPECTING = frozenset({"suspicion", "suspect"})
"""Somebody holds it possible: open too."""

ASSERTING = frozenset(
    "say tell report reveal specify state confirm disclose clarify announce claim note mention "
    "explain indicate acknowledge admit suggest comment respond describe elaborate".split()
)
"""Negated ("did not say whether"), these leave the content open."""

TOLD_OBJECT = frozenset(
    "tell inform assure remind warn advise notify ask brief address lecture reassure".split()
)
"""Their object is the one spoken to."""

MEDIA = frozenset(
    "statement interview report tweet post posting message letter email e-mail mail memo "
    "memorandum speech "
    "address article book column essay editorial broadcast television tv radio press "
    "conference briefing testimony affidavit filing video podcast blog website site page account "
    "twitter facebook instagram telegram x youtube truth tape recording call phone release remarks "
    "op-ed hearing debate rally program programme show newscast dispatch bulletin communique "
    "communiqué document study survey paper ruling order indictment complaint court note".split()
)
"""Nouns in "said in …", "wrote on …", "told … at …" that name where the words were said."""

DOCUMENTS = frozenset(
    "report memo memorandum letter statement study survey poll document documents filing affidavit "
    "indictment complaint book article paper analysis assessment editorial column story dossier "
    "email e-mail transcript minutes gazette record records data figures release communique "
    "communiqué cable file files dispatch account audit review lawsuit ruling bulletin reports "
    "polls statistics".split()
)
"""Sources that are written; whose they are is looked for in "… by X", "X's …"."""

OUTLETS = frozenset(
    "times post journal herald news tribune gazette chronicle telegraph guardian observer courier "
    "mail mirror standard star sun press reuters agency network newspaper daily weekly magazine "
    "outlet website broadcaster channel television tv radio wire cnn bbc ap afp paper publication "
    "site station newsletter tabloid bulletin".split()
)
"""Head words of names and descriptions of news outlets."""

OUTLET_NOUNS = frozenset(
    "outlet newspaper paper site website magazine network broadcaster channel publication daily "
    "weekly tabloid".split()
)
"""Nouns that with "the" stand for an outlet named before."""

PERSONAL_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess pope bishop "
    "archbishop cardinal rev reverend imam rabbi sheikh president minister premier chancellor "
    "governor mayor senator councillor judge magistrate ambassador commissioner lieutenant lt "
    "colonel col major maj captain capt brigadier brig admiral adm gen commodore sergeant sgt "
    "corporal constable inspector detective superintendent".split()
)
"""Titles and ranks that stand before nobody's name but a person's."""

TITLES = PERSONAL_TITLES | frozenset(
    "general marshal director deputy secretary chairman chairwoman chair chief head speaker "
    "justice prosecutor consul officer commandant commander cdr commanding spokesman "
    "spokeswoman spokesperson editor treasurer manager vice acting assistant former attorney "
    "coas gcos cos goc cds asp dsp dpo pro mp mep".split()
)
"""Titles, ranks and posts: a name made of them, and of what goes with them, names nobody."""

WITH_TITLES = frozenset("national foreign army naval navy air force defence defense staff".split())
"""What goes with titles: "Chief of Army Staff"."""

MAKING = frozenset(
    "make write issue compile prepare draft produce author file send deliver conduct sign "
    "dictate".split()
)
"""Verbs in "a report … by X" that say whose a document is: not "seen by", "obtained by"."""

BRINGING_OUT = frozenset("publish print release post air broadcast carry run".split())
"""What is brought out is its outlet's own only where it is of the kind that outlets write."""

ARTICLES = frozenset("report article story column editorial dispatch bulletin book".split())

PEOPLE = frozenset(
    "source sources official officials officer officers expert experts spokesman spokeswoman "
    "spokesperson aide aides diplomat diplomats analyst analysts witness witnesses resident "
    "residents critic critics person people man woman minister leader general commander lawyer "
    "adviser advisor insider lawmaker lawmakers scholar supporters voters members soldier clerk "
    "nurse doctor teacher farmer driver worker villager student resident lecturer".split()
)

BODIES = frozenset(
    "army navy division brigade battalion regiment bank office ministry company party union "
    "council agency department committee commission police court university institute "
    "corporation group authority board association".split()
)
"""Words in the names of bodies, and of nobody."""

SPEECH = frozenset(
    "say tell claim allege assert announce report deny warn threaten promise vow pledge offer "
    "admit acknowledge insist argue reveal confirm declare testify state write".split()
)
"""Verbs that always put somebody's words to somebody."""

HEARSAY = frozenset(
    "say report believe think know allege suppose presume understand rumour rumor repute".split()
)
"""Whose participle with "to" and a verb tells what others say: "said to be", "known to have"."""

FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())

OPINING = frozenset("think believe guess hope feel suppose know wish mean want".split())
"""With "I" as the source, no more than the speaker's own hedge: not an attribution."""

CUE_LEMMAS = (
    ASSERTING
    | DENYING
    | frozenset(
        "accuse add advise affirm allege announce argue ask assert believe blame boast brief call "
        "caution charge cite complain conclude condemn contend convince criticize declare demand "
        "describe estimate expect explain express fear find hope insist joke know learn maintain "
        "offer order pledge post praise predict promise propose quote read recall recommend reply "
        "request respond stress swear testify think threaten tweet underscore urge vow want warn "
        "write accord claim accusation allegation warning belief statement concern view opinion "
        "promise pledge estimate offer".split()
    )
)
"""Verbs and nouns of saying and holding, as reports use them."""

WEAK = frozenset(
    "want know call find feel expect order read hope fear think offer view believe opinion wish "
    "concern request cite post express learn".split()
)
"""In a quotation these are mostly the speaker's own ("I think", "we want")."""

READ_AGAIN = (CUE_LEMMAS - WEAK) | SPEECH | SUSPECTING | {"accord", "believe"}
"""A content without any of these is not read again for attributions within it."""


_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "swore": "swear",
    "sworn": "swear",
    "read": "read",
    "thought": "think",
    "found": "find",
    "knew": "know",
    "known": "know",
}


def _inflected(verb: str) -> list[str]:
    """The regular forms of a verb: "deny" → denies, denied, denying."""
    stem = verb[:-1] if verb.endswith(("e", "y")) else verb
    past = {"e": "ed", "y": "ied"}.get(verb[-1], "ed")
    third = f"{stem}ies" if verb[-1] == "y" and verb[-2] not in "aeo" else f"{verb}s"
    progressive = f"{stem}ing" if verb.endswith("e") else f"{verb}ing"
    return [verb, third, stem + past, progressive]


FORMS = {form: verb for verb in CUE_LEMMAS | SPEECH | OPEN for form in _inflected(verb)}
FORMS |= _IRREGULAR
"""Forms of the verbs above: surer than a lemma that the reader worked out."""
