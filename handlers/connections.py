"""Connections to the webhook: one whose request is not whole in time, or that newer ones find no room for, is closed.

uvicorn's own time runs between two requests alone, and each byte stops it; its limit refuses who comes, not who idles.
"""

import asyncio
import logging
from typing import Any

import h11
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.store.open_files import none_left
from handlers.logs import NO_FILE_LEFT, Seldom

SECONDS = 10.0  # for a whole request, head and body, from the connection or from the answer before it
WAITING = 200  # connections whose request is not whole yet; of more the oldest is closed
ALL = 400  # connections; who asks for something while there are so many hears 503
BACKLOG = 200  # taken at once; with those above it stays far below the 1,024 files that a process usually has
ONCE = 60.0  # seconds between two lines about files that are missing

log = logging.getLogger(__name__)


def configured(site: Starlette) -> uvicorn.Config:
    """Return uvicorn's configuration for a site with such connections."""
    return uvicorn.Config(
        site,
        http=Connection,
        limit_concurrency=ALL,
        backlog=BACKLOG,
        log_config=None,
        access_log=False,
        lifespan="off",
    )


class Connection(H11Protocol):
    """One connection; while its request is not whole a timer runs."""

    timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        super().connection_made(transport)
        self._watch()
        waiting = [one for one in self.connections if isinstance(one, Connection) and one.timer]
        if len(waiting) > WAITING:
            min(waiting, key=lambda one: one.timer.when() if one.timer else 0.0).end()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._calm()
        super().connection_lost(exc)

    def end(self) -> None:
        """Close it at once, whatever it still had to say."""
        self._calm()
        self.transport.abort()

    def _watch(self) -> None:
        if self.transport.is_closing() or self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._calm()
        elif self.timer is None:
            self.timer = self.loop.call_later(SECONDS, self.end)

    def _calm(self) -> None:
        if self.timer:
            self.timer.cancel()
            self.timer = None


class NoFileLeft:
    """asyncio's handler of errors: it waits with the next connection by itself, and would say so a hundred times."""

    def __init__(self) -> None:
        self._seldom = Seldom(ONCE)

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if not none_left(context.get("exception")):
            loop.default_exception_handler(context)
        elif self._seldom.due():
            log.error("connections wait: %s", NO_FILE_LEFT)
