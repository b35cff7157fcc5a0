"""Where a release came from: what its engine was taught, and which files it was read from.

So a publish that changes no phrase takes the engine that is there, and one that changes a single file reads only that.
"""

import json
from dataclasses import dataclass, field

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, Text, insert, select

from bot.store.tables import metadata, release

origin = Table(
    "origin",
    metadata,
    Column("release", Integer, ForeignKey("release.number"), primary_key=True),
    Column("lesson", String(64), nullable=False, index=True),  # digest of what the engine learned from
    Column("files", Text, nullable=False),  # JSON: digest of each file by its name, {} where it is not known
)


@dataclass(frozen=True)
class Origin:
    """`lesson` is the digest of what was learned; `files` are the digests of the files by their names."""

    lesson: str
    files: dict[str, str] = field(default_factory=dict)


def add(tx: Connection, number: int, made: Origin) -> None:
    """Write down where a release came from. The transaction is the caller's."""
    tx.execute(insert(origin).values(release=number, lesson=made.lesson, files=json.dumps(made.files)))


def of(tx: Connection, number: int) -> Origin | None:
    """Return where a release came from, or None where an older program published it."""
    row = tx.execute(select(origin.c.lesson, origin.c.files).where(origin.c.release == number)).first()
    return Origin(row.lesson, json.loads(row.files)) if row else None


def lesson_of(tx: Connection, number: int) -> str | None:
    """Return the digest of what the engine of a release learned from."""
    return tx.execute(select(origin.c.lesson).where(origin.c.release == number)).scalar()


def learned(tx: Connection, lesson: str) -> bytes | None:
    """Return the engine that was taught just this, if any release has it."""
    query = select(release.c.engine).join(origin, origin.c.release == release.c.number)
    return tx.execute(query.where(origin.c.lesson == lesson).order_by(release.c.number.desc()).limit(1)).scalar()
