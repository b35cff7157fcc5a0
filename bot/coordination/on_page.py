"""What stands on a coordinator's page: what the desk answered there and what came of it, sealed, for a day.

A message is in front until it was seen and something else was done; one about a draft, as long as there is that draft.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.conversation.messages import Attachment, Message
from bot.conversation.notices import opened_message, sealed_message
from bot.coordination import drafts
from bot.people.keys import Keys
from bot.store.tables import press
from bot.store.web import web_message

MOST = 30  # messages that are read again
AGAIN = timedelta(minutes=1)  # in which the same form is the same wish


@dataclass(frozen=True)
class OnPage:
    """A message; the content of its file is read by `file_of`. `waits` tells that its draft is being worked on."""

    id: int
    message: Message
    front: bool
    waits: bool


def put(  # noqa: PLR0917 - as bot.coordination.drafts.send_codes
    tx: Connection, keys: Keys, role: int, messages: Iterable[Message], now: datetime, about: int | None = None
) -> None:
    """Put messages on the page; those about a draft take the place of what was said of it before."""
    if about is not None:
        tx.execute(delete(web_message).where(web_message.c.role == role, web_message.c.draft == about))
    for message in messages:
        file = message.attachment
        bare = replace(message, attachment=replace(file, content=b"")) if file else message
        sealed = {"message": sealed_message(bare, keys), "file": keys.seal(_text(file.content)) if file else None}
        tx.execute(insert(web_message).values(role=role, draft=about, created_at=now, **sealed))


def seen(tx: Connection, role: int, last: int) -> None:
    """Take note that what is on the page up to a message was read, and something else is done now."""
    mine = web_message.c.role == role, web_message.c.id <= last, web_message.c.old.is_(False)
    tx.execute(update(web_message).where(*mine).values(old=True))


def listing(tx: Connection, keys: Keys, role: int) -> list[OnPage]:
    """Return what is on the page, the newest first."""
    row = web_message.c.id, web_message.c.draft, web_message.c.message, web_message.c.old
    query = select(*row).where(web_message.c.role == role).order_by(web_message.c.id.desc()).limit(MOST)
    there = drafts.of_page(tx, role)
    found = (_read(one, keys, there) for one in tx.execute(query))
    return [one for one in found if one]


def newest(tx: Connection, role: int) -> int:
    """Return the number of the newest message; 0 where there is none."""
    return tx.execute(select(func.max(web_message.c.id)).where(web_message.c.role == role)).scalar() or 0


def file_of(tx: Connection, keys: Keys, role: int, number: int) -> Attachment | None:
    """Return the file of a message of this coordinator."""
    mine = web_message.c.id == number, web_message.c.role == role, web_message.c.file.is_not(None)
    row = tx.execute(select(web_message.c.message, web_message.c.file).where(*mine)).first()
    if row is None:
        return None
    try:
        named, content = opened_message(row.message, keys).attachment, b64decode(keys.unseal(row.file))
    except ValueError:
        return None
    return replace(named, content=content) if named else None


def again(tx: Connection, mark: str, now: datetime) -> bool:
    """Tell whether a form was sent a minute ago, or twice at once; else note that it is answered now."""
    before = tx.execute(select(press.c.answered_at).where(press.c.mark == mark)).scalar()
    if before is not None and abs(now - before) < AGAIN:
        return True
    if before is None:
        tx.execute(insert(press).values(mark=mark, answered_at=now))
    else:
        tx.execute(update(press).where(press.c.mark == mark).values(answered_at=now))
    return False


def sweep(tx: Connection, before: datetime) -> int:
    """Forget what came before a moment and return how many messages that were."""
    return tx.execute(delete(web_message).where(web_message.c.created_at < before)).rowcount


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _read(row: Any, keys: Keys, there: dict[int, drafts.Stage]) -> OnPage | None:
    try:
        message = opened_message(row.message, keys)
    except ValueError:
        return None
    stage = there.get(row.draft)
    return OnPage(row.id, message, bool(stage) or not row.old, stage in drafts.TO_DO)
