"""The same press under a new update number: apps send it again when they hear nothing, people press twice."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from bot.store.tables import press

WINDOW = timedelta(seconds=2)  # after the answer, in which the answer cannot have been read yet
TOGETHER = timedelta(seconds=10)  # between the answers to two presses that waited together, by the clock of who answers


def repeated(tx: Connection, mark: str, arrived: datetime, now: datetime) -> bool:
    """Tell whether a press that arrived at `arrived` is one that was answered already; else note it as answered now.

    It is when it came before that answer, or so soon after it that nobody can have read it. Clocks that went back, or
    are apart, silence no button for longer than TOGETHER. `mark` stands for the chat, the message and the button.
    """
    before = tx.execute(select(press.c.answered_at).where(press.c.mark == mark)).scalar()
    if before is not None and arrived < before + WINDOW and abs(now - before) < TOGETHER:
        return True
    if before is None:
        tx.execute(insert(press).values(mark=mark, answered_at=now))
    else:
        tx.execute(update(press).where(press.c.mark == mark).values(answered_at=now))
    return False
