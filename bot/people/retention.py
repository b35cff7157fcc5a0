"""How long things of people are kept, and the daily task that ends it. docs/privacy.md says why."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, delete, or_, update

from bot.catalogue import releases
from bot.people import members
from bot.store.tables import blocked, conversation, person, voucher

CONVERSATION = timedelta(hours=24)
VOUCHER = timedelta(days=90)  # after its last good day
OPEN_ENDED = timedelta(days=730)  # after it was taken, where it has no last day
PARTED = timedelta(days=90)  # after a company left: until then its people are told when they write
BLOCKED = timedelta(days=365)  # that somebody stopped the bot


@dataclass(frozen=True)
class Swept:
    """How many rows went, or lost their person."""

    conversations: int
    vouchers: int
    people: int
    blocked: int

    def __str__(self) -> str:
        return ", ".join(f"{count} {what}" for what, count in asdict(self).items())


def sweep(tx: Connection, now: datetime) -> Swept:
    """End what has been kept long enough. A voucher stays, without a person: its code is never given again."""
    conversations = delete(conversation).where(conversation.c.updated_at < now - CONVERSATION)
    long_gone = releases.gone_before(tx, now - PARTED)
    parted = update(person).where(person.c.company.in_(long_gone), person.c.ended_at.is_(None)).values(ended_at=now)
    over = or_(
        voucher.c.expires_on < (now - VOUCHER).date(),
        and_(voucher.c.expires_on.is_(None), voucher.c.claimed_at < now - OPEN_ENDED),
    )
    nameless = update(voucher).where(voucher.c.person.is_not(None), over).values(person=None)
    tx.execute(parted)
    return Swept(
        conversations=tx.execute(conversations).rowcount,
        vouchers=tx.execute(nameless).rowcount,
        people=members.clear(tx),
        blocked=tx.execute(delete(blocked).where(blocked.c.since < now - BLOCKED)).rowcount,
    )
