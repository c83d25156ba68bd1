"""Those who speak in the next paragraph or the next sentence, each with a source of their own.
All are invented."""

from __future__ import annotations

import pytest

from tellings import tellings

ROWS = {
    "an entry of a live blog": (
        "Minister Hugo Lind said he was on his way to Dret.\n\nFerries missing\n\n"
        "Three ferries are missing, the harbour master, Ilse Korr, said.",
        "Ilse Korr: Three ferries are missing",
    ),
    "the verb first": (
        "Ida Brann said the road was safe.\n\nIt is not, said the head of the works, Tom Rell.",
        "Tom Rell: It is not",
    ),
    "without a name": (
        "The captain, Tom Bell, said all were alive.\n\nMira found\n\n"
        "The ferry has been found, a coast guard officer said.",
        "a coast guard officer: The ferry has been found",
    ),
    "she goes on": (
        "Ida Brann said the road was safe.\n\nShe added that the bridge was shut.",
        "Ida Brann: that the bridge was shut",
    ),
    "a sentence that the reader did not part": (
        "Police arrested Karl Mohn on Sunday.\n\nProsecutor Ilse Vane did not say whether Mohn "
        "would be charged. Minister Ruud Falk did not comment. Spokeswoman Greta Sorn denied the "
        "report. Judge Piet Loom never spoke.",
        "Greta Sorn: the report",
    ),
    "one surname under two posts": (
        "Judge Orban ordered the seizure of the papers, while Minister Orban rejected calls to "
        "step down.",
        "Minister Orban: calls to step down",
    ),
}


@pytest.mark.parametrize(("text", "line"), ROWS.values(), ids=ROWS)
def test_who_speaks_next(text: str, line: str) -> None:
    assert tellings(text)[-1] == line


def test_the_judge_is_not_the_minister() -> None:
    assert tellings(ROWS["one surname under two posts"][0])[0].startswith("Judge Orban: ")
