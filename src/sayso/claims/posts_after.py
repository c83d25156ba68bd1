"""Who came after whom: "took over from", "succeeded by", "handing over to his successor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.claims.posts_groups import Holder, Node

TAKING_OVER = (
    r"(?:takes?|took|taking|taken) over from|replac(?:e|es|ing)|replaced(?! by)(?! with)"
    r"|succeed(?:s|ing)?|succeeded(?! by)|in place of"
)
NEW_FIRST = re.compile(rf"\b(?:{TAKING_OVER})\b[^;]{{0,60}}\Z")
OLD_FIRST = re.compile(
    r"\b(?:(?:succeeded|replaced|followed) by|hand(?:s|ed|ing)? over\b[^;]{0,60}?\bto"
    r"|(?:his|her|the) successor|in the hands of|(?:made|makes|making) way for)\b[^;]{0,60}\Z"
)
_SWAPPED = re.compile(r"\b(?:replaced|replaces|replacing|swapped)\b[^.;]{0,60}\Z")
MOST = 140


def successions(text: str, nodes: Sequence[Node]) -> dict[int, Holder]:
    """Whom a holder, by the start of their words, is said to have followed, in one sentence.

    Only two who stand next to each other are taken for such a pair.
    """
    holders = [node for node in nodes if isinstance(node, Holder)]
    out: dict[int, Holder] = {}
    for one, other in pairwise(holders):
        gap = text[one.end : other.start]
        if len(gap) > MOST:
            continue
        if NEW_FIRST.search(gap):
            out[one.start] = other
        elif OLD_FIRST.search(gap) or _is_swap(text, one, gap):
            out[other.start] = one
    return out


def _is_swap(text: str, one: Holder, gap: str) -> bool:
    """ "has replaced the commander, Maj. Gen. A, with Maj. Gen. B"."""
    before = text[max(0, one.start - 80) : one.start]
    return gap.strip(" ,") == "with" and _SWAPPED.search(before) is not None
