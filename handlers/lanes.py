"""Many workers on PostgreSQL: each takes the oldest update of a chat that nobody is answering, and answers it whole."""

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from telegram import Update

from handlers import inbox
from handlers.answering import Answering, private_chat
from handlers.full import Regrets, is_full
from handlers.inbox import Kept
from handlers.logs import place
from handlers.wire import Wire
from handlers.worker import Worker

LANES = 4  # updates in course at once in one process
NAP = 1.0  # seconds between two looks at the inbox when nobody wakes us
TRIES = 3  # at an update whose transaction lost a race

log = logging.getLogger(__name__)


class Lanes:
    """Updates of one chat in order, of many chats side by side; the row's lock lasts as long as its transaction."""

    def __init__(
        self, answering: Answering, wire: Wire, worker: Worker, clock: Callable[[], datetime], regrets: Regrets
    ) -> None:
        self._answering, self._wire, self._worker, self._clock = answering, wire, worker, clock
        self._regrets = regrets
        self._arrived = asyncio.Event()

    def wake(self) -> None:
        """Say that something is in the inbox."""
        self._arrived.set()

    async def run(self, answered: Callable[[], None]) -> None:
        """Answer updates until cancelled."""
        async with asyncio.TaskGroup() as lanes:
            for _ in range(LANES):
                lanes.create_task(self._lane(answered))

    async def _lane(self, answered: Callable[[], None]) -> None:
        while True:
            self._arrived.clear()
            try:
                if await self._worker.run(self.take_one):
                    answered()
                    continue
            except SQLAlchemyError as error:
                await self._trouble(error)
            try:
                async with asyncio.timeout(NAP):
                    await self._arrived.wait()
            except TimeoutError:
                continue

    async def _trouble(self, error: SQLAlchemyError) -> None:
        log.error("the database refuses: %s", place(error))
        if is_full(error):
            await self._regrets.tell([])
        await asyncio.sleep(NAP)

    def take_one(self) -> bool:
        """Answer one update, if there is one to take. Raises OperationalError where the database refuses."""
        taken: list[Kept] = []
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                return self._answer(taken)
            except IntegrityError as error:
                if last:
                    return self._give_up(taken[-1], error)
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever the core raises, or PTB at a shape that it does not know
                return self._give_up(taken[-1], error)
        return False

    def _answer(self, taken: list[Kept]) -> bool:
        with self._answering.store.write() as tx:
            row = inbox.take(tx)
            if row is None:
                return False
            taken.append(row)
            update = Update.de_json(json.loads(row.body), self._wire)
            now = self._clock()
            arrived = inbox.arrived(tx, row.update_id) or now
            inbox.done(tx, row.update_id, now)
            self._answering.respond(tx, update, arrived, now)
        self._answering.metrics.answered(arrived)
        return True

    def _give_up(self, row: Kept, error: Exception) -> bool:
        log.error("an update failed: %s", place(error))
        chat = private_chat(json.loads(row.body))
        self._answering.give_up(row.update_id, chat, type(error).__name__, self._clock())
        return True
