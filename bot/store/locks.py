"""Every advisory lock of PostgreSQL that we take, and how to take one; on SQLite the writers' lock is enough.

A number never changes and is never given to another lock: an old and a new version may run side by side.
"""

from enum import IntEnum, unique

from sqlalchemy import Connection, text


@unique
class DatabaseLock(IntEnum):
    """Locks of the whole database: PostgreSQL's single key."""

    MIGRATION = 7_226_001  # the schema: of several starts at once one brings it up to date
    KEY = 7_226_009  # whose key the database's is: of several first starts one writes it down
    LEARNING = 7_226_010  # of several first starts one learns; held by the session, see bot.store.alone
    CODES = 7_226_011  # very many codes come in, some at a time; as LEARNING
    PUBLISHING = 7_226_002  # which release is live: one publisher after the other


@unique
class NamedLock(IntEnum):
    """Locks of one thing each: the first of PostgreSQL's two keys, which never meet the single ones."""

    SHARED_CODE = 7_226_002  # the uses of one offer's code are counted by one claim after the other
    CODES_IMPORT = 7_226_003  # the pool of one offer is filled by one import after the other
    LEADER = 7_226_004  # who leads under one name; held by the session, see bot.store.leader_election
    WRONG_ENTRY = 7_226_006  # the reports on one service: of two at once the second sees the first
    QUARTER = 7_226_008  # the reports of one quarter are published, and their pages kept, once


def hold(tx: Connection, lock: DatabaseLock) -> None:
    """Wait until no other transaction holds a lock, and hold it until this one ends."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock.value})


def hold_named(tx: Connection, lock: NamedLock, name: str) -> None:
    """Wait until no other transaction holds the lock of one thing, and hold it until this one ends."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:lock, hashtext(:name))"), {"lock": lock.value, "name": name})
