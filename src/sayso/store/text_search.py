"""Full text over reports and claims: FTS5 in SQLite, tsvector in PostgreSQL, kept by triggers.

Both hold an index only; the words are read from `reports.text`. SQLite compares words without
case and accents; PostgreSQL, whose standard parts cannot, without case only.
"""

from __future__ import annotations

from sqlalchemy import Connection

CLAIM_WORDS = "coalesce(c.words, substr(r.text, c.begins + 1, c.ends - c.begins))"
_CLAIM = f"SELECT {CLAIM_WORDS} FROM claims c JOIN reports r ON r.number = c.report"
_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
MOST = 250_000  # code points of a report that PostgreSQL indexes: a tsvector is 1 MB at most

_PARTED = r"regexp_replace(left({}, " + str(MOST) + r"), '[!-/:-@\[-`{{-~]+', ' ', 'g')"
"""Words as FTS5 parts them: PostgreSQL would keep host names and the like in one piece."""


def claim_vector(claim: str) -> str:
    """PostgreSQL's words of a row of `claims`, by what it is called in a statement."""
    words = f"""coalesce({claim}.words, (
        SELECT substr(r.text, {claim}.begins + 1, {claim}.ends - {claim}.begins)
        FROM reports r WHERE r.number = {claim}.report))"""
    return f"to_tsvector('simple', {_PARTED.format(words)})"


_SQLITE = (
    f"""CREATE VIEW claims_words AS
    SELECT c.number AS number, {CLAIM_WORDS} AS words
    FROM claims c JOIN reports r ON r.number = c.report""",
    f"""CREATE VIRTUAL TABLE report_search USING fts5(
    title, text, content = 'reports', content_rowid = 'number', {_TOKENS})""",
    f"""CREATE VIRTUAL TABLE claim_search USING fts5(
    words, content = 'claims_words', content_rowid = 'number', {_TOKENS})""",
    """CREATE TRIGGER report_added AFTER INSERT ON reports BEGIN
    INSERT INTO report_search(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE TRIGGER report_goes BEFORE DELETE ON reports BEGIN
    DELETE FROM claims WHERE report = old.number;
    INSERT INTO report_search(report_search, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text); END""",
    """CREATE TRIGGER report_changed AFTER UPDATE OF title, text ON reports BEGIN
    INSERT INTO report_search(report_search, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO report_search(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    f"""CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN
    INSERT INTO claim_search(rowid, words)
    VALUES (new.number, ({_CLAIM} WHERE c.number = new.number)); END""",
    f"""CREATE TRIGGER claim_goes BEFORE DELETE ON claims BEGIN
    INSERT INTO claim_search(claim_search, rowid, words)
    VALUES ('delete', old.number, ({_CLAIM} WHERE c.number = old.number)); END""",
)

_POSTGRES = (
    f"""ALTER TABLE reports ADD COLUMN search tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', {_PARTED.format("coalesce(title, '') || ' ' || text")})) STORED""",
    "CREATE INDEX report_search ON reports USING gin (search)",
    "ALTER TABLE claims ADD COLUMN search tsvector",
    "CREATE INDEX claim_search ON claims USING gin (search)",
    f"""CREATE FUNCTION claim_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      new.search := {claim_vector("new")};
      RETURN new;
    END $$""",
    """CREATE TRIGGER claim_added BEFORE INSERT ON claims
    FOR EACH ROW EXECUTE FUNCTION claim_searchable()""",
)


def make_search(connection: Connection) -> None:
    """Make the indexes and what keeps them, in a case that has its tables but no rows."""
    statements = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES
    for statement in statements:
        connection.exec_driver_sql(statement)
