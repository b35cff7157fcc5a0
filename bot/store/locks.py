"""Locks with a name, held until the transaction ends: on SQLite the writers' lock is enough."""

from sqlalchemy import Connection, text


def hold(tx: Connection, room: int, name: str) -> None:
    """Wait until no other transaction holds `name` in `room`, an arbitrary number of ours; then hold it."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:room, hashtext(:name))"), {"room": room, "name": name})
