"""A database that a kmzero before 0.3 has written: the next start seals, once, what lay open in it."""

import json

from sqlalchemy import Connection, Table, select, update

from bot.people.keys import SEALED, Keys
from bot.store.coordination import notice, role
from bot.store.insight import counted
from bot.store.reminders import reminder
from bot.store.tables import conversation, inbox, outbox

COMPANY = 40  # signs of the longest id: see bot.insight.events.sealed


def opens(tx: Connection, keys: Keys) -> bool:
    """Tell whether what is sealed in the database was sealed with this key; True where nothing is."""
    for table in (role, reminder, notice):
        chat = tx.execute(select(table.c.chat).where(table.c.chat.is_not(None)).limit(1)).scalar()
        try:
            if chat:
                keys.unseal(chat) if chat.startswith(SEALED) else keys.unseal_before(chat)
        except ValueError:
            return False
    return True


def seal_what_is_open(tx: Connection, keys: Keys) -> None:
    """Seal states, messages, updates, calls and companies, and give each row the mark of its table."""
    for row in tx.execute(select(conversation)).all():
        _set(tx, conversation, "chat", row.chat, state=keys.seal(json.dumps(row.state)))
    for row in tx.execute(select(role.c.number, role.c.chat).where(role.c.chat.is_not(None))).all():
        _set(tx, role, "number", row.number, chat=keys.seal(keys.unseal_before(row.chat)))
    for row in tx.execute(select(reminder)).all():
        user = keys.unseal_before(row.chat)
        _set(tx, reminder, "id", row.id, chat=keys.seal(user), mark=keys.reminder(row.kind, row.offer, user))
    for row in tx.execute(select(notice)).all():
        user, message = keys.unseal_before(row.chat), keys.seal(json.dumps(row.message))
        _set(tx, notice, "id", row.id, chat=keys.seal(user), mark=keys.notice(user), message=message)
    for row in tx.execute(select(inbox).where(inbox.c.body.is_not(None))).all():
        queue = keys.queue(row.chat) if row.chat else None
        _set(tx, inbox, "update_id", row.update_id, chat=queue, body=keys.seal(row.body))
    for row in tx.execute(select(outbox).where(outbox.c.body.is_not(None))).all():
        body = keys.seal(json.dumps([row.chat, json.loads(row.body)]))
        _set(tx, outbox, "id", row.id, chat=keys.queue(row.chat), body=body)
    for row in tx.execute(select(counted.c.mark, counted.c.company)).all():
        _set(tx, counted, "mark", row.mark, company=keys.seal(row.company.ljust(COMPANY)))


def _set(tx: Connection, table: Table, key: str, value: object, **values: object) -> None:
    tx.execute(update(table).where(table.c[key] == value).values(**values))
