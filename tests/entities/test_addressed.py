"""What stands before names, and how it and bare surnames weigh. All are invented."""

from __future__ import annotations

import pytest
from appearing import appeared

from sayso.entities.addressed import addressed
from sayso.entities.profiles import profiles_of
from sayso.entities.resolving import resolve
from sayso.entities.suggestions import Blocks

BEFORE = {
    "woman": ("Ms ", "Ms"),
    "man, cut short": ("said Mr. ", "Mr"),
    "office": ("Defence Minister ", "Defence Minister"),
    "office of one word": ("the minister ", ""),
    "another sentence": ("said the defence minister. ", ""),
    "no title": ("Then ", ""),
}


@pytest.mark.parametrize(("text", "title"), BEFORE.values(), ids=BEFORE)
def test_before_a_name(text: str, title: str) -> None:
    assert addressed(text + "Veresh", len(text)) == title


def score(left: tuple[str, str], right: tuple[str, str]) -> float:
    sides = [
        appeared(f"r{n}", name, posts=(post,) if post else ())
        for n, (name, post) in enumerate((left, right))
    ]
    found = resolve(sides)
    profiles = profiles_of(found.entities, found.of, sides)
    suggestions = Blocks(profiles.values()).suggestions(profiles)
    return suggestions[0].score if suggestions else 0.0


def test_a_surname_alone_is_not_suggested_for_a_namesake() -> None:
    assert score(("Veresh", ""), ("Veresh", "")) == 0.0


def test_a_surname_with_the_same_post_is() -> None:
    post = "Defence Minister"
    assert score(("Anton Veresh", post.lower()), ("Veresh", post)) > 0.6


def test_mr_and_mrs_speak_against() -> None:
    plain = score(("Mike Tamm", ""), ("Michael Tamm", ""))
    assert plain > score(("Mike Tamm", "Mrs"), ("Michael Tamm", "Mr"))
