"""What people decided on who is who, and what follows from it.

A decision is a row that is signed, dated and never changed but for being withdrawn. What holds is
a function of two tables only, the placed appearances and the decisions (after nomenklatura's
resolver): a decision withdrawn is as if it had never been made, and the rows' order is of no
account.

Subjects (see `appearances`) are made of content, so decisions outlive reading and resolving
again. A subject whose report was removed stands for the only entity left that bears its name;
where none or several do, the decision rests, and an objection says so. "wikidata:Q42" and the
like are identities elsewhere (see `subjects`).
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("same", "different", "split", "rename", "type")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person.

    `kind` and `subjects`:

    - "same": two subjects; their entities are one.
    - "different": two subjects; they are kept apart, and never suggested again.
    - "split": one subject; this appearance leaves the entity it was put in. What "same" says of
      it still holds.
    - "rename": one subject; its entity is called `value`. Of several, the latest.
    - "type": one subject; its entity is of the type `value`. Of several, the latest.

    `id` is unique in a case. `by` signs it, `at` and `withdrawn_at` are ISO 8601 with a time
    zone. `note` is the person's own reason.
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    value: str | None
    by: str
    at: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuses what could never be carried out."""
        if self.kind not in KINDS:
            raise ValueError(f"a decision is one of {', '.join(KINDS)}, not “{self.kind}”")
        wanted = 2 if self.kind in ("same", "different") else 1
        if len(self.subjects) != wanted or len(set(self.subjects)) != wanted:
            raise ValueError(f"“{self.kind}” is about {wanted} of them, each once")
        if (self.kind in ("rename", "type")) != bool(self.value):
            raise ValueError(f"“{self.kind}” and its value do not go together")

    @property
    def holds(self) -> bool:
        """Whether it has not been withdrawn."""
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class Objection:
    """A decision that could not be carried out, or that another contradicts, and why, in words.

    `decisions` are the ids of those concerned, that which rests first.
    """

    decisions: tuple[str, ...]
    reason: str
