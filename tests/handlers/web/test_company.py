"""A company's page: its kit, its report, what it is never told, and the way out that somebody has to confirm."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.conversation import notices
from bot.coordination import leaving
from bot.editorial import audit
from bot.insight import events, ledger, publishing
from bot.insight.events import Thing
from bot.insight.quarters import Quarter
from bot.people import invites, roles, tokens
from bot.people.members import Person
from bot.store.tables import invite
from handlers.web.visit import Web
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

MINE, OTHER, TINY = "biomed-padana", "ceramiche-secchia", "studio-goldoni"
SUMMER, IN_SUMMER, AFTER = Quarter(2026, 3), date(2026, 8, 3), date(2026, 10, 2)
Opened = Callable[..., Any]


@pytest.fixture
async def company(opened: Opened) -> Visitor:
    found: Visitor = await opened("company", MINE)
    return found


def count(web: Web, of: str, people: int, *things: Thing) -> None:
    with web.house.store.write() as tx:
        for number in range(people):
            me = Person(web.house.keys.person(of, f"user {number}"), of, "it")
            events.note(tx, web.house.keys, me, [Thing("reached"), *things], IN_SUMMER)


def hand_out(web: Web, of: str) -> dict[str, bytes]:
    with web.house.store.read() as tx:
        catalogue = web.edition(tx).catalogue
    moment = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)
    return publishing.hand_out(
        web.house.store, web.house.keys, catalogue, ("company", of), SUMMER, today=AFTER, now=moment
    )


def links_in(text: str) -> set[str]:
    return set(re.findall(r"/i/([\w-]{28})", text))


async def test_the_kit_of_a_day_is_one_however_often_it_is_asked_for(company: Visitor, web: Web) -> None:
    await company.press("Prepara un kit nuovo")
    assert "Il kit del 24 novembre" in company.text
    first = str(company.answer.url)
    await company.open("/company")
    await company.press("Prepara un kit nuovo")
    assert str(company.answer.url) == first
    with web.house.store.read() as tx:
        made = invites.listing(tx, MINE, web.clock())
    assert sorted(one.place for one in made) == sorted(place for place in invites.PLACES if place != "other")
    await company.open("/company")
    assert "Apri il kit del 24 novembre" in company.page.links


async def test_each_file_has_the_links_that_the_archive_has_and_they_open_the_door(company: Visitor, web: Web) -> None:
    await company.press("Prepara un kit nuovo")
    page = str(company.answer.url)
    await company.follow("Testo da incollare con l’immagine: Chat di gruppo, italiano")
    (alone,) = links_in(company.answer.text)
    await company.open(page)
    await company.follow("Scarica tutto (zip)")
    assert company.answer.headers["content-disposition"].startswith("attachment")
    with zipfile.ZipFile(io.BytesIO(company.answer.content)) as archive:
        names = archive.namelist()
        (inside,) = links_in(archive.read(f"{MINE}-group-chat-it.txt").decode())
    assert inside == alone
    assert len(names) == len([label for label in (await company.open(page)).page.links if ":" in label])
    with web.house.store.read() as tx:
        found = invites.look(tx, alone, web.clock(), web.edition(tx).catalogue.network.id)
    assert isinstance(found, invites.Invite)
    assert (found.company, found.place, found.closed) == (MINE, "group-chat", None)


async def test_a_new_day_has_new_links_and_the_old_ones_stay_good(company: Visitor, web: Web, clock: Clock) -> None:
    await company.press("Prepara un kit nuovo")
    clock.now += timedelta(days=1)
    await company.open("/company")
    await company.press("Prepara un kit nuovo")
    assert "Il kit del 25 novembre" in company.text
    with web.house.store.read() as tx:
        made = invites.listing(tx, MINE, web.clock())
    assert len(made) == len({one.key for one in made}) == 10
    assert not [one for one in made if one.closed]


async def test_a_kit_of_another_company_or_that_was_never_made_or_was_closed_is_not_there(
    company: Visitor, opened: Opened, web: Web
) -> None:
    other: Visitor = await opened("company", OTHER)
    await other.press("Prepara un kit nuovo")
    theirs = str(other.answer.url)
    for address in (theirs, f"{theirs}/{OTHER}-payslip.pdf", "/company/kit/2020-01-01", "/company/kit/oggi"):
        assert (await company.open(address)).status == 404
    with web.house.store.write() as tx:
        invites.revoke(tx, OTHER, web.clock(), place="payslip")
    assert (await other.open(theirs)).status == 404


async def test_who_made_the_kit_is_in_the_audit_and_the_table_keeps_no_token(company: Visitor, web: Web) -> None:
    await company.press("Prepara un kit nuovo")
    await company.follow("Testo da incollare con l’immagine: Intranet, inglese")
    (token,) = links_in(company.answer.text)
    with web.house.store.read() as tx:
        (entry,) = audit.listing(tx)
        keys = set(tx.execute(select(invite.c.token_hash)).scalars())
    assert (entry.deed.act, entry.deed.subject, entry.company, entry.role) == ("kit", MINE, MINE, None)
    assert tokens.key_of(token) in keys


async def test_the_report_is_the_one_that_its_people_see_to_the_byte(company: Visitor, web: Web) -> None:
    assert "Il primo rapporto arriva dopo la fine del trimestre" in company.text
    assert (await company.open("/company/report")).status == 404
    count(web, MINE, 60, Thing("place", "canteen"))
    files = hand_out(web, MINE)
    await company.open("/company")
    assert "Mensa" not in company.text or "2026Q3" in company.text
    await company.follow("Apri tutto il rapporto")
    assert company.answer.content == next(file for name, file in files.items() if name.endswith(".html"))
    assert "sandbox" in company.answer.headers["content-security-policy"]
    assert company.answer.headers["content-disposition"].startswith("inline")
    await company.open("/company/report.png")
    assert company.answer.content == next(file for name, file in files.items() if name.endswith(".it.png"))


async def test_places_are_the_reports_and_do_not_grow_while_people_come(company: Visitor, web: Web) -> None:
    count(web, MINE, 60, Thing("place", "canteen"))
    count(web, OTHER, 60)
    hand_out(web, MINE)
    with web.house.store.write() as tx:
        token = invites.create(tx, MINE, web.clock(), place="intranet")
        before = (await company.open("/company")).text
        for _ in range(40):
            invites.enter(tx, tokens.key_of(token), web.clock())
    with web.house.store.read() as tx:
        told = ledger.find(tx, "company", MINE, SUMMER).tables["place"]
    after = (await company.open("/company")).text
    assert before == after
    assert told["canteen"] == 60
    assert "Mensa 60" in after
    assert "Ancora troppo poche" in after
    assert "Intranet" in after.partition("Ancora troppo poche")[2].partition(".")[0]


async def test_a_small_company_sees_only_what_the_small_ones_share(opened: Opened, web: Web) -> None:
    count(web, TINY, 12, Thing("place", "canteen"))
    count(web, "argine-software", 20, Thing("place", "canteen"))
    count(web, MINE, 60)
    hand_out(web, TINY)
    tiny: Visitor = await opened("company", TINY)
    assert "nelle aziende piccole insieme" in tiny.text
    assert "Mensa 30" in tiny.text


async def test_leaving_is_read_back_pressed_once_and_told_to_the_coordinators(company: Visitor, web: Web) -> None:
    with web.house.store.write() as tx:
        token = roles.invite(tx, web.clock())
        roles.accept(tx, web.house.keys, token, "giulia", language="it", now=web.clock())
    await company.follow("Leggi che cosa succede")
    assert "Prima di chiederlo" in company.text
    assert "I codici che qualcuno ha già preso valgono" in company.text
    for _ in range(2):  # the way back, and the same press
        form = company.page
        await company.press("Sì, chiedi di uscire per Biomed Padana")
        again, company.page = company.page, form
    company.page = again
    assert "L’avete chiesto il 24 novembre" in company.text
    assert notices_of(web, "giulia") == 1
    assert "avete chiesto di uscire" in (await company.open("/company")).text
    await company.follow("Leggi o ripensaci")
    await company.press("Ci abbiamo ripensato: restiamo")
    assert "Prima di chiederlo" in company.text
    assert notices_of(web, "giulia") == 2
    with web.house.store.read() as tx:
        assert [(one.deed.act, one.company) for one in audit.listing(tx)] == [("stay", MINE), ("leave", MINE)]
        assert leaving.asked_on(tx, MINE, "Europe/Rome") is None
        assert web.edition(tx).catalogue.number == 1  # nothing was published


def notices_of(web: Web, user: str) -> int:
    with web.house.store.read() as tx:
        found = notices.waiting(tx, web.house.keys, user)
    assert all("Biomed Padana" in str(one.message.text) for one in found)
    return len(found)


async def test_a_company_that_is_gone_is_told_so(opened: Opened) -> None:
    gone: Visitor = await opened("company", "non-esiste")
    assert "L’azienda non è più nella rete" in gone.text
    assert (await gone.open("/company/leave")).status == 404


@pytest.mark.parametrize("path", ["/company", "/company/report", "/company/leave", "/company/kit/2026-11-24"])
async def test_nobody_else_comes_in(opened: Opened, visitor: Visitor, path: str) -> None:
    partner: Visitor = await opened("partner", "banco-nove")
    for other in (visitor, partner):
        assert (await other.open(path)).status == 403


async def test_looking_writes_nothing(company: Visitor, web: Web) -> None:
    await company.open("/company")
    await company.open("/company/leave")
    with web.house.store.read() as tx:
        assert tx.execute(select(func.count()).select_from(invite)).scalar_one() == 0
        assert audit.listing(tx) == []
