"""Builders of hand-made documents: attributions are given by their words, not by offsets."""

from __future__ import annotations

import re

from sayso.values import (
    Attribution,
    Block,
    Document,
    Entity,
    Mention,
    Reading,
    Report,
    Span,
    Time,
    Voice,
)

HARBOUR = """\
Report: Dredger paid port chief's cousin

Corriden paid 1.3 million crowns, The Lantern reported in April, citing an official who said \
that a colleague “had seen the ledger”.

Garrick Thole denied that any crown had reached him. “I have no such cousin,” he said, \
“and no such port.”
"""


def span_of(text: str, words: str) -> Span:
    """Where `words` stand in `text` as whole words; "said#1" is the second "said"."""
    words, _, nth = words.partition("#")
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    found = list(re.finditer(before + re.escape(words) + after, text))
    return found[int(nth or 0)].span()


def spans_of(text: str, words: str | tuple[str, ...] | None) -> tuple[Span, ...]:
    """A span for each of the words; none for None or "" ."""
    if not words:
        return ()
    return tuple(span_of(text, each) for each in ([words] if isinstance(words, str) else words))


def attribution(
    text: str,
    key: str,
    *,
    source: str | None = None,
    cue: str | None = None,
    content: str | tuple[str, ...] = (),
    kind: str = "indirect",
    parent: str | None = None,
    stance: str = "affirmed",
    addressee: str | None = None,
    medium: str | None = None,
    time: str | None = None,
    said: str | None = None,
    voice: Voice | None = None,
) -> Attribution:
    """An attribution whose spans are where its words first stand in `text`."""
    return Attribution(
        id=key,
        parent=parent,
        kind=kind,
        source=spans_of(text, source),
        cue=spans_of(text, cue),
        content=spans_of(text, content),
        stance=stance,
        addressee=spans_of(text, addressee),
        medium=spans_of(text, medium),
        time=spans_of(text, time),
        said=said,
        voice=voice,
    )


def report(
    text: str,
    *,
    source: str = "report.txt",
    title: str | None = None,
    outlet: str | None = "The Herald",
    published: str | None = "2024-04-12",
    authors: tuple[str, ...] = (),
    blocks: tuple[Block, ...] = (),
    language: str = "en",
    warnings: tuple[str, ...] = (),
) -> Report:
    return Report(
        id="0" * 16,
        source=source,
        text=text,
        title=title,
        outlet=outlet,
        authors=authors,
        published=published,
        language=language,
        blocks=blocks,
        warnings=warnings,
    )


def document(
    of: Report,
    *attributions: Attribution,
    mentions: tuple[Mention, ...] = (),
    entities: tuple[Entity, ...] = (),
    times: tuple[Time, ...] = (),
) -> Document:
    return Document(of, Reading(of, (), (), mentions), attributions, entities, times)


def harbour() -> Document:
    """An invented report with a nested chain, a denial, a headline and a split quotation."""
    text = HARBOUR
    lantern = Voice("The Lantern", "outlet", "e1", said="2024-04")
    official = Voice("an official", "unnamed", "e2")
    colleague = Voice("a colleague", "unnamed", "e3")
    thole = Voice("Garrick Thole", "person", "e4")
    title = text.partition("\n")[0]
    return document(
        report(text, title=title, blocks=(Block("title", 0, len(title)),)),
        attribution(
            text, "a1", source="Report", cue=":", content="Dredger paid port chief's cousin"
        ),
        attribution(
            text,
            "a2",
            source="The Lantern",
            cue="reported",
            content=(
                "Corriden paid 1.3 million crowns",
                "an official who said that a colleague “had seen the ledger”",
            ),
            time="in April",
            said="2024-04",
            voice=lantern,
        ),
        attribution(
            text,
            "a3",
            parent="a2",
            source="an official",
            cue="said",
            content="that a colleague “had seen the ledger”",
            voice=official,
        ),
        attribution(
            text,
            "a4",
            parent="a3",
            kind="mixed",
            source="a colleague",
            content="“had seen the ledger”",
            voice=colleague,
        ),
        attribution(
            text,
            "a5",
            source="Garrick Thole",
            cue="denied",
            content="that any crown had reached him",
            stance="denied",
            voice=thole,
        ),
        attribution(
            text,
            "a6",
            kind="direct",
            source="he",
            cue="said#1",
            content=("“I have no such cousin,”", "“and no such port.”"),
            voice=thole,
        ),
        mentions=(Mention("m1", *span_of(text, "Garrick Thole"), "person", True, 0, "e4"),),
        entities=(Entity("e4", "person", "Garrick Thole", ("Garrick Thole",)),),
        times=(Time(*span_of(text, "in April"), "2024-04"),),
    )
