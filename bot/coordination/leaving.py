"""A company asks to leave the programme: its coordinators are told, with what to do; until it left it may take it back.

Nothing ends by it: whose people would lose their discounts overnight is for people to settle.
"""

from datetime import date, datetime

from sqlalchemy import Connection, delete, select

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination.wording import button, words
from bot.editorial import audit
from bot.editorial.audit import Act, Deed
from bot.people import roles
from bot.people.keys import Keys
from bot.store.companies import leaving
from bot.store.inserts import insert_missing


def ask(tx: Connection, keys: Keys, catalogue: Catalogue, company: str, now: datetime) -> bool:
    """Keep the wish, note it and tell the coordinators; False where it was asked already. Needs a writing transaction.

    Raises KeyError for a company that is not in the catalogue.
    """
    named = catalogue.companies[company].name
    if not insert_missing(tx, leaving, [{"company": company, "asked_at": now}]):
        return False
    _tell(tx, keys, catalogue, (company, named), "leave", now=now)
    return True


def take_back(tx: Connection, keys: Keys, catalogue: Catalogue, company: str, now: datetime) -> bool:
    """Take the wish back, note it and tell the coordinators; False where there is none. Raises as `ask`."""
    named = catalogue.companies[company].name
    if not tx.execute(delete(leaving).where(leaving.c.company == company)).rowcount:
        return False
    _tell(tx, keys, catalogue, (company, named), "stay", now=now)
    return True


def asked_on(tx: Connection, company: str, timezone: str) -> date | None:
    """Return the day on which a company asked to leave; None where it has not, or took it back."""
    asked_at = tx.execute(select(leaving.c.asked_at).where(leaving.c.company == company)).scalar()
    return local_day(asked_at, timezone) if asked_at else None


def all_asked(tx: Connection, timezone: str) -> dict[str, date]:
    """Return the companies that ask to leave, with the day, the first first."""
    rows = tx.execute(select(leaving).order_by(leaving.c.asked_at, leaving.c.company))
    return {row.company: local_day(row.asked_at, timezone) for row in rows}


def sweep(tx: Connection, before: datetime) -> int:
    """Forget the wishes of before a moment and return how many they were."""
    return tx.execute(delete(leaving).where(leaving.c.asked_at < before)).rowcount


def _tell(
    tx: Connection, keys: Keys, catalogue: Catalogue, company: tuple[str, str], act: Act, *, now: datetime
) -> None:
    id_, name = company
    audit.note(tx, [Deed(act, id_)], role=None, company=id_, release=catalogue.number, now=now)
    for each in roles.active(tx):
        if each.chat:
            said = words(each.language).say(f"company-{act}", company=name, id=id_)
            notices.tell(tx, keys, each.chat, Message(said, choices=(button(each.language, "status"),)), now)
