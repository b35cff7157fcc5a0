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
        packed = tx.execute(select(conversation.c.state).where(conversation.c.chat == chat)).scalar()
        if packed is not None:
            at, kept = self._keys.unpack(packed)
            return read(json.loads(kept)) if now - datetime.fromisoformat(at) < KEPT else State()
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
        packed = self._keys.pack(now.isoformat(), json.dumps(dump(state)))
        if tx.execute(update(conversation).where(conversation.c.chat == chat).values(state=packed)).rowcount == 0:
            tx.execute(insert(conversation).values(chat=chat, state=packed))

    def _remember(self, chat: str, state: State, now: datetime) -> None:
        with self._lock:
            self._guests[chat] = (state, now)
            self._guests.move_to_end(chat)
            while len(self._guests) > GUESTS:
                self._guests.popitem(last=False)
