"""The tree of voices at a terminal, wide and narrow, with colours and without."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from builders import attribution, document, harbour, report, span_of
from sayso.cli.terminal import printable, show
from sayso.values import Document, Entity, Mention, Voice

WIDE = """\
Report: Dredger paid port chief's cousin
report.txt

The Herald · 12 April 2024
├─ Report (unnamed)
│  : · indirect
│  ┆ Dredger paid port chief's cousin
├─ The Lantern (outlet)
│  reported · indirect · in April (April 2024)
│  ┆ Corriden paid 1.3 million crowns […] an official who said that a colleague
│  ┆ “had seen the ledger”
│  └─ an official (unnamed)
│     said · indirect
│     ┆ that a colleague “had seen the ledger”
│     └─ a colleague (unnamed)
│        mixed
│        ╏ “had seen the ledger”
└─ Garrick Thole
   denied · indirect · denies this
   ┆ that any crown had reached him
   said · direct
   ┃ “I have no such cousin,” […] “and no such port.”
"""

NARROW = """\
Report: Dredger paid port chief's cousin
report.txt

The Herald · 12 April 2024
├─ Report (unnamed)
│  : · indirect
│  ┆ Dredger paid port chief's cousin
├─ The Lantern (outlet)
│  reported · indirect · in April (April
│  2024)
│  ┆ Corriden paid 1.3 million crowns
│  ┆ […] an official who said that a
│  ┆ colleague “had seen the ledger”
│  └─ an official (unnamed)
│     said · indirect
│     ┆ that a colleague “had seen the
│     ┆ ledger”
│     └─ a colleague (unnamed)
│        mixed
│        ╏ “had seen the ledger”
└─ Garrick Thole
   denied · indirect · denies this
   ┆ that any crown had reached him
   said · direct
   ┃ “I have no such cousin,” […] “and
   ┃ no such port.”
"""


class _Ascii(io.StringIO):
    encoding = "ascii"


def shown(of: Document, width: int = 80, *, colours: bool = False, ascii_only: bool = False) -> str:
    file = _Ascii() if ascii_only else io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colours,
        color_system="standard" if colours else None,
    )
    show(of, console)
    return file.getvalue()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("width", "wanted"), [(80, WIDE), (40, NARROW)], ids=["80", "40"])
def test_tree(width: int, wanted: str) -> None:
    assert shown(harbour(), width) == wanted


@pytest.mark.parametrize("width", [20, 30, 40, 72])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    flat = document(harbour().report, *harbour().attributions[:2], harbour().attributions[4])
    assert max(map(cell_len, shown(flat, width).splitlines())) <= width


def test_a_deep_tree_keeps_room_for_words() -> None:
    assert "╏ “had seen\n" in shown(harbour(), 10)


def test_direct_and_indirect_differ_without_colours() -> None:
    said = harbour().attributions[5]
    direct = shown(document(harbour().report, said))
    indirect = shown(document(harbour().report, replace(said, kind="indirect")))
    assert "┃ “I have" in direct
    assert "┆ “I have" in indirect


def test_no_color_leaves_only_weight_and_slant(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[3;33man official" in shown(harbour(), colours=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3man official" in shown(harbour(), colours=True)


def test_terminal_without_line_drawing() -> None:
    tree = shown(harbour(), ascii_only=True)
    assert "`- Garrick Thole\n   denied" in tree
    assert "   # “I have no such cousin,”" in tree


def test_report_that_says_nothing_of_itself() -> None:
    of = report("So it is said.", outlet=None, published=None)
    assert shown(document(of, attribution(of.text, "a1", cue="is said", content="So it"))) == (
        "Untitled\nreport.txt\n\noutlet not given · date not given\n"
        "└─ source not named\n   is said · indirect\n   ┆ So it\n"
    )


def test_no_words_given() -> None:
    of = report("Marrable denied it.", title="Marrable")
    said = attribution(of.text, "a1", source="Marrable", cue="denied")
    assert "┆ (no words given)" in shown(document(of, said))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mred", "\ufffd[31mred"),
        ("one\n two\u2028three\tfour", "one two three four"),
        ("a\u202egnp.txt", "a\ufffdgnp.txt"),
        ("a\u061cb\x9b2J", "a\ufffdb\ufffd2J"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
    ids=["escape", "line ends", "right-to-left override", "mark and C1", "markup"],
)
def test_printable(text: str, safe: str) -> None:
    assert printable(text) == safe


def test_markup_of_a_report_is_shown_as_it_is() -> None:
    of = report("He said [red]no[/red].", title="[red]no[/red]")
    said = attribution(of.text, "a1", source="He", cue="said", content="[red]no[/red]")
    assert shown(document(of, said)).count("[red]no[/red]") == 2


def test_two_of_one_name_are_two_branches() -> None:
    text = "Osk Brann, 70, said no. Osk Brann, 31, said yes."
    mentions = [
        Mention(f"m{n}", *span_of(text, f"Osk Brann#{n}"), "person", True, -1, f"e{n}")
        for n in (0, 1)
    ]
    said = [
        attribution(text, f"a{n}", cue=f"said#{n}", voice=Voice("Osk Brann", "person", f"e{n}"))
        for n in (0, 1)
    ]
    entities = tuple(Entity(f"e{n}", "person", "Osk Brann") for n in (0, 1))
    of = document(report(text), *said, mentions=tuple(mentions), entities=entities)
    out = shown(of, width=80)
    assert "├─ Osk Brann (1 of 2 of the name: “Osk Brann, 70, said no”)\n" in out
    assert "└─ Osk Brann (2 of 2 of the name: “Osk Brann, 31, said yes”)\n" in out
