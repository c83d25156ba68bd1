"""Matching a case's entities with a `/match` service in the manner of yente.

Names of the case leave this machine when this is called, so it is called only with an address
that a person gave.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import quote, urlsplit

import urllib3

from sayso.entities.listed import ListMatch, entry_from
from sayso.entities.profiles import Profile
from sayso.entities.signals import Signal
from sayso.errors import SaysoError

_AT_ONCE = 20
_MOST_BYTES = 32 << 20
_TIMEOUT = urllib3.Timeout(connect=5.0, read=30.0)
_SCHEMATA = {"person": "Person", "organization": "Organization", "other": "LegalEntity"}


class MatchServiceError(SaysoError):
    """A match service could not be asked, or did not answer as one; the message says why."""


def match_online(
    profiles: Iterable[Profile],
    base: str,
    dataset: str = "default",
    *,
    key: str | None = None,
) -> Iterator[ListMatch]:
    """The entries that a service holds likely, for each entity in the order given.

    `base` is the service's address ("http://localhost:8000"), `key` its API key. Asks
    `POST {base}/match/{dataset}` for twenty entities at a time; no redirect is followed.
    """
    url = _address(base, dataset)
    rest = (each for each in profiles if each.kind in _SCHEMATA)
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if key:
        headers["Authorization"] = f"ApiKey {key}"
    with urllib3.PoolManager(timeout=_TIMEOUT, retries=False) as pool:
        while batch := list(islice(rest, _AT_ONCE)):
            queries = {f"q{n}": _query(each) for n, each in enumerate(batch)}
            answers = _answers(_ask(pool, url, headers, {"queries": queries}), url)
            for n, each in enumerate(batch):
                yield from _matches(each, answers.get(f"q{n}"))


def _address(base: str, dataset: str) -> str:
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise MatchServiceError(f"{base}: not an http address")
    return f"{base.rstrip('/')}/match/{quote(dataset, safe='')}"


def _query(profile: Profile) -> dict[str, object]:
    names = list(dict.fromkeys([profile.name, *profile.names]))
    return {"schema": _SCHEMATA[profile.kind], "properties": {"name": names}}


def _ask(
    pool: urllib3.PoolManager, url: str, headers: Mapping[str, str], body: Mapping[str, object]
) -> object:
    try:
        response = pool.request(
            "POST",
            url,
            body=json.dumps(body).encode(),
            headers=headers,
            redirect=False,
            preload_content=False,
        )
        data = response.read(_MOST_BYTES + 1)
        response.release_conn()
    except urllib3.exceptions.HTTPError as error:
        why = str(error).rpartition(": ")[2]  # what stands before is urllib3's own objects
        raise MatchServiceError(f"{url}: no answer ({why})") from error
    if response.status != 200:
        raise MatchServiceError(f"{url}: answered with status {response.status}")
    if len(data) > _MOST_BYTES:
        raise MatchServiceError(f"{url}: the answer is too large")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MatchServiceError(f"{url}: the answer is no JSON") from error


def _answers(answer: object, url: str) -> Mapping[str, Any]:
    answers = answer.get("responses") if isinstance(answer, dict) else None
    if not isinstance(answers, dict):
        raise MatchServiceError(f"{url}: the answer has no “responses”")
    return answers


def _matches(profile: Profile, answer: object) -> Iterator[ListMatch]:
    results = answer.get("results") if isinstance(answer, dict) else None
    for result in results if isinstance(results, Sequence) else ():
        if not isinstance(result, dict) or (listed := entry_from(result)) is None:
            continue
        score = result.get("score")
        if not isinstance(score, int | float):
            continue
        pair = (profile.subject, listed.subject)
        reasons = _reasons(result, float(score))
        yield ListMatch(profile.id, profile.name, listed, round(float(score), 4), reasons, pair)


def _reasons(result: Mapping[str, Any], score: float) -> tuple[Signal, ...]:
    """The service's features, each with its value, and its own verdict in words."""
    likely = "holds it a match" if result.get("match") is True else "holds it no match"
    reasons = [Signal("service", score, f"the service scores it {score:.2f} and {likely}")]
    features = result.get("features")
    for feature, value in features.items() if isinstance(features, dict) else ():
        own = value.get("score") if isinstance(value, dict) else value
        if isinstance(own, int | float) and own:
            told = str(feature).replace("_", " ")
            reasons.append(Signal(str(feature), float(own), f"the service's feature “{told}”"))
    return tuple(reasons)
