"""Long polling: an update is confirmed to Telegram only when the inbox has it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from handlers.api.bot_client import ANSWER_SECONDS, BotClient
from handlers.api.failures import asked, backoff

POLL_SECONDS = 30
# Everything else would be answered with silence: see receive. Inline queries are answered past the inbox.
KINDS = ["message", "callback_query", "my_chat_member", "inline_query"]

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
    ) -> None:
        self._client, self._arrived, self._ready, self._seconds = client, arrived, ready, seconds
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Poll until cancelled. Raises telegram.error.InvalidToken; survives all else that comes from outside."""
        while True:
            wait = await self.once()
            if wait:
                await asyncio.sleep(wait)
            await self._ready()

    async def once(self) -> float:
        """Fetch one batch, and return the seconds to wait before the next: 0 where all went well."""
        try:
            batch = await self._fetch()
            await self._arrived(batch)
        except InvalidToken:
            raise
        except (TelegramError, SQLAlchemyError) as error:
            return self._trouble(error)
        if batch:
            self._offset = batch[-1]["update_id"] + 1
        self._failures = 0
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
        self._failures += 1
        wait = backoff(self._failures)
        if isinstance(error, RetryAfter):
            wait = asked(error)
        reason = "another program polls with the same token" if isinstance(error, Conflict) else type(error).__name__
        log.warning("no updates: %s; again in %.0f s", reason, wait)
        return wait


def numbered(update: object) -> bool:
    """Tell whether something is a raw update with a number that can be kept."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return type(number) is int and 0 <= number < LARGEST
