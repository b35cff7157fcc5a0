"""An organization's figures: people as reports tell them, codes as it marked them, and words for what is hidden."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import insert

from bot.insight import events, publishing
from bot.insight.events import Thing
from bot.insight.quarters import Quarter
from bot.people.members import Person
from bot.store.evaluation import evaluation, evaluation_page
from bot.store.partners import redemption
from handlers.web.visit import Web
from tests.handlers.web.visitor import Visitor

OFFER = "dieci-film-carnet"
SUMMER, IN_SUMMER, AFTER = Quarter(2026, 3), date(2026, 8, 3), date(2026, 10, 2)
THEN = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)
Opened = Callable[..., Any]


def of(web: Web, offer: str = OFFER) -> tuple[str, str, str]:
    """Return the organization of an offer, its service and the service's name."""
    with web.house.store.read() as tx:
        entry = web.edition(tx).catalogue.offers[offer][0]
    return entry.organization.id, entry.id, entry.service.name.of("it")


def count(web: Web, people: int, *things: Thing) -> None:
    with web.house.store.write() as tx:
        for number in range(people):
            me = Person(web.house.keys.person("biomed-padana", f"user {number}"), "biomed-padana", "it")
            events.note(tx, web.house.keys, me, [Thing("reached"), *things], IN_SUMMER)


def publish(web: Web, organization: str) -> None:
    with web.house.store.read() as tx:
        catalogue = web.edition(tx).catalogue
    house, owner = web.house, ("organization", organization)
    publishing.hand_out(house.store, house.keys, catalogue, owner, SUMMER, today=AFTER, now=THEN)  # type: ignore[arg-type]


def mark(web: Web, offer: str, codes: int, day: date) -> None:
    """Mark codes as used, as the desk keeps them."""
    rows = [
        {"mark": web.house.keys.redemption(offer, f"{day}-{n}"), "content": web.house.keys.pack(offer, str(day))}
        for n in range(codes)
    ]
    with web.house.store.write() as tx:
        tx.execute(insert(redemption), rows)


async def test_people_are_told_by_the_report_and_codes_by_who_marked_them(opened: Opened, web: Web) -> None:
    organization, service, name = of(web)
    count(web, 43, Thing("shown", service))
    count(web, 12, Thing("taken"), Thing("claimed", service))
    count(web, 4, Thing("refused", service))
    publish(web, organization)
    mark(web, OFFER, 7, IN_SUMMER)
    mark(web, OFFER, 2, date(2026, 11, 20))
    desk: Visitor = await opened("partner", organization)
    await desk.open("/desk")
    await desk.follow("I vostri numeri")
    now, summer = desk.text.partition("terzo trimestre del 2026")[::2]
    assert "Codici che avete segnato come usati 2" in now
    assert "Persone che" not in now.partition("quarto trimestre del 2026")[2], "an open quarter tells nobody"
    mine = summer.partition(name)[2].partition("Perché no")[0]
    assert "Persone che lo hanno visto 45" in mine
    assert "Persone che hanno preso lo sconto 10" in mine
    assert "Persone a cui non è stato accettato nascosto" in mine
    assert "Codici che avete segnato come usati 7" in mine
    assert "«Nascosto» vuol dire meno di 10 persone" in desk.text


async def test_ten_who_were_not_accepted_are_told(opened: Opened, web: Web) -> None:
    organization, service, _ = of(web)
    count(web, 40, Thing("shown", service), Thing("taken"), Thing("claimed", service))
    count(web, 11, Thing("refused", service))
    publish(web, organization)
    desk: Visitor = await opened("partner", organization)
    assert "Persone a cui non è stato accettato 10" in (await desk.open("/desk/figures")).text


async def test_before_the_first_report_and_evaluation_it_says_when_they_come(opened: Opened, web: Web) -> None:
    desk: Visitor = await opened("partner", of(web)[0])
    await desk.open("/desk/figures")
    assert "Persone e sconti si contano a trimestre finito" in desk.text
    assert "I motivi si leggono nella valutazione" in desk.text
    assert (await desk.open("/desk/figures/evaluation")).status == 404


async def test_reasons_are_those_of_the_last_evaluation_and_its_page_is_the_organizations(
    opened: Opened, web: Web
) -> None:
    mine, other = of(web)[0], "banco-nove"
    told = [["network", "network", "reason", "full", 35], ["network", "network", "reason", "code", None]]
    with web.house.store.write() as tx:
        values = {"id": "due-anni", "ends_on": AFTER, "published_at": THEN, "figures": {"told": told}}
        tx.execute(insert(evaluation).values(values))
        for owner in (mine, other):
            page = {"evaluation": "due-anni", "kind": "organization", "owner": owner, "name": f"{owner}.html"}
            tx.execute(insert(evaluation_page).values(content=f"<p>di {owner}</p>".encode(), **page))
    desk: Visitor = await opened("partner", mine)
    await desk.open("/desk/figures")
    assert "Non c'era posto 35" in desk.text
    assert "Lo sconto non è stato accettato" in desk.text.partition("Nascosti, perché")[2]
    await desk.follow("Apri la vostra pagina della valutazione")
    assert desk.answer.content == f"<p>di {mine}</p>".encode()
    assert "sandbox" in desk.answer.headers["content-security-policy"]


async def test_nothing_of_another_organization_is_shown(opened: Opened, web: Web) -> None:
    organization, service, name = of(web)
    count(web, 40, Thing("shown", service), Thing("taken"), Thing("claimed", service))
    publish(web, organization)
    mark(web, OFFER, 77, IN_SUMMER)
    foe: Visitor = await opened("partner", "banco-nove")
    await foe.open("/desk/figures")
    assert name not in foe.text
    assert "77" not in foe.text
    assert "40" not in foe.text


@pytest.mark.parametrize("path", ["/desk/figures", "/desk/figures/evaluation", "/desk/codes"])
async def test_no_other_role_comes_in(opened: Opened, visitor: Visitor, path: str) -> None:
    company: Visitor = await opened("company", "biomed-padana")
    for other in (visitor, company):
        assert (await other.open(path)).status == 403
