"""Whose word a post or a claim is, as the exports and the command line tell it."""

from __future__ import annotations

from sayso.exports.voices import chains, outlet_voice
from sayso.values import Claim, Document, Post, Voice


def claim_behind(document: Document, post: Post) -> Claim | None:
    """The claim that says so, if one was drawn."""
    return next((claim for claim in document.claims if claim.id == post.claim), None)


def chain_behind(document: Document, value: Claim | Post) -> tuple[Voice, ...]:
    """The chain of voices, outermost first; never empty, as the outlet is always its head."""
    claim = value if isinstance(value, Claim) else claim_behind(document, value)
    if claim is not None and claim.chain:
        return claim.chain
    head = (outlet_voice(document.report),)
    return chains(document).get(value.attribution, head) if value.attribution else head
