"""What the steps in `migrations` do to a case of an earlier version. A step that was released is
never changed; what it fills is worked out by today's code."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from sayso.entities.signs import contradict, signs_of
from sayso.exports.backing import chain_behind
from sayso.store import schema
from sayso.store.asking import document_numbered
from sayso.store.dates import NO_FIRST, NO_LAST, days
from sayso.store.figures import add_names, name_rows, write
from sayso.store.memory import last_number
from sayso.store.rows import OUTLET, Row, outlet_key
from sayso.store.seals import seals_now
from sayso.store.settling import appearance, figure_query
from sayso.store.views import make_views
from sayso.values import Voice

_NAMES_SEALS_AND_DAYS = (
    "ALTER TABLE claims ADD COLUMN first_day TEXT",
    "ALTER TABLE claims ADD COLUMN last_day TEXT",
    "ALTER TABLE posts ADD COLUMN first_day TEXT",
    "ALTER TABLE posts ADD COLUMN last_day TEXT",
    "ALTER TABLE claims ADD COLUMN stands_alone BOOLEAN DEFAULT true NOT NULL",
    """CREATE INDEX claims_by_view
    ON claims (number, stands_alone, polarity, certainty, first_day, last_day)""",
    "CREATE INDEX links_by_type ON links (type, number)",
    "CREATE INDEX sources_by_name ON sources (source, report)",
    "CREATE INDEX voices_by_kind ON voices (kind, entity)",
    "ALTER TABLE known ADD COLUMN signs JSON DEFAULT '{}' NOT NULL",
    "DROP TABLE name_words",
    """CREATE TABLE name_words ( word TEXT NOT NULL, entity TEXT NOT NULL, sound TEXT NOT NULL,
    script TEXT NOT NULL, PRIMARY KEY (word, entity),
    FOREIGN KEY(entity) REFERENCES entities (id) ON DELETE CASCADE )""",
    "CREATE INDEX ix_name_words_entity ON name_words (entity)",
    "CREATE INDEX name_words_by_sound ON name_words (sound, word, script)",
    """CREATE TABLE seals ( report INTEGER NOT NULL, seal TEXT NOT NULL, PRIMARY KEY (report),
    FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE )""",
    """CREATE TABLE post_chains ( post INTEGER NOT NULL, position INTEGER NOT NULL,
    voice INTEGER NOT NULL, entity TEXT, PRIMARY KEY (post, position),
    FOREIGN KEY(voice, entity) REFERENCES voices (number, entity)
    ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY(post) REFERENCES posts (number) ON DELETE CASCADE,
    FOREIGN KEY(voice) REFERENCES voices (number)
    ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )""",
    "CREATE INDEX ix_post_chains_voice ON post_chains (voice)",
    "CREATE INDEX post_chains_by_entity ON post_chains (entity, post)",
)


def names_seals_and_days(connection: Connection) -> None:
    """Names are found by sound, posts by whose word they are, claims and posts by the days they
    touch; claims tell whether they stand alone, as all did; people have the signs by which two of
    one name are told apart; each report is sealed; views tell whose word every row is."""
    for statement in _NAMES_SEALS_AND_DAYS:
        connection.exec_driver_sql(statement)
    _fill_words(connection)
    _fold_outlets(connection)
    _fill_days(connection)
    _fill_chains(connection)
    _fill_signs(connection)
    rows: list[Row] = [{"report": n, "seal": seal} for n, seal in seals_now(connection)]
    write(connection, "seals", rows)
    make_views(connection)


def _fill_words(connection: Connection) -> None:
    names = schema.names.c
    called: dict[str, list[str]] = {}
    for entity, name in connection.execute(select(names.entity, names.name)):
        called.setdefault(entity, []).append(name)
    add_names(connection, [], [row for e, its in called.items() for row in name_rows(e, its)[1]])


def _fold_outlets(connection: Connection) -> None:
    """Outlets with and without "The" are one; chains follow their voices."""
    voices = schema.voices.c
    query = select(voices.number, voices.name).where(
        voices.kind == "outlet", voices.entity.startswith(OUTLET)
    )
    rows = [{"at": number, "key": outlet_key(name)} for number, name in connection.execute(query)]
    change = schema.voices.update().where(voices.number == bindparam("at"))
    change = change.where(voices.entity != bindparam("key")).values(entity=bindparam("key"))
    for row in rows:
        connection.execute(change, row)


def _fill_days(connection: Connection) -> None:
    claims, posts = schema.claims, schema.posts
    query = select(claims.c.number, claims.c.time).where(claims.c.time.is_not(None))
    rows = [(number, *days(time)) for number, time in connection.execute(query)]
    held = select(posts.c.number, posts.c.since, posts.c.until)
    also = [
        (number, days(since)[0] or NO_FIRST, days(until)[1] or NO_LAST)
        for number, since, until in connection.execute(held)
    ]
    for table, found in ((claims, rows), (posts, also)):
        change = table.update().where(table.c.number == bindparam("at"))
        change = change.values(first_day=bindparam("first"), last_day=bindparam("last"))
        values = [{"at": n, "first": first, "last": last} for n, first, last in found]
        if values:
            connection.execute(change, values)


def _fill_chains(connection: Connection) -> None:
    """Posts have the chain of their claim; those without one that of their attribution."""
    connection.exec_driver_sql(
        "INSERT INTO post_chains (post, position, voice, entity) "
        "SELECT p.number, h.position, h.voice, h.entity "
        "FROM posts p JOIN chains h ON h.claim = p.claim"
    )
    posts = schema.posts.c
    query = select(posts.report).where(posts.claim.is_(None)).distinct()
    for report in list(connection.scalars(query)):
        write(connection, "post_chains", list(_chains_of(connection, report)))


def _fill_signs(connection: Connection) -> None:
    """People who are known have the sure signs that their reports tell, if they are of one person;
    who was put together in spite of them stays as it is."""
    told: dict[str, dict[str, int]] = {}
    for row in connection.execute(figure_query().where(schema.figures.c.kind == "person")):
        for sign in sorted(signs_of(appearance(row))):
            own = told.setdefault(row.placed, {})
            own[sign] = own.get(sign, 0) + 1
    change = schema.known.update().where(schema.known.c.id == bindparam("at"))
    rows = [{"at": known, "signs": its} for known, its in told.items() if not contradict(its)]
    if rows:
        connection.execute(change, rows)


def _chains_of(connection: Connection, report: int) -> Iterator[Row]:
    document = document_numbered(connection, report)
    numbers = connection.scalars(
        select(schema.posts.c.number)
        .where(schema.posts.c.report == report)
        .order_by(schema.posts.c.number)
    ).all()
    for number, post in zip(numbers, document.posts, strict=True):
        if post.claim is None:
            for position, voice in enumerate(chain_behind(document, post)):
                row, entity = _voice(connection, report, voice)
                yield {"post": number, "position": position, "voice": row, "entity": entity}


def _voice(connection: Connection, report: int, voice: Voice) -> tuple[int, str | None]:
    """The row of a voice in a report, made where there is none, and its entity."""
    table = schema.voices.c
    entity = outlet_key(voice.name) if voice.kind == "outlet" else voice.entity
    query = select(table.number, table.entity).where(
        table.report == report, table.name == voice.name, table.kind == voice.kind
    )
    for row in connection.execute(query):
        if row.entity == entity:
            return row.number, row.entity
    number = last_number(connection, "voices") + 1
    own = {"name": voice.name, "kind": voice.kind, "said": voice.said, "told": voice.to}
    made = {"number": number, "report": report, **own, "figure": None, "entity": entity}
    write(connection, "voices", [made])
    return number, entity
