"""Updates that Telegram brings: they are safe in the inbox before it hears 200, else it keeps them."""

import asyncio
import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot import config
from bot.errors import CannotRun
from handlers import connections
from handlers.api.polling import KINDS, numbered
from handlers.application import Face
from handlers.health_pages import pages
from handlers.refusals import Refusals

LARGEST = 1_000_000  # bytes of a body; Telegram's updates have a few thousand
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # from the Bot API's setWebhook
CONNECTIONS = 40  # that Telegram may open at once: its own default


@dataclass(frozen=True)
class Webhook:
    """Where Telegram brings updates, and the secret that it says."""

    url: str
    secret: str
    listen: str
    port: int

    @property
    def announcement(self) -> dict[str, Any]:
        """The parameters of setWebhook."""
        return {
            "url": self.url,
            "secret_token": self.secret,
            "allowed_updates": KINDS,
            "max_connections": CONNECTIONS,
        }

    def listening(self) -> socket.socket:
        """Have the port. Raises CannotRun where it is not free, or the address is not this machine's."""
        return _listening(self.listen, self.port, "telegram.webhook")

    async def run(self, face: Face) -> None:
        """Take updates in until cancelled. Raises CannotRun where the port is not free."""
        await serve(site(face, self), self.listen, self.port, "telegram.webhook")


async def serve(app: Starlette, listen: str, port: int, setting: str) -> None:
    """Serve web pages until cancelled. Raises CannotRun where the port is not free."""
    listener = _listening(listen, port, setting)
    asyncio.get_running_loop().set_exception_handler(connections.NoFileLeft())
    server = Server(connections.configured(app))
    app.state.connections = server.server_state.connections
    try:
        await server.serve(sockets=[listener])
    finally:
        listener.close()


def _listening(listen: str, port: int, setting: str) -> socket.socket:
    try:
        return socket.create_server((listen, port), backlog=connections.BACKLOG)
    except OSError as error:
        raise CannotRun(f"{setting}: {listen}:{port}: {error.strerror}") from None


class Server(uvicorn.Server):
    """uvicorn without its own signal handlers: handlers.serving has them."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def webhook(settings: config.Webhook) -> Webhook | None:
    """Return the webhook of a configuration, or None for polling. Raises CannotRun where it has no good secret."""
    if not settings.url:
        return None
    secret = settings.secret.get_secret_value() if settings.secret else ""
    if not SECRET.fullmatch(secret):
        raise CannotRun(
            "telegram.webhook.secret: a webhook needs a secret of 1 to 256 letters, digits, - and _ "
            "(KMZERO_TELEGRAM__WEBHOOK__SECRET)"
        )
    return Webhook(settings.url, secret, settings.listen, settings.port)


def site(face: Face, hook: Webhook) -> Starlette:
    """Return the web application: the webhook, /healthz and /metrics, and the pages of the web face."""
    path = urlsplit(hook.url).path or "/"
    refusals = Refusals(face.metrics, path, hook.secret)

    async def receive(request: Request) -> Response:
        if not refusals.knows(request):
            return refusals.secret(request)
        try:
            update = await _read(request)
        except TooLarge:
            return refusals.body(413, f"it has more than {LARGEST} bytes")
        except (ValueError, RecursionError, ClientDisconnect):
            return refusals.body(400, "it is not an update")
        return await _keep(face, update)

    async def elsewhere(request: Request) -> Response:
        return refusals.path(request)

    routes = [Route(path, receive, methods=["POST"]), *pages(face), *face.web_pages]
    return Starlette(routes=[*routes, Route("/{other:path}", elsewhere, methods=["POST"])])


class TooLarge(Exception):
    """The body is larger than any update."""


async def _read(request: Request) -> dict[str, Any]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise TooLarge
    update = json.loads(body)
    if not isinstance(update, dict) or not numbered(update):
        raise ValueError("not an update")
    return update


async def _keep(face: Face, update: dict[str, Any]) -> Response:
    try:
        await face.take_in([update])
    except SQLAlchemyError:
        return Response(status_code=503)  # Telegram keeps the update and brings it again
    return Response()
