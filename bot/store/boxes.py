"""What the boxes of the Telegram face need no more: updates that were answered, calls that were made, old presses."""

from datetime import datetime

from sqlalchemy import Connection, delete

from bot.store.tables import inbox, outbox, press


def forget_answered(tx: Connection, before: datetime) -> int:
    """Forget the updates that were answered before `before` and return how many they were, as all of these do."""
    return tx.execute(delete(inbox).where(inbox.c.done_at < before, inbox.c.failure.is_(None))).rowcount


def forget_unanswered(tx: Connection, before: datetime) -> int:
    """Forget the updates that were given up before `before`."""
    return tx.execute(delete(inbox).where(inbox.c.done_at < before, inbox.c.failure.is_not(None))).rowcount


def forget_sent(tx: Connection, before: datetime) -> int:
    """Forget the calls that Telegram took before `before`."""
    return tx.execute(delete(outbox).where(outbox.c.sent_at < before)).rowcount


def forget_refused(tx: Connection, before: datetime) -> int:
    """Forget the calls that were decided before `before` and that Telegram never took."""
    return tx.execute(delete(outbox).where(outbox.c.created_at < before, outbox.c.failure.is_not(None))).rowcount


def forget_presses(tx: Connection, before: datetime) -> int:
    """Forget the presses that were answered before `before`."""
    return tx.execute(delete(press).where(press.c.answered_at < before)).rowcount
