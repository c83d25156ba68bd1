"""The label sets, made from the training corpora and stored in the model's metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from training.corpora import ROLES, Document

TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
MENTION_TYPES = (
    "none",
    "abstract",
    "animal",
    "event",
    "object",
    "organization",
    "person",
    "place",
    "plant",
    "substance",
    "time",
)

ROLES = (
    "none",
    "ARG0",
    "ARG1",
    "ARG2",
    "ARG3",
    "ARGM-TMP",
    "ARGM-LOC",
    "ARGM-MNR",
    "ARGM-ADV",
    "ARGM-PRP",
    "ARGM-CAU",
    "ARGM-EXT",
    "ARGM-DIR",
)
POST_KINDS = ("person", "rank", "title", "role", "organization")
POST_TAGS = ("O", *(f"{edge}-{kind}" for kind in POST_KINDS for edge in "BI"))


@dataclass(frozen=True)
class Labels:
    """Lists in the order of the model's output units."""

    upos: list[str]
    feats: list[str]
    lemma_rules: list[str]
    deprels: list[str]

    def as_dict(self) -> dict[str, list[str]]:
        return {
            **asdict(self),
            "tags": list(TAGS),
            "mention_types": list(MENTION_TYPES),
            "roles": list(ROLES),
            "post_tags": list(POST_TAGS),
        }


def lemma_rule(word: str, lemma: str) -> str:
    """How a lower-cased word becomes its lemma: "cut|add", as "3|y" for "cities" -> "city"."""
    word, lemma = word.lower(), lemma.lower()
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return f"{len(word) - same}|{lemma[same:]}"


def short(rule: str) -> bool:
    """A rule of grammar, not a rewriting of one odd word."""
    cut, add = rule.split("|", 1)
    return int(cut) <= 5 and len(add) <= 4 and (add.isalpha() or not add)


def collect(documents: Iterable[Document]) -> Labels:
    """All deprels and UPOS; features seen 3 times and lemma rules seen twice or more."""
    upos: Counter[str] = Counter()
    feats: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    deprels: Counter[str] = Counter()
    for doc in documents:
        upos.update(doc.upos)
        feats.update(doc.feats)
        deprels.update(doc.deprels)
        rules.update(map(lemma_rule, doc.words, doc.lemmas))
    return Labels(
        sorted(upos),
        sorted(f for f, n in feats.items() if n >= 3),
        ["0|", *sorted(r for r, n in rules.items() if n >= 3 and r != "0|" and short(r))],
        sorted(deprels),
    )
