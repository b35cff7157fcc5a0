"""One process at a time leads, under a name; when it ends, another takes over."""

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from bot.store.engine import Store
from bot.store.locks import NamedLock


class Leader:
    """On PostgreSQL a lock of the session: the server frees it when the connection is gone. On SQLite: always us."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self._connection: Connection | None = None

    def hold(self) -> bool:
        """Take the lead if it is free, or make sure that we still have it; ask again every second."""
        if self._store.sqlite:
            return True
        try:
            if self._connection is None:
                return self._take()
            self._connection.execute(text("SELECT 1"))
        except (SQLAlchemyError, OSError):
            self.let_go()
            return False
        return True

    def let_go(self) -> None:
        """Give the lead up."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()  # the session ends, and its lock with it
            connection.close()

    def _take(self) -> bool:
        engine = self._store.engine.execution_options(isolation_level="AUTOCOMMIT")
        connection = engine.connect()
        asked = text("SELECT pg_try_advisory_lock(:lock, hashtext(:name))")
        if connection.execute(asked, {"lock": NamedLock.LEADER.value, "name": self._name}).scalar():
            self._connection = connection
            return True
        connection.close()
        return False
