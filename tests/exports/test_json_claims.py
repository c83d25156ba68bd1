"""Claims, posts and links in the JSON, by the contract, and one to a line."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from builders import span_of
from claim_builders import MOLE, built, directs, met, mole
from sayso.exports import as_line, claim_to_json, post_to_json, to_json
from sayso.values import Argument, Claim, Link, Post

CHAIN = [
    {
        "name": "The Herald",
        "kind": "outlet",
        "entity": "e9",
        "said": "2024-04-12",
        "to": None,
    },
    {
        "name": "Rhoda Quill",
        "kind": "person",
        "entity": "e1",
        "said": "2024-01",
        "to": "the Courier",
    },
]


def test_claim_is_the_contract() -> None:
    found = to_json(mole())["claims"][0]
    assert found["predicate"] == {"start": 65, "end": 70, "lemma": "build"}
    assert found["arguments"][0] == {
        "role": "agent",
        "start": 45,
        "end": 53,
        "entity": "e2",
        "propbank": "ARG0",
        "implied": False,
    }
    assert found["place"]["name"] == "Tolmere"
    assert found["place"]["candidates"] == ["Tolmere"]
    assert (found["quantity"]["low"], found["quantity"]["bound"]) == ("40", "over")
    assert found["chain"] == CHAIN
    assert found["evidence"] == [[45, 53], [65, 79]]
    assert {key: found[key] for key in ("id", "attribution", "polarity", "certainty", "why")} == {
        "id": "c1",
        "attribution": "a1",
        "polarity": "affirmed",
        "certainty": "possible",
        "why": ["might"],
    }
    assert (found["time"], found["about"], found["event"]) == ("1998", None, "BUILD")


def test_order_of_a_claims_fields() -> None:
    assert " ".join(to_json(mole())["claims"][1]) == (
        "id attribution text predicate arguments modifiers polarity certainty why time place "
        "quantity evidence chain about event found_by"
    )


def test_what_a_claim_has_not_is_null() -> None:
    found = to_json(mole())["claims"][1]
    assert (found["time"], found["place"], found["quantity"]) == (None, None, None)
    assert found["modifiers"] == []


def test_post_is_the_contract() -> None:
    [found] = to_json(mole())["posts"]
    words = {
        key: found[key] and MOLE[slice(*found[key])]
        for key in ("person", "rank", "title", "role", "organization", "after")
    }
    assert words == {
        "person": "Ilse Márrable",
        "rank": None,
        "title": None,
        "role": "director",
        "organization": "the port",
        "after": None,
    }
    assert (found["since"], found["until"], found["claim"]) == ("2019", None, None)


def test_link() -> None:
    [found] = to_json(mole())["links"]
    assert (found["type"], found["claim"]) == ("Unknown", "c2")
    assert MOLE[slice(*found["target"])] == "Ilse Márrable"
    assert (found["source_entity"], found["target_entity"]) == ("e1", "e3")


def test_no_field_of_a_value_is_left_out() -> None:
    found = to_json(mole())
    for value, given in (
        (Claim, found["claims"][0]),
        (Post, found["posts"][0]),
        (Link, found["links"][0]),
        (Argument, found["claims"][0]["arguments"][0]),
    ):
        assert {field.name for field in fields(value)} - {"lemma"} <= set(given)


def test_claim_by_itself() -> None:
    line = as_line(claim_to_json(mole(), built()))
    found = json.loads(line)
    assert line.count("\n") == 1
    assert found["report"]["source"] == "mole.txt"
    assert "text" not in found["report"]
    assert found["words"] == ["Corriden", "built the mole"]
    assert found["chain"] == CHAIN


def test_post_by_itself_says_whose_word_it_is() -> None:
    found = post_to_json(mole(), directs())
    assert [voice["name"] for voice in found["chain"]] == ["The Herald"]
    assert found["words"]["person"] == "Ilse Márrable"
    assert found["words"]["rank"] is None
    assert (found["polarity"], found["certainty"]) == (None, None)


def test_post_by_itself_has_its_claims_voices() -> None:
    found = post_to_json(mole(), replace(directs(), claim="c1"))
    assert found["chain"] == CHAIN
    assert (found["polarity"], found["certainty"]) == ("affirmed", "possible")


def test_post_without_a_claim_has_its_attributions_voices() -> None:
    found = post_to_json(mole(), replace(directs(), attribution="a1"))
    assert [voice["name"] for voice in found["chain"]] == ["The Herald", "Rhoda Quill"]


def test_spans_are_the_values_own() -> None:
    assert to_json(mole())["claims"][1]["evidence"] == [list(span) for span in met().evidence]
    assert met().evidence[0] == span_of(MOLE, "She did not meet Ilse Márrable")
