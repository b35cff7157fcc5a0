"""A Telegram in a process of its own that feeds a bot with messages and takes the time of each answer."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from tests.handlers.incoming_updates import text as said
from tests.soak.core import SECRET_WORD
from tests.soak.http import base_url, serve

ME = {"id": 7, "is_bot": True, "first_name": "Chilometro Zero", "username": "kmzero_bot"}
BATCH = 100  # updates that Telegram gives at once
OPEN = 300  # updates that wait for their answer at once, where the bot may take as many as it can
ANGRY = 999  # the chat for which Telegram only has 429
LONG = 25.0  # seconds of a poll that brings nothing


@dataclass(frozen=True)
class Load:
    """So many messages of so many chats, `a_second` or, if that is 0, as fast as they are answered.

    `angry` of ten are of a chat that cannot be answered; `patience` is how many seconds may pass without an answer.
    """

    messages: int
    chats: int
    a_second: float = 0.0
    angry: int = 0
    patience: float = 60.0

    def chat(self, number: int) -> int:
        return ANGRY if number % 10 < self.angry else 1000 + number % self.chats


@dataclass(frozen=True)
class Outcome:
    """How many seconds it all took, and the seconds of each answer, the quickest first."""

    took: float
    seconds: list[float]

    @property
    def a_second(self) -> float:
        return len(self.seconds) / self.took

    def quantile(self, part: float) -> float:
        return self.seconds[int(len(self.seconds) * part)] if self.seconds else float("inf")


@dataclass
class Feed:
    """Hands out updates as they fall due, and notes when each was answered: in a chat one after the other."""

    load: Load
    start: float = 0.0
    heard: float = 0.0
    given: int = 0
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    seconds: list[float] = field(default_factory=list)
    due: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    async def answer(self, method: str, body: dict[str, str]) -> tuple[int, Any] | None:
        if method == "getUpdates":
            return 200, await self._poll(int(body.get("offset", 0)))
        if method != "sendMessage":
            return 200, ME if method == "getMe" else True
        chat = int(body["chat_id"])
        if chat == ANGRY:
            return 429, None
        self._note(chat)
        return 200, {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "from": ME}

    async def run(self, pipe: Connection) -> None:
        server = await serve(self.answer)
        pipe.send(base_url(server))
        expected = sum(self.load.chat(number) != ANGRY for number in range(1, self.load.messages + 1))
        with suppress(TimeoutError):
            while len(self.seconds) < expected:
                async with asyncio.timeout(self.load.patience):
                    await self._something()
        pipe.send(Outcome(self.heard - self.start, sorted(self.seconds)))
        server.close()

    async def _something(self) -> None:
        self.moved.clear()
        await self.moved.wait()

    async def _poll(self, offset: int) -> list[dict[str, Any]]:
        self.start = self.start or time.monotonic()
        self.heard = self.heard or self.start
        first = max(offset, 1)
        await self._until_there(first)
        last = min(self._there(), first + BATCH - 1)
        for number in range(max(first, self.given + 1), last + 1):
            wanted = self.start + number / self.load.a_second if self.load.a_second else time.monotonic()
            self.due[self.load.chat(number)].append(wanted)
            self.given = number
        return [self._update(number) for number in range(first, last + 1)]

    async def _until_there(self, first: int) -> None:
        if first > self.load.messages:
            await asyncio.sleep(LONG)
        if self.load.a_second:
            await asyncio.sleep(self.start + first / self.load.a_second - time.monotonic())
        while not self.load.a_second and self._there() < first:
            await self._something()

    def _there(self) -> int:
        """Return the newest update that there is now."""
        if self.load.a_second:
            return min(self.load.messages, int((time.monotonic() - self.start) * self.load.a_second))
        return min(self.load.messages, len(self.seconds) + OPEN)

    def _update(self, number: int) -> dict[str, Any]:
        return said(number, f"{SECRET_WORD} {number}", user=self.load.chat(number))

    def _note(self, chat: int) -> None:
        self.heard = time.monotonic()
        self.moved.set()
        if self.due[chat]:
            self.seconds.append(self.heard - self.due[chat].popleft())


@contextmanager
def feeding(load: Load, kind: "type[Feed]" = Feed) -> Iterator[tuple[str, Connection]]:
    """Start a feed; yield the base URL of its Bot API, and where its Outcome will be."""
    context = get_context("spawn")
    ours, its = context.Pipe()
    process = context.Process(target=_run, args=(kind, load, its), daemon=True)
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        process.kill()
        process.join()


def _run(kind: type[Feed], load: Load, pipe: Connection) -> None:
    asyncio.run(kind(load).run(pipe))
