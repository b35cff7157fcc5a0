"""What is kept of asking: one row a service, no person."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from bot.catalogue.catalogue import Catalogue
from bot.partners.still_valid import ENOUGH, Asked, Standing, rule_of, standing
from bot.store.inserts import insert_missing
from bot.store.partners import ask

KEPT = select(ask.c.service, ask.c.asks, ask.c.asked_on, ask.c.answered_on)
UNANSWERED = KEPT.where(ask.c.asks >= ENOUGH)


def kept(tx: Connection) -> dict[str, Asked]:
    """Return what is kept, by service."""
    return {row.service: Asked(row.asks, row.asked_on, row.answered_on) for row in tx.execute(KEPT)}


def note_ask(tx: Connection, one: Standing, today: date) -> bool:
    """Note that a service is asked about today; False where another process has done so."""
    insert_missing(tx, ask, [{"service": one.entry.id, "asks": 0}])
    asking = update(ask).where(ask.c.service == one.entry.id, ask.c.asked_on.is_distinct_from(today))
    return tx.execute(asking.values(asks=one.asks + 1, asked_on=today)).rowcount == 1


def note_answer(tx: Connection, service: str, today: date) -> None:
    """Note that the organization has said how a service stands: what was asked is answered."""
    insert_missing(tx, ask, [{"service": service, "asks": 0}])
    tx.execute(update(ask).where(ask.c.service == service).values(asks=0, answered_on=today))


def unconfirmed(tx: Connection, catalogue: Catalogue, today: date) -> Mapping[str, date | None]:
    """Return the services that stay without an answer, with the day on which each was last confirmed; None: never."""
    rows: list[Any] = list(tx.execute(UNANSWERED))
    if not rows:
        return {}
    rule = rule_of(catalogue)
    known = [(catalogue.entries[row.service], row) for row in rows if row.service in catalogue.entries]
    found = [standing(entry, Asked(row.asks, row.asked_on, row.answered_on), rule, today) for entry, row in known]
    return {one.entry.id: one.confirmed_on for one in found if one.unconfirmed and not one.entry.service.suspended}
