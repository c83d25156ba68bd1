"""Sources that are nobody: "Nobody said that …", "No witness claimed …", "None of them said …"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attributions.tree import Tree
from sayso.values import Span

_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_NAMES = frozenset({"PROPN", "NUM", "X"})


def is_nobody(tree: Tree, source: Sequence[Span]) -> bool:
    """Whether a source's words say that there is none; "No. 10" and "No Borders" are names."""
    words = tree.indices(source[:1])
    while words and tree.tokens[words[0]].upos == "PUNCT":
        words = words[1:]
    if not words:
        return False
    first = tree.form(words[0]).lower()
    if first == "not" and len(words) > 1:
        return tree.form(words[1]).lower() in ("a", "one")
    if first != "no" or len(words) == 1:
        return first in _NOBODY
    return tree.form(words[1]).lower() == "one" or tree.tokens[words[1]].upos not in _NAMES
