"""What the model says of a sentence's meaning: who does what, how surely, who holds which post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.reader.model import Answers, ReaderModel
from sayso.reader.planning import Plan
from sayso.values import Role, Span, TaggedSpan

SINGLE = ("ARG0", "ARG1", "ARG2", "ARG3")
"""A predicate has one of each; of several candidates the best is kept."""


@dataclass(slots=True)
class FrameLayer:
    """Roles by word number, the value of each word's factuality, and the tags of posts."""

    sureness: NDArray[np.float32]
    posts: NDArray[np.float32]
    roles: list[Role] = field(default_factory=list)

    @classmethod
    def empty(cls, words: int, post_tags: int) -> FrameLayer:
        return cls(np.zeros(words, np.float32), np.zeros((words, post_tags), np.float32))

    def keep(self, plan: Plan, answers: Answers) -> None:
        """Copies what a window says of the words that it owns."""
        own = slice(plan.own_start, plan.own_end)
        part = slice(plan.own_start - plan.start, plan.own_end - plan.start)
        self.sureness[own] = answers["sureness"][part]
        self.posts[own] = answers["posts"][part]

    def keep_sentence(
        self, answers: Answers, sentence: Span, base: int, model: ReaderModel
    ) -> None:
        """The roles of a sentence; `sentence` counts words of the window, which begins at the
        section's word `base`."""
        start, end = sentence
        labels = answers["roles"][start:end, start:end].astype(np.int64)
        margins = answers["role_margins"][start:end, start:end]
        predicates = answers["predicate"][start:end].astype(np.float32) > 0
        asked = predicates[:, None] & (labels > 0)
        first = base + start
        found = [
            Role(first + p, first + a, model.roles[labels[p, a]], float(margins[p, a]))
            for p, a in np.argwhere(asked).tolist()
        ]
        self.roles.extend(_single(found))


def _single(roles: Sequence[Role]) -> Iterator[Role]:
    best: dict[tuple[int, str], Role] = {}
    for role in roles:
        key = (role.predicate, role.label)
        if key not in best or role.score > best[key].score:
            best[key] = role
    for role in roles:
        if role.label not in SINGLE or best[role.predicate, role.label] is role:
            yield role


def post_spans(layer: FrameLayer, spans: Sequence[Span], names: Sequence[str]) -> list[TaggedSpan]:
    """Posts' spans, from each word's best tag; an I- behind another kind begins a span."""
    best = layer.posts.argmax(1)
    out: list[TaggedSpan] = []
    first, before, kind = 0, -2, ""
    for i in np.flatnonzero(best).tolist():
        edge, role = names[best[i]].split("-")
        if edge == "B" or i != before + 1 or role != kind:
            first, kind = i, role
        else:
            out.pop()
        score = float(np.exp(layer.posts[first : i + 1].max(1)).min())
        out.append(TaggedSpan(kind, spans[first][0], spans[i][1], score))
        before = i
    return out
