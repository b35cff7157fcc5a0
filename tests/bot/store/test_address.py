"""The address of a database: understood, or refused in one line that says what to write and never has the password."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from bot.errors import BadConfig
from bot.store import address
from bot.store.engine import explain, open_store
from bot.store.migrate import migrate

SECRET = "s3cr3t"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        *(
            (bad, "is expected")
            for bad in ("foo", "", "  ", "sqlite://", "kmzero.db", "sqlite:/x.db", "://", "postgresql+psycopg://")
        ),
        *(
            (f"{other}://u:{SECRET}@h/d", "no database that kmzero knows")
            for other in ("mysql", "oracle", "redis", "http")
        ),
        *((f"{driver}://u:{SECRET}@h/d", "postgresql+psycopg://") for driver in ("postgresql+psycopg2", "cockroachdb")),
        (f"u:{SECRET}@h://x", "no database that kmzero knows"),
        *((bad, "three slashes") for bad in ("sqlite://x.db", "sqlite:///")),
        *((bad, "nothing more") for bad in ("sqlite:///:memory:", "sqlite:///x.db?mode=ro", "sqlite:///file:x")),
        ("sqlite+aiosqlite:///x.db", "no database that kmzero knows"),
        (f"postgresql+psycopg://u:{SECRET}@h:port/d", "cannot be read"),
    ],
)
def test_what_is_no_address_is_refused_in_one_line_with_one_that_is(url: str, says: str) -> None:
    with pytest.raises(BadConfig, match=r"^database\.url: ") as caught:
        open_store(url)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("scheme", ["postgresql+psycopg", "postgresql", "postgres", "POSTGRES"])
@pytest.mark.parametrize(
    "password", [f"{SECRET}{sign}x" for sign in "@:/#?&=+ é\\"] + [f"{SECRET}%", f"{SECRET}%2", "@@"]
)
def test_a_password_may_have_any_sign_and_is_never_shown(scheme: str, password: str) -> None:
    found = address.parse(f"{scheme}://kmzero:{password}@127.0.0.1:1/kmzero?sslmode=disable")
    assert (found.get_driver_name(), found.username, found.password) == ("psycopg", "kmzero", password)
    assert (found.host, found.port, found.database) == ("127.0.0.1", 1, "kmzero")
    assert address.place(found) == "postgresql://kmzero@127.0.0.1:1/kmzero"


@pytest.mark.parametrize(
    "rest",
    [
        f"u:{SECRET}@127.0.0.1:1/d",
        f"u:{SECRET}@a{SECRET}@127.0.0.1:1/d",
        f"127.0.0.1:1/d?user=u&password={SECRET}",
        f"u:{SECRET}@127.0.0.1:99999/d",
        f"u:{SECRET}@127.0.0.1:1/d?nonsense=1",
        f"u:{SECRET}@127.0.0.1:1/d?sslmode=nonsense",
        f"u:{SECRET}@nowhere.invalid/d",
    ],
)
def test_a_server_that_does_not_answer_is_one_line_without_the_password(rest: str) -> None:
    url = f"postgresql://{rest}"
    store = open_store(url)
    with pytest.raises(DBAPIError) as caught, store.read():
        pass
    said = explain(caught.value, url)
    assert "\n" not in said
    assert SECRET not in said + str(caught.value)
    store.close()


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path) -> None:
    """Its mode too: a slip in the address would shut others out of a file, or of a folder."""
    files = {
        "text.txt": "is no SQLite database",
        "folder": "is a folder",
        "pipe": "is no file",
        "text.txt/x.db": "directory",
    }
    (tmp_path / "text.txt").write_text("SQLite")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = {file: file.stat().st_mode for file in sorted(tmp_path.rglob("*"))}
    for name, says in files.items():
        with pytest.raises(BadConfig, match=says):
            open_store(f"sqlite:///{tmp_path / name}")
    assert {file: file.stat().st_mode for file in sorted(tmp_path.rglob("*"))} == before
    assert (tmp_path / "text.txt").read_text() == "SQLite"


def test_the_database_of_another_program_gets_no_tables_of_ours(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as other:
        other.execute("CREATE TABLE moz_places (id)")
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(BadConfig, match=r"x\.db is another program's database; it stays as it is"):
        migrate(store)
    with store.read() as tx:
        assert inspect(tx).get_table_names() == ["moz_places"]
    store.close()
