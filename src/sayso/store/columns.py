"""The columns that tables of a case are made of."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text, text

metadata = MetaData()


def number() -> Column[int]:
    """A row's own number. Only one process writes at a time, so it is the last one and one."""
    return Column("number", Integer, primary_key=True, autoincrement=False)


def words(name: str, *, null: bool = True) -> Column[str]:
    """A column of text."""
    return Column(name, Text, nullable=null)


def counted(name: str) -> Column[int]:
    """A count, 0 at first."""
    return Column(name, Integer, nullable=False, server_default=text("0"))


def goes_with(name: str, to: str, *, null: bool = False, index: bool = True) -> Column[int]:
    """A column that goes with the row it points to; checked when a transaction ends, as rows of
    one table may point ahead."""
    key = ForeignKey(f"{to}.number", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(name, Integer, key, nullable=null, index=index)


def of_entity(name: str = "entity", *, primary: bool = True, index: bool = False) -> Column[str]:
    """A column of an entity's id, whose row goes with the entity."""
    key = ForeignKey("entities.id", ondelete="CASCADE")
    return Column(name, Text, key, primary_key=primary, nullable=False, index=index)


def of_row(to: str, name: str, *, index: bool = False) -> Column[int]:
    """A column of the primary key: the number of a row of another table, gone with that row."""
    key = ForeignKey(f"{to}.number", ondelete="CASCADE")
    return Column(name, Integer, key, primary_key=True, index=index)


def offsets(*names: str) -> list[Column[int]]:
    """Two columns for each name, which may be empty; for "" they are `begins` and `ends`."""
    return [
        Column(f"{name}_{edge}" if name else edge, Integer, nullable=bool(name))
        for name in names
        for edge in ("begins", "ends")
    ]


def figure_and_entity(role: str = "") -> list[Any]:
    """Columns for a figure and the entity it is, the latter kept by the database. What is no
    figure ("the harbour") has an entity of its report alone, which is in no other table.
    """
    figure, entity = (f"{role}_{name}" if role else name for name in ("figure", "entity"))
    key = ForeignKeyConstraint(
        [figure, entity],
        ["figures.number", "figures.entity"],
        onupdate="CASCADE",
        ondelete="CASCADE",
    )
    return [Column(figure, Integer, index=True), Column(entity, Text), key]
