"""What newspapers, magazines and agencies are called, and their sections."""

from __future__ import annotations

import re

_PAPERS = (
    "Advertiser|Argus|Bugle|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Enquirer|Examiner|Express"
    "|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Ledger|Mail|Mercury|Messenger"
    "|Mirror|Monitor|News|Newspaper|Observer|Post|Press|Record|Register|Reporter|Review|Sentinel|Standard"
    "|Star|Sun|Telegraph|Times|Tribune|Weekly|Wire|Witness|World"
)
SECTIONS = frozenset(
    "africa|americas|analysis|arts|asia|books|business|climate|comment|crime|culture|defence"
    "|defense|economy|editorial|education|energy|environment|europe|features|finance|foreign"
    "|health|home news|international|investigations|letters|local news|markets|middle east|national"
    "|obituaries|opinion|politics|science|security|society|sport|sports|technology|transport|travel"
    "|world|world news".split("|")
)
"""Sections of a paper, in small letters."""
_CAPITAL = r"[^\W\d_a-z][\w’'&.-]*"
_PAPER = re.compile(
    rf"(?:(?:[Tt]he )?(?:{_CAPITAL} ){{1,4}}(?:{_PAPERS})|The (?:{_PAPERS})"
    rf"|(?:[Tt]he )?(?:{_CAPITAL} ){{1,3}}(?:News|Press|Telegraph|Wire) (?:Agency|Service)"
    rf"|(?:[Tt]he )?(?:{_PAPERS}) of {_CAPITAL}(?: {_CAPITAL})?)"
)
_NO_PAPER = re.compile(
    r"(?:press|news|media)\s(?:release|statement)|(?:breaking|latest|local|world|foreign|national"
    r"|sports?|business|in the|more|top|free|printing|public|official|annual|peer|book|film|case"
    r"|judicial|first|second|third|new|old|my|our|your|this|no) (?:news|press|record|review|post"
    r"|mail|world|star|daily|weekly|register|journal|standard|wire)",
    re.IGNORECASE,
)


def is_paper(words: str) -> bool:
    """Whether something is called as newspapers and agencies are: "The Verrania Ledger"."""
    title = words.title() if words.isupper() else words
    return bool(_PAPER.fullmatch(title)) and not _NO_PAPER.search(words)
