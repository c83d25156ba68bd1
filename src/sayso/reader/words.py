"""Words as Universal Dependencies cuts English, with exact offsets.

The cuts are those of the UD English EWT guidelines: clitics stand alone ("do" + "n't",
"Iran" + "'s"), hyphenated words fall apart unless the first half is a bound prefix,
abbreviations keep their dots, and symbols are words of their own.
"""

from __future__ import annotations

import re

from sayso.values import Span

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Gens Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Brig Sen Sens Rep Reps Gov "
    "Govs Rev Hon Pres Supt Insp Ret Messrs Mme Jr Sr St Ave Blvd Rd Mt Ft Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Inc Corp Co Ltd Bros Dept Univ Assn "
    "Nos Vol vol vs al cf ca approx esp est Fig pp Calif Fla Tex Mass Conn Pa Va Ga Ala Ariz "
    "Ark Colo Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Tenn Vt Wash Wis Wyo"
)
# Bound prefixes that UD leaves joined to what follows; other hyphens are words of their own.
_PREFIXES = (
    "[Nn]on|[Ee]|[Rr]e|[Aa]nti|[Pp]re|[Cc]o|[Pp]ro|[Mm]id|[Cc]ross|[Pp]ost|[Oo]ver|[Ss]emi|"
    "[Cc]ounter|[Mm]ulti|[Ee]x|[Ss]ub|[Mm]ini|[Ss]ocio|[Pp]sycho|[Ii]nter|[Ii]ntra|[Mm]icro|mis|un"
)
_TOP_LEVEL = "com|org|net|gov|edu|mil|int|info|io|uk|de|fr|ru|ir|eu|us|ca|au|tv|news|example"
_FILES = "doc|docx|xls|xlsx|ppt|pdf|txt|jpg|zip|exe|DOC|XLS|PDF|PPT|TXT|JPG|ZIP"
_CLITICS = "[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM]"

_WORD = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"'“”‘’\[\]{}|]*[^\s<>"'“”‘’\[\]{}|.,;:!?)]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                    # mail addresses
    | (?<![\w.])[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:TOP)\b(?:/[^\s<>"'“”]*[^\s<>"'“”.,;:!?)])?
    | [\w#-]+\.(?:FILE)\b                                             # file names
    | [@#][^\W\d]\w*                                                  # handles, hashtags
    | [:;=8][-o^']?[)(\]\[DPp/\\|3]+(?!\w) | <3                       # emoticons
    | Ph\.D\.? | (?<!\w)(?:[A-Za-z]\.)+[A-Z]\b(?!\.) | (?<!\w)(?:[A-Za-z]\.){2,}
    | (?<!\w)(?:ABBR)\.(?=[^\S\n]+\S|[,;:)\]])
    | \betc\.(?=[^\S\n]+[a-z(]|[,;:)\]]) | \bNo\.(?=\s?\d)
    | \b[A-Z]\.(?=\s+[A-Z])                                           # initials
    | [A-Z]{1,2}&[A-Z]{1,2}\b
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th|s)\b | ['’](?:\d\ds?|em)\b        # 21st, 1990s, '90s
    | \d{3}-\d{3}-\d{4} | \b\d{3}-\d{4}\b | \d{1,2}-\d{1,2}-\d{4} | \d+/\d+/\d+
    | (?!24/7|1/[234]|[23]/[34])\d\d?/\d\d?\b
    | \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)+ | \d+(?::\d+)+ | \d+
    | [Cc]an(?=not\b) | (?<=\b[Cc]an)not\b
    | (?:[Gg]on|[Ww]an|[Gg]ot)(?=na\b|ta\b) | (?<=\b[Gg]on)na\b | (?<=\b[Ww]an)na\b
    | (?<=\b[Gg]ot)ta\b
    | (?:[Dd]o|[Dd]oes|[Dd]id|[Cc]a|[Ww]o|[Ii]s|[Aa]re|[Ww]as|[Ww]ould|[Cc]ould|[Ss]hould)(?=nt\b)
    | (?<=[dDsSeEoOaA])nt\b(?<=[a-z]nt)
    | \b(?:DO|DOES|DID|CA|WO|IS|ARE|WAS|WOULD|COULD|SHOULD)(?=NT\b)
    | (?<=[A-Z])NT\b(?<=(?:CA|DO|WO)NT)
    | \b[Ii](?=(?:m|ve)\b) | (?<=\b[Ii])(?:m|ve)\b                    # Im, ive
    | \b(?:[Yy]ou|[Tt]hey)(?=(?:re|ve)\b) | (?<=\b[Yy]ou)(?:re|ve)\b | (?<=\b[Tt]hey)(?:re|ve)\b
    | \b(?:[Tt]hat|[Ww]hat|[Tt]here|[Ll]et|[Hh]e)(?=s\b)              # thats
    | (?<=\b[TtWw]hat)s\b | (?<=\b[Tt]here)s\b | (?<=\b[Ll]et)s\b | (?<=\b[Hh]e)s\b
    | [^\W\d_]+?(?=[Nn]['’][Tt]\b) | [Nn]['’][Tt]\b
    | ['’](?:CLITIC)(?!\w)
    | (?<![\w-])(?:PREFIX)-[^\W_]+
    | [A-Z]['’](?=[A-Z])[^\W\d_]+                                     # O'Brien
    | [^\W_]+(?:['’](?!(?:CLITIC|[tT])\b)[^\W\d_]+)*
    | \.{2,} | …+ | -{2,} | ={2,} | \*{2,} | _{2,} | ~{2,} | [!?]{2,} | '' | ’’ | ‘’ | `` | << | >>
    | \S
    """.replace("ABBR", _ABBREVIATIONS.replace(" ", "|"))
    .replace("PREFIX", _PREFIXES)
    .replace("CLITIC", _CLITICS)
    .replace("TOP", _TOP_LEVEL)
    .replace("FILE", _FILES),
    re.VERBOSE,
)


def cut_words(text: str) -> list[Span]:
    """The words of `text`, in order, as half-open code-point spans.

    Every character that is not white space is in exactly one word.
    """
    return [match.span() for match in _WORD.finditer(text)]
