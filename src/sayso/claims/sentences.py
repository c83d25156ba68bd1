"""The sentences of a report's claims, each drawn with those around it in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.claims import remarks
from sayso.claims.arguments import Slot
from sayso.claims.grammar import Grammar
from sayso.claims.predicates import Predicate
from sayso.claims.standing import Standing
from sayso.claims.views import View
from sayso.claims.wording import Scope, led, wording
from sayso.claims.wording_clause import shown_words
from sayso.values import Attribution


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has a sentence: whose word it is, who takes part, how sure."""

    predicate: Predicate
    holder: Attribution | None
    speaker: str | None
    slots: Sequence[Slot]
    view: View


class Sentences:
    """The texts of drafts, and what is the matter with those that do not stand by themselves."""

    def __init__(
        self,
        grammar: Grammar,
        standing: Standing,
        drafts: Mapping[int, Draft],
        told: remarks.Tellings,
    ) -> None:
        self._grammar = grammar
        self._standing = standing
        self._drafts = drafts
        self._told = told
        self._plain: dict[int, str] = {}
        self._tokens: dict[int, list[int]] = {}
        self._fragments: dict[int, bool] = {}
        self._speech: set[int] = set()

    def text(self, head: int) -> str:
        """The sentence of the claim at a token, with what denies it or leaves it open."""
        draft = self._drafts[head]
        around = self._around(head)
        if around is None:
            return led(self._grammar, draft.predicate, self._words(head), draft.view)
        return led(self._grammar, draft.predicate, self._words(around), draft.view)

    def remark(self, head: int) -> str | None:
        """Why it does not stand by itself, or None."""
        draft, grammar = self._drafts[head], self._grammar
        if self._is_fragment(head):
            return remarks.FRAGMENT
        if draft.predicate.kind in remarks.CLAUSAL and self._is_speech(head):
            return remarks.SPEECH
        clause = draft.predicate.kind in remarks.CLAUSAL
        if clause and remarks.is_within(grammar, head, draft.view):
            return None if self._shown_around(head) is None else remarks.WITHIN
        return None

    def _around(self, head: int) -> int | None:
        """The predicate whose words this one's claim takes, as its own would not read alone."""
        draft, grammar = self._drafts[head], self._grammar
        if draft.predicate.kind not in remarks.CLAUSAL:
            return None
        told = remarks.is_told_by_governor(grammar, head)
        if not told and not self._is_fragment(head):
            return None
        around = self._shown_around(head)
        if around is None:
            return None
        further = self._around(around)
        return around if further is None else further

    def _is_fragment(self, head: int) -> bool:
        if head not in self._fragments:
            predicate = self._drafts[head].predicate
            self._fragments[head] = remarks.is_fragment(self._grammar, predicate)
        return self._fragments[head]

    def _shown_around(self, head: int) -> int | None:
        """The nearest predicate above whose sentence has this one in it."""
        above = remarks.governor_of(self._grammar, head, self._drafts)
        if above is None or self._drafts[above].predicate.kind not in remarks.CLAUSAL:
            return None
        return above if head in self._shown(above) else None

    def _shown(self, head: int) -> list[int]:
        """The tokens of a clause: of a voice's own words, unless it goes beyond them, and without
        what the voice tells in clauses of their own."""
        if head in self._tokens:
            return self._tokens[head]
        holder, grammar = self._drafts[head].holder, self._grammar
        own = (grammar.subject(head), grammar.child(head, "expl"))
        inside = holder is not None and all(
            at is None or grammar.tree.inside(at, holder.content) for at in own
        )
        within = holder.content if holder and inside else ()
        shown = shown_words(grammar, head, within, self._told.beside(head))
        if self._told.by(head) and self._told.lost(head, shown):
            shown = shown_words(grammar, head, within)
        elif self._told.by(head):
            self._speech.add(head)
        self._tokens[head] = shown
        return shown

    def _is_speech(self, head: int) -> bool:
        """Whether all that its sentence leaves out is told in claims of its own."""
        self._shown(head)
        return head in self._speech

    def _words(self, head: int) -> str:
        if head not in self._plain:
            draft = self._drafts[head]
            clause = draft.predicate.kind in remarks.CLAUSAL
            scope = Scope(self._shown(head) if clause else (), draft.speaker)
            self._plain[head] = wording(
                self._grammar, draft.predicate, draft.slots, self._standing, draft.view, scope
            )
        return self._plain[head]
