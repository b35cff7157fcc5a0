"""The commands of docs/operations.md that back up and restore, on both databases, while the bot is running."""

import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import func, select

from bot.store.engine import open_store
from bot.store.tables import pool_code
from tests.databases import Cluster
from tests.soak.claims_under_load import prepare


def codes_in(url: str) -> int:
    store = open_store(url)
    with store.read() as tx:
        found = tx.execute(select(func.count()).select_from(pool_code)).scalar_one()
    store.close()
    return found


def test_a_sqlite_file_is_copied_while_it_is_open(tmp_path: Path) -> None:
    prepare(f"sqlite:///{tmp_path}/kmzero.db", 1, 30)
    running = open_store(f"sqlite:///{tmp_path}/kmzero.db")
    with running.read():
        copy = sqlite3.connect(tmp_path / "kmzero.db")
        copy.execute("VACUUM INTO ?", (str(tmp_path / "backup.db"),))
        copy.close()
    running.close()
    assert codes_in(f"sqlite:///{tmp_path}/backup.db") == 30


def test_postgresql_is_dumped_and_restored(postgresql: Cluster, tmp_path: Path) -> None:
    url, other, programs = postgresql.fresh(), postgresql.fresh("template1"), postgresql.server.bin_path
    prepare(url, 1, 30)
    dump = tmp_path / "kmzero.dump"
    subprocess.run([programs / "pg_dump", "-Fc", "-f", dump, url.replace("+psycopg", "")], check=True)
    subprocess.run([programs / "pg_restore", "-d", other.replace("+psycopg", ""), dump], check=True)
    assert codes_in(other) == 30
