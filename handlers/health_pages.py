"""/healthz and /metrics, of every process that listens: the truth within two seconds, whatever the database does.

They stay inside: who comes through the web server in front finds nothing here.
"""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from handlers.application import Face

UNHEALTHY = 503
PASSED_ON = ("x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip")  # what a web server in front adds

Page = Callable[[Request], Awaitable[Response]]


def pages(face: Face) -> list[Route]:
    """Return the two pages."""

    async def healthz(_request: Request) -> Response:
        found = await face.health.troubles()
        if not found:
            return PlainTextResponse("ok")
        return PlainTextResponse("".join(f"{one}\n" for one in found), status_code=UNHEALTHY)

    async def metrics(_request: Request) -> Response:
        found, stored = await asyncio.gather(face.health.troubles(), _stored(face))
        return PlainTextResponse(face.metrics.health(found) + stored)

    host = urlsplit(face.web_url).netloc if face.web_url else ""
    return [Route(path, _inside(page, host)) for path, page in (("/healthz", healthz), ("/metrics", metrics))]


def _inside(page: Page, host: str) -> Page:
    """Show a page to who asks this process itself, by another name than that of the pages for everybody."""

    async def answer(request: Request) -> Response:
        named = host and request.headers.get("host") == host and not host.startswith(("127.0.0.1", "localhost"))
        if named or any(header in request.headers for header in PASSED_ON):
            return Response(status_code=404)
        return await page(request)

    return answer


async def _stored(face: Face) -> bytes:
    """Return the figures of the database; none of them where it does not answer, rather than old ones."""
    try:
        return await face.health.ask(face.measure)
    except (SQLAlchemyError, TimeoutError):
        return b""
