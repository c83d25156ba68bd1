"""What of two reports does not go together is shown, and nothing else: from their words on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from making import read, thole

from sayso import Case

MAY, JUNE, AUGUST = "2024-05-02", "2024-06-03", "2024-08-04"


@dataclass(frozen=True, slots=True)
class Row:
    """Reports, each a day and its words, and what is found where somebody is shown."""

    who: str
    reports: tuple[tuple[str, str], ...]
    found: frozenset[tuple[str, str]] = frozenset()


def differ(kind: str, about: str, who: str, *reports: tuple[str, str]) -> Row:
    """Reports of which two claims differ."""
    return Row(who, reports, frozenset({(kind, about)}))


def agree(who: str, *reports: tuple[str, str]) -> Row:
    """Reports in which nothing is to be found."""
    return Row(who, reports)


BELLAN, OYELU, VELMAR = "Orso Bellan", "Tarka Oyelu", "Velmar Holdings"
MET = (MAY, "Orso Bellan met Tarka Oyelu in Marrin in 2019, the ministry said.")
PAID = (MAY, "Velmar Holdings paid Orso Bellan 4 million dinars, according to the auditor.")
BROTHER = (MAY, "Orso Bellan is the brother of Tarka Oyelu, a neighbour said.")

MUST_FIND = {
    "met and never met": differ(
        "said and denied", "meet", BELLAN, MET,
        (JUNE, "Tarka Oyelu has never met Orso Bellan, his lawyer said on Friday."),
    ),
    "met and denied": differ(
        "said and denied", "meet", OYELU, MET,
        (JUNE, "Orso Bellan denied that he had met Tarka Oyelu."),
    ),
    "denied before it was said": differ(
        "said and denied", "meet", OYELU,
        (MAY, "Orso Bellan denied that he had met Tarka Oyelu."),
        (JUNE, "Orso Bellan met Tarka Oyelu in Marrin, the ministry said."),
    ),
    "paid and did not pay": differ(
        "said and denied", "pay", VELMAR,
        (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings did not pay Orso Bellan, its chairman Luc Darro said."),
    ),
    "days of the reports not whole": differ(
        "said and denied", "own", BELLAN,
        ("2024", "Velmar Holdings belongs to Orso Bellan, an official said."),
        ("2024-06", "Orso Bellan does not own Velmar Holdings, his lawyer said."),
    ),
    "owns and does not own": differ(
        "said and denied", "own", BELLAN,
        (MAY, "Velmar Holdings belongs to Orso Bellan, an official said."),
        (JUNE, "Orso Bellan does not own Velmar Holdings, his lawyer said."),
    ),
    "a deed told in the same words": differ(
        "said and denied", "order", BELLAN,
        (MAY, "Orso Bellan ordered the attack on Marrin, a general said."),
        (JUNE, "Orso Bellan never ordered the attack on Marrin, his spokesman said."),
    ),
    "the brother and not the brother": differ(
        "said and denied", "brother", BELLAN, BROTHER,
        (JUNE, "Orso Bellan is not the brother of Tarka Oyelu, her office said."),
    ),
    "not my brother": differ(
        "said and denied", "brother", OYELU, BROTHER,
        (JUNE, "“Orso Bellan is not my brother,” Tarka Oyelu said."),
    ),
    "no brother at all": differ(
        "said and denied", "brother", BELLAN, BROTHER,
        (JUNE, "“I have no brother,” Tarka Oyelu said."),
    ),
    "no brother of that name": differ(
        "said and denied", "brother", OYELU, BROTHER,
        (JUNE, "“I have no brother called Orso Bellan,” Tarka Oyelu said."),
    ),
    "never held the post": differ(
        "said and denied", "director", BELLAN,
        (MAY, "Orso Bellan was the director of Velmar Holdings, a filing says."),
        (JUNE, "Luc Darro said that Orso Bellan was never the director of Velmar Holdings."),
    ),
    "two sums": differ(
        "figures", "pay", VELMAR,
        (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings paid 6 million dinars to Mr Orso Bellan, a court heard."),
    ),
    "two sums in other words": differ(
        "figures", "pay", BELLAN,
        (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings transferred 6 million dinars to Mr Orso Bellan, a filing says."),
    ),
    "a toll": differ(
        "figures", "die", "Marrin",
        (MAY, "Twelve people died in Marrin on 1 May 2024, police said."),
        (MAY, "Fifteen people died in Marrin on 1 May 2024, a hospital said."),
    ),
    "two days of a death": differ(
        "days", "die", "Jon Maar",
        (MAY, "Jon Maar died on 3 May 2020, police said."),
        (JUNE, "Jon Maar died on 5 May 2020 in Marrin, his brother said."),
    ),
    "two years of a birth": differ(
        "days", "be born", BELLAN,
        (MAY, "Orso Bellan was born in 1957."),
        (JUNE, "Orso Bellan was born in 1959, his family said."),
    ),
    "two countries of a birth": differ(
        "places", "be born", BELLAN,
        (MAY, "Orso Bellan was born in Lisbon."),
        (JUNE, "Orso Bellan was born in Madrid, his family said."),
    ),
}  # fmt: skip

MUST_LEAVE = {
    "another whom he met": agree(
        BELLAN, MET, (JUNE, "Orso Bellan has never met Luc Darro, his lawyer said."),
    ),
    "another who met him": agree(
        OYELU, MET, (JUNE, "Luc Darro denied that he had met Tarka Oyelu."),
    ),
    "not in that year": agree(
        BELLAN, MET, (JUNE, "Tarka Oyelu did not meet Orso Bellan in 2021, his lawyer said."),
    ),
    "not there": agree(
        BELLAN, (MAY, "Orso Bellan met Tarka Oyelu in Marrin, the ministry said."),
        (JUNE, "Orso Bellan never met Tarka Oyelu in the palace, his lawyer said."),
    ),
    "not alone": agree(
        BELLAN, MET, (JUNE, "Orso Bellan never met Tarka Oyelu alone, his lawyer said."),
    ),
    "not before": agree(
        BELLAN, MET,
        (JUNE, "Orso Bellan did not meet Tarka Oyelu before he became minister, his lawyer said."),
    ),
    "not yet, and then": agree(
        VELMAR, (MAY, "Velmar Holdings has not hired Orso Bellan, its chairman said."),
        (JUNE, "Velmar Holdings hired Orso Bellan, its chairman said."),
    ),
    "hired, and years later not": agree(
        VELMAR, ("2018-05-02", "Velmar Holdings hired Orso Bellan, its chairman said."),
        (MAY, "Velmar Holdings did not hire Orso Bellan, its chairman said."),
    ),
    "the other way round": agree(
        VELMAR, (MAY, "Velmar Holdings sued Orso Bellan, a court said."),
        (JUNE, "Orso Bellan never sued Velmar Holdings, his lawyer said."),
    ),
    "will and did not": agree(
        BELLAN, (MAY, "Orso Bellan will meet Tarka Oyelu, the ministry said."),
        (JUNE, "Orso Bellan did not meet Tarka Oyelu, the ministry said."),
    ),
    "not known whether": agree(
        BELLAN, MET,
        (JUNE, "It is not known whether Orso Bellan met Tarka Oyelu."),
    ),
    "both deny": agree(
        BELLAN, (MAY, "Orso Bellan denied that he had met Tarka Oyelu."),
        (JUNE, "Tarka Oyelu has never met Orso Bellan, his lawyer said on Friday."),
    ),
    "no sister": agree(BELLAN, BROTHER, (JUNE, "“I have no sister,” Tarka Oyelu said.")),
    "no elder brother": agree(
        OYELU, BROTHER, (JUNE, "“I have no elder brother,” Tarka Oyelu said."),
    ),
    "no brother of another name": agree(
        OYELU, BROTHER, (JUNE, "“I never had a brother named Luc Darro,” said Tarka Oyelu."),
    ),
    "another's brother": agree(
        BELLAN, BROTHER, (JUNE, "Orso Bellan is not the brother of Luc Darro, her office said."),
    ),
    "not the director any more": agree(
        BELLAN, (MAY, "Orso Bellan is director of Velmar Holdings, the ministry said."),
        (JUNE, "Orso Bellan is not director of Velmar Holdings, the ministry said."),
    ),
    "one sum, rounded": agree(
        VELMAR, (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings paid 4.2 million dinars to Mr Orso Bellan, a court heard."),
    ),
    "at least": agree(
        VELMAR, (MAY, "Velmar Holdings paid at least 4 million dinars to Mr Orso Bellan, he said."),
        (JUNE, "Velmar Holdings paid 6 million dinars to Mr Orso Bellan, a court heard."),
    ),
    "another payment": agree(
        VELMAR, (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings paid another 6 million dinars to Mr Orso Bellan, a court heard."),
    ),
    "payments of two days": agree(
        VELMAR,
        (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan on 3 March 2024."),
        (JUNE, "Velmar Holdings paid 6 million dinars to Mr Orso Bellan on 9 April 2024."),
    ),
    "two payments, told together": agree(
        VELMAR,
        (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan. Velmar Holdings paid 6 "
         "million dinars to Mr Orso Bellan."),
        (JUNE, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (AUGUST, "Velmar Holdings paid 6 million dinars to Mr Orso Bellan, a court heard."),
    ),
    "payments of two currencies": agree(
        VELMAR, (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings paid 6 million crowns to Mr Orso Bellan, a court heard."),
    ),
    "paid to another": agree(
        VELMAR, (MAY, "Velmar Holdings paid 4 million dinars to Mr Orso Bellan, an auditor said."),
        (JUNE, "Velmar Holdings paid 6 million dinars to Tarka Oyelu, a court heard."),
    ),
    "tolls of two days": agree(
        "Marrin", (MAY, "Twelve people died in Marrin on 1 May 2024, police said."),
        (JUNE, "Fifteen people died in Marrin on 9 May 2024, a hospital said."),
    ),
    "tolls of one month": agree(
        "Marrin", (MAY, "Twelve people died in Marrin in April 2024, police said."),
        (MAY, "Fifteen people died in Marrin in April 2024, a hospital said."),
    ),
    "people and horses": agree(
        "Marrin", (MAY, "Twelve people died in Marrin on 1 May 2024, police said."),
        (MAY, "Fifteen horses died in Marrin on 1 May 2024, a farmer said."),
    ),
    "a day within the month": agree(
        "Jon Maar", (MAY, "Jon Maar died on 3 May 2020, police said."),
        (JUNE, "Jon Maar died in May 2020 in Marrin, his brother said."),
    ),
    "days of the week": agree(
        "Jon Maar", (MAY, "Jon Maar died on Tuesday, police said."),
        (JUNE, "Jon Maar died on Saturday in Marrin, police said."),
    ),
    "two meetings": agree(
        BELLAN, MET, (JUNE, "Orso Bellan met Tarka Oyelu in Marrin in 2021, the ministry said."),
    ),
    "a town in its country": agree(
        BELLAN, (MAY, "Orso Bellan was born in Portugal."),
        (JUNE, "Orso Bellan was born in Lisbon, his family said."),
    ),
}  # fmt: skip


@pytest.fixture
def found(empty: Path, tmp_path: Path, row: Row) -> Iterator[set[tuple[str, str]]]:
    with Case(shutil.copyfile(empty, tmp_path / "case.sayso")) as case:
        for number, (day, words) in enumerate(row.reports):
            case.add(read(words, f"Outlet {number}", day))
        yield {(each.kind, each.about) for each in case.show(row.who).disputes}


ROWS = MUST_FIND | MUST_LEAVE


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_differs_is_found_and_nothing_else(row: Row, found: set[tuple[str, str]]) -> None:
    assert found == row.found


def test_one_voice_in_one_report_is_not_held_against_itself(case: Case) -> None:
    document = thole()
    paid, denial = document.claims
    never = replace(paid, id="c3", polarity="negated", why=("never",), quantity=None, time=None)
    never = replace(never, modifiers=())
    case.add(replace(document, claims=(paid, denial, never)))
    assert not case.show("Garrick Thole").disputes
    other = replace(never, chain=never.chain[:1])
    case.add(replace(thole("The Wire"), claims=(paid, denial, other)))
    [found] = case.show("Garrick Thole").disputes
    assert (found.kind, found.about) == ("said and denied", "pay")
    assert [each.claim.polarity for each in (found.one, found.other)] == ["affirmed", "negated"]
