"""Bringing the schema up to date at the start, once, also when several processes start together."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, inspect, text

from bot.store.engine import Store
from bot.store.locks import DatabaseLock, hold

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0011"
ALEMBIC = Lock()  # its `op` is one for the whole process, also for threads with different databases


class NewerDatabase(Exception):
    """The database was written by a newer kmzero."""


def migrate(store: Store) -> None:
    """Run the migrations that the database has not seen, in one transaction.

    Raises NewerDatabase where the database knows a revision that this program does not.
    """
    with store.read() as connection:
        if revision(connection) == HEAD:
            return
    with store.write() as connection:
        hold(connection, DatabaseLock.MIGRATION)
        with ALEMBIC:
            if revision(connection) != HEAD:
                _upgrade(connection)


def revision(connection: Connection) -> str | None:
    """Return the migration that the database has seen last."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - costs 0.15 s, and most starts have nothing to migrate
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerDatabase(revision(connection)) from error
