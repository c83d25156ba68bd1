"""Views for people who open a case in sqlite3, Datasette or psql: claims as they are read."""

from __future__ import annotations

from sqlalchemy import Connection

_JOINED = {"sqlite": "group_concat({0}, {1})", "postgresql": "string_agg({0}, {1})"}
_CHAIN = """(SELECT {joined} FROM (SELECT v.name AS name FROM chains h
    JOIN voices v ON v.number = h.voice WHERE h.claim = c.number ORDER BY h.position) AS voice)"""


def _words(begins: str, ends: str) -> str:
    return f"substr(r.text, {begins} + 1, {ends} - {begins})"


VIEWS: dict[str, str] = {
    "who_says_what": f"""
        SELECT c.number AS claim, r.id AS report, r.outlet, r.published,
            {_CHAIN} AS chain,
            coalesce(c.words, {_words("c.begins", "c.ends")}) AS claimed,
            {_words("c.begins", "c.ends")} AS words, c.lemma AS predicate,
            c.polarity, c.certainty, c.time, c.event
        FROM claims c JOIN reports r ON r.number = c.report""",
    "takes_part": f"""
        SELECT a.claim, e.id AS entity, e.name AS entity_name, a.role,
            {_words("a.begins", "a.ends")} AS words
        FROM arguments a JOIN claims c ON c.number = a.claim
            JOIN reports r ON r.number = c.report LEFT JOIN entities e ON e.id = a.entity""",
    "posts_held": f"""
        SELECT p.number AS post, r.id AS report, r.outlet, r.published,
            coalesce(e.name, {_words("p.person_begins", "p.person_ends")}) AS person,
            {_words("p.rank_begins", "p.rank_ends")} AS rank,
            {_words("p.title_begins", "p.title_ends")} AS title,
            {_words("p.role_begins", "p.role_ends")} AS role,
            coalesce(o.name, {_words("p.organization_begins", "p.organization_ends")})
                AS organization,
            p.since, p.until, p.status, p.claim,
            p.person_entity, p.organization_entity
        FROM posts p JOIN reports r ON r.number = p.report
            LEFT JOIN entities e ON e.id = p.person_entity
            LEFT JOIN entities o ON o.id = p.organization_entity""",
    "links_said": f"""
        SELECT l.number AS link, l.type,
            coalesce(s.name, {_words("l.source_begins", "l.source_ends")}) AS source,
            coalesce(t.name, {_words("l.target_begins", "l.target_ends")}) AS target,
            {_CHAIN} AS chain,
            {_words("c.begins", "c.ends")} AS words,
            c.polarity, c.certainty, c.time, r.id AS report, r.outlet, r.published,
            l.claim, l.source_entity, l.target_entity
        FROM links l JOIN claims c ON c.number = l.claim JOIN reports r ON r.number = c.report
            LEFT JOIN entities s ON s.id = l.source_entity
            LEFT JOIN entities t ON t.id = l.target_entity""",
    "who_is_who": """
        SELECT e.id AS entity, e.type, e.name, f.id AS appearance, f.name AS called,
            f.description, r.id AS report, r.outlet, r.published
        FROM figures f JOIN entities e ON e.id = f.entity
            JOIN reports r ON r.number = f.report""",
    "attributed": f"""
        SELECT a.number AS attribution, r.id AS report, v.name AS voice, v.kind AS voice_kind,
            a.kind, a.stance, a.said, s.part, {_words("s.begins", "s.ends")} AS words
        FROM attributions a JOIN reports r ON r.number = a.report
            JOIN spans s ON s.attribution = a.number
            LEFT JOIN voices v ON v.number = a.voice""",
}
"""Each view's SELECT; `{joined}` stands for the aggregate that joins names by arrows."""


def make_views(connection: Connection) -> None:
    """Make all views anew."""
    joined = _JOINED[connection.dialect.name].format("name", "' ← '")
    for name, select in VIEWS.items():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {select.format(joined=joined)}")
