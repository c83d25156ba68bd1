"""Nouns that say who somebody is, and whose: closed lists of general English."""

from __future__ import annotations

TITLES = frozenset(
    "president premier chancellor minister secretary senator congressman congresswoman governor "
    "mayor judge justice king queen prince princess emperor sheikh emir sultan pope bishop "
    "archbishop cardinal ayatollah imam rabbi general gen. lt. lieutenant colonel col. major maj. "
    "captain capt. sergeant sgt. admiral adm. commander marshal brigadier corporal ambassador "
    "director chairman chairwoman chair chief ceo executive spokesman spokeswoman spokesperson "
    "officer official leader dictator attorney prosecutor detective inspector superintendent "
    "sheriff commissioner lawmaker deputy manager analyst economist professor lawyer founder "
    "representative rep. sen. gov. adviser advisor envoy warlord financier banker businessman "
    "businesswoman oligarch tycoon militant rebel strategist editor journalist".split()
)
"""Nouns in front of a name that say what its holder is. "Mr." and "Dr." say nothing of the kind."""

TIES = frozenset(
    "wife husband spouse son daughter father mother brother sister cousin uncle aunt nephew niece "
    "stepson stepdaughter grandson granddaughter grandfather son-in-law brother-in-law widow "
    "fiancée fiancé girlfriend boyfriend ally rival boss deputy successor predecessor aide adviser "
    "advisor lawyer attorney spokesman spokeswoman spokesperson bodyguard mentor protégé associate "
    "partner lieutenant commander leader minister president premier secretary chief director "
    "chairman chairwoman ambassador envoy founder owner supplier financier backer subsidiary "
    "parent unit arm affiliate".split()
)
"""Nouns that tie one to another: "her deputy", "the league's founder"."""
