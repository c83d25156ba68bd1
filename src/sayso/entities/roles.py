"""Descriptions of people and bodies in a report: their noun, and to which name they are tied."""

from __future__ import annotations

import re

_DETERMINED = re.compile(
    r"^(?:the|an?|his|her|its|their|our|my|this|that|another|[\w'’ -]+?['’]s?)\s+", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s(?:of|in|at|for|from|to|by|on|with|who|whom|that|which|said|close|under|near|and)\b|,|\(|:"
)
OFFICES = frozenset(
    """
    adviser ambassador analyst attorney auditor banker bishop bookkeeper boss captain chair chairman
    chairwoman chairperson chief colonel commander commissioner coach correspondent dealer deputy
    director economist editor engineer executive expert financier founder general governor head
    inspector investigator journalist judge lawyer leader manager master mayor minister notary
    owner partner pilot president premier professor prosecutor researcher reporter scientist
    secretary senator shipowner skipper solicitor spokesman spokesperson spokeswoman superintendent
    treasurer witness
    """.split()
)
TRADES = frozenset(
    """
    actor actress baker blacksmith builder busker butcher carpenter clerk cook docker doctor driver
    electrician farmer farmhand fisherman footballer gardener historian mechanic miner musician
    novelist nurse painter pensioner plumber poet policeman policewoman porter postman priest
    sailor schoolboy schoolgirl shopkeeper singer soldier student tailor taxi-driver teacher
    teenager trader waiter waitress welder
    """.split()
)
"""What people do who are told of once, and not known by it."""
IN_PARLIAMENT = frozenset(("member of parliament", "lawmaker", "legislator", "councillor", "mp"))
"""Who sits in a parliament or council."""
TOWN_POSTS = frozenset(
    """
    ambassador auditor bishop commander commissioner governor inspector judge master mayor minister
    premier president prosecutor secretary senator superintendent treasurer
    """.split()
)
"""Posts that nobody holds who is introduced by a trade, mostly: "the harbour master"."""
RANKS = frozenset(
    """
    admiral brigadier captain colonel commodore corporal general lieutenant major marshal sergeant
    """.split()
)
"""Ranks in front of a name, of which one man has one."""
KIN = frozenset(
    """
    aunt brother brother-in-law cousin daughter father grandfather grandmother husband mother
    nephew niece relative sister sister-in-law son uncle widow wife
    """.split()
)
_NEW = re.compile(
    r"^(?:an?|another|one|some|two|three|four|several|many|no|other)\s", re.IGNORECASE
)


def noun_of(words: str) -> str:
    """The noun that a description turns on, small: "director" of "the former director of ports".

    >>> noun_of("Its finance manager"), noun_of("the brother-in-law of Mr Tamm")
    ('manager', 'brother-in-law')
    """
    plain = " ".join(words.split())
    plain = _DETERMINED.sub("", plain)
    front = _ENDS.split(plain, maxsplit=1)[0].split()
    return front[-1].lower().strip(".,'’”") if front else ""


def is_office(noun: str) -> bool:
    """Whether a noun is of an office or trade that somebody is known by."""
    return noun in OFFICES


def is_kin(noun: str) -> bool:
    """Whether a noun is of somebody's relative."""
    return noun in KIN


def is_crowd(noun: str) -> bool:
    """Whether a noun is of many who act as one: "the staff"."""
    return noun in _CROWDS


def is_record(noun: str) -> bool:
    """Whether a noun is of something written, whatever the reader takes it for: "the records"."""
    return noun.removesuffix("s") in _RECORDS


_RECORDS = frozenset(
    """
    account book document email figure file filing letter ledger memo minute note page paper record
    register report statement testimony transcript
    """.split()
)
_CROWDS = frozenset(
    "audience board couple crew crowd family group public police staff team".split()
)


def is_new(words: str) -> bool:
    """ "A former colleague": somebody who was not told of before."""
    return bool(_NEW.match(words))


def is_definite(words: str) -> bool:
    """ "The company", "this town", "its board": not "school"."""
    return bool(
        re.match(r"(?:the|this|that|its|his|her|their|our)\s|.+['’]s?\s", words, re.IGNORECASE)
    )


_SOURCES = frozenset(
    """
    adviser advisor aide analyst diplomat insider intermediary minister officer official
    spokesman spokesperson spokeswoman source witness
    """.split()
)


def is_cited(description: str) -> bool:
    """Whether a description is of somebody who is cited: "three sources", "a port official"."""
    return noun_of(description).removesuffix("s") in _SOURCES
