"""What every test of the pages needs: the house behind them, and visitors with browsers of their own."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.assembly import House, assemble
from bot.people import web_links
from bot.people.web_links import Role
from handlers.web.site import pages, workers_of
from handlers.web.visit import Web
from tests.cast import NOON
from tests.conftest import settings_for
from tests.handlers.web.visitor import Visitor

URL = "https://welfare.example.org"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(database: Path) -> Iterator[House]:
    """The real house, not the echoing one of the folder above, on its own copy of the published database."""
    built = assemble(settings_for(database))
    yield built
    built.close()


@pytest.fixture
def web(house: House, clock: Clock) -> Web:
    """The pages of the shipped network, at noon. Override with `any_house` for both databases."""
    return Web(house, URL, robots=False, clock=clock)


@pytest.fixture
async def visitors(web: Web) -> AsyncIterator[Callable[[], Visitor]]:
    """Make visitors, each with cookies of their own."""
    workers = workers_of(web.house)
    transport = httpx.ASGITransport(Starlette(routes=pages(web, workers)))
    made: list[httpx.AsyncClient] = []

    def make(**more: Any) -> Visitor:
        client = httpx.AsyncClient(transport=transport, base_url=URL, headers={"Accept-Language": "it"}, **more)
        made.append(client)
        return Visitor(client)

    yield make
    for client in made:
        await client.aclose()
    workers.close()


@pytest.fixture
def visitor(visitors: Callable[[], Visitor]) -> Visitor:
    """Somebody who only looks."""
    return visitors()


@pytest.fixture
def link(web: Web) -> Callable[..., str]:
    """Make a one-time link of a role and return its path."""

    def make(role: Role, owner: str, **more: Any) -> str:
        with web.house.store.write() as tx:
            network = web.edition(tx).catalogue.network.id
            return "/open/" + web_links.create(tx, role, owner, now=web.clock(), network=network, **more)

    return make


@pytest.fixture
def opened(visitors: Callable[[], Visitor], link: Callable[..., str]) -> Callable[..., Any]:
    """Return a visitor whose browser is one of a role."""

    async def make(role: Role, owner: str) -> Visitor:
        found = visitors()
        await found.open(link(role, owner))
        return await found.press("Apri qui")

    return make
