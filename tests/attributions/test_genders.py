"""What shows of a person's gender, and which pronouns may then mean the person."""

from __future__ import annotations

import pytest

from parses import parsed
from sayso.attributions.genders import Genders
from sayso.attributions.tree import Tree
from sayso.values import Mention, Reading

TITLED = "{0}/PROPN/{0}/2/compound Thole/PROPN/Thole/0/root"
NOUN = "The/DET/the/2/det {0}/NOUN/{0}/0/root"


def genders(reading: Reading) -> Genders:
    by_entity: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        by_entity.setdefault(mention.entity, []).append(mention)
    return Genders(Tree(reading), by_entity)


def gender(row: str, word: str, named: bool = True) -> str | None:
    reading = parsed(row.format(word), mentions=((_words(row, word), "person", named, "t"),))
    return genders(reading).of("t")


def _words(row: str, word: str) -> str:
    return " ".join(cell.split("/")[0] for cell in row.format(word).split())


@pytest.mark.parametrize(
    ("row", "word", "found"),
    [
        (TITLED, "Mr", "m"),
        (TITLED, "Mrs", "f"),
        (TITLED, "Ms", "f"),
        (TITLED, "Dr", None),
        (NOUN, "spokeswoman", "f"),
        (NOUN, "widow", "f"),
        (NOUN, "chairman", "m"),
        (NOUN, "official", None),
        (NOUN, "chair", None),
    ],
    ids=["mr", "mrs", "ms", "dr", "spokeswoman", "widow", "chairman", "official", "chair"],
)
def test_titles_and_nouns_tell(row: str, word: str, found: str | None) -> None:
    assert gender(row, word) == found


@pytest.mark.parametrize(
    ("word", "found"),
    [("James", "m"), ("Maria", "f"), ("Garrick", None), ("Robin", None)],
    ids=["james", "maria", "rare", "either"],
)
def test_only_very_common_given_names_tell(word: str, found: str | None) -> None:
    reading = parsed(TITLED.format(word), mentions=((_words(TITLED, word), "person", True, "t"),))
    assert genders(reading).of("t") == found


PRONOUNS = "|".join("{}/PRON/x/0/root" for _ in range(4))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("he", "him", "his", "himself"), "m"),
        (("she", "her", "hers", "herself"), "f"),
        (("he", "him", "his", "she"), "m"),
        (("he", "him", "she", "her"), None),
    ],
    ids=["his", "hers", "nearly-all", "mixed"],
)
def test_pronouns_tell_if_nearly_all_agree(words: tuple[str, ...], found: str | None) -> None:
    reading = parsed(PRONOUNS.format(*words))
    mentions = [
        Mention(f"m{n}", t.start, t.end, "person", False, n, "t")
        for n, t in enumerate(reading.tokens)
    ]
    assert Genders(Tree(reading), {"t": mentions}).of("t") == found


def test_one_pronoun_alone_tells_nothing() -> None:
    reading = parsed("she/PRON/she/0/root", mentions=(("she", "person", False, "t"),))
    assert genders(reading).of("t") is None


@pytest.mark.parametrize(
    ("pronoun", "may"),
    [("he", True), ("her", False), ("they", True), ("it", True)],
    ids=["same", "other", "they", "it"],
)
def test_a_pronoun_of_the_other_gender_means_somebody_else(pronoun: str, may: bool) -> None:
    reading = parsed(TITLED.format("Mr"), mentions=(("Mr Thole", "person", True, "t"),))
    assert genders(reading).may_mean(pronoun, "t") is may
