"""From the inbox to the core: some updates are taken, answered and closed in one transaction: a round."""

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from telegram import Update

from bot.store import journal
from bot.store.open_files import as_trouble_of_the_database
from handlers import inbox
from handlers.answering import Answered, Answering
from handlers.api.bot_client import BotClient
from handlers.disk_full import DiskFullReply, is_full
from handlers.inbox import Kept
from handlers.logs import raised_at
from handlers.worker import Worker

NAP = 1.0  # seconds between two looks at the inbox when nobody wakes us, or while the database refuses
AT_ONCE = 16  # updates of one round, where many wait and we alone write
AT_ONCE_BESIDE_OTHERS = 8  # where others write too: the fewer, the rarer that two rounds wait for each other
HOLD = 0.2  # seconds that more updates stay with Telegram while we are busy with those that we have
TRIES = 3  # at an update that lost a race

Outcome = Literal["answered", "nothing waits", "the database refuses"]

log = logging.getLogger(__name__)


class Rounds:
    """Updates of one chat in order; an update that cannot be answered becomes a dead letter.

    The locks of a round's rows last as long as its transaction, so other processes answer other chats meanwhile.
    """

    def __init__(
        self,
        answering: Answering,
        client: BotClient,
        worker: Worker,
        clock: Callable[[], datetime],
        disk_full_reply: DiskFullReply,
    ) -> None:
        self._answering, self._client, self._worker, self._clock = answering, client, worker, clock
        self._disk_full_reply = disk_full_reply
        # Where others write too, two rounds may wait for each other: PostgreSQL ends one of them after a second, and
        # its updates are answered in a later one.
        self._at_once = AT_ONCE if answering.store.sqlite else AT_ONCE_BESIDE_OTHERS
        self._arrived, self._calm = asyncio.Event(), asyncio.Event()
        self._calm.set()
        self._complaint = ""

    def wake(self) -> None:
        """Say that something is in the inbox."""
        self._arrived.set()

    async def rest(self) -> None:
        """Wait until nothing waits for an answer, but not long: who fetches more then gets many at once, not one."""
        with suppress(TimeoutError):
            async with asyncio.timeout(HOLD):
                await self._calm.wait()

    async def run(self, answered: Callable[[], None]) -> None:
        """Answer until cancelled; `answered` is called after each round."""
        while True:
            self._arrived.clear()
            outcome = await self._round()
            if outcome == "answered":
                self._calm.clear()
                answered()
                continue
            self._calm.set()
            if outcome == "nothing waits":
                await self._wait()
            else:
                await asyncio.sleep(NAP)

    async def answer_waiting(self, answered: Callable[[], None]) -> None:
        """Answer what waits, one after the other, and return; also where the database refuses."""
        while await self._round() == "answered":
            answered()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(NAP):
                await self._arrived.wait()
        except TimeoutError:
            return

    async def _round(self) -> Outcome:
        taken: list[Kept] = []
        try:
            await self._worker.run(self._answer, taken)
        except SQLAlchemyError as error:  # the update is good, the database is not: it waits
            self._complain(raised_at(error))
            if is_full(error):
                await self._disk_full_reply.tell([json.loads(row.body) for row in taken])
            return "the database refuses"
        self._complaint = ""
        if not taken:
            return "nothing waits"
        self._disk_full_reply.over()
        return "answered"

    def _complain(self, reason: str) -> None:
        """Say why the database refuses, once for as long as it does."""
        if reason != self._complaint:
            log.error("the database refuses: %s", reason)  # without its own words, which hold SQL parameters
        self._complaint = reason

    def _answer(self, taken: list[Kept]) -> None:
        """Answer the oldest updates that nobody is answering, in one transaction, and note them in `taken`."""
        try:
            self._answer_all(taken, self._together)
        except OperationalError:
            raise
        except Exception:  # noqa: BLE001 - whatever the core raises, or PTB at a shape that it does not know
            self._answer_all(taken, self._one_by_one)

    def _answer_all(self, taken: list[Kept], answer: Callable[[Connection, list[Kept]], list[Answered]]) -> None:
        with self._answering.store.write() as tx:
            taken[:] = inbox.take(tx, self._answering.keys, self._at_once)
            answered = answer(tx, taken)
        for row, found in zip(taken, answered, strict=True):
            if not found.failure:
                self._answering.metrics.answered(row.received_at)

    def _together(self, tx: Connection, rows: list[Kept]) -> list[Answered]:
        answered = [self._carry_out(tx, row) for row in rows]
        self._answering.close(tx, answered, self._clock())
        return answered

    def _one_by_one(self, tx: Connection, rows: list[Kept]) -> list[Answered]:
        return [self._carry_out_apart(tx, row) for row in rows]

    def _carry_out(self, tx: Connection, row: Kept) -> Answered:
        with as_trouble_of_the_database():
            return self._answering.answer(tx, Update.de_json(json.loads(row.body), self._client), row, self._clock())

    def _carry_out_apart(self, tx: Connection, row: Kept) -> Answered:
        """Carry out an update that may fail: nothing of it stays then, and the others of its transaction go on."""
        tries = 1
        while True:
            try:
                with journal.nested(tx):
                    return self._together(tx, [row])[0]
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - see _answer
                if isinstance(error, IntegrityError) and tries < TRIES:
                    tries += 1
                    continue
                log.error("an update failed: %s", raised_at(error))  # noqa: TRY400 - its words may be a person's
                found = self._answering.give_up(row, type(error).__name__, self._clock())
                self._answering.close(tx, [found], self._clock())
                return found
