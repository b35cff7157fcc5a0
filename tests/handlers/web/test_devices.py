"""The devices of a desk: one more by a link that opens once, one less at once."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.people import web_links
from handlers.web.visit import Web
from tests.handlers.web.conftest import URL, Clock
from tests.handlers.web.visitor import Visitor

HERE, ORG = "/desk/devices", "banco-nove"
Opened = Callable[..., Awaitable[Visitor]]


@pytest.fixture
async def page(opened: Opened) -> Visitor:
    """A desk that is open on one device."""
    found = await opened("partner", ORG)
    return await found.open(HERE)


async def added(page: Visitor) -> str:
    await page.press("Aggiungi un telefono o un computer")
    found = [word for word in page.text.split() if word.startswith(f"{URL}/open/")]
    assert len(found) == 1
    assert 'src="data:image/png;base64,' in page.answer.text
    return found[0].removeprefix(URL)


async def test_another_device_is_added_by_a_link_that_opens_once(
    page: Visitor, visitors: Callable[[], Visitor]
) -> None:
    assert "Aperto il 24 novembre. È questo." in page.text
    link, other, third = await added(page), visitors(), visitors()
    await other.open(link)
    await other.press("Apri qui")
    assert "Lo sportello di" in other.text
    assert "già stato aperto" in (await third.open(link)).text
    await page.open(HERE)
    assert page.text.count("Aperto il 24 novembre") == 2
    assert link.rpartition("/")[2] not in page.answer.text, "shown once"


async def test_a_link_for_another_device_is_good_for_a_day(page: Visitor, visitor: Visitor, clock: Clock) -> None:
    link = await added(page)
    clock.now += timedelta(days=1)
    assert "scaduto" in (await visitor.open(link)).text
    assert "non ancora aperto" not in (await page.open(HERE)).text


async def test_a_device_that_is_lost_is_closed_from_another(page: Visitor, opened: Opened) -> None:
    lost = await opened("partner", ORG)
    await page.open(HERE)
    form = next(one for one in page.page.forms if "Chiudi" in one.buttons)
    await page.client.post(form.action, data=form.fields)
    assert (await lost.open("/desk")).status == 403
    assert (await page.open("/desk")).status == 200


async def test_whoever_closes_here_is_out(page: Visitor) -> None:
    await page.press("Chiudi qui")
    assert page.status == 403
    assert "chi coordina la rete" in page.text


async def test_no_key_closes_nothing_and_no_other_organizations_device(page: Visitor, opened: Opened, web: Web) -> None:
    other = await opened("partner", "il-girasole")
    with web.house.store.read() as tx:
        theirs = web_links.listing(tx, "partner", web.clock(), "il-girasole")[0].key
    form = next(one for one in page.page.forms if "Chiudi qui" in one.buttons)
    for key in ("", theirs):
        await page.client.post(form.action, data={**form.fields, "key": key})
    assert (await other.open("/desk")).status == 200
    assert (await page.open("/desk")).status == 200


async def test_of_another_organization_nothing_is_listed(page: Visitor, opened: Opened) -> None:
    await opened("partner", "il-girasole")
    assert (await page.open(HERE)).text.count("Aperto il") == 1
