"""Inline mode: cards of services for whoever types the bot's name, or presses «send» under a card, in any chat.

Beside the inbox and best effort, as the answer to a pressed button: nothing is written, nobody is read. Strangers may
ask as often as they like: few queries wait, they are answered one by one at a slow pace, and the rest is dropped.
"""

import asyncio
import time
from collections import deque
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from bot.assembly import House, now
from bot.conversation.live import NothingPublished
from bot.conversation.markup import plain
from handlers.api.bot_client import BotClient
from handlers.rate_limits import Rate, RateLimit
from handlers.worker import Worker

MOST = 5  # cards for one query
LONGEST = 64  # signs of a query that are read
WAITING = 10  # queries that wait at most
PACE = Rate(10, 10)
SECONDS = 3.0  # for one answer: later nobody looks at it
REMEMBERED = 300  # seconds for which Telegram itself gives the same answer again, to everybody


class InlineCards:
    """Answers inline queries, in a thread of its own."""

    def __init__(self, house: House, client: BotClient) -> None:
        self._house, self._client = house, client
        self._worker = Worker(house.store)
        self._waiting: deque[tuple[str, str]] = deque()
        self._pace = RateLimit(PACE)
        self._serving: asyncio.Task[None] | None = None

    def notice(self, update: dict[str, Any]) -> bool:
        """Tell whether a raw update is an inline query; it is answered soon, or dropped where too many wait."""
        query = update.get("inline_query")
        if not isinstance(query, dict):
            return False
        number, text = query.get("id"), query.get("query")
        if isinstance(number, str) and isinstance(text, str) and len(self._waiting) < WAITING:
            self._waiting.append((number, text[:LONGEST]))
            if self._serving is None:
                self._serving = asyncio.create_task(self._serve())
        return True

    async def finish(self) -> None:
        """Wait for the answers in course."""
        if self._serving:
            await asyncio.wait({self._serving})

    async def close(self) -> None:
        """Drop what waits and finish the answer in course."""
        self._waiting.clear()
        await self.finish()
        self._worker.close()

    async def _serve(self) -> None:
        try:
            while self._waiting:
                number, text = self._waiting.popleft()
                await self._answer(number, text)
                await asyncio.sleep(self._pace.turn(time.monotonic()))
        finally:
            self._serving = None

    async def _answer(self, number: str, text: str) -> None:
        try:
            results = await self._worker.run(self._find, text)
            body = {"inline_query_id": number, "results": results, "cache_time": REMEMBERED, "is_personal": False}
            await self._client.call("answerInlineQuery", body, SECONDS)
        except (TelegramError, SQLAlchemyError, NothingPublished):
            return  # who typed it types on

    def _find(self, text: str) -> list[dict[str, Any]]:
        with self._house.store.read() as tx:
            found = self._house.concierge.public_cards(tx, text, now(), MOST)
        return [_article(entry.id, str(card), plain(card)) for entry, card in found]


def _article(service: str, card: str, said: str) -> dict[str, Any]:
    title, about, *_ = said.split("\n")
    content = {"message_text": card, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    return {
        "type": "article",
        "id": service,
        "title": title,
        "description": about,
        "input_message_content": content,
    }
