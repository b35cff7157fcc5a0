"""/healthz and /metrics, of every process that listens: the truth within two seconds, whatever the database does."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from handlers.application import Face

UNHEALTHY = 503


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

    return [Route("/healthz", healthz), Route("/metrics", metrics)]


async def _stored(face: Face) -> bytes:
    """Return the figures of the database; none of them where it does not answer, rather than old ones."""
    try:
        return await face.health.ask(face.measure)
    except (SQLAlchemyError, TimeoutError):
        return b""
