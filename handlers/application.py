"""The Telegram face, joined: what comes in, what the core says, what goes out."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.request import BaseRequest

from bot.assembly import House, now
from bot.store.leader_election import Leader
from bot.store.signals import Listener
from bot.upkeep import Means
from handlers import inbox, outbox
from handlers.answering import Answering
from handlers.api.acknowledge import Acknowledger
from handlers.api.bot_client import bot_client
from handlers.api.callback import signer
from handlers.api.inline_cards import InlineCards
from handlers.api.token_status import TokenStatus
from handlers.background_jobs import BackgroundJobs
from handlers.batching import Batcher
from handlers.disk_full import DiskFullReply, is_full
from handlers.metrics import Metrics
from handlers.noted import Noted
from handlers.rate_limits import TELEGRAM, Rates
from handlers.rounds import Rounds
from handlers.sender import Sender
from handlers.watching import Health
from handlers.web.site import pages, web_of, workers_of
from handlers.worker import Worker


class Face:
    """The whole way of a message, from the JSON that Telegram sends to the calls that answer it."""

    def __init__(
        self,
        house: House,
        request: BaseRequest | None = None,
        rates: Rates = TELEGRAM,
        *,
        clock: Callable[[], datetime] = now,
        clock_is_right: bool = False,
    ) -> None:
        self._store, self._keys, self._clock = house.store, house.keys, clock
        self.means = Means(
            house.store,
            house.keys,
            lambda tx: house.concierge.live.edition(tx).catalogue,
            pages=bool(house.settings.web.url),
        )
        self.clock_is_right = clock_is_right  # the operator says so
        self.configured_name = house.settings.telegram.username
        self.tidy_worker = Worker(house.store)  # who holds an old state of the database up holds up nothing else
        self.upkeep_worker = Worker(house.store)  # a quarter's figures take seconds: the conversation goes on meanwhile
        self.client = bot_client(house.settings.telegram, request)
        self.noted = Noted()
        self.client.report_to(TokenStatus(self.noted))
        files = house.store.file, house.store.journal.file if house.store.journal else None
        self.health = Health(house.store, self.client, self.noted, files)
        self.worker = Worker(house.store)
        self.sender = Sender(house.store, self.client, self.worker, clock, house.keys, rates=rates, noted=self.noted)
        self.metrics = Metrics()
        seals = signer(house.keys)
        answering = Answering(house.store, house.router.handle, seals, house.keys, self.metrics)
        self.background_jobs = BackgroundJobs(house.jobs, seals, self.client, clock)
        self._disk_full_reply = DiskFullReply(self.client, self.noted)
        self.rounds = Rounds(answering, self.client, self.worker, clock, self._disk_full_reply)
        self.leader = Leader(house.store, sha256(self.client.token.encode()).hexdigest())
        self._web_workers = workers_of(house)
        self.web_url = house.settings.web.url
        self.web_pages = pages(web_of(house, clock), self._web_workers) if self.web_url else []
        self._acknowledger = Acknowledger(self.client)
        self._inline_cards = InlineCards(house, self.client)
        self._arriving = Batcher(self._keep_all)

    async def open(self) -> None:
        """Ask Telegram who we are. Raises telegram.error.TelegramError; InvalidToken for a refused token."""
        await self.client.initialize()

    async def close(self) -> None:
        """Finish what is in course and close the connections."""
        await self._acknowledger.finish()
        await self._inline_cards.close()
        self.worker.close()
        self.upkeep_worker.close()
        self.tidy_worker.close()
        self.background_jobs.close()
        self._web_workers.close()
        await self.health.close()
        await self.client.shutdown()

    async def take_in(self, updates: list[dict[str, Any]]) -> None:
        """Keep raw updates in the inbox; they are safe when this returns. Raises sqlalchemy.exc.SQLAlchemyError.

        Inline queries are answered beside it, as well as can be: nothing of them is kept.
        """
        kept = [update for update in updates if not self._inline_cards.notice(update)]
        for update in kept:
            self._acknowledger.notice(update)
        if kept:
            await self._keep_or_regret(kept)
            self.wake(inbox.ARRIVED)

    async def process(self, update: dict[str, Any]) -> None:
        """Take one raw update the whole way, until its answers are sent; for tests and tools, beside no `serve`."""
        await self.take_in([update])
        await self.rounds.answer_waiting(self.sender.wake)
        await self.background_jobs.once()
        await self.sender.drain()
        await self._acknowledger.finish()
        await self._inline_cards.finish()

    def wake(self, channel: str) -> None:
        """Say that something is in the inbox, or in the outbox."""
        if channel == inbox.ARRIVED:
            self.rounds.wake()
        else:
            self.sender.wake()

    def listen(self) -> Listener:
        """Be woken by other processes too, until the listener is stopped."""
        loop = asyncio.get_running_loop()
        channels = (inbox.ARRIVED, outbox.WAITING)
        return Listener(self._store, channels, lambda channel: _soon(loop, self.wake, channel))

    async def answer_all(self) -> None:
        """Answer updates until cancelled."""
        await self.rounds.run(self.sender.wake)

    async def do_background_jobs(self) -> None:
        """Fetch files, do jobs and pass notices on, until cancelled."""
        await self.background_jobs.run(self.sender.wake)

    def measure(self) -> bytes:
        """Return the figures for Prometheus. Raises sqlalchemy.exc.SQLAlchemyError."""
        with self._store.read() as tx:
            return self.metrics.page(tx)

    async def _keep_or_regret(self, updates: list[dict[str, Any]]) -> None:
        try:
            await self._arriving.do(updates)
        except SQLAlchemyError as error:
            if is_full(error):
                await self._disk_full_reply.tell(updates)
            raise
        self._disk_full_reply.over()

    async def _keep_all(self, arrived: list[list[dict[str, Any]]]) -> list[None]:
        await self.worker.run(self._keep, [update for updates in arrived for update in updates])
        return [None] * len(arrived)

    def _keep(self, updates: list[dict[str, Any]]) -> int:
        with self._store.write() as tx:
            return inbox.keep(tx, self._keys, updates, self._clock())


def _soon(loop: asyncio.AbstractEventLoop, wake: Callable[[str], None], channel: str) -> None:
    with suppress(RuntimeError):  # the loop is closed: there is nobody left to wake
        loop.call_soon_threadsafe(wake, channel)
