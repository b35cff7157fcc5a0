"""Where a database is: the address that an operator wrote, understood or refused in a line without its password."""

import os
import stat
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import BadConfig

SQLITE = {"sqlite", "sqlite+pysqlite"}
POSTGRESQL = {"postgresql+psycopg", "postgresql", "postgres"}  # the last two as hosting companies write it
WANTED = "sqlite:///kmzero.db or postgresql+psycopg://user:password@host/kmzero is expected"
BEGINS = b"SQLite format 3\0"


def parse(text: str) -> URL:
    """Return an address. What stands before the last @ is user and password, whatever signs they have.

    Raises BadConfig.
    """
    scheme, mark, rest = text.strip().partition("://")
    scheme = scheme.lower()
    if not mark or not rest:
        raise BadConfig(f"database.url: this is no address of a database: {WANTED}")
    if scheme in SQLITE:
        return _file_address(rest)
    if scheme not in POSTGRESQL:
        named = scheme if scheme.replace("+", "").isalnum() else "this"
        raise BadConfig(f"database.url: {named[:40]} is no database that kmzero knows: {WANTED}")
    front, at, host = rest.rpartition("@")
    try:
        return make_url(f"postgresql+psycopg://{front.replace('@', '%40')}{at}{host}")
    except (ArgumentError, ValueError):  # the port
        raise BadConfig(f"database.url: host, port or name cannot be read: {WANTED}") from None


def _file_address(rest: str) -> URL:
    if not rest.startswith("/") or rest == "/":
        raise BadConfig(
            "database.url: three slashes and a file are expected: sqlite:///kmzero.db, or four: sqlite:////srv/…"
        )
    if "?" in rest or rest[1:].startswith(("file:", ":memory:")):
        raise BadConfig("database.url: the name of a file, and nothing more, is expected after sqlite:///")
    return URL.create("sqlite", database=rest[1:])


def place(address: URL) -> str:
    """Return where a database is, as an operator is told it: a whole path, or a server without password and options."""
    if address.get_backend_name() == "sqlite":
        return str(Path(address.database or "").absolute())
    bare = URL.create("postgresql", address.username, host=address.host, port=address.port, database=address.database)
    return bare.render_as_string()


def may_be_ours(file: Path) -> None:
    """Make sure, before anything is touched, that a file may be a database, or is not there. Raises BadConfig."""
    try:
        found = file.stat()
        if stat.S_ISDIR(found.st_mode):
            raise BadConfig(f"database.url: {file} is a folder: add the name of a file, as in {file / 'kmzero.db'}")
        if not stat.S_ISREG(found.st_mode):
            raise BadConfig(f"database.url: {file} is no file")
        with file.open("rb") as opened:
            if found.st_size and opened.read(len(BEGINS)) != BEGINS:
                raise BadConfig(f"database.url: {file} is no SQLite database; it stays as it is")
    except FileNotFoundError:
        return
    except PermissionError as error:
        raise BadConfig(f"database.url: {file}: {error.strerror}: run kmzero as the account that the bot has") from None
    except (OSError, ValueError) as error:  # a name that is too long, or has a NUL
        reason = os.strerror(error.errno or 0) if isinstance(error, OSError) else str(error)
        raise BadConfig(f"database.url: {str(file)[:80]!r}: {reason}") from None
