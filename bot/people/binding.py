"""One key for one database: with another one members would be strangers, and limits would not hold."""

from sqlalchemy import Connection, Exists, Table, exists, insert, select, update

from bot.people.keys import Keys
from bot.people.register import of_people
from bot.people.sealing import opens, seal_what_is_open
from bot.store.engine import Store
from bot.store.locks import DatabaseLock, hold
from bot.store.tables import inbox, installation, outbox

WAITING = (inbox, outbox)  # their rows stay for a while without anything in them


class WrongKey(Exception):
    """The database has people, and the marks of them were made with another key."""


def bind(store: Store, keys: Keys) -> None:
    """Write down whose key the database's is, or make sure that it is this one. Raises WrongKey."""
    with store.read() as tx:
        if _fingerprint(tx) == keys.fingerprint:
            return
    with store.write() as tx:
        hold(tx, DatabaseLock.KEY)
        known = _fingerprint(tx)
        if known == keys.fingerprint:
            return
        if has_people(tx) and (known or not opens(tx, keys)):
            raise WrongKey
        if known is None:
            seal_what_is_open(tx, keys)
        _note(tx, keys.fingerprint)


def has_people(tx: Connection) -> bool:
    """Tell whether anything in the database hangs on a key."""
    return any(tx.execute(select(_keyed(kept.table))).scalar() for kept in of_people())


def _keyed(table: Table) -> Exists:
    rows = exists().select_from(table)
    return rows.where(table.c.body.is_not(None)) if table in WAITING else rows


def _fingerprint(tx: Connection) -> str | None:
    return tx.execute(select(installation.c.key_fingerprint)).scalar()


def _note(tx: Connection, fingerprint: str) -> None:
    if tx.execute(update(installation).values(key_fingerprint=fingerprint)).rowcount == 0:
        tx.execute(insert(installation).values(id=1, key_fingerprint=fingerprint))
