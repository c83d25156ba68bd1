"""`python -m benchmarks.resolving`: who is who at scale, and beside peers on the same names.

Reports are made by varying: syllables make a hundred given names and a family name for every
three people, so that many share one; nobody shares both. A person is written in full, by surname
alone, with a middle initial, in another spelling of the same sounds (i/ee, u/oo, k/q, doubled
letters) and sometimes with a letter left out; every report names ten people and bodies, some
often and most seldom (by 1/rank). Who was meant is known, so pairs can be scored.

The peers get the distinct full names of people only: rapidfuzz compares those that share a first
letter of any word, which is the usual way to keep it from comparing all with all; splink (on
DuckDB) learns its weights on the names themselves, blocked by each of the two words. Both take
the threshold that is best on the very pairs they are scored on. Seconds are of the processor, all
threads together, as other work on the machine does not count there.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from sayso.entities.appearances import Appearance, subject
from sayso.entities.memory import Shelves
from sayso.entities.names import fullest
from sayso.entities.placing import Placed, Placer
from sayso.entities.profiles import profiles_of
from sayso.entities.resolving import place_all
from sayso.entities.settling import Settled, settle
from sayso.entities.suggestions import Blocks

STARTS = "b d f g h j k l m n p r s t v z kh sh br dr kr st".split()
VOWELS = "a e i o u".split()
ENDS = ["", "", "n", "r", "s", "l", "m", "d"]
BODIES = "Bank,Lines,Guard Corps,Ministry of Ports,Motors,Institute,News Agency,Party".split(",")
PER_REPORT = 10


@dataclass(frozen=True, slots=True)
class Made:
    """Appearances in the order of their reports, and who each one is."""

    appearances: list[Appearance]
    who: list[int]


def word(chance: random.Random, syllables: int) -> str:
    """An invented word."""
    made = "".join(
        chance.choice(STARTS) + chance.choice(VOWELS) + chance.choice(ENDS)
        for _ in range(syllables)
    )
    return made.capitalize()


def spelled(chance: random.Random, name: str) -> str:
    """Another spelling of the same sounds, or, one time in ten, a slip."""
    if chance.random() < 0.1:
        at = chance.randrange(1, len(name) - 1)
        return name[:at] + name[at + 1 :]
    old, new = chance.choice([("i", "ee"), ("u", "oo"), ("k", "q"), ("s", "ss"), ("l", "ll")])
    return name.replace(old, new, 1)


def written(chance: random.Random, given: str, family: str, middle: str) -> tuple[str, ...]:
    """How one report writes a person: in full first, then shorter."""
    way = chance.random()
    full = f"{given} {family}"
    if way < 0.12:
        full = f"{spelled(chance, given)} {family}"
    elif way < 0.2:
        full = f"{given} {spelled(chance, family)}"
    elif way < 0.26:
        full = f"{given} {middle}. {family}"
    elif way < 0.32:
        return (family,)
    return (full, family) if way > 0.6 else (full,)


def made_people(chance: random.Random, count: int) -> list[tuple[str, str, str]]:
    """Given name, family name and middle initial of each; no two have both names."""
    given = sorted({word(chance, 2) for _ in range(100)})
    family = sorted({word(chance, 2) for _ in range(count // 3 + 1)})
    people: dict[tuple[str, str], str] = {}
    while len(people) < count:
        pair = (chance.choice(given), chance.choice(family))
        people.setdefault(pair, chance.choice("ABDHJM"))
    return [(*pair, middle) for pair, middle in people.items()]


def made_reports(mentions: int, seed: int = 7) -> Made:
    """About as many mentions as asked for, ten figures a report."""
    chance = random.Random(seed)
    people = made_people(chance, max(mentions // 25, 20))
    bodies = [f"{word(chance, 2)} {chance.choice(BODIES)}" for _ in range(max(mentions // 60, 10))]
    weights = [1 / (n + 5) for n in range(len(people) + len(bodies))]
    order = list(range(len(weights)))
    chance.shuffle(order)
    found, who, count, report = [], [], 0, 0
    while count < mentions:
        report += 1
        for number in dict.fromkeys(chance.choices(order, weights, k=PER_REPORT)):
            person = number < len(people)
            names = written(chance, *people[number]) if person else (bodies[number - len(people)],)
            kind = "person" if person else "organization"
            own = subject(f"r{report}", fullest(names))
            types = (kind,) * len(names)
            found.append(Appearance(own, f"r{report}", kind, names, types))
            who.append(number)
            count += len(names)
    return Made(found, who)


def pair_score(groups: Sequence[object], gold: Sequence[object]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs put together, by counting and not by listing pairs."""

    def pairs(keys: Iterable[object]) -> int:
        counts: dict[object, int] = {}
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(zip(groups, gold, strict=True))
    ours, theirs = pairs(groups), pairs(gold)
    return both / max(ours, 1), both / max(theirs, 1), 2 * both / max(ours + theirs, 1)


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Seconds of the processor, and what came out."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def scale(mentions: int) -> Table:
    """All from nothing; then one report more, with its suggestions."""
    made = made_reports(mentions)
    last = made.appearances[-1].report
    before = [each for each in made.appearances if each.report != last]
    new = [each for each in made.appearances if each.report == last]
    memory = Shelves()
    placer = Placer(memory)
    placing, placed = timed(lambda: [placer.place(each) for each in before])
    assert isinstance(placed, list)
    settling, settled = timed(lambda: settle(placed))
    assert isinstance(settled, Settled)
    profiles = profiles_of(settled.entities, settled.of, before)
    blocking, blocks = timed(lambda: Blocks(profiles.values()))
    assert isinstance(blocks, Blocks)
    suggesting, suggested = timed(lambda: blocks.suggestions(profiles))
    adding, more = timed(lambda: [placer.place(each) for each in new])
    assert isinstance(more, list)
    touched = {each.entity for each in more}
    of_these = [each for each in [*placed, *more] if each.entity in touched]
    again, _ = timed(lambda: _suggest_again(blocks, of_these))
    count = sum(len(each.names) for each in made.appearances)
    shown = Table("what", "seconds", "count", title=f"{count} mentions")
    shown.add_row("placing all by names, from nothing", f"{placing:.1f}", f"{len(memory)} entities")
    shown.add_row("settling all, no decisions", f"{settling:.1f}", "")
    shown.add_row("blocks of all", f"{blocking:.1f}", f"{len(profiles)} profiles")
    shown.add_row("suggestions for all", f"{suggesting:.1f}", f"{len(list(suggested))}")  # type: ignore[call-overload]
    shown.add_row("one report more: placing", f"{adding:.4f}", f"{len(new)} figures")
    shown.add_row("one report more: suggestions", f"{again:.4f}", f"{len(of_these)} appearances")
    found = [each.entity for each in [*placed, *more]]
    p, r, f1 = pair_score(found, [made.who[n] for n in range(len(found))])
    shown.add_row("pairs put together: P / R / F1", "", f"{p:.3f} / {r:.3f} / {f1:.3f}")
    return shown


def _suggest_again(blocks: Blocks, placed: Sequence[Placed]) -> object:
    settled = settle(placed)
    profiles = profiles_of(settled.entities, settled.of, [each.appearance for each in placed])
    for profile in profiles.values():
        blocks.add(profile)
    return blocks.suggestions(profiles)


def names_of(made: Made) -> tuple[list[str], list[int]]:
    """Distinct full names of people and who bears each; a name of two people is left out."""
    bearers: dict[str, set[int]] = {}
    for each, who in zip(made.appearances, made.who, strict=True):
        if each.kind == "person" and " " in each.name:
            bearers.setdefault(each.name, set()).add(who)
    names = [name for name, of in bearers.items() if len(of) == 1]
    return names, [next(iter(bearers[name])) for name in names]


def ours(names: Sequence[str], *, suggested: bool = False) -> list[object]:
    """Sayso's groups of names, each name a report of its own; with `suggested`, as if a person
    had accepted every suggestion."""
    rows = [
        Appearance(subject(f"r{n}", name), f"r{n}", "person", (name,), ("person",))
        for n, name in enumerate(names)
    ]
    placed = place_all(rows)
    groups: list[object] = [each.entity for each in placed]
    if not suggested:
        return groups
    settled = settle(placed)
    profiles = profiles_of(settled.entities, settled.of, rows)
    number = {each.entity: n for n, each in reversed(list(enumerate(placed)))}
    found = Blocks(profiles.values()).suggestions(profiles)
    pairs = [(number[each.left], number[each.right]) for each in found]
    return grouped(len(names), [*pairs, *((number[e.entity], n) for n, e in enumerate(placed))])


def grouped(count: int, pairs: Iterable[tuple[int, int]]) -> list[object]:
    """Connected components."""
    above = list(range(count))

    def root(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for a, b in pairs:
        above[root(a)] = root(b)
    return [root(n) for n in range(count)]


Scored = list[tuple[float, int, int]]


def rapidfuzz_pairs(names: Sequence[str]) -> Scored:
    """All pairs that share a word's first letter and score 80 or more."""
    blocks: dict[str, list[int]] = {}
    for n, name in enumerate(names):
        for first in {part[0] for part in name.split()}:
            blocks.setdefault(first, []).append(n)
    found: dict[tuple[int, int], float] = {}
    for numbers in blocks.values():
        block = [names[n] for n in numbers]
        scores = process.cdist(block, block, scorer=fuzz.token_sort_ratio, score_cutoff=80)
        for i, j in zip(*scores.nonzero(), strict=True):
            if i < j:
                found[numbers[i], numbers[j]] = float(scores[i, j])
    return [(score, a, b) for (a, b), score in found.items()]


def splink_pairs(names: Sequence[str]) -> Scored:
    """Pairs and match weights of splink's linker, learnt on these names without labels."""
    pa: Any = import_module("pyarrow")
    splink: Any = import_module("splink")
    cl: Any = import_module("splink.comparison_library")
    block_on = splink.block_on
    rows = pa.table(
        {
            "unique_id": list(range(len(names))),
            "given": [name.split()[0] for name in names],
            "family": [name.split()[-1] for name in names],
        }
    )
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on("given"), block_on("family")],
        comparisons=[cl.NameComparison("given"), cl.NameComparison("family")],
    )
    linker = splink.Linker(splink.DuckDBAPI().register(rows), settings, log_level=40)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("family"))
    found = linker.inference.predict(threshold_match_probability=0.01)
    rows_found = found.as_record_list()
    return [
        (float(row["match_weight"]), int(row["unique_id_l"]), int(row["unique_id_r"]))
        for row in rows_found
    ]


def best(pairs: Scored, gold: Sequence[object]) -> tuple[float, tuple[float, float, float]]:
    """The threshold with the best F1 among twenty, and precision, recall and F1 there."""
    scores = sorted(score for score, _, _ in pairs)
    steps = [scores[n * (len(scores) - 1) // 19] for n in range(20)] if scores else [0.0]
    found = [
        (at, pair_score(grouped(len(gold), ((a, b) for s, a, b in pairs if s >= at)), gold))
        for at in dict.fromkeys(steps)
    ]
    return max(found, key=lambda each: each[1][2])


def peers(mentions: int) -> Table:
    """The same distinct full names, grouped by Sayso, rapidfuzz and splink."""
    names, gold = names_of(made_reports(mentions))
    shown = Table("who", "seconds", "P", "R", "F1", title=f"{len(names)} full names of people")
    seconds, groups = timed(lambda: ours(names))
    assert isinstance(groups, list)
    _row(shown, "sayso, sure only", seconds, pair_score(groups, gold))
    seconds, groups = timed(lambda: ours(names, suggested=True))
    assert isinstance(groups, list)
    _row(shown, "sayso, all suggestions accepted", seconds, pair_score(groups, gold))
    for name, work in {"rapidfuzz": rapidfuzz_pairs, "splink": splink_pairs}.items():
        try:
            seconds, pairs = timed(lambda work=work: work(names))  # type: ignore[misc]
        except ImportError as error:
            shown.add_row(name, f"not installed: {error.name}", "", "", "")
            continue
        at, figures = best(pairs, gold)  # type: ignore[arg-type]
        _row(shown, f"{name} ≥ {at:.1f}", seconds, figures)
    return shown


def _row(shown: Table, name: str, seconds: float, figures: Sequence[float]) -> None:
    shown.add_row(name, f"{seconds:.2f}", *(f"{each:.3f}" for each in figures))


def main() -> None:
    """Prints both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mentions", type=int, default=100_000)
    options.add_argument("--peer-mentions", type=int, default=20_000)
    chosen = options.parse_args()
    console = Console()
    console.print(scale(chosen.mentions))
    console.print(peers(chosen.peer_mentions))


if __name__ == "__main__":
    main()
