"""The numbers in a report's text and the notes beside it that they lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.exports.grouping import fullest, voice_groups
from sayso.exports.html_marks import Piece, clipped, escaped
from sayso.exports.namesakes import Namesakes
from sayso.exports.voices import STANCES, chains, how_said, words_at
from sayso.values import Attribution, Document, Report, Voice

DOT = '<span class="dot"> · </span>'


@dataclass(frozen=True, slots=True)
class Numbered:
    """An attribution, its number, and the offsets at which the number stands in the text."""

    number: int
    starts: tuple[int, ...]
    attribution: Attribution


def numbered(document: Document) -> list[Numbered]:
    """The attributions numbered as a reader meets them, a parent before what it holds.

    The number stands before every piece of the content; before the cue or the source where
    there is no content.
    """
    text = document.report.text
    found = [(_starts(text, each), each) for each in document.attributions]
    found.sort(key=lambda item: item[0][0])
    return [Numbered(count, *item) for count, item in enumerate(found, start=1)]


def _starts(text: str, attribution: Attribution) -> tuple[int, ...]:
    spans = attribution.content or attribution.cue or attribution.source
    starts = []
    for start, end in clipped(spans, len(text)):
        blank = len(text[start:end]) - len(text[start:end].lstrip())
        starts.append(start + blank)
    return tuple(starts) or (0,)


def anchors(ordered: Sequence[Numbered], report: int) -> dict[int, str]:
    """The raised numbers, by offset; each leads to its note, the first can be led back to."""
    found: dict[int, str] = defaultdict(str)
    for each in ordered:
        count = each.number
        for nth, start in enumerate(each.starts):
            own_id = "" if nth else f' id="r{report}t{count}"'
            found[start] += (
                f'<sup class="ref"{own_id}>'
                f'<a href="#r{report}n{count}" aria-label="Voice {count}">{count}</a></sup>'
            )
    return dict(found)


def notes(
    document: Document, ordered: Sequence[Numbered], pieces: Sequence[Piece], report: int
) -> list[list[str]]:
    """For each piece the notes of the attributions whose number first stands in it."""
    first_offsets = [piece.start for piece in pieces]
    lines, namesakes = chains(document), Namesakes(document)
    found: list[list[str]] = [[] for _ in pieces]
    for each in ordered if found else ():
        at = max(bisect_right(first_offsets, each.starts[0]) - 1, 0)
        chain = [namesakes.told(voice) for voice in lines[each.attribution.id]]
        found[at].append(_note(document.report, each, chain, f"r{report}"))
    return found


def _note(report: Report, each: Numbered, chain: Sequence[Voice], page: str) -> str:
    """One marginal note: the number, the chain of voices, and how it was said."""
    count = each.number
    voices = "".join(f"<li{_unnamed(voice)}>{escaped(voice.name)}</li>" for voice in chain)
    cue = words_at(report, each.attribution.cue)
    said = [f"<i>{escaped(cue)}</i>"] if cue else []
    for phrase in how_said(report, each.attribution):
        strong = phrase in STANCES.values()
        said.append(f"<strong>{phrase}</strong>" if strong else escaped(phrase))
    return (
        f'<li id="{page}n{count}" value="{count}"><a class="number" href="#{page}t{count}" '
        f'aria-label="Back to the text, {count}">{count}</a>'
        f'<ol class="chain">{voices}</ol><p class="how">{DOT.join(said)}</p></li>'
    )


def _unnamed(voice: Voice) -> str:
    return ' class="unnamed"' if voice.kind == "unnamed" else ""


def index(document: Document, report: int) -> Iterator[str]:
    """Who speaks in the report and where: every voice with the numbers of its words."""
    numbers: dict[int, list[int]] = defaultdict(list)
    voices: dict[int, list[Voice]] = defaultdict(list)
    lines, groups, namesakes = chains(document), voice_groups(document), Namesakes(document)
    for each in numbered(document):
        group = groups[each.attribution.id]
        voices[group].append(lines[each.attribution.id][-1])
        numbers[group].append(each.number)
    if not numbers:
        yield '<p class="none">No attributions were found in this report.</p>\n'
        return
    yield '<section class="voices"><h2>Voices</h2>\n<ul>\n'
    for key, counts in numbers.items():
        voice = namesakes.told(fullest(voices[key]))
        links = ", ".join(f'<a href="#r{report}n{count}">{count}</a>' for count in counts)
        yield f"<li><span{_unnamed(voice)}>{escaped(voice.name)}</span> "
        yield f"<small>{escaped(voice.kind)}</small> {links}</li>\n"
    yield "</ul></section>\n"
