"""How many pages are asked for at once and in a second: what is above hears "busy" before anything is read or opened.

So strangers slow down neither the conversation nor the webhook, which have the same process and the same listener.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.catalogue.text import Language
from handlers.logs import Seldom
from handlers.web import headers
from handlers.web.rendering import render, words

RATE = 64.0  # requests a second, files of the pages among them
BURST = 300  # that may come at once after a calm time
AT_ONCE = 40  # that are read or answered at the same time
CONNECTIONS = 300  # of the process; the rest of handlers.connections.ALL is Telegram's
ONCE = 60.0  # seconds between two lines in the log
AGAIN = "3"  # seconds after which a browser may try again

log = logging.getLogger(__name__)


class Gate:
    """One for all pages of a process: a token bucket, and a number of requests in course. For one event loop."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left, self._at = float(BURST), clock()
        self._inside = 0
        self._seldom = Seldom(ONCE)

    @contextmanager
    def passing(self, request: Request) -> Iterator[bool]:
        """Tell whether a request may be answered, and count it while it is."""
        now = self._clock()
        self._left, self._at = min(BURST, self._left + (now - self._at) * RATE), now
        open_now: set[Any] = getattr(request.app.state, "connections", set())
        if self._left < 1 or self._inside >= AT_ONCE or len(open_now) > CONNECTIONS:
            if self._seldom.due():
                log.warning("pages: more requests than are answered; the others hear that it is busy")
            yield False
            return
        self._left -= 1
        self._inside += 1
        try:
            yield True
        finally:
            self._inside -= 1


@cache
def busy(language: Language) -> Response:
    """Return what is said to who comes too much, made once."""
    about = {"why": "busy", "network": None, "languages": (), "form_token": "", "robots": False, "url": "", "here": "/"}
    sent = headers.headers() | {"Retry-After": AGAIN, "Connection": "close"}
    return Response(render("refused.html", {"words": words(language), **about}), 503, sent, "text/html; charset=utf-8")
