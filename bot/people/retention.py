"""How things of people end when they have been kept long enough: bot.upkeep says how long, docs/privacy.md why."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, delete, select, update

from bot.people import members
from bot.people.keys import Keys
from bot.store.tables import blocked, conversation, person, voucher

ENDED = "ended-"


def end_conversations(tx: Connection, keys: Keys, before: datetime) -> int:
    """Forget the conversations that rest since `before` and return how many they were.

    When they were is sealed: an hour in clear would tie a chat to the person who took a code in it.
    """
    rows = tx.execute(select(conversation.c.chat, conversation.c.state)).all()
    over = [row.chat for row in rows if datetime.fromisoformat(keys.unpack(row.state)[0]) < before]
    for chat in over:
        tx.execute(delete(conversation).where(conversation.c.chat == chat))
    return len(over)


def let_go_ended(tx: Connection, before: date) -> int:
    """Take the person from the vouchers that ended before a day. They stay: a code is never given again."""
    ended = voucher.c.person.is_not(None), voucher.c.expires_on < before
    return tx.execute(update(voucher).where(*ended).values(person=None)).rowcount


def let_go_endless(tx: Connection, before: datetime) -> int:
    """Take the person from the vouchers without a last day that were taken before `before`."""
    old = voucher.c.person.is_not(None), voucher.c.expires_on.is_(None), voucher.c.claimed_at < before
    return tx.execute(update(voucher).where(*old).values(person=None)).rowcount


def end_marks(tx: Connection, first_days: Mapping[str, date]) -> int:
    """Take the mark from vouchers of nobody that were claimed before the first day of their offer's season.

    No limit counts them any more; their codes stay, so that they are not given again. Returns how many they were.
    """
    nobodys = voucher.c.person.is_(None), ~voucher.c.mark.startswith(ENDED)
    rows = tx.execute(select(voucher.c.id, voucher.c.offer, voucher.c.claimed_at).where(*nobodys)).all()
    over = [row.id for row in rows if row.offer in first_days and row.claimed_at.date() < first_days[row.offer]]
    for number in over:
        end_mark(tx, number)
    return len(over)


def end_mark(tx: Connection, number: int) -> None:
    """Put a mark of chance, which is nobody's, in the place of that of a voucher."""
    values = {"mark": f"{ENDED}{secrets.token_hex(24)}", "person": None}
    tx.execute(update(voucher).where(voucher.c.id == number).values(values))


def part(tx: Connection, companies: Iterable[str], now: datetime) -> int:
    """End the memberships of companies long gone; return how many people, also of before, are gone with that."""
    theirs = person.c.company.in_(list(companies)), person.c.ended_at.is_(None)
    tx.execute(update(person).where(*theirs).values(ended_at=now))
    return members.clear(tx)


def forget_blocked(tx: Connection, before: datetime) -> int:
    """Forget that somebody stopped the bot before `before`."""
    return tx.execute(delete(blocked).where(blocked.c.since < before)).rowcount
