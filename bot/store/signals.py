"""Waking other processes: PostgreSQL's NOTIFY, heard in a thread. On SQLite there are no others to wake."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from bot.store.engine import Store, name_of

if TYPE_CHECKING:
    import psycopg

LOOK_UP = 1.0  # seconds between two looks at whether to stop
AGAIN = 1.0  # seconds before a lost connection is made again

NOTIFY = text("SELECT pg_notify(:channel, :whose)")

log = logging.getLogger(__name__)


def notify(tx: Connection, channel: str) -> None:
    """Wake who listens to `channel` in other processes, once the transaction is committed."""
    if tx.dialect.name == "postgresql":
        tx.execute(NOTIFY, {"channel": channel, "whose": name_of(tx)})


class Listener:
    """Calls `heard(channel)` for what other processes say, in its own thread, until stopped.

    Who relies on it looks by themselves too, now and then. A lost connection is made again; what was said meanwhile is
    not heard.
    """

    def __init__(self, store: Store, channels: Sequence[str], heard: Callable[[str], None]) -> None:
        self._url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._channels, self._heard, self._ours = channels, heard, store.name
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="kmzero-listener", daemon=True)
        if not store.sqlite:
            self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(LOOK_UP * 2)

    def _run(self) -> None:
        import psycopg  # noqa: PLC0415 - an extra: only who uses PostgreSQL has it

        while not self._stop.is_set():
            try:
                with psycopg.connect(self._url, autocommit=True, connect_timeout=3) as connection:
                    self._listen(connection)
            except (psycopg.Error, OSError) as error:
                log.info("nobody can wake us: %s", type(error).__name__)
                time.sleep(AGAIN)

    def _listen(self, connection: "psycopg.Connection") -> None:
        from psycopg import sql  # noqa: PLC0415 - see _run

        for channel in self._channels:
            connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        while not self._stop.is_set():
            for said in connection.notifies(timeout=LOOK_UP):
                if said.payload != self._ours:  # we wake ourselves
                    self._heard(said.channel)
