"""Reports that were published, for who may read them again: a list without their content, and one file.

Nothing is published by it, and nothing drawn: a report whose files nobody had made yet has none.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.store.insight import page, publication


@dataclass(frozen=True)
class HandedOut:
    """A published report: whose it is, `of` which quarter or evaluation, and the names of its files."""

    kind: str
    id: str
    of: str
    files: tuple[str, ...]


def listing(tx: Connection) -> list[HandedOut]:
    """Return every published report, the newest quarter first, the network's before the others'."""
    whose = publication.c.kind, publication.c.id, publication.c.quarter
    files: dict[tuple[str, str, str], list[str]] = {
        (row.kind, row.id, row.quarter): [] for row in tx.execute(select(*whose))
    }
    rows = select(page.c.kind, page.c.id, page.c.quarter, page.c.name).order_by(page.c.name)
    for kind, owner, quarter, name in tx.execute(rows):
        files[kind, owner, quarter].append(name)
    found = [HandedOut(*report, tuple(names)) for report, names in files.items()]
    found.sort(key=lambda one: (one.kind != "network", one.kind, one.id))
    return sorted(found, key=lambda one: one.of, reverse=True)


def file(tx: Connection, quarter: str, kind: str, owner: str, name: str) -> bytes | None:
    """Return a file of a report as everybody got it."""
    which = page.c.kind == kind, page.c.id == owner, page.c.quarter == quarter, page.c.name == name
    content: bytes | None = tx.execute(select(page.c.content).where(*which)).scalar()
    return content
