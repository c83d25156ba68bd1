"""Claims and posts as JSON objects and as cells of a table, whether from files or a case.

They come as (number, document, claim or post): the number that `--after` takes, and a document
that has as much of the report as the claim or post needs.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.cli.entries import joined
from sayso.cli.lists import Cells, Record
from sayso.exports import claim_to_json, post_to_json
from sayso.exports.backing import chain_behind
from sayso.exports.voices import words_at
from sayso.values import Claim, Document, Post, Voice

_ORIGIN = ("number", "report", "outlet", "published", "chain")
CLAIM_COLUMNS = (*_ORIGIN, "text", "polarity", "certainty", "time", "place", "words", "found_by")
_OF_POSTS = ("status", "since", "until", "polarity", "certainty")
POST_COLUMNS = (*_ORIGIN, "person", "post", "organization", "place", *_OF_POSTS)


def claim_record(number: int, document: Document, claim: Claim) -> Record:
    """A claim, with the report it is from, its words and whether it stands alone."""
    told = claim_to_json(document, claim)
    return {"number": number, **told, "stands_alone": claim.stands_alone}


def claim_cells(number: int, document: Document, claim: Claim) -> Cells:
    """A claim as a line of a table."""
    return {
        **_origin(number, document, chain_behind(document, claim)),
        "text": claim.text,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "time": claim.time,
        "place": claim.place.name if claim.place else None,
        "words": words_at(document.report, joined(claim.evidence)),
        "found_by": claim.found_by,
    }


def post_record(
    number: int, document: Document, post: Post, chain: Sequence[Voice] | None = None
) -> Record:
    """A post, with the report it is from and whose word it is."""
    return {"number": number, **post_to_json(document, post, chain)}


def post_cells(
    number: int, document: Document, post: Post, chain: Sequence[Voice] | None = None
) -> Cells:
    """A post as a line of a table, in the report's words."""
    told, report = post_to_json(document, post), document.report
    title = sorted(span for span in (post.rank, post.title, post.role) if span)
    return {
        **_origin(number, document, chain or chain_behind(document, post)),
        "person": words_at(report, (post.person,)),
        "post": " ".join(words_at(report, (span,)) for span in title),
        "organization": words_at(report, (post.organization,)) if post.organization else None,
        "place": words_at(report, (post.place,)) if post.place else None,
        **{key: told[key] for key in _OF_POSTS},
    }


def chain_cell(chain: Sequence[Voice]) -> str:
    """The voices' names, the outermost first."""
    return " ← ".join(voice.name for voice in chain)


def _origin(number: int, document: Document, chain: Sequence[Voice]) -> Cells:
    report = document.report
    return {
        "number": number,
        "report": report.id,
        "outlet": report.outlet,
        "published": report.published,
        "chain": chain_cell(chain),
    }
