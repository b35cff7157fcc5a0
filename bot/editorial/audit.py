"""Who changed the catalogue, when, and what: every act is a row that nobody edits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, insert, select

from bot.store.coordination import audit

Act = Literal[
    "publish",
    "rollback",
    "change",
    "suspend",
    "resume",
    "confirm",
    "settle",
    "kit",
    "as-person",
    "import-codes",
    "undo-codes",
    "desk-link",
    "ask",
    "propose",
    "refuse",
    "leave",
    "stay",
    "page-link",
]


@dataclass(frozen=True)
class Deed:
    """What was done: `subject` is the id of a service or organization, a file's name or a release's number."""

    act: Act
    subject: str
    field: str | None = None
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True)
class Entry:
    """A line of the audit. `role` is a coordinator's number, None for who sits at the server.

    `organization` is the id of one that did it, or that proposed what a coordinator did; `company` of one that did it.
    """

    at: datetime
    role: int | None
    release: int | None
    deed: Deed
    organization: str | None = None
    company: str | None = None


def note(
    tx: Connection,
    deeds: Iterable[Deed],
    *,
    role: int | None,
    release: int | None,
    now: datetime,
    organization: str | None = None,
    company: str | None = None,
) -> None:
    """Write down what was done, in the transaction that does it."""
    by = {"role": role, "organization": organization, "company": company}
    for deed in deeds:
        row = {"act": deed.act, "subject": deed.subject, "field": deed.field, "old": deed.old, "new": deed.new}
        tx.execute(insert(audit).values(at=now, release=release, **by, **row))


def listing(tx: Connection) -> list[Entry]:
    """Return every line, the newest first."""
    rows = tx.execute(select(audit).order_by(audit.c.id.desc()))
    return [
        Entry(r.at, r.role, r.release, Deed(r.act, r.subject, r.field, r.old, r.new), r.organization, r.company)
        for r in rows
    ]
