"""He or she: what a report itself shows of a person's gender, and whom "she" cannot mean.

A sign counts in this order: a title ("Mrs"), a noun ("spokesman"), a common given name, and then
the pronouns that the reader gave the person, if nearly all of them agree. Where nothing tells,
the gender is unknown and a pronoun may mean the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.attributions.tree import Tree
from sayso.values import Mention

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())

TITLES_OF_MEN = frozenset(
    "mr sir lord baron monsieur herr señor senor king prince sultan emir duke count".split()
)
TITLES_OF_WOMEN = frozenset(
    "mrs ms miss dame lady baroness madame madam frau señora senora queen princess duchess "
    "countess".split()
)
"""Titles that leave no doubt, with and without their accents."""

MEN = frozenset(
    "man boy son father brother husband widower uncle nephew grandson grandfather".split()
)
WOMEN = frozenset(
    "woman girl daughter mother sister wife widow aunt niece granddaughter grandmother".split()
)
"""What a man or a woman is called, and kin."""

_MALE = TITLES_OF_MEN | MEN
_MALE |= frozenset(
    "sheikh spokesman chairman businessman congressman salesman gentleman policeman "
    "fisherman".split()
)
_FEMALE = TITLES_OF_WOMEN | WOMEN
_FEMALE |= frozenset(
    "spokeswoman chairwoman businesswoman congresswoman policewoman actress".split()
)
"""All words that say it, those for what somebody does among them."""

_HIS_NAMES = frozenset(
    "james john robert michael william david richard joseph thomas charles daniel matthew anthony "
    "mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason "
    "jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin "
    "samuel gregory frank raymond patrick jack dennis jerry peter henry walter arthur alfred hans "
    "ivan vladimir sergei dmitri boris mikhail juan jose carlos luis pedro pablo miguel antonio "
    "giovanni marco pierre jacques mohammad mohammed muhammad ahmed ahmad ali hassan hussein omar "
    "ibrahim mustafa mahmoud abdullah khalid yusuf bertrand gerald barack martin philip".split()
)
_HER_NAMES = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty "
    "margaret sandra ashley emily michelle carol amanda melissa deborah stephanie rebecca laura "
    "helen cynthia amy angela anna anne ruth brenda pamela nicole katherine catherine christine "
    "emma julia rachel maria marie ana rosa carmen elena olga natalia svetlana tatiana fatima "
    "aisha miriam vanessa theresa angelika claudia monica victoria alice diana eva ingrid".split()
)
"""Given names that are very common, and nearly always a man's or a woman's."""


class Genders:
    """ "m" or "f" for the persons of a report, where it shows."""

    def __init__(self, tree: Tree, by_entity: Mapping[str, Iterable[Mention]]) -> None:
        self._tree = tree
        self._by_entity = by_entity
        self._known: dict[str, str | None] = {}

    def of(self, entity: str) -> str | None:
        """The gender of an entity, or None."""
        if entity not in self._known:
            self._known[entity] = self._found(tuple(self._by_entity.get(entity, ())))
        return self._known[entity]

    def may_mean(self, pronoun: str, entity: str) -> bool:
        """Whether nothing speaks against a pronoun's (in lower case) meaning an entity."""
        if pronoun not in HE | SHE:
            return True
        return self.of(entity) in (None, "m" if pronoun in HE else "f")

    def _found(self, mentions: tuple[Mention, ...]) -> str | None:
        words = [self._words(m) for m in mentions if not self._pronoun(m)]
        told = _one({w for each in words for w in each}, _MALE, _FEMALE)
        if told is None:
            first = {
                each[0]
                for each, m in zip(words, self._plain(mentions), strict=True)
                if each and m.named
            }
            told = _one(first, _HIS_NAMES, _HER_NAMES)
        return told or _most(
            [self._tree.form(m.head).lower() for m in mentions if self._pronoun(m)]
        )

    def _plain(self, mentions: tuple[Mention, ...]) -> list[Mention]:
        return [m for m in mentions if not self._pronoun(m)]

    def _pronoun(self, mention: Mention) -> bool:
        return self._tree.tokens[mention.head].upos == "PRON"

    def _words(self, mention: Mention) -> list[str]:
        """The head of a mention, and the names and titles that stand with it, in order."""
        tokens = self._tree.tokens
        inside = self._tree.indices([(mention.start, mention.end)])
        return [
            self._tree.form(i).lower().strip(".")
            for i in inside
            if i == mention.head
            or (
                tokens[i].head == mention.head
                and tokens[i].deprel in ("flat", "compound", "nmod:desc")
            )
            or (tokens[i].upos == "PROPN" and tokens[tokens[i].head].head == mention.head)
        ]


def told_by(words: Sequence[str]) -> str | None:
    """What a name's words tell, in lower case: a title or noun, else a very common given name."""
    return _one(set(words), _MALE, _FEMALE) or _one(set(words[:1]), _HIS_NAMES, _HER_NAMES)


def _one(words: set[str], male: frozenset[str], female: frozenset[str]) -> str | None:
    """What the words say, if they do not contradict each other."""
    his, hers = bool(words & male), bool(words & female)
    return None if his == hers else "m" if his else "f"


def _most(pronouns: list[str]) -> str | None:
    """The gender of nearly all of several pronouns: one alone may be the mistaken one."""
    his, hers = sum(p in HE for p in pronouns), sum(p in SHE for p in pronouns)
    if max(his, hers) < 2 or max(his, hers) < 3 * min(his, hers):
        return None
    return "m" if his > hers else "f"
