"""Placing by names, as a store sees it. All are invented."""

from __future__ import annotations

from collections.abc import Sequence

from appearing import appeared, source
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.entities.appearances import Appearance
from sayso.entities.memory import Shelves
from sayso.entities.placing import Placer, asked_keys, replaced

NAMES = {
    "person": ["Hugo Tamm", "Tamm", "Anna Tamm", "Hugo J. Tamm", "H. Tamm", "Tamm, Hugo"],
    "organization": ["Tamm", "Veltar Motors", "Veltar", "VM", "veltar.com", "Harbour Guard Corps"],
    "place": ["Corrida", "Veltar", "the U.S.", "United States"],
    "other": ["Veltar", "Harbour Guard Corps"],
}
FIGURES = st.sampled_from(sorted(NAMES)).flatmap(
    lambda kind: st.tuples(
        st.just(kind), st.lists(st.sampled_from(NAMES[kind]), min_size=1, max_size=3)
    )
)
REPORTS = st.lists(FIGURES, min_size=1, max_size=10).map(
    lambda rows: [appeared(f"r{n}", *names, kind=kind) for n, (kind, names) in enumerate(rows)]
)


class Asked(Shelves):
    """Remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: set[str] = set()

    def under(self, key: str, most: int) -> Sequence[str]:
        self.keys.add(key)
        return super().under(key, most)


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_all_that_is_asked_is_known_before(appearances: list[Appearance]) -> None:
    memory = Asked()
    placer = Placer(memory)
    for each in appearances:
        memory.keys.clear()
        placer.place(each)
        assert memory.keys <= set(asked_keys(each))


@settings(max_examples=30, deadline=None)
@given(REPORTS)
def test_the_same_again(appearances: list[Appearance]) -> None:
    one, other = Placer(Shelves()), Placer(Shelves())
    assert [one.place(each) for each in appearances] == [other.place(each) for each in appearances]


def test_an_unnamed_source_teaches_nothing() -> None:
    memory = Shelves()
    Placer(memory).place(source("r1", "a senior official"))
    assert len(memory) == 0


def test_open_among_those_it_can_be() -> None:
    placer = Placer(Shelves())
    jan, pavo = (
        placer.place(appeared(r, n)) for r, n in (("r1", "Hugo Jan Tamm"), ("r2", "Hugo Pavo Tamm"))
    )
    assert placer.place(appeared("r3", "Hugo Tamm")).among == (jan.entity, pavo.entity)


def test_a_removed_report_leaves_nothing_behind() -> None:
    first, second = appeared("r1", "Hugo Jonas Tamm", "Tamm"), appeared("r2", "Hugo Tamm")
    memory = Shelves()
    entity = Placer(memory).place(first).entity
    assert Placer(memory).place(second).entity == entity
    (left,) = replaced(memory, entity, [second])
    alone = Shelves()
    assert left == Placer(alone).place(second)
    assert memory.known(left.entity) == alone.known(left.entity)
    assert len(memory) == 1


def test_a_crowded_key_tells_nothing() -> None:
    placer = Placer(Shelves())
    for n in range(202):
        placer.place(appeared(f"r{n}", f"{chr(97 + n % 26)}{'aeiou'[n // 26 % 5]}{n} Tamm".title()))
    assert placer.place(appeared("last", "Tamm")).among == ()
