"""Cards put aside: kept for members, found again under the codes, gone with the membership; of guests nothing."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.people import invites
from bot.people.retention import part
from bot.store.saved import saved
from bot.store.tables import person
from tests.cast import NOON, CorePhone

SERVICE, OTHER, OFFER = "casa-sicura", "ghiri-micronido", "casa-sicura-rete"


@pytest.fixture
async def carla(any_house: House) -> CorePhone:
    with any_house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON)
    phone = CorePhone(any_house, "carla")
    await phone.start(token)
    await phone.press("Va bene")
    return phone


def rows(phone: CorePhone) -> list[str]:
    with phone.house.store.read() as tx:
        packed = tx.execute(select(saved.c.service)).scalars().all()
    return sorted(service for one in packed for service in phone.house.keys.unpack(one))


async def test_it_is_kept_once_and_found_under_the_codes_with_its_phone(carla: CorePhone) -> None:
    carla.send(Chose(f"save:{SERVICE}"))
    assert "la ritrovi in «I miei sconti»" in carla.screen
    carla.send(Chose(f"save:{SERVICE}"))
    assert "è già fra le schede" in carla.screen
    carla.now += timedelta(days=1)
    carla.send(Chose(f"save:{OTHER}"))
    assert rows(carla) == [SERVICE, OTHER]
    await carla.say("/codici")
    assert "Casa Sicura · 059 000 1201" in carla.screen
    assert [choice.id for choice in carla.choices] == [f"card:{OTHER}", f"card:{SERVICE}", "another"]
    await carla.press("Casa Sicura")
    assert [shown.id for shown in carla.services] == [SERVICE]


async def test_it_can_be_asked_for_in_words_and_under_the_contact(anna: CorePhone) -> None:
    anna.send(Chose(f"card:{SERVICE}"))
    await anna.say("salvalo")
    assert rows(anna) == [SERVICE]
    anna.send(Chose(f"contact:{OTHER}"))
    await anna.press("Tienila da parte")
    assert rows(anna) == [SERVICE, OTHER]


async def test_it_can_be_taken_off_again(carla: CorePhone) -> None:
    carla.send(Chose(f"save:{SERVICE}"))
    await carla.press("Togli da quelle tenute")
    assert "non è più fra le schede" in carla.screen
    assert rows(carla) == []
    await carla.say("/codici")
    assert "Casa Sicura" not in carla.screen


async def test_codes_and_cards_stand_together(carla: CorePhone) -> None:
    carla.send(Chose(f"take:{OFFER}"))
    carla.send(Chose(f"save:{OTHER}"))
    await carla.say("/codici")
    assert carla.screen.index("GIRA-") < carla.screen.index("schede che hai tenuto da parte")
    assert all(message.private for message in carla.messages)


async def test_a_guest_gets_the_phone_to_note_and_nothing_is_kept(elena: CorePhone) -> None:
    elena.send(Chose(f"save:{SERVICE}"))
    assert "serve il link della tua azienda" in elena.screen
    assert "059 000 1201" in elena.screen
    assert rows(elena) == []


@pytest.mark.parametrize("end", ["forget:yes", "consent:withdraw"])
async def test_it_goes_with_the_membership_also_where_a_code_stays(carla: CorePhone, end: str) -> None:
    carla.send(Chose(f"take:{OFFER}"))
    carla.send(Chose(f"save:{SERVICE}"))
    carla.send(Chose(end))
    assert rows(carla) == []


async def test_it_goes_when_the_company_is_long_gone(carla: CorePhone) -> None:
    carla.send(Chose(f"take:{OFFER}"))
    carla.send(Chose(f"save:{SERVICE}"))
    with carla.house.store.write() as tx:
        part(tx, ["ceramiche-secchia"], NOON)
        assert tx.execute(select(saved.c.service)).all(), "another company's people keep theirs"
        part(tx, ["biomed-padana"], NOON)
        assert tx.execute(select(person.c.id)).all(), "a voucher hangs on it"
    assert rows(carla) == []


async def test_a_service_that_is_gone_is_dropped_silently(carla: CorePhone) -> None:
    carla.send(Chose(f"save:{SERVICE}"))
    with carla.house.store.write() as tx:
        tx.execute(update(saved).values(service=carla.house.keys.pack("gone")))
    await carla.say("/codici")
    assert "Non hai ancora preso sconti" in carla.screen
    assert "tenuto da parte" not in carla.screen
    for choice in ("save:gone", "unsave:gone", "save:", "unsave:"):
        carla.send(Chose(choice))
        assert "Ripartiamo" in carla.screen


async def test_it_is_in_the_file_of_all_that_is_kept(carla: CorePhone) -> None:
    carla.send(Chose(f"save:{SERVICE}"))
    await carla.say("/imieidati")
    (file,) = [message.attachment for message in carla.messages if message.attachment]
    kept = json.loads(file.content)
    assert kept["schede tenute da parte"] == [{"servizio": "Casa Sicura", "messa da parte il": "2026-11-24"}]
