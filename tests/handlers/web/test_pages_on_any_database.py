"""What companies and organizations do on their pages is done once, whichever database there is."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.assembly import House
from bot.editorial import audit
from bot.store.tables import invite, pool_code
from bot.vouchers import imports
from handlers.web.visit import Web
from tests.handlers.web.conftest import URL, Clock
from tests.handlers.web.visitor import Visitor

OFFER = "dieci-film-carnet"
AT_ONCE = 8
Opened = Callable[..., Any]


@pytest.fixture
def web(any_house: House, clock: Clock) -> Web:
    return Web(any_house, URL, robots=False, clock=clock)


async def at_once(visitor: Visitor, address: str) -> set[int]:
    """Send one form several times before the first is answered."""
    token = next(form.fields["token"] for form in visitor.page.forms if "token" in form.fields)
    sent = [visitor.client.post(address, data={"token": token}) for _ in range(AT_ONCE)]
    return {answer.status_code for answer in await asyncio.gather(*sent)}


async def test_codes_pressed_eight_times_at_once_come_in_once_and_go_once(opened: Opened, web: Web) -> None:
    with web.house.store.read() as tx:
        owner = web.edition(tx).catalogue.offers[OFFER][0].organization.id
    desk: Visitor = await opened("partner", owner)
    await desk.open(f"/desk/codes/{OFFER}")
    await desk.press("Guarda che cosa c’è", codes="FILM-NEW1\nFILM-NEW2")
    address = str(desk.answer.url)
    assert await at_once(desk, f"{address}/take") == {303}
    assert "2 codici nuovi." in (await desk.open(address)).text
    with web.house.store.read() as tx:
        assert len([one for one in imports.listing(tx) if one.organization == owner]) == 1
        assert [one.deed.act for one in audit.listing(tx)] == ["import-codes"]
    assert await at_once(desk, f"{address}/undo") == {303}
    with web.house.store.read() as tx:
        assert [one.deed.act for one in audit.listing(tx)] == ["undo-codes", "import-codes"]
        fresh = pool_code.c.code.in_(["FILM-NEW1", "FILM-NEW2"])
        assert tx.execute(select(func.count()).select_from(pool_code).where(fresh)).scalar_one() == 0


async def test_a_kit_and_a_request_to_leave_pressed_eight_times_at_once_are_one(opened: Opened, web: Web) -> None:
    company: Visitor = await opened("company", "biomed-padana")
    assert await at_once(company, "/company/kit") == {303}
    assert await at_once(company, "/company/leave") == {303}
    with web.house.store.read() as tx:
        assert tx.execute(select(func.count()).select_from(invite)).scalar_one() == 5
        assert sorted(one.deed.act for one in audit.listing(tx)) == ["kit", "leave"]
