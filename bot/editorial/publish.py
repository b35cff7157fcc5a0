"""Publishing: a folder becomes one release, whole or not at all.

With the release, and in its transaction, come the codes of the pools that the folder brings (`bot.editorial.pools`).
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, text

from bot.catalogue.model import Release
from bot.catalogue.releases import add, current_number
from bot.editorial.check import Checked, check
from bot.editorial.pools import import_pools
from bot.editorial.problem import Problem
from bot.store.engine import Store

LOCK = 7_226_002  # an arbitrary number of ours for pg_advisory_xact_lock
Train = Callable[[Release], bytes]


class Rejected(Exception):
    """The folder has errors and nothing was published; `problems` are all its problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def publish(store: Store, folder: Path, *, now: datetime, today: date, train: Train) -> int:
    """Publish a folder and return the number of its release.

    Raises Rejected where the folder has errors, bot.editorial.files.NoFolder where it is not there.
    """
    content, checked = _accepted(folder, today)
    engine = train(content)
    with store.write() as tx:
        _alone(tx)
        return _add(tx, content, engine, checked, now)


def publish_first(store: Store, folder: Path, *, now: datetime, today: date, train: Train) -> int:
    """Publish a folder where there is no release yet, and return the number of the release that serves.

    Safe when several processes start together: one publishes, the others take what it published. Raises as `publish`.
    """
    with store.read() as tx:
        live = current_number(tx)
    if live is not None:
        return live
    content, checked = _accepted(folder, today)
    engine = train(content)
    with store.write() as tx:
        _alone(tx)
        live = current_number(tx)
        return live if live is not None else _add(tx, content, engine, checked, now)


def _accepted(folder: Path, today: date) -> tuple[Release, Checked]:
    checked = check(folder, today)
    if checked.release is None:
        raise Rejected(checked.problems)
    return checked.release, checked


def _alone(tx: Connection) -> None:
    """Let one publisher at a time pass; on SQLite the writers' lock already does."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _add(tx: Connection, content: Release, engine: bytes, checked: Checked, now: datetime) -> int:
    number = add(tx, content, engine, now)
    import_pools(tx, checked.pools, now)
    return number
