"""A database that a kmzero before 0.3 has written: the next start seals, once, what lay open in it."""

import json

from sqlalchemy import Connection, Table, select, update

from bot.people.keys import Keys
from bot.store.coordination import notice, role
from bot.store.insight import counted, unmet
from bot.store.reminders import reminder
from bot.store.saved import saved
from bot.store.tables import conversation, inbox, outbox


def opens(tx: Connection, keys: Keys) -> bool:
    """Tell whether what is sealed in a database of before was sealed with this key; True where nothing is."""
    chats = [tx.execute(select(table.c.chat).where(table.c.chat.is_not(None))).scalar() for table in (role, notice)]
    wish = tx.execute(select(reminder.c.content)).scalar()
    return all(_opens(keys, chat) for chat in (*chats, json.loads(wish)[0] if wish else None) if chat)


def _opens(keys: Keys, chat: str) -> bool:
    try:
        keys.unseal_before(chat)
    except ValueError:
        return False
    return True


def seal_what_is_open(tx: Connection, keys: Keys) -> None:
    """Seal states, messages, updates, calls and companies, and give each row the mark of its table."""
    for row in tx.execute(select(conversation)).all():
        at, state = row.state
        _set(tx, conversation, "chat", row.chat, state=keys.pack(at, json.dumps(state)))
    for row in tx.execute(select(role.c.number, role.c.chat).where(role.c.chat.is_not(None))).all():
        _set(tx, role, "number", row.number, chat=keys.seal(keys.unseal_before(row.chat)))
    for row in tx.execute(select(reminder)).all():
        chat, *wish = json.loads(row.content)
        user = keys.unseal_before(chat)
        mark, content = keys.reminder(wish[0], wish[1], user), keys.pack(user, *wish)
        _set(tx, reminder, "id", row.id, mark=mark, content=content)
    for row in tx.execute(select(notice)).all():
        user, message = keys.unseal_before(row.chat), keys.seal(json.dumps(row.message))
        _set(tx, notice, "id", row.id, chat=keys.seal(user), mark=keys.notice(user), message=message)
    for row in tx.execute(select(inbox).where(inbox.c.body.is_not(None))).all():
        queue = keys.arriving(row.chat) if row.chat else None
        _set(tx, inbox, "update_id", row.update_id, chat=queue, body=keys.seal(row.body))
    for row in tx.execute(select(outbox).where(outbox.c.body.is_not(None))).all():
        body = keys.seal(json.dumps([row.chat, json.loads(row.body)]))
        _set(tx, outbox, "id", row.id, chat=keys.leaving(row.chat), body=body)
    for row in tx.execute(select(saved)).all():
        mark = keys.saved(row.service, row.person)
        _set(tx, saved, "mark", row.mark, mark=mark, service=keys.pack(row.service))
    for row in tx.execute(select(counted)).all():
        _set(tx, counted, "mark", row.mark, content=keys.pack(*json.loads(row.content)))
    for row in tx.execute(select(unmet)).all():
        need, town, week, person = json.loads(row.content)
        content = keys.pack(need, town, week, person)
        _set(tx, unmet, "mark", row.mark, mark=keys.gap(row.month, need, town, week, person), content=content)


def _set(tx: Connection, table: Table, key: str, value: object, **values: object) -> None:
    tx.execute(update(table).where(table.c[key] == value).values(**values))
