from __future__ import annotations

import pytest

from sayso.reports.credits import dateline, text_credits


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param(
            "This story first appeared in The Verrania Ledger.",
            "reprint",
            "The Verrania Ledger",
            id="first-appeared",
        ),
        pytest.param(
            "This piece was originally published by Open Harbour.",
            "reprint",
            "Open Harbour",
            id="originally-published",
        ),
        pytest.param(
            "Republished from The Long Quay.", "reprint", "The Long Quay", id="republished"
        ),
        pytest.param("Rell said no. (AFP)", "agency", "AFP", id="in-brackets-at-the-end"),
        pytest.param("Text.\n\nAgencies\n", "agency", "Agencies", id="a-line-of-its-own"),
        pytest.param(
            "With reporting from Northwire News.", "agency", "Northwire News", id="with-reporting"
        ),
        pytest.param(
            "Additional reporting by Reuters", "agency", "Reuters", id="reporting-by-agency"
        ),
        pytest.param(
            "By Ada Quist and Lio Tam, Reuters", "agency", "Reuters", id="at-a-bylines-end"
        ),
        pytest.param(
            "By ADA QUIST The Associated Press",
            "agency",
            "Associated Press",
            id="at-a-bylines-end-no-comma",
        ),
        pytest.param("By the Associated Press", "agency", "Associated Press", id="by-the"),
        pytest.param("Par Ana Ribas avec AFP", "agency", "AFP", id="french"),
        pytest.param("Con información de EFE", "agency", "EFE", id="spanish"),
        pytest.param("UPI contributed reporting.", "agency", "UPI", id="contributed-reporting"),
        pytest.param(
            "With reporting by Ada Quist and the Long Quay.",
            "agency",
            "the Long Quay",
            id="beside-a-person",
        ),
    ],
)
def test_credit_is_found_where_it_stands(text: str, kind: str, name: str) -> None:
    (credit,) = text_credits(text)
    assert (credit.kind, credit.name) == (kind, name)
    assert credit.span and text[slice(*credit.span)] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "With reporting by AFP, Reuters and the Verrania Ledger.",
            ["AFP", "Reuters", "the Verrania Ledger"],
            id="list",
        ),
        pytest.param(
            "Associated Press writers Ada Quist in Saltmere and Tomas Rell contributed to this"
            " report.",
            ["Associated Press"],
            id="an-agencys-writers",
        ),
    ],
)
def test_each_outlet_of_a_list_is_credited_and_no_person(text: str, names: list[str]) -> None:
    assert sorted({credit.name for credit in text_credits(text)}) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rell told Reuters that no talks were held.", id="told-an-agency"),
        pytest.param("She first appeared in the council in 2019.", id="a-person-appeared"),
        pytest.param("The board (AP) met.", id="brackets-within"),
        pytest.param("(Reporting by Ada Quist)", id="a-person-reports"),
        pytest.param("By then Rell had told AFP so.", id="by-in-a-sentence"),
        pytest.param("With reporting from Ada Quist in Saltmere.", id="with-a-person"),
        pytest.param("With reporting from Saltmere.", id="from-a-place"),
        pytest.param("Ada Quist in Saltmere contributed to this report.", id="a-persons-place"),
        pytest.param("Ada Quist and Tomas Rell contributed to this report.", id="persons"),
    ],
)
def test_no_credit_is_made_up(text: str) -> None:
    assert list(text_credits(text)) == []


@pytest.mark.parametrize(
    ("text", "line", "agency"),
    [
        pytest.param(
            "SALTMERE, March 4 (Northwire) — Rell",
            "SALTMERE, March 4 (Northwire) — ",
            "Northwire",
            id="place-day-agency",
        ),
        pytest.param("SALTMERE (Reuters) - Rell", "SALTMERE (Reuters) - ", "Reuters", id="agency"),
        pytest.param("(AFP) – Rell said", "(AFP) – ", "AFP", id="agency-alone"),
        pytest.param("(Port Ammer) – Rell", "(Port Ammer) – ", None, id="place-in-brackets"),
        pytest.param("سالتمير (رويترز) - قال", "سالتمير (رويترز) - ", "Reuters", id="arabic"),
        pytest.param("PORT AMMER — Rell said", "PORT AMMER — ", None, id="place-alone"),
        pytest.param(
            "SALTMERE/PORT AMMER, March 4 (Reuters) - Rell",
            "SALTMERE/PORT AMMER, March 4 (Reuters) - ",
            "Reuters",
            id="two-places",
        ),
        pytest.param(
            "SALTMERE, March 4, 2025 /Northwire/ -- Brandal",
            "SALTMERE, March 4, 2025 /Northwire/ -- ",
            "Northwire",
            id="between-strokes",
        ),
        pytest.param(
            "PORT AMMER, Westmark, Feb. 2 (UPI) — Rell",
            "PORT AMMER, Westmark, Feb. 2 (UPI) — ",
            "UPI",
            id="place-region-day",
        ),
    ],
)
def test_dateline_is_found(text: str, line: str, agency: str | None) -> None:
    found = dateline(text, 0, len(text))
    assert found is not None
    end, credit = found
    assert (text[:end], credit.name if credit else None) == (line, agency)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Later – much later – they met.", id="a-word"),
        pytest.param("— And then he left.", id="a-dash"),
        pytest.param("(Updated) – Rell said no.", id="a-label-in-brackets"),
        pytest.param("(In short) – Rell said no.", id="words-in-brackets"),
        pytest.param("Rell (Harbour Party) — no friend of the board — said so.", id="a-party"),
        pytest.param("EXCLUSIVE – Brandal pays", id="a-label"),
        pytest.param("SALTMERE-based Brandal said no.", id="a-compound"),
        pytest.param("", id="empty"),
    ],
)
def test_no_dateline_is_made_up(text: str) -> None:
    assert dateline(text, 0, len(text)) is None
