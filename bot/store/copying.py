"""A database copied row by row into another, of either kind: how a backup is made, and how it comes back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, text

from bot.store.tables import metadata

BATCH = 1_000  # rows at once


def copy(source: Connection, target: Connection, without: Iterable[Table] = ()) -> None:
    """Copy all rows of all tables, parents first; the target's tables are empty."""
    left_out = set(without)
    for table in metadata.sorted_tables:
        if table not in left_out:
            for rows in source.execution_options(yield_per=BATCH).execute(_in_order(table)).mappings().partitions():
                target.execute(insert(table), [dict(row) for row in rows])
    _number_on(target)


def _in_order(table: Table) -> Select[Any]:
    """Select all rows in the order of their keys: the order in which they were written tells who belongs together."""
    return select(table).order_by(*table.primary_key.columns)


def clear(target: Connection) -> None:
    """Empty all tables, children first."""
    for table in reversed(metadata.sorted_tables):
        target.execute(delete(table))


def _number_on(target: Connection) -> None:
    """Let PostgreSQL count on from the numbers that came in; SQLite looks at the rows themselves."""
    if target.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        for column in (column for column in table.primary_key.columns if column.default is None):  # not those of chance
            sequence = target.execute(
                text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": column.name}
            ).scalar()
            highest = target.execute(select(func.max(column))).scalar() if sequence else None
            if highest and highest > 0:  # codes that are made here have numbers of chance, below zero
                target.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})
