"""Whose voice a document is: its maker's, where the report says who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attributions import lexicon
from sayso.attributions.naming import looks_like_outlet, owner_of
from sayso.attributions.pronouns import own_voice
from sayso.values import Span, Voice

if TYPE_CHECKING:
    from sayso.attributions.voices import Cast


def document(cast: Cast, head: int, source: tuple[Span, ...], words: str) -> Voice:
    """A report is its maker's voice; without a maker in the words, that of another mention
    of it by the same noun, or of the one outlet heard so far; else its own words."""
    mention = cast.by_head.get(head)
    lemma = cast.tree.tokens[head].lemma.lower()
    others = [m.head for m in cast.by_entity[mention.entity]] if mention else []
    for at in (head, *(o for o in others if cast.tree.tokens[o].lemma.lower() == lemma)):
        owner = owner_of(cast.tree, at)
        if owner is None:
            continue
        if cast.tree.tokens[owner].lemma.lower() in lexicon.FIRST_PERSON:
            return own_voice(cast, owner, source, None)
        made_by = cast.at(owner)
        name = cast.name(owner, made_by)
        if name is not None and not (made_by and made_by.type == "place"):
            kind = cast.kind(name, words, made_by)
            return Voice(name, kind, made_by.entity if made_by else None, spans=source)
    found = cast.only_outlet() if _is_that_report(cast, head) else None
    if found is not None:
        return Voice(found.name, found.kind, found.entity, spans=source)
    return Voice(words, "document", mention.entity if mention else None, spans=source)


def _is_that_report(cast: Cast, head: int) -> bool:
    """ "The report", where no report in the text is said to be anybody else's; "a report" is
    another one."""
    first = {cast.tree.form(i).lower() for i in cast.tree.children(head)}
    if cast.tree.tokens[head].lemma.lower() != "report" or first & {"a", "an", "another"}:
        return False
    if cast.own_reports is None:
        cast.own_reports = _owned_by_outlets(cast)
    return cast.own_reports


def _owned_by_outlets(cast: Cast) -> bool:
    """Whether all reports in the text that are said to be somebody's are an outlet's."""
    owners = [
        owner_of(cast.tree, i)
        for i, token in enumerate(cast.tree.tokens)
        if token.lemma.lower() == "report" and token.upos == "NOUN"
    ]
    names = [cast.name(i, cast.at(i)) for i in owners if i is not None]
    return all(looks_like_outlet(name) for name in names if name) or not names
