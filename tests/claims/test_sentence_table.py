"""The patterns of the hand-made sentences match what they say, so that a row can fail."""

from __future__ import annotations

import pytest
from sentence_table import matches, pattern

from builders import span_of
from sayso.values import Argument, Claim, Voice

TEXT = "The brother of Thole had not paid a fine in May."


def paid(polarity: str = "negated", certainty: str = "certain") -> Claim:
    return Claim(
        id="c1",
        attribution="a1",
        text="The brother of Thole had not paid a fine in May",
        predicate=span_of(TEXT, "paid"),
        lemma="pay",
        arguments=(
            Argument("agent", *span_of(TEXT, "The brother of Thole"), "e1"),
            Argument("theme", *span_of(TEXT, "a fine")),
        ),
        modifiers=(Argument("time", *span_of(TEXT, "in May")),),
        polarity=polarity,
        certainty=certainty,
        time="2023-05",
        chain=(Voice("The Tideline", "outlet"), Voice("Rhoda Quill", "person")),
    )


NAMES = {"e1": ("Anders Thole", "Anders")}


@pytest.mark.parametrize(
    "line",
    [
        "pay",
        "*",
        "*(agent=brother)",
        "give|pay(agent=brother, theme=fine) negated certain",
        "pay(*=Thole)",
        "pay(agent=*)",
        "pay(agent|theme==Anders)",
        "pay(agent=sister|Anders Thole)",
        "pay(theme==the fine)",
        "pay(time=May) time=2023|2023-05",
        "pay sure by=Quill",
        "pay via=Tideline",
        "pay negated possible|certain",
    ],
)
def test_is_as_the_pattern_has_it(line: str) -> None:
    assert matches(pattern(line), paid(), TEXT, NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "give",
        "pay affirmed",
        "pay possible",
        "pay unsure",
        "pay by=outlet",
        "pay by=Tideline",
        "pay time=2023",
        "pay(agent==Thole)",
        "pay(agent=fine)",
        "pay(recipient=*)",
        "pay(agent=brother, theme=bribe)",
        "pay(agent=broth)",
    ],
)
def test_is_not_as_the_pattern_has_it(line: str) -> None:
    assert not matches(pattern(line), paid(), TEXT, NAMES)


@pytest.mark.parametrize(
    ("polarity", "certainty", "sure"),
    [
        ("affirmed", "certain", True),
        ("negated", "certain", True),
        ("affirmed", "probable", False),
        ("unknown", "certain", False),
        ("unknown", "unknown", False),
    ],
)
def test_sure(polarity: str, certainty: str, sure: bool) -> None:
    claim = paid(polarity, certainty)
    assert matches(pattern("pay sure"), claim, TEXT, {}) is sure
    assert matches(pattern("pay unsure"), claim, TEXT, {}) is not sure


@pytest.mark.parametrize("line", ["", "pay surely", "pay(agent)", "pay(agent=x", "pay(a=b) by"])
def test_a_line_that_is_no_pattern(line: str) -> None:
    with pytest.raises(ValueError, match="not a pattern"):
        pattern(line)
