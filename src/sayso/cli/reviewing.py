"""`sayso review`: pairs that may be the same, one after the other, for a person to decide.

    Hugo Tamm                          │ H. Tamm
    person · in 2 reports              │ person · in 1 report
    The Herald (3 May 2024): “… Hugo   │ The Lantern (9 May 2024): “… told
    Tamm, who runs the quay …”         │ H. Tamm that …”
    for: “Hugo Tamm” and “H. Tamm”: an initial for a given name
    [s]ame  [d]ifferent  s[k]ip  [u]ndo  [q]uit:

The answers come from the keyboard, a key each, or from a pipe, a line each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.text import Text

from sayso.cli.deciding import signer
from sayso.cli.layout import Layout, printable, put
from sayso.cli.lists import Kind, Listing, put_list
from sayso.cli.opening import opened
from sayso.cli.sides import Side, beside, side_of

if TYPE_CHECKING:
    from sayso.entities.reviewing import Review
    from sayso.entities.suggestions import Suggestion
    from sayso.store import Case

KEYS = {
    **dict.fromkeys(("s", "same"), "same"),
    **dict.fromkeys(("d", "different"), "different"),
    **dict.fromkeys(("k", "skip", "", " "), "skip"),
    **dict.fromkeys(("u", "undo"), "undo"),
    **dict.fromkeys(("q", "quit", "\x03", "\x04"), "quit"),
}
"""What is typed for each answer; the last two are Ctrl-C and Ctrl-D."""
PROMPT = "[s]ame  [d]ifferent  s[k]ip  [u]ndo  [q]uit: "
LAST_PROMPT = "[u]ndo  [q]uit: "
COLUMNS = ("left", "left_name", "right", "right_name", "score", "reasons", "subjects")


def review(where: str | None, by: str | None, how: Listing) -> None:
    """Walk through the suggestions, or list them as JSON or a table."""
    if not how.shown:
        with opened(where, read_only=False) as case:
            put_list(case.suggestions(limit=how.asked, after=how.after), _kind(case), how)
        return
    who = signer(by)
    with opened(where, writes=True) as case:
        _Walk(case, who, how).go()


class _Walk:
    """One person's walk at one terminal."""

    def __init__(self, case: Case, by: str, how: Listing) -> None:
        from sayso.entities.reviewing import Review

        self._case = case
        self._console = Console(highlight=False)
        self._layout = Layout(self._console)
        self._review: Review = Review(
            case.suggestions(limit=how.limit, after=how.after),
            decide=lambda kind, subjects: case.decide(kind, *subjects, by=by),
            withdraw=lambda decision: case.withdraw(decision.id, by=by),
        )

    def go(self) -> None:
        """Ask until the person has had enough; the last answer can be undone as well."""
        while (pair := self._review.current) is not None or self._review.steps:
            if pair is not None:
                self._show(pair)
            else:
                self._say("nothing left to decide")
            if not self._answer(LAST_PROMPT if pair is None else PROMPT):
                break
        else:
            self._say("nothing to decide")
        self._sum_up()

    def _answer(self, prompt: str) -> bool:
        """Take one answer; whether to go on."""
        while True:
            answer = KEYS.get(self._typed(prompt))
            if answer == "quit":
                self._say("quit")
                return False
            if answer == "undo":
                step = self._review.undo()
                self._say("nothing to undo" if step is None else f"undone: {step.answer}")
                return True
            if answer is not None and prompt is PROMPT:
                self._review.answer(answer)
                self._say(answer)
                return True
            self._say("not understood")

    def _typed(self, prompt: str) -> str:
        """A key from a keyboard, a line from a pipe; a pipe that ends has had enough."""
        self._console.print(Text(prompt, "bold"), end="", soft_wrap=True)
        self._console.file.flush()
        if sys.stdin.isatty():
            try:
                return typer.getchar().strip("\r\n").casefold()
            except (KeyboardInterrupt, EOFError):
                return "quit"
        line = sys.stdin.readline()
        return line.strip().casefold() if line else "quit"

    def _show(self, pair: Suggestion) -> None:
        sides = [
            side_of(self._case, entity, subject)
            for entity, subject in zip((pair.left, pair.right), pair.subjects, strict=True)
        ]
        put(self._lines(pair, *sides), self._console, first=not self._review.steps)

    def _lines(self, pair: Suggestion, left: Side, right: Side) -> Iterator[Text]:
        yield from beside(left, right, self._layout, self._console)
        for reason in pair.reasons:
            word = "for" if reason.value > 0.5 else "against" if reason.value < 0.5 else "open"
            style = {"for": "green", "against": "red"}.get(word, "dim")
            line = Text.assemble((f"{word}: ", style), printable(reason.reason))
            yield from self._layout.hanging(line)

    def _say(self, words: str) -> None:
        self._console.print(Text(words, "dim"), soft_wrap=True)

    def _sum_up(self) -> None:
        answers = [step.answer for step in self._review.steps]
        told = [
            f"{answers.count(each)} {word}"
            for each, word in (
                ("same", "the same"),
                ("different", "different"),
                ("skip", "skipped"),
            )
            if each in answers
        ]
        self._say(", ".join(told) or "nothing decided")


def _kind(case: Case) -> Kind[Suggestion]:
    """How suggestions are put out without asking."""
    from sayso.store import suggestion_cursor

    def name(entity: str) -> str | None:
        return next((each.name for each in case.find(entity, limit=1)), None)

    def record(found: Suggestion) -> dict[str, Any]:
        return {
            "left": found.left,
            "left_name": name(found.left),
            "right": found.right,
            "right_name": name(found.right),
            "score": found.score,
            "reasons": [
                {"rule": each.rule, "value": each.value, "reason": each.reason}
                for each in found.reasons
            ],
            "subjects": list(found.subjects),
            "cursor": suggestion_cursor(found),
        }

    def cells(found: Suggestion) -> dict[str, Any]:
        return record(found) | {"reasons": [each.reason for each in found.reasons]}

    def lines(found: Suggestion, layout: Layout) -> Iterator[Text]:
        told = f"{name(found.left)} / {name(found.right)}"
        return layout.hanging(Text(printable(told)))

    return Kind(lines, record, (*COLUMNS, "cursor"), cells)
