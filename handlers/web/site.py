"""All pages of the web face, joined. A page is a row of a module's ROWS: see visit.py for what it gets and gives."""

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.assembly import House, now
from bot.catalogue.text import LANGUAGES
from handlers.web import (
    badges,
    company,
    company_kit,
    coordination,
    coordination_lists,
    desk,
    desk_codes,
    devices,
    headers,
    landing,
    opening,
    preview,
    public,
    scanning,
    valid,
)
from handlers.web.answering import Endpoint, Workers, endpoint, language_of, missing
from handlers.web.gate import Gate, busy
from handlers.web.rendering import STATIC, TYPES
from handlers.web.visit import Web
from handlers.worker import Worker

ROWS = (
    *public.ROWS,
    *landing.ROWS,
    *preview.ROWS,
    *opening.ROWS,
    *desk.ROWS,
    *desk_codes.ROWS,
    *scanning.ROWS,
    *devices.ROWS,
    *badges.ROWS,
    *valid.ROWS,
    *company.ROWS,
    *company_kit.ROWS,
    *coordination.ROWS,
    *coordination_lists.ROWS,
)
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
    gate = Gate()
    rows = [Route(row.path, _behind(gate, endpoint(web, workers, row)), methods=[row.method]) for row in ROWS]
    others = (("/static/{name}", _static), ("/{nothing:path}", missing(web, workers)))
    return [*rows, *(Route(path, _behind(gate, page)) for path, page in others)]


def _behind(gate: Gate, page: Endpoint) -> Endpoint:
    async def answer(request: Request) -> Response:
        with gate.passing(request) as free:
            return await page(request) if free else busy(language_of(request) or LANGUAGES[0])

    return answer


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        return Response(status_code=404)
    kept = {**headers.headers(), "Cache-Control": f"public, max-age={YEAR}, immutable"}
    return Response(STATIC[name], 200, kept, TYPES["." + name.rpartition(".")[2]])
