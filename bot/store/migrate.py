"""Bringing the schema up to date at the start, once, also when several processes start together."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, inspect, text

from bot.errors import BadConfig
from bot.store.engine import Store
from bot.store.locks import DatabaseLock, hold
from bot.store.tables import release

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0018"
VERSION = "alembic_version"
ALEMBIC = Lock()  # its `op` is one for the whole process, also for threads with different databases


class NewerDatabase(Exception):
    """The database was written by a newer kmzero."""


def migrate(store: Store) -> None:
    """Run the migrations that the database has not seen, in one transaction.

    Raises NewerDatabase where the database knows a revision that this program does not; BadConfig where it is not ours.
    """
    with store.read() as connection:
        if revision(connection) == HEAD:
            return
    with store.write() as connection:
        hold(connection, DatabaseLock.MIGRATION)
        with ALEMBIC:
            if revision(connection) != HEAD:
                _is_ours(connection, store.file)
                _upgrade(connection)


def _is_ours(connection: Connection, file: Path | None) -> None:
    """Raise BadConfig for a file that another program keeps its tables in; a server may have more than ours."""
    tables = inspect(connection).get_table_names()
    if file and tables and VERSION not in tables and release.name not in tables:
        raise BadConfig(f"database.url: {file} is another program's database; it stays as it is")


def revision(connection: Connection) -> str | None:
    """Return the migration that the database has seen last."""
    if not inspect(connection).has_table(VERSION):
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
