"""Makes the calls of the outbox: a queue for each chat, so that no chat waits for another."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot.people.keys import Keys
from bot.store.engine import Store
from handlers import blocked, outbox
from handlers.api import failures
from handlers.api.bot_client import BotClient
from handlers.api.render import Call, second_best
from handlers.batching import Batcher
from handlers.failing_calls import Failing, Pause
from handlers.logs import raised_at
from handlers.noted import Noted
from handlers.outbox import Parcel
from handlers.rate_limits import TELEGRAM, RateLimit, Rates
from handlers.worker import Worker

LANES = 500  # chats that are sent to at once
AT_ONCE = 4  # calls begun at once: httpx looks at every connection at every call, so the fewer the quicker
SOON = 0.1  # seconds after which a call makes room for the next, answered or not
NAP = 1.0  # seconds between two looks at the outbox when nobody wakes us: some calls wait for their time

log = logging.getLogger(__name__)


class Sender:
    """One for each token. Every chat with something to send has a lane: a task that ends when its queue is empty."""

    def __init__(
        self,
        store: Store,
        client: BotClient,
        worker: Worker,
        clock: Callable[[], datetime],
        keys: Keys,
        *,
        rates: Rates = TELEGRAM,
        noted: Noted | None = None,
    ) -> None:
        self._pause, self._failing = Pause(), Failing(noted or Noted())
        self._store, self._client, self._worker, self._clock = store, client, worker, clock
        self._keys = keys
        self._rate = rates.chat
        self._overall = RateLimit(rates.overall)
        self._paces: dict[str, RateLimit] = {}
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._passed: dict[str, int] = {}  # the newest call that a look saw due for a chat that has a lane already
        self._awake = asyncio.Event()
        self._made = Batcher(self._close)
        self._room = asyncio.Semaphore(AT_ONCE)

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._awake.set()

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            self._awake.clear()
            try:
                await self.start_lanes()
                async with asyncio.timeout(NAP):  # Python 3.11's wait_for loses a cancellation that meets the event
                    await self._awake.wait()
            except TimeoutError:
                continue
            except SQLAlchemyError as error:
                log.warning("the outbox cannot be read: %s", type(error).__name__)
                await asyncio.sleep(NAP)

    async def drain(self) -> None:
        """Send all that can go out now, and return when it has."""
        while await self.start_lanes():
            await asyncio.wait(self._lanes.values())

    async def stop(self) -> None:
        """Cut off what is still going out; it stays in the outbox."""
        lanes = list(self._lanes.values())
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)
        self._failing.over()  # who leads now sees for itself
        await self._made.finish()

    async def start_lanes(self) -> int:
        """Open a lane for each chat that has something due, and return how many lanes there are."""
        if self._pause.lasts():
            return len(self._lanes)
        busy = set(self._lanes)  # what a lane sends while we look would be seen as waiting still
        for parcel in (await self._worker.run(self._due))[: 1 if self._pause.tries else LANES]:
            if parcel.queue in self._lanes:
                self._passed[parcel.queue] = parcel.id
            elif parcel.queue in busy:  # its lane ended while we looked
                self._awake.set()
            else:
                self._lanes[parcel.queue] = asyncio.create_task(self._lane(parcel))
        now = time.monotonic()
        self._paces = {queue: pace for queue, pace in self._paces.items() if queue in self._lanes or not pace.idle(now)}
        return len(self._lanes)

    async def _lane(self, first: Parcel) -> None:
        parcel: Parcel | None = first
        last = 0
        try:
            while parcel:
                last = parcel.id
                await self._wait_for_turn(parcel.queue)
                parcel = await self._send(parcel)
        except Exception as error:  # noqa: BLE001 - a broken lane must not take the others with it
            log.warning("a queue stopped: %s", raised_at(error))
            await asyncio.sleep(NAP)
        finally:
            del self._lanes[first.queue]
            if self._passed.pop(first.queue, 0) > last:  # it came in between the lane's own last look and now
                self._awake.set()

    async def _wait_for_turn(self, queue: str) -> None:
        for pace in (self._paces.setdefault(queue, RateLimit(self._rate)), self._overall):
            wait = pace.turn(time.monotonic())
            if wait:
                await asyncio.sleep(wait)

    async def _send(self, parcel: Parcel) -> Parcel | None:
        if self._pause.lasts():
            return None  # it is kept as it is, and so is all that follows
        try:
            await self._call(parcel.call)
        except InvalidToken as error:
            self._pause.refused(error)
            return None
        except TelegramError as error:
            self._pause.over()
            self._failing.failed(error, parcel.attempts + 1, self._clock())
            return await self._worker.run(self._refused, parcel, error)
        self._pause.over()
        self._failing.over()
        return await self._note(parcel)

    async def _note(self, parcel: Parcel) -> Parcel | None:
        """Close a call that Telegram took, and wait for the database where it has to: else it would be made again."""
        told = False
        while True:
            try:
                return await self._made.do(parcel)
            except SQLAlchemyError as error:
                if not told:
                    log.warning("what was sent cannot be noted yet: %s", raised_at(error))
                told = True
                await asyncio.sleep(NAP)

    async def _call(self, call: Call) -> None:
        await self._room.acquire()
        clock = asyncio.get_running_loop()
        leaving = clock.call_later(SOON, self._room.release)
        try:
            await self._client.call(call.method, call.parameters)
        finally:
            if clock.time() < leaving.when():  # else it has left, or is about to
                leaving.cancel()
                self._room.release()

    def _due(self) -> list[Parcel]:
        with self._store.read() as tx:
            return outbox.due(tx, self._keys, self._clock(), LANES)

    async def _close(self, made: list[Parcel]) -> list[Parcel | None]:
        return await self._worker.run(self._sent, made)

    def _sent(self, made: list[Parcel]) -> list[Parcel | None]:
        now = self._clock()
        with self._store.write() as tx:
            outbox.sent(tx, made, now)
            following = outbox.heads(tx, self._keys, [parcel.queue for parcel in made], now)
        return [following.get(parcel.queue) for parcel in made]

    def _refused(self, parcel: Parcel, error: TelegramError) -> Parcel | None:
        verdict = failures.judge(error, parcel.attempts + 1)
        with self._store.write() as tx:
            if isinstance(verdict, failures.Never):
                self._never(tx, parcel, verdict.why)
            else:
                log.info("%s again in %.0f s: %s", parcel.call.method, verdict.seconds, type(error).__name__)
                outbox.later(tx, parcel, self._clock(), timedelta(seconds=verdict.seconds))
            return outbox.heads(tx, self._keys, [parcel.queue], self._clock()).get(parcel.queue)

    def _never(self, tx: Connection, parcel: Parcel, why: str) -> None:
        if why == failures.NOTHING_NEW:  # the message shows already what it should
            outbox.sent(tx, [parcel], self._clock())
            return
        other = second_best(parcel.call)
        if other and why not in blocked.GONE:
            outbox.instead(tx, self._keys, parcel, other)
            return
        log.warning("%s given up: %s", parcel.call.method, why)
        outbox.failed(tx, parcel, why)
        if why in blocked.GONE:
            blocked.close(tx, self._keys, parcel.chat, why, self._clock())
