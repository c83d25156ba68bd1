"""Pairs that are merely likely to be the same: for a person to decide, never merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sayso.entities.across import SIGNALS, Entities, compare_called
from sayso.entities.keys import is_short, near_keys, search_keys
from sayso.entities.profiles import Profile
from sayso.entities.signals import DIFFERENT, LIKELY, Signal


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one. `left` and `right` are entity ids, the one that appeared
    first on the left; `subjects` are what a decision on them names.

    `score` orders suggestions, best first, and is no probability. `reasons` are the signals, each
    with its value (over a half: speaks for; under: against) and its words, strongest first.
    """

    left: str
    right: str
    score: float
    reasons: tuple[Signal, ...]
    subjects: tuple[str, str]


_SHARE = 0.4
"""How much what stands around two names counts, beside the names."""


def suggest(left: Profile, right: Profile) -> Suggestion | None:
    """The suggestion that two entities are one, or None where too little speaks for it.

    The score is the names' value, moved by four tenths of what each other signal is over or
    under a half; it has to reach `signals.LIKELY`.
    """
    if left.namesakes & right.namesakes:
        return None  # a report tells them apart
    names = compare_called(left, right)
    mixed = left.kind != right.kind and "person" in (left.kind, right.kind)
    if mixed or names.score < DIFFERENT:
        return None
    case = Entities(left, right, names)
    found = [signal for rule in SIGNALS if (signal := rule(case)) is not None]
    around = sum(signal.value - 0.5 for signal in found if signal.rule != "name")
    found = [_alone(signal, left, right) for signal in found]
    own = next(signal.value for signal in found if signal.rule == "name")
    score = round(min(max(own + _SHARE * around, 0.0), 1.0), 4)
    if score < LIKELY:
        return None
    reasons = tuple(sorted(found, key=lambda signal: (-abs(signal.value - 0.5), signal.rule)))
    return Suggestion(left.id, right.id, score, reasons, (left.subject, right.subject))


def _alone(signal: Signal, left: Profile, right: Profile) -> Signal:
    """The signal; of people's names that both are one part alone, with less weight: many bear
    one surname, and what stands around has to tell."""
    short = all(is_short("person", each.name) for each in (left, right))
    if signal.rule != "name" or left.kind != "person" or not short or signal.value < _ALONE:
        return signal
    return Signal("name", _ALONE, f"{signal.reason}; one part alone does not tell")


_ALONE = 0.5


def suggested_keys(profile: Profile) -> tuple[str, ...]:
    """The keys (of `sayso.entities.memory`) under which candidates for an entity stand."""
    names = profile.names
    found = [key for name in names for key in search_keys(profile.kind, name)]
    found += [key for name in names for key in near_keys(profile.kind, name)]
    return tuple(dict.fromkeys(found))


MOST_UNDER_A_KEY = 40
"""A key that more entities share is passed over: it tells nothing."""


class Blocks:
    """Profiles by key, so that each is compared with those that share one, not with all."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._profiles: dict[str, Profile] = {}
        self._order: dict[str, int] = {}
        self._blocks: dict[str, dict[str, None]] = {}
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        """Adds a profile, or puts it in the place of an older one of the same entity."""
        self._profiles[profile.id] = profile
        self._order.setdefault(profile.id, len(self._order))
        for key in suggested_keys(profile):
            self._blocks.setdefault(key, {})[profile.id] = None

    def near(self, profile: Profile) -> list[Profile]:
        """Who shares a key with a profile, itself left out, in order of being added."""
        found: dict[str, None] = {}
        for key in suggested_keys(profile):
            block = self._blocks.get(key, {})
            if len(block) <= MOST_UNDER_A_KEY:
                found |= block
        found.pop(profile.id, None)
        return [self._profiles[each] for each in sorted(found, key=self._order.__getitem__)]

    def suggestions(
        self, ids: Iterable[str], apart: Collection[frozenset[str]] = ()
    ) -> list[Suggestion]:
        """The suggestions that some entities have a part in, best first, each once. `apart` are
        pairs of entities that were decided to differ."""
        found: dict[frozenset[str], Suggestion] = {}
        for each in ids:
            own = self._profiles[each]
            for other in self.near(own):
                pair = frozenset((own.id, other.id))
                if pair in found or pair in apart:
                    continue
                first, second = sorted((own, other), key=lambda p: self._order[p.id])
                if (suggestion := suggest(first, second)) is not None:
                    found[pair] = suggestion
        return best_first(found.values())


def best_first(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """By score, then by the entities' ids, so that the order is the same every time."""
    return sorted(suggestions, key=lambda each: (-each.score, each.left, each.right))
