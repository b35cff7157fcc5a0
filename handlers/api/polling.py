"""Long polling: an update is confirmed to Telegram only when the inbox has it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, TelegramError

from handlers.api.bot_client import ANSWER_SECONDS, BotClient
from handlers.api.failures import asked, backoff
from handlers.api.token_status import reason
from handlers.noted import Noted

POLL_SECONDS = 30
# Everything else would be answered with silence: see receive. Inline queries are answered past the inbox.
KINDS = ["message", "callback_query", "my_chat_member", "inline_query"]

WEBHOOK = "webhook is active"  # of the two conflicts, the one that is no other program
BESIDE = 30.0  # seconds of conflicts after which another program polls: a restart makes one or two
APART = 90.0  # seconds between two conflicts that have nothing to do with each other
FAILING = 15.0  # seconds of failures: other calls may go through, such as past a proxy that ends long ones
UNREACHED = "no message comes in: see whether a proxy or a firewall ends calls that last half a minute"
LARGEST = 2**63  # update numbers are 64-bit integers for every database

log = logging.getLogger(__name__)

Updates = list[dict[str, Any]]


class Poller:
    """Asks for updates and hands each batch on; the offset moves when the batch is safe.

    `ready` is awaited before more is asked for.
    """

    def __init__(
        self,
        client: BotClient,
        arrived: Callable[[Updates], Awaitable[None]],
        ready: Callable[[], Awaitable[None]],
        seconds: int = POLL_SECONDS,
        noted: Noted | None = None,
    ) -> None:
        self._client, self._arrived, self._ready, self._seconds = client, arrived, ready, seconds
        self._noted = noted or Noted()
        self._rivals = Rivals(self._noted)
        self._offset: int | None = None
        self._failures, self._since = 0, 0.0

    async def run(self) -> None:
        """Poll until cancelled; survives all that comes from outside, a refused token too."""
        try:
            while True:
                wait = await self.once()
                if wait:
                    await asyncio.sleep(wait)
                await self._ready()
        finally:
            self._rivals.over()  # who leads now sees for itself

    async def once(self) -> float:
        """Fetch one batch, and return the seconds to wait before the next: 0 where all went well."""
        try:
            batch = await self._fetch()
            await self._arrived(batch)
        except (TelegramError, SQLAlchemyError) as error:
            return self._trouble(error)
        if batch:
            self._offset = batch[-1]["update_id"] + 1
        self._failures = 0
        self._noted.well("telegram", "poll")
        self._rivals.alone(asyncio.get_running_loop().time())
        return 0.0

    async def _fetch(self) -> Updates:
        body: dict[str, Any] = {"timeout": self._seconds, "allowed_updates": KINDS}
        if self._offset is not None:
            body["offset"] = self._offset
        found = await self._client.call("getUpdates", body, self._seconds + ANSWER_SECONDS)
        if not isinstance(found, list):
            raise TelegramError("not a list of updates")
        batch = [update for update in found if numbered(update)]
        if found and not batch:
            raise TelegramError("updates without a number")
        return batch

    def _trouble(self, error: Exception) -> float:
        moment = asyncio.get_running_loop().time()
        self._since = self._since if self._failures else moment
        self._failures += 1
        wait = asked(error) or backoff(self._failures)
        cause = self._cause(error)
        log.warning("no updates: %s; again in %.0f s", cause, wait)
        if moment - self._since >= FAILING and isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            self._noted.wrong("telegram", f"getUpdates fails: {reason(error)}", UNREACHED, "poll")
        return wait

    def _cause(self, error: Exception) -> str:
        if isinstance(error, Conflict):
            return self._rivals.met(error, asyncio.get_running_loop().time())
        return (
            f"Telegram refuses the token: {reason(error)}" if isinstance(error, InvalidToken) else type(error).__name__
        )


class Rivals:
    """Who else takes our updates: a webhook, or another program that polls: then each gets some now and then."""

    def __init__(self, noted: Noted) -> None:
        self._noted = noted
        self._first = self._last = 0.0

    def met(self, error: Conflict, at: float) -> str:
        """Note a conflict and say what it is."""
        if WEBHOOK in str(error).lower():
            cause = "Telegram brings updates to a webhook, so they cannot be asked for"
            self._noted.wrong(
                "webhook", cause, "see whose it is with `kmzero doctor`; `kmzero run --take-over`", "poll"
            )
            return cause
        if at - self._last > APART:
            self._first = at
        self._last = at
        cause = "another program polls with the same token"
        if at - self._first >= BESIDE:
            self._noted.wrong("webhook", cause, "stop it: of two, each gets a part of the messages", "poll")
        return cause

    def alone(self, at: float) -> None:
        """Note that updates came without a conflict."""
        if self._noted.is_wrong("webhook", "poll") and at - self._last > APART:
            self.over()

    def over(self) -> None:
        """Take back what was noted."""
        self._noted.well("webhook", "poll")


def numbered(update: object) -> bool:
    """Tell whether something is a raw update with a number that can be kept."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return type(number) is int and 0 <= number < LARGEST
