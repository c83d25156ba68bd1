"""What decisions take out of the entities that names alone made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.entities.decisions import Decision
from sayso.entities.placing import Placed
from sayso.entities.scripts import letters


def parted(
    placed: Sequence[Placed], named: Iterable[tuple[Decision, tuple[int, ...]]]
) -> list[int]:
    """For each appearance the number of the first of its group: the entity that names made, less
    what was split off and what was decided to differ."""
    alone: set[int] = set()
    apart: dict[int, set[int]] = {}
    for decision, subjects in named:
        if decision.kind == "split":
            alone.add(subjects[0])
        elif decision.kind == "different":
            one, other = subjects
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    members: dict[str, list[int]] = {}
    for n, each in enumerate(placed):
        members.setdefault(each.entity, []).append(n)
    group = list(range(len(placed)))
    for numbers in members.values():
        for side in _sides(placed, [n for n in numbers if n not in alone], apart):
            for n in side:
                group[n] = min(side)
    return group


def _sides(
    placed: Sequence[Placed], numbers: Sequence[int], apart: dict[int, set[int]]
) -> list[list[int]]:
    """An entity's appearances in as few sides as its decisions ask for. Whoever nobody decided
    on goes with the only side that bears the same full name, else stays with the first."""
    inside = set(numbers)
    seeds = [n for n in numbers if apart.get(n, set()) & inside]
    sides: list[list[int]] = []
    for n in seeds:
        free = [side for side in sides if not apart[n] & set(side)]
        near = [side for side in free if _same_name(placed, n, side)] or free
        if near:
            near[0].append(n)
        else:
            sides.append([n])
    rest = [n for n in numbers if n not in set(seeds)]
    if not sides:
        return [rest] if rest else []
    bearers = [list(side) for side in sides]
    for n in rest:
        own = [at for at, side in enumerate(bearers) if _same_name(placed, n, side)]
        sides[own[0] if len(own) == 1 else 0].append(n)
    return sides


def _same_name(placed: Sequence[Placed], n: int, side: Sequence[int]) -> bool:
    own = letters(placed[n].appearance.name)
    return any(letters(placed[m].appearance.name) == own for m in side)
