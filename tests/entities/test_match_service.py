"""Matching with a service: a small one on this machine, with invented entries."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sayso.entities.match_service import MatchServiceError, match_online
from sayso.entities.profiles import Profile

RESULT = {
    "id": "Q42",
    "caption": "Hugo TAMM",
    "schema": "Person",
    "properties": {"name": ["Hugo TAMM"], "topics": ["sanction"]},
    "datasets": ["invented_list"],
    "score": 0.83,
    "match": True,
    "features": {"name_literal": 1.0, "dob_day": 0.0, "country": {"score": 0.5}},
}


def person(n: int = 1, name: str = "Hugo Tamm", kind: str = "person") -> Profile:
    return Profile(f"e{n}", kind, name, (name,), f"r{n}#hugotamm")


@contextmanager
def service(answer: bytes | None = None, status: int = 200) -> Iterator[tuple[str, list[Any]]]:
    """A service that finds RESULT for everyone, or gives one answer; and what it was asked."""
    seen: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append((self.path, self.headers.get("Authorization"), body))
            found = {name: {"status": 200, "results": [RESULT]} for name in body["queries"]}
            data = json.dumps({"responses": found}).encode() if answer is None else answer
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_matches_with_reasons() -> None:
    with service() as (base, seen):
        (found,) = match_online([person()], base + "/", "in vented", key="k")
    assert seen == [
        (
            "/match/in%20vented",
            "ApiKey k",
            {"queries": {"q0": {"schema": "Person", "properties": {"name": ["Hugo Tamm"]}}}},
        )
    ]
    assert (found.score, found.subjects) == (0.83, ("r1#hugotamm", "wikidata:Q42"))
    assert found.wording.startswith("“Hugo Tamm”: a list entry of a similar name, “Hugo TAMM”")
    assert [(s.rule, s.value) for s in found.reasons] == [
        ("service", 0.83),
        ("name_literal", 1.0),
        ("country", 0.5),
    ]


def test_many_are_asked_in_few_requests_and_places_not_at_all() -> None:
    people = [person(n) for n in range(45)]
    with service() as (base, seen):
        found = list(match_online([*people, person(99, "Corrida", "place")], base))
    assert [len(body["queries"]) for _, _, body in seen] == [20, 20, 5]
    assert [each.entity for each in found] == [each.id for each in people]


BAD = {
    "status": (b"", 500, "status 500"),
    "redirect": (b"", 302, "status 302"),
    "no JSON": (b"<html>", 200, "no JSON"),
    "no responses": (b'{"results": []}', 200, "no “responses”"),
    "a list": (b"[]", 200, "no “responses”"),
}


@pytest.mark.parametrize(("answer", "status", "reason"), BAD.values(), ids=BAD)
def test_bad_answers_are_errors_in_words(answer: bytes, status: int, reason: str) -> None:
    with service(answer, status) as (base, _), pytest.raises(MatchServiceError, match=reason):
        list(match_online([person()], base))


ODD = {
    "no answer to the query": {},
    "results an object": {"q0": {"results": {"a": 1}}},
    "a result that is none": {"q0": {"results": [None, 1, {"id": "x"}]}},
    "no score": {"q0": {"results": [{**RESULT, "score": None}]}},
}


@pytest.mark.parametrize("responses", ODD.values(), ids=ODD)
def test_odd_results_are_passed_over(responses: object) -> None:
    with service(json.dumps({"responses": responses}).encode()) as (base, _):
        assert list(match_online([person()], base)) == []


@pytest.mark.parametrize("base", ["file:///etc/hosts", "ftp://x", "localhost:80", ""])
def test_only_http_addresses(base: str) -> None:
    with pytest.raises(MatchServiceError, match="not an http address"):
        list(match_online([person()], base))


def test_nobody_there() -> None:
    with pytest.raises(MatchServiceError, match=r"no answer \(\[Errno"):
        list(match_online([person()], "http://127.0.0.1:9"))


def test_nothing_is_asked_for_nobody() -> None:
    with service() as (base, seen):
        assert list(match_online([], base)) == []
    assert seen == []
