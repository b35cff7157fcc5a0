"""All pages of the web face, joined. A page is a row of a module's ROWS: see visit.py for what it gets and gives."""

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.assembly import House, now
from handlers.web import coordination, coordination_lists, headers, opening
from handlers.web.answering import Workers, endpoint, missing
from handlers.web.rendering import STATIC, TYPES
from handlers.web.visit import Web
from handlers.worker import Worker

ROWS = (*opening.ROWS, *coordination.ROWS, *coordination_lists.ROWS)
YEAR = 31_536_000  # seconds that a file with its digest in the address may be kept


def web_of(house: House, clock: Callable[[], datetime] = now) -> Web:
    """Return what the pages of a house share."""
    chosen = house.settings.web
    return Web(house, chosen.url or "", chosen.robots, clock)


def workers_of(house: House) -> Workers:
    """Return the threads of the pages."""
    return Workers(Worker(house.store), Worker(house.store))


def pages(web: Web, workers: Workers) -> list[BaseRoute]:
    """Return the routes of all pages, and of the files that they need."""
    rows = [Route(row.path, endpoint(web, workers, row), methods=[row.method]) for row in ROWS]
    return [*rows, Route("/static/{name}", _static), Route("/{nothing:path}", missing(web, workers))]


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        return Response(status_code=404)
    kept = {**headers.headers(), "Cache-Control": f"public, max-age={YEAR}, immutable"}
    return Response(STATIC[name], 200, kept, TYPES["." + name.rpartition(".")[2]])
