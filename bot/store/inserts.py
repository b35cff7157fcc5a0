"""Inserting rows of which some may be there already (`ON CONFLICT DO NOTHING`)."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_missing(tx: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert the rows of which no unique key is there yet, and return how many they were.

    PostgreSQL waits for other transactions that insert the same ones; what they commit is there.
    """
    if not rows:
        return 0
    # SQLAlchemy drops the count of an INSERT on PostgreSQL unless it is asked to keep it.
    return int(tx.execute(_new(tx.dialect.name, table), rows, execution_options={"preserve_rowcount": True}).rowcount)


@cache
def _new(database: str, table: Table) -> Any:
    """Build the statement once: that takes longer than running it."""
    return INSERTS[database](table).on_conflict_do_nothing()
