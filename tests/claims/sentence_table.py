"""The hand-made sentences and their patterns; `sentences/README.md` says how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.values import Argument, Claim

FOLDER = Path(__file__).parent / "sentences"

_PATTERN = re.compile(
    r"(?P<lemmas>(?:[\w *|]+(?=\()|[\w*|]+))(?:\((?P<parts>[^)]*)\))?(?P<conditions>(?: .*)?)"
)
_POLARITIES = {"affirmed": "affirmed", "negated": "negated", "undecided": "unknown"}
_CERTAINTIES = frozenset({"certain", "probable", "possible", "unknown"})
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Part:
    """`role=words` or, where `exact`, `role==words`; each a set of alternatives."""

    roles: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a claim must be to match; an empty set of conditions allows everything."""

    line: str
    lemmas: frozenset[str]
    parts: tuple[Part, ...] = ()
    polarities: frozenset[str] = frozenset()
    certainties: frozenset[str] = frozenset()
    sure: bool | None = None
    named: tuple[tuple[str, frozenset[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    theme: str
    trap: bool
    text: str
    expected: tuple[Pattern, ...] = ()
    forbidden: tuple[Pattern, ...] = ()
    known: str | None = None


def rows() -> tuple[Row, ...]:
    """All entries of all files, in order."""
    found = [row for path in sorted(FOLDER.glob("*.txt")) for row in _rows_of(path)]
    return tuple(found)


def _rows_of(path: Path) -> Iterator[Row]:
    entries = re.split(r"(?m)^\[([\w-]+)\](.*)$", path.read_text("utf-8"))[1:]
    for id_, mark, body in zip(entries[::3], entries[1::3], entries[2::3], strict=True):
        lines = [line for line in body.split("\n") if line and not line.startswith(";")]
        texts = [line for line in lines if line[:2] not in {"+ ", "- ", "? "}]
        assert len(texts) == 1, f"{path.name} [{id_}]: not one line of text"
        assert mark in {"", " trap"}, f"{path.name} [{id_}]: {mark}"
        yield Row(
            id_,
            path.stem,
            bool(mark),
            texts[0],
            tuple(pattern(line[2:]) for line in lines if line.startswith("+ ")),
            tuple(pattern(line[2:]) for line in lines if line.startswith("- ")),
            next((line[2:] for line in lines if line.startswith("? ")), None),
        )


def pattern(line: str) -> Pattern:
    """Parse one pattern; raises ValueError where it is none."""
    found = _PATTERN.fullmatch(line)
    if found is None:
        raise ValueError(f"not a pattern: {line}")
    parts = tuple(_part(part, line) for part in (found["parts"] or "").split(",") if part.strip())
    lemmas = frozenset(found["lemmas"].split("|"))
    return _with_conditions(line, lemmas, parts, found["conditions"].split())


def _part(part: str, line: str) -> Part:
    roles, equals, words = part.strip().partition("==")
    if not equals:
        roles, single, words = part.strip().partition("=")
        if not single:
            raise ValueError(f"not a pattern: {line}")
    alternatives = tuple(tuple(_folded(each)) for each in words.split("|"))
    return Part(frozenset(roles.split("|")), alternatives, bool(equals))


def _with_conditions(
    line: str, lemmas: frozenset[str], parts: tuple[Part, ...], conditions: Sequence[str]
) -> Pattern:
    polarities: set[str] = set()
    certainties: set[str] = set()
    sure: bool | None = None
    named: list[tuple[str, frozenset[str]]] = []
    for each in conditions:
        key, equals, value = each.partition("=")
        if equals and key in {"by", "via", "time"}:
            named.append((key, frozenset(value.split("|"))))
        elif each in {"sure", "unsure"}:
            sure = each == "sure"
        elif each in _POLARITIES:
            polarities.add(_POLARITIES[each])
        elif set(each.split("|")) <= _CERTAINTIES:
            certainties.update(each.split("|"))
        else:
            raise ValueError(f"not a pattern: {line}")
    return Pattern(
        line, lemmas, parts, frozenset(polarities), frozenset(certainties), sure, tuple(named)
    )


def matches(wanted: Pattern, claim: Claim, text: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether the claim is as the pattern has it; `names` are the entities' names by id."""
    sure = claim.certainty == "certain" and claim.polarity != "unknown"
    return (
        not wanted.lemmas.isdisjoint({"*", claim.lemma, claim.lemma.removeprefix("be ")})
        and (not wanted.polarities or claim.polarity in wanted.polarities)
        and (not wanted.certainties or claim.certainty in wanted.certainties)
        and (wanted.sure is None or wanted.sure == sure)
        and all(_named(key, values, claim) for key, values in wanted.named)
        and all(_taken(part, claim, text, names) for part in wanted.parts)
    )


def _named(key: str, values: frozenset[str], claim: Claim) -> bool:
    if key == "time":
        return claim.time in values
    if values == {"outlet"}:
        return len(claim.chain) <= 1
    voices = claim.chain[-1:] if key == "by" else claim.chain
    spoken = {word for voice in voices for word in _folded(voice.name)}
    return any(set(_folded(value)) <= spoken for value in values)


def _taken(part: Part, claim: Claim, text: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of the claim's arguments or modifiers is as the part has it."""
    for argument in (*claim.arguments, *claim.modifiers):
        if ("*" in part.roles or argument.role in part.roles) and any(
            words == ("*",) or _said(words, part.exact, argument, text, names)
            for words in part.words
        ):
            return True
    return False


def _said(
    words: tuple[str, ...],
    exact: bool,
    argument: Argument,
    text: str,
    names: Mapping[str, Sequence[str]],
) -> bool:
    called = [text[argument.start : argument.end], *names.get(argument.entity or "", ())]
    for each in map(_folded, called):
        if words == tuple(each) or (not exact and set(words) <= set(each)):
            return True
    return False


def _folded(words: str) -> list[str]:
    """Words in lower case without articles; a possessive's "s" is a word of its own."""
    if words.strip() == "*":
        return ["*"]
    found = re.findall(r"\w+", words.casefold())
    return [word for word in found if word not in _ARTICLES] or found
