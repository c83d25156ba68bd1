"""What the report says itself at the edges of what the tags gave to somebody.

behind_dateline  "PORT DRET, 8 May — The quay is closed, Vant said": without the dateline
one_sentence     "Vant said that the sum was right. We regret the error.": the regret is not Vant's
before_quoted    "Was he told? “He was,” Vant says": the question is the report's
asked_by_another "“Was he told?” I ask. “He was,” Vant says": nor is that Vant's
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attributions.joining import Joined, strip
from sayso.attributions.naming import behind_dateline
from sayso.attributions.quotes import is_quoted, quoted_spans
from sayso.attributions.tree import Tree
from sayso.values import Block, Report, Span

_LED = re.compile(r"(?:that|whether|if)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:We|Our|I|My)\b")
_QUESTION = re.compile(r"\?\s+(?=[“\"])")
_NEAR = 3
"""Words from a quotation to the verb of who asks it."""
_BREAK = re.compile(r"(?<=[.!?])\s+")


def without_own_words(report: Report, tree: Tree, found: Sequence[Joined]) -> list[Joined]:
    """What was found, without what the report says itself."""
    quoted = quoted_spans(report.text)
    datelines = [block for block in report.blocks if block.kind == "dateline"]
    return [_own_taken_out(report.text, tree, joined, quoted, datelines) for joined in found]


def _own_taken_out(
    text: str, tree: Tree, joined: Joined, quoted: Sequence[Span], datelines: Sequence[Block]
) -> Joined:
    kept: list[Span] = []
    for span in joined.content:
        if _asked_by_another(tree, span, joined, quoted):
            continue
        start = _before_quoted(text, (_behind(text, span, datelines), span[1]), joined, quoted)
        end = _first_end(text, tree, (start, span[1]), joined, quoted)
        cut = strip(text, (start, end)) if (start, end) != span else span
        own = kept and _is_own(text, cut, joined, quoted)
        if cut[0] < cut[1] and not own:
            kept.append(cut)
    return replace(joined, content=tuple(kept)) if kept else joined


def _behind(text: str, span: Span, datelines: Sequence[Block]) -> int:
    """Where a content begins behind a dateline."""
    for block in datelines:
        if block.start <= span[0] < block.end < span[1]:
            return block.end
    begins = span[0] == 0 or text[span[0] - 1] == "\n"
    return behind_dateline(text, (span,))[0][0] if begins else span[0]


def _before_quoted(text: str, span: Span, joined: Joined, quoted: Sequence[Span]) -> int:
    """Where the quotation begins before a cue, behind a question that is not quoted; the end, if
    the question is all there is."""
    if span[1] > joined.cue[0][0] or is_quoted(quoted, span[0]):
        return span[0]
    found = _QUESTION.search(text, span[0], span[1] + 3)
    return min(found.end(), span[1]) if found else span[0]


def _asked_by_another(tree: Tree, span: Span, joined: Joined, quoted: Sequence[Span]) -> bool:
    """Whether somebody else asks a quotation that is one of several: "“…?” I ask Vant"."""
    behind = tree.indices([(span[1], joined.cue[0][0])])[:_NEAR]
    if len(joined.content) < 2 or not is_quoted(quoted, span[0]) or is_quoted(quoted, span[1]):
        return False
    return any(tree.tokens[i].upos == "VERB" and tree.lemma(i) == "ask" for i in behind)


def _first_end(text: str, tree: Tree, span: Span, joined: Joined, quoted: Sequence[Span]) -> int:
    """Where a clause behind its cue ends, if the content goes on into another sentence that is
    the report's own: any behind "that", one with "we" or "I" behind other words."""
    if span[0] < joined.cue[-1][1] or is_quoted(quoted, span[0]):
        return span[1]
    led = _LED.match(text, *span)
    for end, at in _sentences(text, tree, span):
        if not is_quoted(quoted, at - 1) and (led or _OWN.match(text, at)):
            return end - (text[end - 1] == ".")
    return span[1]


def _sentences(text: str, tree: Tree, span: Span) -> Iterator[Span]:
    """The white space between the sentences within a span."""
    for found in _BREAK.finditer(text, *span):
        behind = tree.indices([(found.end(), span[1])])
        if behind and tree.sentence_of[behind[0]] != tree.sentence_of[max(behind[0] - 1, 0)]:
            yield found.span()


def _is_own(text: str, span: Span, joined: Joined, quoted: Sequence[Span]) -> bool:
    """Whether a later part of a content is a sentence with "we" outside of quotation marks."""
    last = text[max(span[0] - 4, 0) : span[0]].rstrip()[-1:]
    begins = span[0] > joined.cue[-1][1] and last in (".", "!", "?")
    own = begins and _OWN.match(text, *span) is not None
    return own and not is_quoted(quoted, span[0])
