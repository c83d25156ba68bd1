"""Words of organizations' names that many share: legal forms, kinds, numbers, short spellings."""

from __future__ import annotations

_FORMS = """
stock: ag, aktiengesellschaft, sa, spa, nv, ab, asa, oyj, plc, jsc, ojsc, cjsc, pjsc, oao, pao, zao
stock: ao, kk, tbk, psc, joint stock company, open joint stock company, public joint stock company
stock: closed joint stock company, public limited company, aktsionernoe obshchestvo, a s, as, sab
stock: otkrytoe aktsionernoe obshchestvo, publichnoe aktsionernoe obshchestvo, kgaa, se, sab de cv
limited: gmbh, llc, ltd, limited, ooo, tov, sarl, srl, bv, pty, lda, ltda, oy, sdn, bhd, doo, sl
limited: sro, kft, mbh, pte, limited liability company, sas, aps, pvt, fzco, fze, wll
limited: gesellschaft mit beschrankter haftung, obshchestvo s ogranichennoy otvetstvennostyu
partners: llp, lp, kg, ohg, partnership, gbr, snc
any: inc, incorporated, corp, corporation, co, company, cie, pt, de cv, sa de cv, ev, ek
stock: societe anonyme, sociedad anonima, societa per azioni, naamloze vennootschap, aktiebolag
stock: spolka akcyjna, aktieselskab, anonim sirketi, kabushiki kaisha, societas europaea, pcl
stock: public company limited, public joint stock, aksjeselskap, publicly traded company
limited: private limited, berhad, sp z oo, spzoo, osakeyhtio, besloten vennootschap, limitada
limited: proprietary limited, ltd sti, limited sirketi, anpartsselskab, societe a responsabilite
limited: sociedad de responsabilidad limitada, sociedad limitada, pvt ltd, private limited company
any: perseroan terbatas, terbuka, incorporation, gesellschaft, gmbh and co kg, and co, ag and co
any: group, gruppe, groep, gruppo
"""

ALIASES = {
    "intl": "international",
    "int": "international",
    "natl": "national",
    "govt": "government",
    "gov": "government",
    "dept": "department",
    "min": "ministry",
    "univ": "university",
    "assn": "association",
    "assoc": "association",
    "bros": "brothers",
    "mfg": "manufacturing",
    "tech": "technology",
    "eng": "engineering",
    "inst": "institute",
    "fed": "federal",
    "cttee": "committee",
    "comm": "commission",
    "bn": "battalion",
    "bde": "brigade",
    "div": "division",
    "rgt": "regiment",
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "uk": "united kingdom",
    "us": "united states",
    "usa": "united states",
    "eu": "european union",
    "un": "united nations",
}
"""Short and other spellings of words that stand in many names."""

SMALL = frozenset(
    "the a an of and for in on at to de la le der die das und et y e i du des".split()
)
"""Words that add nothing to a name."""

KINDS = frozenset(
    """
    airlines airline airways motor motors group holding holdings company corporation corp automotive
    auto industries newspaper magazine news agency network channel tv television
    online capital management department ministry bank party club fc movement organization services
    union force forces
    """.split()
)
"""What a short form of a name leaves out first: "Ford" for "Ford Motor Company"."""

BODIES = KINDS | frozenset(
    """
    administration agency association authority board bureau center centre commission committee
    church college congress consortium council court defense defence department exchange foundation
    guard guild hospital institute
    laboratory libraries library ministry office school senate society space trust union university
    """.split()
)
"""Words for what an organization is, beside its own name."""

GENERIC = (KINDS | BODIES) - {"congress", "senate"}
"""Words that, alone, only describe: "the Ministry", "the Guard"."""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()
_UNITS += "fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
NUMBERS = {
    **{name: str(number) for number, name in enumerate(_UNITS)},
    **{name: str(number) for number, name in enumerate(_NTH, start=1)},
    **{name: str(10 * number) for number, name in enumerate(_TENS, start=2)},
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
}
"""Numbers in words or Roman figures."""


def _forms() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for line in _FORMS.strip().splitlines():
        kind, _, phrases = line.partition(": ")
        found.update({tuple(phrase.split()): kind for phrase in phrases.split(", ")})
    return found


LEGAL = _forms()
"""Legal forms as words, and how their owners answer for them; "any" says nothing."""
