"""Western or Central European: two Windows encodings that differ in what their letters mean.

Both read any bytes as letters, and a detector by frequencies often takes "Peña" for "Peńa". So
text of Latin letters is Windows-1252, as in browsers, unless more places in it make no sense so
but do in Windows-1250 than the other way round. The tables show the text as Windows-1252 has it.
"""

from __future__ import annotations

import re

CENTRAL = (
    r"[a-zß-ÿ][³¹¾¿º±¶](?=[a-zß-ÿ])",  # ł ą ľ ż ş within a word: "by³a", "mo¿e"
    r"[³¾¶º][a-zß-ÿ]{2}",  # ł ľ ś ş at the head of one: "³adny", "ºi" is one of the next row
    r"(?<![a-z0-9])ºi\b|þi[aieou]",  # Romanian și, -ție, -ția
    r"[a-zß-ÿ]{2}[¹¿]\b(?!\d)",  # ą, ż at its end: "s¹", but also Polish "ju¿"
    r"£[a-zß-ÿ]{2}",  # Ł: "£ódŸ"
    r"ì(?=[a-zß-ÿ])",  # ě before a letter: Italian has ì at the end
    r"ù(?=[a-zß-ÿ])",  # ů before a letter: French and Italian have ù at the end
    r"\b[èÈ][a-zß-ÿ]|è[íáéýo]",  # č at the head, and before its vowels
    r"ø[íáéýìùš]|[áéíýì]ø|\bpø[ie]",  # ř beside vowels that Danish lacks; při, pře
    r"õ\b|õ[bdgklnrtz]",  # ő: Portuguese has õ before e and s
    r"[a-zß-ÿ]\ufffd",  # ť and its like have no letter there
    r"[iaeo]æ\b",  # ć at the end of names: -ić
    r"[šž](?=[a-zß-ÿ])|[a-zß-ÿ][šž]\b",  # in both, and rare in the West
    r"[a-z]ê\b|\bsiê\b",  # ę at the end
)
WESTERN = (
    r"ñ[aeiouáéíóú]",  # Polish ń stands before consonants and at the end
    r"[åÅàÀ]",  # ĺ and ŕ are all but unknown
    r"ã[oe]|õe",  # Portuguese
    r"¿(?=[A-ZÀ-Þ])|\b[nN]º|[0-9][ºª²³¹]|\bm[²³]",  # signs in their own places
    r"ê[tmrnc]e|è[rstmlvcgd]es?\b",  # French
    r"ø[rnlstdbkgv][a-z]|\b[øØ][a-z]|æ[rlnksdtg][a-z]",  # Danish and Norwegian
    r"\boù\b|[a-z]ò\b|[a-z]ù\b",  # French and Italian ends
    r"ï[fvqds]",  # naïf, naïve
)
_CENTRAL = re.compile("|".join(CENTRAL))
_WESTERN = re.compile("|".join(WESTERN))
_LETTER = re.compile(r"[^\W\d_]")
_RUN = re.compile("[À-ÖØ-öø-ÿ]{4}")
_ODD = re.compile("[\x80-\x84\x86-\x90\x98\x9b\x9d¤§¬µ¦¨¸×÷]")
_LATIN_SHARE = 0.3
_ODD_SHARE = 0.3


def western_name(data: bytes) -> str | None:
    """ "cp1252" or "cp1250" for text of Latin letters in one of them; None for any other."""
    text = data.decode("cp1252", "replace")
    beyond = [sign for sign in text if sign > "\x7f"]
    letters = len(_LETTER.findall(text))
    if not letters or sum(map(str.isalpha, beyond)) > _LATIN_SHARE * letters:
        return None
    if _RUN.search(text) or len(_ODD.findall(text)) > _ODD_SHARE * len(beyond):
        return None
    return "cp1250" if _is_central(text) else "cp1252"


def _is_central(text: str) -> bool:
    return len(_CENTRAL.findall(text)) > len(_WESTERN.findall(text))
