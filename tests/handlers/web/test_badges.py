"""A badge at the desk, on the page that its address opens: nothing is taken by looking, and once by a press."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.partners import badges
from bot.people.keys import Keys
from bot.store.partners import badge_used
from handlers.web.visit import Web
from tests.cast import NOON
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

OFFER, OTHER = "gomme-e-tagliando-badge", "casa-sicura-rete"
Opened = Callable[..., Awaitable[Visitor]]


@pytest.fixture
def desk(web: Web) -> str:
    """The organization whose offer needs no code."""
    with web.house.store.read() as tx:
        return web.edition(tx).catalogue.offers[OFFER][0].organization.id


def path(house: House, offer: str = OFFER, keys: Keys | None = None) -> str:
    return "/b/" + badges.make(keys or house.keys, offer, NOON)


async def test_a_good_badge_says_what_it_gives_and_is_marked_by_one_press(
    house: House, opened: Opened, desk: str
) -> None:
    page, badge = await opened("partner", desk), path(house)
    for _ in range(3):  # as cameras and previews do
        assert "Valido" in (await page.open(badge)).text
    assert "fino alle 12:10" in page.text
    with house.store.read() as tx:
        assert tx.execute(select(badge_used)).all() == [], "looking takes nothing"
    await page.press("Segna come usato")
    assert (page.status, "Segnato" in page.text) == (200, True)
    assert "Segnato" in (await page.open(str(page.answer.url))).text, "loaded again, it says the same"
    assert "Già usato" in (await page.open(badge)).text


async def test_a_double_press_marks_once_and_says_so_twice(house: House, opened: Opened, desk: str) -> None:
    page = await opened("partner", desk)
    await page.open(path(house))
    first = page.page.forms[0]
    for _ in range(2):
        answer = await page.client.post(first.action, data=first.fields, follow_redirects=True)
        assert "Segnato" in answer.text


async def test_what_was_marked_by_mistake_is_undone_and_good_again(
    house: House, opened: Opened, desk: str, clock: Clock
) -> None:
    page, badge = await opened("partner", desk), path(house)
    await page.open(badge)
    await page.press("Segna come usato")
    await page.press("Annulla (fino alle 12:20)")
    assert "Valido" in page.text
    await page.press("Segna come usato")
    clock.now += timedelta(minutes=19)
    assert "Annulla" in (await page.open(str(page.answer.url))).text
    clock.now += timedelta(minutes=1)
    assert "Annulla" not in (await page.open(str(page.answer.url))).text


async def test_a_copy_shown_on_another_device_is_refused(house: House, opened: Opened, desk: str) -> None:
    one, other, badge = await opened("partner", desk), await opened("partner", desk), path(house)
    await one.open(badge)
    await other.open(badge)
    await one.press("Segna come usato")
    await other.press("Segna come usato")
    assert "Già usato" in other.text


@pytest.mark.parametrize("case", [(10, OFFER, "Scaduto"), (0, OTHER, "Non è per voi"), (-20, OFFER, "Scaduto")])
async def test_an_old_badge_and_another_organizations_say_so(
    house: House, opened: Opened, desk: str, clock: Clock, case: tuple[int, str, str]
) -> None:
    minutes, offer, said = case
    page = await opened("partner", desk)
    clock.now += timedelta(minutes=minutes)
    await page.open(path(house, offer))
    assert said in page.text
    assert not page.page.forms, "nothing to press"


@pytest.mark.parametrize("wrong", ["b1.AAAA", "ciao", "<script>", "%00", "b1." + "A" * 3_000])
async def test_any_other_address_is_no_badge(opened: Opened, desk: str, wrong: str) -> None:
    page = await opened("partner", desk)
    assert "Non si legge" in (await page.open(f"/b/{wrong}")).text


async def test_another_networks_badge_is_said_to_be_so(opened: Opened, house: House, desk: str) -> None:
    page = await opened("partner", desk)
    assert "Di un’altra rete" in (await page.open(path(house, keys=Keys(b"2" * 32)))).text


async def test_a_forged_badge_is_said_to_be_none_of_ours(house: House, opened: Opened, desk: str) -> None:
    page = await opened("partner", desk)
    assert "Non è nostro" in (await page.open(path(house)[:-6] + "AAAAAA")).text


async def test_who_is_no_desk_is_told_what_it_is(house: House, visitor: Visitor, opened: Opened) -> None:
    assert (await visitor.open(path(house))).status == 403
    assert "fallo inquadrare a chi sta allo sportello" in visitor.text
    company = await opened("company", "biomed-padana")
    assert (await company.open(path(house))).status == 403
    answer = await company.client.post(path(house) + "/look")
    assert answer.status_code == 403
    with house.store.read() as tx:
        assert tx.execute(select(badge_used)).all() == []


async def test_a_form_without_its_token_takes_nothing(house: House, opened: Opened, desk: str) -> None:
    page = await opened("partner", desk)
    assert (await page.client.post(path(house) + "/look")).status_code == 403
    with house.store.read() as tx:
        assert tx.execute(select(badge_used)).all() == []


async def test_nothing_on_the_page_leads_to_a_person_or_a_company(house: House, opened: Opened, desk: str) -> None:
    page = await opened("partner", desk)
    await page.open(path(house))
    with house.store.read() as tx:
        names = [one.name for one in house.concierge.live.edition(tx).catalogue.companies.values()]
    assert not [name for name in names if name in page.answer.text]
