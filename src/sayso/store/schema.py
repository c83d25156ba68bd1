"""The tables of a case, for SQLite and PostgreSQL alike.

A report's text stands once, in `reports.text`; everything else points into it with `begins` and
`ends`, half-open, in code points: its words are `substr(text, begins + 1, ends - begins)`.

Who is who is one column, `figures.entity`. Where an entity stands beside a figure elsewhere, the
database itself copies it there (a foreign key to figure and entity that cascades), so that what
is about somebody is found by an index, whatever was merged or split.
"""

from __future__ import annotations

from sayso.store.columns import metadata
from sayso.store.tables_of_claims import (
    amounts,
    arguments,
    attributions,
    chains,
    claims,
    links,
    places,
    post_chains,
    posts,
    spans,
    times,
    voices,
)
from sayso.store.tables_of_reports import (
    blocks,
    credits_,
    migrations,
    reports,
    seals,
    sources,
)
from sayso.store.tables_of_who import (
    aliases,
    apart,
    decision_subjects,
    decisions,
    entities,
    figures,
    keys,
    known,
    mentions,
    name_words,
    names,
    outside,
    stale,
    suggestions,
    undecided,
)

__all__ = [
    "aliases",
    "amounts",
    "apart",
    "arguments",
    "attributions",
    "blocks",
    "chains",
    "claims",
    "credits_",
    "decision_subjects",
    "decisions",
    "entities",
    "figures",
    "keys",
    "known",
    "links",
    "mentions",
    "metadata",
    "migrations",
    "name_words",
    "names",
    "outside",
    "places",
    "post_chains",
    "posts",
    "reports",
    "seals",
    "sources",
    "spans",
    "stale",
    "suggestions",
    "times",
    "undecided",
    "voices",
]
