"""Where conversations in course are kept: members, sealed, in the database for a day, guests only in memory."""

import json
from collections import OrderedDict
from datetime import datetime
from threading import Lock

from sqlalchemy import Connection, delete, insert, select, update

from bot.conversation.talk.state import State, dump, read
from bot.people.keys import Keys
from bot.people.register import lasting
from bot.store.tables import conversation

_, KEPT = lasting("conversations")
GUESTS = 10_000  # guests remembered at once by one process


class Sessions:
    """The states of all conversations."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._guests: OrderedDict[str, tuple[State, datetime]] = OrderedDict()
        self._lock = Lock()

    def load(self, tx: Connection, user: str, now: datetime) -> State:
        """Return where a conversation stands; a day later it starts afresh."""
        chat = self._keys.chat(user)
        row = tx.execute(
            select(conversation.c.state, conversation.c.updated_at).where(conversation.c.chat == chat)
        ).first()
        if row is not None:
            return read(json.loads(self._keys.unseal(row.state))) if now - row.updated_at < KEPT else State()
        with self._lock:
            state, moment = self._guests.get(chat, (State(), now))
        return state if now - moment < KEPT else State()

    def keep(self, tx: Connection, user: str, state: State, now: datetime, *, stored: bool) -> None:
        """Keep a state: in the database for who said yes or is being asked, in memory for a guest."""
        chat = self._keys.chat(user)
        if not stored:
            tx.execute(delete(conversation).where(conversation.c.chat == chat))
            self._remember(chat, state, now)
            return
        values = {"state": self._keys.seal(json.dumps(dump(state))), "updated_at": now}
        if tx.execute(update(conversation).where(conversation.c.chat == chat).values(**values)).rowcount == 0:
            tx.execute(insert(conversation).values(chat=chat, **values))

    def _remember(self, chat: str, state: State, now: datetime) -> None:
        with self._lock:
            self._guests[chat] = (state, now)
            self._guests.move_to_end(chat)
            while len(self._guests) > GUESTS:
                self._guests.popitem(last=False)
