"""From the inbox to the core: an update is taken, answered and closed in one transaction, or becomes a dead letter."""

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from telegram import Update

from handlers import inbox
from handlers.answering import Answering
from handlers.full import Regrets, is_full
from handlers.inbox import Kept
from handlers.logs import place
from handlers.wire import Wire
from handlers.worker import Worker

NAP = 1.0  # seconds between two looks at the inbox when nobody wakes us, or while the database refuses
AT_ONCE = 16  # updates in one transaction, where many wait and we alone write
TRIES = 3  # at an update that lost a race

Outcome = Literal["answered", "nothing waits", "the database refuses"]

log = logging.getLogger(__name__)


class Lanes:
    """Updates of one chat in order, of many chats side by side; the row's lock lasts as long as its transaction."""

    def __init__(
        self, answering: Answering, wire: Wire, worker: Worker, clock: Callable[[], datetime], regrets: Regrets
    ) -> None:
        self._answering, self._wire, self._worker, self._clock = answering, wire, worker, clock
        self._regrets = regrets
        # What a transaction holds other processes wait for, and two could wait for each other: there one at a time.
        self._at_once = AT_ONCE if answering.store.sqlite else 1
        self._arrived = asyncio.Event()

    def wake(self) -> None:
        """Say that something is in the inbox."""
        self._arrived.set()

    async def run(self, answered: Callable[[], None], lanes: int) -> None:
        """Answer so many updates at once, until cancelled; `answered` is called after each."""
        async with asyncio.TaskGroup() as tasks:
            for _ in range(lanes):
                tasks.create_task(self._lane(answered))

    async def answer_waiting(self, answered: Callable[[], None]) -> None:
        """Answer what waits, one after the other, and return; also where the database refuses."""
        while await self._one() == "answered":
            answered()

    async def _lane(self, answered: Callable[[], None]) -> None:
        while True:
            self._arrived.clear()
            outcome = await self._one()
            if outcome == "answered":
                answered()
            elif outcome == "nothing waits":
                await self._wait()
            else:
                await asyncio.sleep(NAP)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(NAP):
                await self._arrived.wait()
        except TimeoutError:
            return

    async def _one(self) -> Outcome:
        taken: list[Kept] = []
        try:
            await self._worker.run(self._answer, taken)
        except SQLAlchemyError as error:  # the update is good, the database is not: it waits
            log.error("the database refuses: %s", place(error))  # noqa: TRY400 - its words hold SQL parameters
            if is_full(error):
                await self._regrets.tell([json.loads(row.body) for row in taken])
            return "the database refuses"
        return "answered" if taken else "nothing waits"

    def _answer(self, taken: list[Kept]) -> None:
        """Answer the oldest updates that nobody is answering, in one transaction, and note them in `taken`."""
        answered: list[Kept] = []
        with self._answering.store.write() as tx:
            while len(taken) < self._at_once and (row := inbox.take(tx)):
                taken.append(row)
                if self._carry_out(tx, row):
                    answered.append(row)
        for row in answered:
            self._answering.metrics.answered(row.received_at)

    def _carry_out(self, tx: Connection, row: Kept) -> bool:
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                with tx.begin_nested():
                    self._answering.answer(tx, Update.de_json(json.loads(row.body), self._wire), row, self._clock())
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever the core raises, or PTB at a shape that it does not know
                if isinstance(error, IntegrityError) and not last:
                    continue
                log.error("an update failed: %s", place(error))  # noqa: TRY400 - its words may be a person's
                self._answering.give_up(tx, row, type(error).__name__, self._clock())
                return False
            return True
        return False
