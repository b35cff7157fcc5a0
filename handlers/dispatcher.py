"""From the inbox to the core, in order, through PTB's Application; what cannot be handled becomes a dead letter."""

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.exc import OperationalError, SQLAlchemyError
from telegram import Update
from telegram.ext import Application, CallbackContext, TypeHandler

from handlers import inbox
from handlers.answering import Answering, private_chat
from handlers.full import Regrets, is_full
from handlers.logs import place
from handlers.wire import Wire
from handlers.worker import Worker

BATCH = 100  # updates read from the inbox at once
PATIENCE = 1.0  # seconds between two attempts while the database refuses

log = logging.getLogger(__name__)


class Dispatcher:
    """Handles one update at a time: two messages of one person are never answered in the wrong order."""

    def __init__(
        self, answering: Answering, wire: Wire, worker: Worker, clock: Callable[[], datetime], regrets: Regrets
    ) -> None:
        self._answering, self._wire, self._worker, self._clock = answering, wire, worker, clock
        self._regrets = regrets
        self._arrived = asyncio.Event()
        self._stuck = False
        # Updates are parsed here, one by one, and confirmed after they are safe: PTB's Updater does neither.
        self.application = Application.builder().bot(wire).updater(None).job_queue(None).build()
        self.application.add_handler(TypeHandler(Update, self._answer))
        self.application.add_error_handler(self._failed)

    def wake(self) -> None:
        """Say that something is in the inbox."""
        self._arrived.set()

    async def run(self, answered: Callable[[], None]) -> None:
        """Handle updates as they come, until cancelled; while the database refuses, they wait in it."""
        while True:
            self._arrived.clear()
            try:
                busy = await self.handle_waiting(answered)
            except SQLAlchemyError as error:
                log.warning("the inbox cannot be read: %s", type(error).__name__)
                self._stuck = True
            if self._stuck:
                await asyncio.sleep(PATIENCE)
            elif not busy:
                await self._arrived.wait()

    async def handle_waiting(self, answered: Callable[[], None]) -> int:
        """Handle the oldest updates that wait, in order, and return how many; `answered` is called after each."""
        self._stuck = False
        rows = await self._worker.run(self._waiting)
        for row in rows:
            await self._handle(row)
            answered()
            if self._stuck:
                break
        return len(rows)

    async def _handle(self, row: inbox.Kept) -> None:
        body = json.loads(row.body)
        try:
            update = Update.de_json(body, self._wire)
        except Exception as error:  # noqa: BLE001 - a shape that PTB does not know can break it anywhere
            await self._give_up(row.update_id, private_chat(body), error)
        else:
            await self.application.process_update(update)

    async def _answer(self, update: Update, _context: Any) -> None:
        await self._worker.run(self._answering.answer, update, self._clock())

    async def _failed(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        assert isinstance(update, Update)
        assert context.error
        if isinstance(context.error, OperationalError):  # the update is good, the database is not: it waits
            log.error("the database refuses: %s", place(context.error))
            self._stuck = True
            if is_full(context.error):
                await self._regrets.tell([update.to_dict()])
        else:
            await self._give_up(update.update_id, private_chat(update.to_dict()), context.error)

    async def _give_up(self, update_id: int, chat: str | None, error: Exception) -> None:
        log.error("an update failed: %s", place(error))
        try:
            await self._worker.run(self._answering.give_up, update_id, chat, type(error).__name__, self._clock())
        except SQLAlchemyError as trouble:
            log.error("the inbox cannot be written: %s", place(trouble))  # noqa: TRY400 - its words hold SQL parameters
            self._stuck = True

    def _waiting(self) -> list[inbox.Kept]:
        with self._answering.store.read() as tx:
            return inbox.waiting(tx, BATCH)
