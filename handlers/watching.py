"""Whether the bot is well, as one process tells it: what it sees itself, and what it reads of the others."""

import asyncio
import dataclasses
import logging
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.assembly import now
from bot.health import finding, room, signs
from bot.health.signs import Signs
from bot.health.trouble import Trouble
from bot.store import observations
from bot.store.engine import Store
from handlers.api import webhook_state
from handlers.api.bot_client import BotClient
from handlers.api.token_status import REACH_TELEGRAM, reason
from handlers.noted import Noted
from handlers.worker import Worker

PATIENCE = 2.0  # seconds that the page waits for the database
BEAT = 15.0  # seconds between two heartbeats of who leads, and two looks at what was noted
LOOK = 60.0  # seconds between two looks at Telegram where all is well; where it is not, BEAT
UNREACHED = 2  # looks at Telegram in a row that failed

T = TypeVar("T")
log = logging.getLogger(__name__)


class Health:
    """One for each process. Reading has a thread of its own: who writes may wait for a lock."""

    def __init__(self, store: Store, client: BotClient, noted: Noted, files: Iterable[Path | None]) -> None:
        self._store, self._client, self._noted, self._files = store, client, noted, tuple(files)
        self._began, self._name = now(), secrets.token_hex(8)
        self._reading, self._writing = Worker(store), Worker(store)
        self._asked: dict[Callable[[], Any], asyncio.Future[Any]] = {}
        self._told = False  # whether the database has anything of what was noted
        self._unreached, self._piled, self._bare = 0, False, False
        self._leads = False
        self.lost = asyncio.Event()  # that Telegram has no webhook any more, though we set one

    async def troubles(self) -> list[Trouble]:
        """Return all that is wrong, within PATIENCE seconds, whatever the database does."""
        mine = Signs(now(), observed=self._noted.all(), room=room.scarcest(self._files))
        try:
            return finding.troubles(await self.ask(self._read))
        except (SQLAlchemyError, TimeoutError) as error:
            refusal = error if isinstance(error, SQLAlchemyError) else None
            return [finding.database(refusal, mine.now), *finding.troubles(mine)]

    async def ask(self, read: Callable[[], T]) -> T:
        """Read the database. Raises SQLAlchemyError, and TimeoutError where it hangs; no second one waits behind it."""
        asked = self._asked.get(read)
        if asked is None or asked.done():
            asked = self._asked[read] = asyncio.ensure_future(self._reading.run(read))
            asked.add_done_callback(lambda done: done.cancelled() or done.exception())  # perhaps nobody waits any more
        return await asyncio.wait_for(asyncio.shield(asked), PATIENCE)

    def _read(self) -> Signs:
        with self._store.read() as tx:
            found = signs.read(tx, now(), began=self._began, room=room.scarcest(self._files))
        return _with(found, self._noted, self._name)

    @contextmanager
    def leading(self) -> Iterator[None]:
        """Tell the database that this process leads, until the end of the block."""
        self._leads = True
        self._noted.changed.set()
        try:
            yield
        finally:
            self._leads = False

    async def tell(self) -> None:
        """Tell the database what was seen, and that this process leads, until cancelled."""
        while True:
            self._noted.changed.clear()
            await self._tell()
            try:
                async with asyncio.timeout(BEAT):
                    await self._noted.changed.wait()
            except TimeoutError:
                continue

    async def watch(self, wanted: str | None) -> None:
        """Look at Telegram until cancelled; `wanted` is our webhook's address, which at the start is not set yet."""
        well = False
        while True:
            await asyncio.sleep(LOOK if well else BEAT)
            well = await self.look(wanted)

    async def look(self, wanted: str | None) -> bool:
        """Ask Telegram how updates come to us, and return whether all is well."""
        try:
            state = webhook_state.read(await self._client.call("getWebhookInfo", {}))
        except (InvalidToken, RetryAfter):  # an answer all the same
            self._unreached = 0
            return False
        except TelegramError as error:
            self.unreached(error)
            return False
        self.reached()
        found = webhook_state.judge(state, wanted, now(), piled_before=self._piled)
        self._piled, bare = webhook_state.piles(state), bool(wanted) and not state.url
        if bare and self._bare:
            self.lost.set()
        self._bare = bare
        if found is None or (bare and self._noted.is_wrong("set_webhook")):  # nobody deleted what could not be set
            self._noted.well("webhook")
            return not self._piled
        if not self._noted.is_wrong("webhook"):
            log.error("%s; %s", found.cause, found.cure)
        self._noted.wrong("webhook", *found)
        return False

    def unreached(self, error: TelegramError) -> None:
        """Note that Telegram did not answer: once may be a chance."""
        self._unreached += 1
        if self._unreached >= UNREACHED:
            self._noted.wrong("telegram", f"Telegram does not answer: {reason(error)}", REACH_TELEGRAM)

    def reached(self) -> None:
        """Note that Telegram answers."""
        self._unreached = 0
        self._noted.well("telegram")

    async def wait_for_loss(self) -> None:
        """Wait until Telegram has lost our webhook."""
        await self.lost.wait()
        self.lost.clear()

    async def _tell(self) -> None:
        found = self._noted.all()
        if not (self._leads or found or self._told):
            return
        try:
            await self._writing.run(self._write, found)
            self._told = bool(found)
        except SQLAlchemyError as error:
            log.warning("how the bot is cannot be written down: %s", type(error).__name__)

    def _write(self, found: tuple[observations.Observed, ...]) -> None:
        with self._store.write() as tx:
            if found or self._told:
                observations.keep(tx, self._name, found, now())
            if self._leads:
                observations.beat(tx, now())

    async def close(self) -> None:
        """Take back what this process saw: nobody sees it any more."""
        if self._told:
            try:
                await asyncio.wait_for(self._writing.run(self._write, ()), PATIENCE)
            except (SQLAlchemyError, TimeoutError):
                log.info("what was seen here is over in three minutes")
        self._reading.close()
        self._writing.close()


def _with(found: Signs, noted: Noted, who: str) -> Signs:
    """Put what this process sees now in the place of what it wrote down."""
    others = [one for one in found.observed if one.who != who]
    return dataclasses.replace(found, observed=(*noted.all(), *others))
