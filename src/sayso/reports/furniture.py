"""Lines that stand in a report but are not its reporting: furniture, captions, notices.

Each table row is `(kind, what it covers, pattern)`; a line is judged alone, stripped. The
text is never changed by these: they only name the block that the line makes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.reports.notices import MISTAKES, NOTICES

_SITES = r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|parler|gab)"
_OUTER = re.IGNORECASE

RULES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, covers, re.compile(pattern, _OUTER))
    for kind, covers, pattern in (
        ("furniture", "Follow somebody on a network",
         rf"^follow\s.{{1,80}}?\s(?:on|at|@)\s?\W?{_SITES}\b.{{0,80}}$"),
        ("furniture", "Follow @name",
         r"^(?:you can )?follow\s(?:him|her|them|me|us)?\s?(?:on \w+\s)?"
         r"[:@]?\s?@\w{2,30}\.?$"),
        ("furniture", "Like us on a network",
         rf"^(?:like|find|join|connect with)\s(?:us|our page)\b.{{0,40}}?\son\s{_SITES}.{{0,60}}$"),
        ("furniture", "Please let us know if …",
         r"^please let us know if you(?:’|')?(?:re| are) having (?:issues|trouble|problems)\b"
         r".{0,80}$"),
        ("furniture", "newsletter and subscription prompts",
         r"^(?:sign up|subscribe|register|click here|tap here)\b.{0,140}?"
         r"\b(?:newsletters?|alerts?|e-?mails?|updates|channel|inbox|read more|subscribe)\b"
         r".{0,80}$"),
        ("furniture", "what only subscribers may read",
         r"^(?:this (?:article|story|content|post) is (?:(?:only|exclusively) )?(?:available )?"
         r"(?:for|to) (?:paid |paying |our )?(?:subscribers|members)"
         r"|already (?:a |an )?(?:subscriber|member|subscribed)"
         r"|to (?:continue|keep) reading)\b.{0,160}$"),
        ("furniture", "Share this", r"^(?:share|tweet|e-?mail|print|pin|save)"
         r"(?: (?:this|on|via|to)\b.{0,120}|)$"),
        ("furniture", "Read also, Watch",
         r"^\W?(?:read|watch|read also|also read|read more|read next|see also|related"
         r"(?: (?:stories|articles|news|posts|content))?|more (?:on this|stories|from)\b.{0,40}"
         r"|recommended(?: for you)?|you may (?:also )?like|don't miss|trending)"
         r"\s*(?:[:>»|–—-].{0,200})?$"),
        ("furniture", "Read also, in other languages",
         r"^(?:(?:à|a) lire (?:aussi|également)|lire (?:aussi|également)|le(?:a|er|e|ia) (?:también"
         r"|además|também|mais)|te puede interesar|lesen sie (?:auch|mehr)|mehr zum thema"
         r"|lees (?:ook|meer)|baca juga|leggi anche|czytaj (?:też|także|więcej)|ayrıca oku\w*"
         r"|чита(?:йте|ть) (?:также|ещё|еще|далее)|чита[йи]те також|по теме"
         r"|اقرأ (?:أيضا|أيضاً|المزيد)|طالع أيضا|(?:بیشتر|همچنین) بخوانید)"
         r"\s*(?:[:>»|–—-].{0,200})?$"),
        ("furniture", "advertisement marks",
         r"^(?:advertisements?|sponsored(?: content)?|story continues below(?: advertisement)?"
         r"|article continues (?:below|after).{0,40}|continue reading.{0,40}|loading\W*)$"),
        ("furniture", "rights and terms",
         r"^(?:©|\(c\)|copyright\b|all rights reserved|our standards\s?:).{0,500}$"),
        *(("furniture", "where to send mistakes", pattern) for pattern in MISTAKES),
        ("furniture", "comment prompts",
         r"^(?:leave a (?:comment|reply)|post a comment|comments? (?:are )?closed"
         r"|(?:\d+ )?comments?(?:\s?\(?\d+\)?)?\W*$"
         r"|join the (?:discussion|conversation)|view comments?|add a comment)\b.{0,60}$"),
        ("furniture", "cookie and consent notices",
         r"^(?:we|this (?:site|website)) uses? cookies\b.{0,200}$"),
        ("caption", "FILE - In this … photo", r"^\(?file(?: photo)?\s?[-–—:]\s?.{10,600}$"),
        ("caption", "In this … photo", r"^in this (?:\w+\.? ){0,6}(?:\d{1,2}, \d{4},? )?(?:file )?"
         r"(?:photo|image|picture|photograph|frame grab)\b.{5,600}$"),
        ("caption", "photo credits",
         r"^\W{0,2}(?:photos?|images?|pictures?|photographs?|video|graphic|illustration|credit|source)"
         r"(?: (?:credits?|courtesy|by|from|source))*\s?[:/|©].{2,160}$"),
        ("caption", "… via AP, File; … / Getty Images",
         r"^(?!.*://).{0,160}?(?:\bvia (?:ap|afp|reuters|getty|epa)\b"
         r"|/\s?(?:ap|afp|reuters|epa|getty(?: images)?|shutterstock)\b"
         r"|\b(?:ap|afp) photo\b|\bgetty images\b|\bfile photo\b)"
         r"[\w ,./()&-]{0,60}$"),
        ("caption", "… Photograph: X / Y at the end",
         r"^.{10,500}?[.!?”\"’)]\s{1,3}(?-i:(?:Photo(?:graph)?|PHOTO|Picture|Image|Illustration"
         r"|Credit)(?: (?:by|credit))?\s?:\s?[^\W\d_a-z][^.!?:]{2,60})$"),
        ("byline", "a wire's closing credits", r"^\(?(?:(?:additional )?reporting|writing|editing"
         r"|compiled)(?: and \w+ing)? by .{3,250}$"),
        *NOTICES,
    )
)  # fmt: skip

NEEDS = {
    "… via AP, File; … / Getty Images": ("via ", "/", "photo", "getty"),
    "… Photograph: X / Y at the end": ("photo", "picture", "image", "illustration", "credit"),
}
"""Words of which one must be there for a costly rule to be tried; small letters."""
NOTICE_KINDS = frozenset({"correction", "note"})
_NOTICE = re.compile("|".join(f"(?:{pattern})" for _, _, pattern in NOTICES), _OUTER)
_CHEAP = re.compile(
    "|".join(f"(?:{pattern.pattern})" for _, covers, pattern in RULES if covers not in NEEDS),
    _OUTER,
)
LONGEST = 900
"""Only notices may be longer: of a longer line, this much is tried, and by their rules alone."""


def line_kind(line: str) -> str | None:
    """The kind of block that a rule says the line makes, or None where no rule covers it."""
    stripped = line.strip().strip("\ufeff")
    return _kind_of(stripped) if 0 < len(stripped) <= LONGEST else notice_kind(stripped)


def notice_kind(line: str) -> str | None:
    """ "correction" or "note" for a line in which the outlet speaks of its own report."""
    head = line.strip()[:LONGEST]
    if not _NOTICE.match(head):
        return None
    return next(
        (k for k, covers, pattern in RULES if k in NOTICE_KINDS and pattern.match(head)), None
    )


@lru_cache(2048)  # a line is asked about several times while its page is read
def _kind_of(line: str) -> str | None:
    small = line.lower()
    if not (_CHEAP.match(line) or any(word in small for words in NEEDS.values() for word in words)):
        return None
    return next((kind for kind, _, pattern in RULES if pattern.match(line)), None)
