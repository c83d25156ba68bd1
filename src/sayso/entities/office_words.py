"""Words of offices, ranks and honours: a name of nothing else is nobody's name."""

from __future__ import annotations

from sayso.entities.scripts import word

HEADS = frozenset(
    """
    admiral admirals ambassador attorney brigadier captain chairman chairmen chairperson chairwoman
    chancellor chief chiefs colonel colonels commandant commandants commander commanders commanding
    commissioner commissioners commodore comptroller controller deputy director directors
    eminence eminences excellencies excellency general generals governor governors highness holiness
    honour inspector judge judges justice lieutenant lordship magistrate majesty major majors
    marshal mayor mayors minister ministers officer officers premier president president-general
    presidents prosecutor registrar secretaries secretary secretary-general senator senators
    sergeant solicitor speaker spokesman spokesperson spokeswoman staff superintendent treasurer
    inspector-general director-general attorney-general auditor-general solicitor-general
    surveyor-general governor-general vice-president vice-chancellor prime-minister
    coas cds cns goc gocs goc-in-c cinc igp
    """.split()
)
"""Who holds an office: at the end of a name, or behind "Chief of"."""

_WITH = frozenset(
    """
    acting air army assistant brigade company corps defence defense division executive federal field
    first foreign former force forces general guards his her their honourable honorable in-charge
    information interior interim joint lord managing military national naval navy new of operations
    police political press prime principal private provost public regional relations senior state
    surgeon the then under vice warrant your and for in
    """.split()
)
"""What goes with the words for offices."""

_ALONE = frozenset("commanding generals god information allah almighty excellence".split())
"""Single words that are written large and name nobody."""


def is_office(name: str) -> bool:
    """Whether a name is only an office, a rank or an honour, in as many words as it takes.

    >>> is_office("General Officer Commanding"), is_office("Chief of Army Staff")
    (True, True)
    >>> is_office("General Staff College"), is_office("Judge Maria Costa")
    (False, False)
    """
    words = [piece.strip(".,'’").casefold() for piece in name.split()]
    plain = [word(piece).latin or piece for piece in words]
    if len(words) == 1:
        return words[0] in _ALONE or words[0] in HEADS
    either = list(zip(words, plain, strict=True))
    known = all({w, p} & (HEADS | _WITH) or w[:1].isdigit() for w, p in either)
    return known and any({w, p} & HEADS for w, p in either)
