"""Which office belongs to which holder, from the words between them.

An office stands before its holder ("the GOC, 7 Division, Maj. Gen. A"), or behind: apposed
("A, commander of B"), with a verb ("A was appointed as …"), or one after the other ("A,
formerly …, now …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attributions.lexicon import FORMS, SPEECH
from sayso.claims.posts_after import TAKING_OVER
from sayso.claims.posts_groups import BRACKET, POSSESSIVE, Holder, Node, Office
from sayso.claims.posts_words import SERVING


@dataclass(frozen=True, slots=True)
class Hold:
    """That a holder has an office; `words` are what stands between or before, `rule` why."""

    holder: Holder
    office: Office
    words: str
    rule: str
    after: Holder | None = None
    ended: bool = False


_STRONG = (
    "to be|is|was|were|are|be|been|being|becomes?|became|remains?|now|currently|presently|then"
    "|formerly|former|previously|erstwhile|hitherto|until|till|as|who|once"
)
_LIGHT = (
    "has|had|have|will|yesterday|recently|his|her|appointment|appointed|also|new|newly|acting|ag"
    "|incumbent|outgoing|outgone|immediate|past|late|one-time|onetime|the|a|an|its|their|our|ex"
    "|long-serving|current|serving|veteran|senior|top|at|time|different|times|and|but|to|said while"
    "|headquarters|hq|close|key|trusted|longtime|long-time"
)
_PLACED = "of|at|from|in|charge|in-charge|with"
_OPEN = re.compile(
    r"(?:, an? [a-z][\w -]{1,30},(?= (?:is|was|has been|had been) ))?"
    r"(?:\s*\([^)]{1,30}\))?[\s,(:–—-]*"
    rf"(?:(?:{_STRONG}|{_LIGHT}|{_PLACED})\b[\s,-]*)*[‘'“\"]?\Z",
    re.IGNORECASE,
)
_HAS_STRONG = re.compile(rf"\b(?:{_STRONG})\b", re.IGNORECASE)
_HAS_PLACED = re.compile(rf"\b(?:{_PLACED})\b")
TRIGGER = (
    r"(?:removed|sacked|dismissed|fired|ousted|relieved|resigned|retired|stepped down|quit"
    r"|re-?appointed|appointed|named|made|posted|reposted|redeployed|re-deployed|deployed|transferred"
    r"|moved|goes|went|proceeds|drafted|seconded|takes? up|took up"
    r"|moves|resumes?|resumed|assum(?:es?|ed)|takes? over|took over|takes? charge|took charge"
    r"|takes? command|took command|takes? his|serv(?:es?|ed|ing)|retain(?:s|ed)|promoted"
    r"|nominated|elected|sworn in|installed|confirmed|reassigned|assigned|returns?|heads?|headed"
    r"|command(?:s|ed)|leads?|led|runs?|ran|chairs?|chaired|(?:leaves?|left) (?:his|her|their) post"
    r"|holds?|held|occupies|tipped|picked|chosen|elevated|selected|swapped|works?|worked)"
)
_BY_VERB = re.compile(
    r"(?:\s*\([^)]{1,30}\))?\s*,?\s*(?:(?:who|also|has|had|have|was|were|is|are|being|been|will"
    r"|would|to|be|and|then|later|now|only|again|yesterday|until|\w+ly)\s+)*"
    rf"{TRIGGER}\b(?P<rest>[^;:“”\"]{{0,90}})\Z",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(
    r"(?:,|\b(?:as|to|at|of|the|a|an|new|in|its|charge|acting|former|from|his|her)"
    r"|\b(?:appointed|named|made|becomes?|elected|nominated|headed|heads?|commands?|commanded"
    r"|leads?|led|promoted|headquarters|hq))[\s‘'“\"]*\Z",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"\bby\b(?:(?!\b(?:as|to|of his|of her)\b).)*\Z", re.IGNORECASE | re.DOTALL)
""" "Was picked by the …": who did it, not what whoever was picked became."""
_OF_ANOTHER = re.compile(
    r"\b(?:under|with|against|behind|over|alongside|beside|for|like|about|than)\s+(?:\w+\s+)?\Z"
    r"|\bas\s+(?:[\w’'-]+\s+){1,5}(?:to|of|for)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
""" "Served under the …", "worked for the …", "as bodyguard to the …": somebody else's post."""
_TO_HOLDER = re.compile(
    rf"{BRACKET}(?:[\s,–—-]|\b(?:of|in|at|the|for|from|(?:north|south|east|west)(?:ern|east|west)?"
    r"|barracks|cantonment|camp|state)\b|(?>[A-Z][\w’'.-]*))*\Z"
)
_GOES_ON = re.compile(
    r"\s*(?:,\s*)?(?:to|as|from|and then|before|then)(?: as| to)?(?: the| Headquarters| HQ)*\s+\Z"
)
_PLACED_AT = re.compile(r"\A,? (?:[A-Z][\w’-]+ ?){1,3}(?=[,;])")
_LED_BY = re.compile(
    r"[\s,]*(?:(?:which|that|now|is|was|are|then)\s+)*"
    r"(?:commanded|led|headed|directed) by (?:the )?\Z"
)
_IS = re.compile(r"(?:[\s,]|(?>[A-Z][\w’'-]*)|\bin\b|\bthe\b)*\b(?:is|are|was|remains)(?: now)? \Z")
_TAKES_OVER = re.compile(rf"[^.;]{{0,60}}?\b(?:{TAKING_OVER})(?: the)?\s+\Z")
IRREGULAR_PASTS = (
    "took|ran|fled|led|left|sold|bought|paid|met|gave|made|went|came|saw|knew|told|held|kept|lost"
    "|won|sent|spent|built|brought|stole|shot|hid|wrote|drew|fell|rose|stood|struck|broke|chose"
    "|drove|began|became|sought|fought|lied|quit|got|found|did|put|set|hit|cut"
)
INTERPOSED = re.compile(
    rf" (?:{'|'.join(form for form, verb in FORMS.items() if verb in SPEECH)})"
    r"(?: [^,.;:“”\"\n]{1,40})?, (?:had|has|have|was|were|is|are|will|would|can|could|may|might|did"
    rf"|[a-z]+ed|{IRREGULAR_PASTS})\b"
)
""" "The minister, Korr said, had left": Korr is who says so."""
RULED_OUT = re.compile(r"\b(?:not|rather than|instead of|unlike) \Z")
""" "Korr, not Brand, was the director": Brand has no part in it."""
APPOINTING = re.compile(r"\b(?:appointed|named|elected|made|nominated|crowned) \Z")
""" "Appointed Korr director": whoever is named between the verb and the post has it."""
RIGHT_MOST = 80
_ALL_AT = re.compile(r",?\s*(?:all|both) (?:at|of|in|from) (?:the )?\Z")


def ties(text: str, nodes: Sequence[Node]) -> list[Hold]:
    """The holds of one sentence, in the order of their offices."""
    holds: list[Hold] = []
    led: set[int] = set()  # holders whose office stands before them
    current: Holder | None = None
    edge = 0  # where the current holder's words so far end
    for at, node in enumerate(nodes):
        served = _is_served(text, nodes[:at], node)
        if isinstance(node, Holder):
            if not served and not RULED_OUT.search(text, max(0, node.start - 20), node.start):
                current, edge = node, node.end
            continue
        after = nodes[at + 1] if at + 1 < len(nodes) else None
        before, left = ("", "") if served else _before(text, current, edge, node)
        right = _right(text, node, after, served=served)
        if left == "all":
            holds = _shared(holds, node)
        elif left and current and not (right and _is_surer(after, current, left, led)):
            earlier = _taken_from(text, nodes, at, before)
            if earlier:
                holds.append(Hold(earlier, node, "", "takes over", after=current))
            holds.append(Hold(current, node, before, left, ended=earlier is not None))
            edge = node.end
        elif right and isinstance(after, Holder):
            holds.append(Hold(after, node, text[max(0, node.start - 40) : node.start], right))
            led.add(after.start)
        elif node.named:
            current = None  # an office of somebody else
    return holds


def _before(text: str, holder: Holder | None, edge: int, office: Office) -> tuple[str, str]:
    """The words from the holder, or from the last office of theirs, to an office; and the rule
    that ties it to them, or nothing."""
    if holder is None or office.start - edge > LEFT_MOST:
        return "", ""
    before = text[edge : office.start]
    if edge == holder.end:
        verb = APPOINTING.search(text, max(0, holder.start - 12), holder.start)
        if verb and office.named and _JUST_BEFORE.fullmatch(before):
            return f"{verb[0]}{before}", "appointed"
        return before, _left(holder, office, before)
    before = _PLACED_AT.sub("", before)
    rule = _left(holder, office, before)
    return before, rule or ("verb" if _GOES_ON.match(before) else "")


_JUST_BEFORE = re.compile(r" (?:as |the |its |their |acting |interim |new )*")
LEFT_MOST = 160


def _taken_from(text: str, nodes: Sequence[Node], at: int, before: str) -> Holder | None:
    """ "A takes over from B as C": A, where the node at `at` is C and B stands before it."""
    if at < 2 or not re.match(r"\s*,? as\b", before):
        return None
    new, old = nodes[at - 2], nodes[at - 1]
    if not (isinstance(new, Holder) and isinstance(old, Holder)):
        return None
    return new if _TAKES_OVER.match(text[new.end : old.start]) else None


def _is_surer(after: Node | None, before: Holder, left: str, led: set[int]) -> bool:
    """Whether an office that may be both people's is that of the one after it."""
    if not isinstance(after, Holder) or left != "open":
        return False
    return before.start in led or (after.rank is not None and before.rank is None)


def _left(holder: Holder, office: Office, before: str) -> str:
    """The rule that ties an office to the holder before it, or nothing."""
    if _ALL_AT.search(before) and not office.named:
        return "all"
    if _OPEN.match(before):
        strong = bool(_HAS_STRONG.search(before))
        listed = not before.strip() and holder.rank is not None
        comma = before.lstrip()[:1] in (",", "(", "–", "—", "-") or listed
        joined = re.search(r"\b(?:and|but|to|with)\b", before) is not None
        if office.named:
            if strong:
                return "said to be"
            return "open" if comma and not joined and not _HAS_PLACED.search(before) else ""
        if office.weak:
            return ""
        placed = _HAS_PLACED.search(before) is not None and not joined
        if placed or (comma and "," in before and holder.rank and not joined):
            return "open"
    if office.weak and not office.named:
        return ""
    found = _BY_VERB.match(before)
    if found is None or _BY_WHOM.search(found["rest"]):
        return ""
    if office.named and _OF_ANOTHER.search(found["rest"]):
        return ""
    return "verb" if _ENDS_OPEN.search(before) else ""


def _is_served(text: str, before: Sequence[Node], node: Node) -> bool:
    """Whether it is whom somebody serves: "deputy to Korr", "second-in-command of the mayor"."""
    posts = (one for one in reversed(before) if isinstance(one, Office))
    post = next(posts, None)
    span = (post.role or post.title) if post else None
    if span is None or SERVING.search(text[slice(*span)]) is None:
        return False
    person = isinstance(node, Holder) or node.named
    return person and _WHOM.fullmatch(text, span[1], node.start) is not None


_WHOM = re.compile(r" (?:to|of)\b(?:(?! (?:and|or|as|in|at) )[^,;:()\n])*")
""" "To the", "of President": from a post to whom it serves."""


def _right(text: str, office: Office, after: Node | None, *, served: bool = False) -> str:
    """The rule that ties an office to the holder behind it, or nothing; where somebody else
    serves it, only a title right before a name is that name's."""
    if not isinstance(after, Holder) or _is_served(text, (office,), after):
        return ""
    if served and "," in text[office.end : after.start]:
        return ""
    if INTERPOSED.match(text, after.end):
        return ""
    if not (after.rank or after.bare or " " in text[slice(*after.person)]):
        return ""
    gap = text[office.end : after.start]
    if len(gap) > RIGHT_MOST:
        return ""
    listed = gap in (": ", ":") and text[max(0, office.start - 1) : office.start] in ("", "\n")
    if office.named and (listed or _TO_HOLDER.match(gap)):
        return "before"
    if office.named and _IS.match(gap):
        return "is"
    if office.organization and not office.named and _LED_BY.match(gap):
        return "led by"
    return "before" if POSSESSIVE.match(gap) and after.rank else ""


def _shared(holds: Sequence[Hold], office: Office) -> list[Hold]:
    """ "A, chief of plans, and B, chief of training, both at C": the unit of each."""
    out = []
    for hold in holds:
        if hold.office.organization is None:
            own = hold.office
            merged = Office(own.start, own.end, own.title, own.role, office.organization)
            out.append(Hold(hold.holder, merged, hold.words, "all at"))
        else:
            out.append(hold)
    return out
