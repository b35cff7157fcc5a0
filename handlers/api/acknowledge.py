"""The little clock on a pressed button: stopped at once, best effort, and the only call beside the outbox."""

import asyncio
from typing import Any

from telegram.error import TelegramError

from handlers.api.bot_client import BotClient


class Acknowledger:
    """Answers callback queries beside everything else."""

    def __init__(self, client: BotClient) -> None:
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()  # asyncio itself holds tasks only weakly

    def notice(self, update: dict[str, Any]) -> None:
        """Answer the callback query of a raw update, where it has one."""
        query = update.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            task = asyncio.create_task(self._answer(query["id"]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Wait for the answers in course."""
        await asyncio.gather(*self._tasks)

    async def _answer(self, query: str) -> None:
        try:
            await self._client.call("answerCallbackQuery", {"callback_query_id": query})
        except TelegramError:
            return  # the clock stops by itself
