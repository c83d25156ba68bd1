"""Views for people who open a case in sqlite3, Datasette or psql: claims as they are read."""

from __future__ import annotations

from sqlalchemy import Connection

_JOINED = {"sqlite": "group_concat({0}, {1})", "postgresql": "string_agg({0}, {1})"}
_ENDS = {"sqlite": ("min", "max"), "postgresql": ("least", "greatest")}
_OUTLET = "coalesce(r.outlet, 'outlet not given') AS outlet"
_FROM = f"r.id AS report, r.title AS report_title, {_OUTLET}, r.published"
"""Which report a row stands in, and who published it."""


def _chain(table: str, of: str, number: str) -> str:
    """Whose word it is: the voices' names, outermost first."""
    return f"""(SELECT {{joined}} FROM (SELECT v.name AS name FROM {table} h
                JOIN voices v ON v.number = h.voice
                WHERE h.{of} = {number} ORDER BY h.position) AS voice) AS chain"""


_CLAIM_CHAIN = _chain("chains", "claim", "c.number")
_POST_PARTS = ("rank", "title", "role", "organization", "place", "after")


def _words(begins: str, ends: str) -> str:
    return f"substr(r.text, {begins} + 1, {ends} - {begins})"


def _edge(edge: str) -> str:
    """The first begin or the last end of a post's words."""
    others = (f"coalesce(p.{part}_{edge}, p.person_{edge})" for part in _POST_PARTS)
    function = "{least}" if edge == "begins" else "{most}"
    return f"{function}(p.person_{edge}, {', '.join(others)})"


_VIEWED = "c.polarity, c.certainty"

VIEWS: dict[str, str] = {
    "who_says_what": f"""
        SELECT c.number AS claim, {_CLAIM_CHAIN},
            coalesce(c.words, {_words("c.begins", "c.ends")}) AS claimed,
            {_VIEWED}, {_words("c.begins", "c.ends")} AS words, c.lemma AS predicate,
            c.time, c.event, {_FROM}, c.stands_alone
        FROM claims c JOIN reports r ON r.number = c.report""",
    "takes_part": f"""
        SELECT a.claim, {_CLAIM_CHAIN}, e.name AS taken_for, a.role,
            {_words("a.begins", "a.ends")} AS called,
            {_VIEWED}, {_words("c.begins", "c.ends")} AS words, {_FROM}, e.id AS entity
        FROM arguments a JOIN claims c ON c.number = a.claim
            JOIN reports r ON r.number = c.report LEFT JOIN entities e ON e.id = a.entity""",
    "posts_said": f"""
        SELECT p.number AS post, {_chain("post_chains", "post", "p.number")},
            coalesce(e.name, {_words("p.person_begins", "p.person_ends")}) AS person,
            {_words("p.rank_begins", "p.rank_ends")} AS rank,
            {_words("p.title_begins", "p.title_ends")} AS title,
            {_words("p.role_begins", "p.role_ends")} AS role,
            coalesce(o.name, {_words("p.organization_begins", "p.organization_ends")})
                AS organization,
            p.since, p.until, p.status, {_VIEWED},
            {_words(_edge("begins"), _edge("ends"))} AS words, {_FROM},
            p.claim, p.person_entity, p.organization_entity
        FROM posts p JOIN reports r ON r.number = p.report
            LEFT JOIN claims c ON c.number = p.claim
            LEFT JOIN entities e ON e.id = p.person_entity
            LEFT JOIN entities o ON o.id = p.organization_entity""",
    "links_said": f"""
        SELECT l.number AS link, {_CLAIM_CHAIN},
            coalesce(s.name, {_words("l.source_begins", "l.source_ends")}) AS source, l.type,
            coalesce(t.name, {_words("l.target_begins", "l.target_ends")}) AS target,
            {_VIEWED}, {_words("c.begins", "c.ends")} AS words, c.time, {_FROM},
            l.claim, l.source_entity, l.target_entity
        FROM links l JOIN claims c ON c.number = l.claim
            JOIN reports r ON r.number = c.report
            LEFT JOIN entities s ON s.id = l.source_entity
            LEFT JOIN entities t ON t.id = l.target_entity""",
    "who_is_taken_for_whom": f"""
        SELECT f.number AS figure, {_OUTLET}, f.name AS called, f.description,
            e.name AS taken_for, e.type, r.id AS report, r.title AS report_title, r.published,
            f.id AS appearance, e.id AS entity
        FROM figures f JOIN entities e ON e.id = f.entity
            JOIN reports r ON r.number = f.report""",
    "attributed": f"""
        SELECT a.number AS attribution, {_FROM}, v.name AS voice, v.kind AS voice_kind,
            a.kind, a.stance, a.said, s.part, {_words("s.begins", "s.ends")} AS words
        FROM spans s JOIN attributions a ON a.number = s.attribution
            JOIN reports r ON r.number = a.report
            LEFT JOIN voices v ON v.number = a.voice""",
}
"""Each view's SELECT. Every row tells whose word it is, the words and the report; a name under
which somebody is taken for somebody else stands beside what the report calls them."""
EARLIER = ("posts_held", "who_is_who")
"""Views that a step took away."""


def make_views(connection: Connection) -> None:
    """Make all views anew."""
    dialect = connection.dialect.name
    least, most = _ENDS[dialect]
    joined = _JOINED[dialect].format("name", "' ← '")
    for name in (*VIEWS, *EARLIER):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
    for name, select in VIEWS.items():
        made = select.format(joined=joined, least=least, most=most)
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {made}")
