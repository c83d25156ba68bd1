"""Organizations' names: core, legal form, acronym; and the signals by which two are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.entities.alignment import Alignment, align_names, joined
from sayso.entities.organization_words import ALIASES, KINDS, LEGAL, NUMBERS, SMALL
from sayso.entities.outlets import can_stand_for, domain_label
from sayso.entities.scripts import Word, clean, cut, word
from sayso.entities.signals import NameMatch, Rule, Signal, decide, weigh
from sayso.entities.spelling import from_elsewhere
from sayso.entities.word_matches import WordMatch, match_slips, match_sounds


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organization's name taken apart.

    `core` is what is left without small words and legal forms; `bracketed` are words of the
    core in brackets ("(Singapore)"); `forms` how its legal forms answer ("stock", "limited").
    """

    text: str
    core: tuple[Word, ...]
    words: tuple[Word, ...]
    forms: frozenset[str] = frozenset()
    bracketed: frozenset[str] = frozenset()

    @property
    def acronym(self) -> str | None:
        """The letters, if the name looks like an acronym: "IRGC", "A.B.C."."""
        bare = self.core[0].text if len(self.core) == 1 else ""
        return self.core[0].latin if bare.isupper() and 1 < len(bare) < 9 else None

    @property
    def initials(self) -> frozenset[str]:
        """What its acronym can be: of all words, and without the small ones."""
        if len(self.core) == 1:
            return frozenset()
        long = [w for w in self.words if w.latin not in SMALL]
        every = "".join(w.latin[0] for w in self.words if w.latin)
        core = "".join(w.latin[0] for w in self.core)
        return frozenset({every, "".join(w.latin[0] for w in long), core})


_DOTTED = re.compile(r"(?<!\w)(?:\w\.\s?)+\w?(?!\w)")


@lru_cache(maxsize=1 << 16)
def organization_name(text: str) -> OrganizationName:
    """The parts of an organization's name as written."""
    plain = re.sub(r"(?<=\w)['’`‘ʼʻ]s?(?=\s|$)", "", clean(text))
    plain = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m[0]) + " ", plain.replace("&", " and "))
    inside = frozenset(w.latin for part in re.findall(r"\(([^)]*)", plain) for w in _words(part))
    words = _words(plain)
    kept, forms = _without_forms(words)
    core = [w for w in kept if w.latin not in SMALL] or kept or words
    return OrganizationName(text, tuple(core), tuple(words), frozenset(forms), inside)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    for piece in cut(text):
        for half in re.split(r"[./]|(?<=\d)(?=%)|(?<=%)(?=\w)", piece):
            plain = word("percent" if half == "%" else half)
            latin = NUMBERS.get(plain.latin, plain.latin)
            latin = re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", latin)
            spelled = ALIASES.get(latin, latin).split()
            found += [Word(half, each, plain.script) for each in spelled]
    return _added(found)


def _added(words: list[Word]) -> list[Word]:
    """ "forty four" (40, 4) as 44."""
    out: list[Word] = []
    for each in words:
        last = out[-1].latin if out else ""
        tens = last.isdigit() and len(last) == 2 and last.endswith("0")
        if tens and each.latin.isdigit() and len(each.latin) == 1:
            out[-1] = Word(f"{out[-1].text} {each.text}", last[0] + each.latin, each.script)
        else:
            out.append(each)
    return out


def _without_forms(words: list[Word]) -> tuple[list[Word], set[str]]:
    kept: list[Word] = []
    forms: set[str] = set()
    at = 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            phrase = tuple(w.latin for w in words[at : at + size])
            if len(phrase) == size and phrase in LEGAL:
                forms.add(LEGAL[phrase])
                at += size
                break
        else:
            kept.append(words[at])
            at += 1
    return kept, forms - {"any"}


@dataclass(frozen=True, slots=True)
class Organizations:
    """Two names of organizations beside each other."""

    left: OrganizationName
    right: OrganizationName
    aligned: Alignment

    @property
    def edits(self) -> int:
        """Letters changed in all."""
        return sum(pair.match.edits for pair in self.aligned.pairs)

    @property
    def rests(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words of each side that nothing answers to; none where only the gaps differ."""
        if joined(self.left.core) == joined(self.right.core):
            return (), ()
        return self.aligned.left_rest, self.aligned.right_rest


def compare_organizations(left: str, right: str) -> NameMatch:
    """What two names of organizations have to do with each other."""
    found = _domains(left, right)
    if found is not None:
        return decide([found])
    ours, theirs = organization_name(left), organization_name(right)
    if not ours.core or not theirs.core:
        return decide([Signal("no_name", 0.4, "one of them holds no name")])
    acronym = _acronyms(ours, theirs)
    if acronym is not None:
        return decide([acronym])
    if joined(ours.words) == joined(theirs.words):
        return decide([Signal("same_letters", 1.0, "the same letters")])
    return weigh(Organizations(ours, theirs, align_names(ours.core, theirs.core, _match)), SIGNALS)


def _domains(left: str, right: str) -> Signal | None:
    """A domain and a name that it is made of, or two domains."""
    ours, theirs = domain_label(left), domain_label(right)
    if ours is None and theirs is None:
        return None
    if ours is not None and theirs is not None:
        same = left.casefold().split("/")[-1] == right.casefold().split("/")[-1]
        value = 1.0 if same else 0.7 if ours == theirs else 0.1
        return Signal("domain", value, f"“{ours}” and “{theirs}” are domains")
    label, name = (ours, right) if ours is not None else (theirs or "", left)
    words = tuple(w.latin for piece in cut(name) if (w := word(piece)).latin)
    if label in ("".join(words), "".join(words).removeprefix("the")):
        return Signal("domain", 0.95, f"the domain “{label}” is the name")
    if words and can_stand_for(label, words):
        return Signal("domain", 0.75, f"the domain “{label}” is made of the name")
    return Signal("domain", 0.2, f"the domain “{label}” is not made of the name")


def _acronyms(left: OrganizationName, right: OrganizationName) -> Signal | None:
    """One is the other's initials. Many names have the same, so it is likely at most."""
    for short, long in ((left, right), (right, left)):
        if short.acronym and short.acronym in long.initials:
            return Signal("acronym", 0.7, f"“{short.text}” are the initials of “{long.text}”")
    return None


def _match(left: Word, right: Word) -> WordMatch | None:
    """How two words of organizations' names answer to each other, if they do."""
    if left.latin in (right.latin, right.latin + "s") or left.latin + "s" == right.latin:
        return WordMatch("letters")
    if left.latin.isdigit() or right.latin.isdigit():
        return None
    return match_sounds(left, right) or match_slips(left, right)


def same_core(case: Organizations) -> Signal | None:
    """Every word of one answers to a word of the other, small words and legal form aside."""
    if any(case.rests) or len(case.aligned.kinds("letters")) < len(case.aligned.pairs):
        return None
    return Signal("same_core", 0.98, "the same words")


def other_words(case: Organizations) -> Signal | None:
    """Each name has a word that nothing in the other answers to: another field, place or
    number."""
    left, right = case.rests
    if not left or not right:
        return None
    ours, theirs = (" ".join(w.text for w in rest) for rest in (left, right))
    return Signal("other_words", 0.1, f"“{ours}” stands against “{theirs}”")


def left_out(case: Organizations) -> Signal | None:
    """One name has words that the other leaves out: a number or a place makes another
    organization, a word for its kind ("Airlines") mostly does not."""
    left, right = case.rests
    if bool(left) == bool(right):
        return None
    rest = left or right
    words = " ".join(w.text for w in rest)
    long = case.left if left else case.right
    if any(w.latin.isdigit() for w in rest):
        return Signal("left_out", 0.2, f"only one has “{words}”")
    if not case.aligned.pairs:
        return Signal("left_out", 0.1, "no word in common")
    inside = rest[0] is not long.core[-1] and not case.edits
    if all(w.latin in KINDS for w in rest):
        value, why = 0.75, ", which says its kind only"
    elif all(w.latin in long.bracketed for w in rest):
        value, why = 0.62, ", which stands in brackets"
    elif len(rest) == 1 < len(case.aligned.pairs) and inside:
        value, why = 0.6, ", one word among more"
    else:
        value, why = 0.5, ": a part of it, or another"
    return Signal("left_out", value, f"“{words}” is left out{why}")


def same_sounds(case: Organizations) -> Signal | None:
    """Words are spelled in two ways that transliteration makes of one sound."""
    pairs = case.aligned.kinds("spelling", "taste", "script", "reading")
    if not pairs:
        return None
    told = case.aligned.told(pairs)
    foreign = from_elsewhere(case.left.core + case.right.core)
    sure = foreign and len(case.aligned.pairs) > 1
    return Signal("same_sounds", 0.92 if sure else 0.75, f"{told}: two spellings of one sound")


def slips_of_pen(case: Organizations) -> Signal | None:
    """A letter or two differ: a typing error, or another name."""
    pairs = case.aligned.kinds("slip")
    if not pairs:
        return None
    value = 0.7 if case.edits <= 2 else 0.5
    return Signal("slips_of_pen", value, f"{case.aligned.told(pairs)} differ in {case.edits}")


def legal_forms(case: Organizations) -> Signal | None:
    """A legal form may be left out or shortened; a stock company is no limited one."""
    ours, theirs = case.left.forms, case.right.forms
    if ours == theirs:
        return None
    if ours and theirs and not ours & theirs:
        told = f"{'/'.join(sorted(ours))} stands against {'/'.join(sorted(theirs))}"
        return Signal("legal_forms", 0.5, told)
    return Signal("legal_forms", 0.95, "only one states its legal form")


SIGNALS: tuple[Rule[Organizations], ...] = (
    same_core,
    other_words,
    left_out,
    same_sounds,
    slips_of_pen,
    legal_forms,
)
