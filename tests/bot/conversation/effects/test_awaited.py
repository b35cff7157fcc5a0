"""Reminders of what begins: a discount on its first day, a service in the hour when it opens; they name nothing."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.assembly import House
from bot.catalogue import releases
from bot.conversation import notices
from bot.conversation.effects import reminders
from bot.conversation.markup import plain
from bot.conversation.messages import Chose
from bot.conversation.notices import Notice
from bot.people import invites, wishes
from tests.cast import NOON, CorePhone

SERVICE = "casa-sicura"  # Mo-Fr 09:00-17:00
EVENING = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)  # a Tuesday, 19:30 in Carpi


@pytest.fixture
async def carla(any_house: House) -> CorePhone:
    with any_house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON)
    phone = CorePhone(any_house, "carla")
    await phone.start(token)
    await phone.press("Va bene")
    return phone


def told(phone: CorePhone, now: datetime) -> list[Notice]:
    house = phone.house
    with house.store.read() as tx:
        companies, catalogue = releases.companies_ever(tx), house.concierge.live.edition(tx).catalogue
    reminders.send(house.store, house.keys, companies, now, catalogue)
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys)
        notices.taken(tx, found)
    return found


def kept(phone: CorePhone) -> list[Any]:
    with phone.house.store.read() as tx:
        return [(one.kind, one.about, one.due_on, one.hour) for one in wishes.kept(tx, phone.house.keys)]


def coming(phone: CorePhone) -> tuple[str, str, date]:
    """A service and an offer that begins later, for the company of the person, and its first day."""
    with phone.house.store.read() as tx:
        offers = phone.house.concierge.live.edition(tx).catalogue.offers
    today = phone.now.date()
    for entry, offer in offers.values():
        mine = offer.companies == "all" or "biomed-padana" in offer.companies
        alone = len(entry.service.offers) == 1 and offer.voucher != "pool"
        if mine and alone and offer.valid.first and offer.valid.first > today:
            return entry.id, offer.id, offer.valid.first
    raise AssertionError("no offer begins later")


async def test_they_write_in_the_hour_when_it_opens_and_name_nothing(carla: CorePhone) -> None:
    carla.now = EVENING
    carla.send(Chose(f"ring:{SERVICE}"))
    assert "ti scrivo domani alle 9" in carla.screen
    assert kept(carla) == [("ring", SERVICE, date(2026, 11, 25), 9)]
    assert told(carla, EVENING + timedelta(minutes=20)) == []
    (one,) = told(carla, datetime(2026, 11, 25, 8, 5, tzinfo=UTC))
    assert "adesso rispondono" in plain(one.message.text)
    assert "Sicura" not in str(one.message.text)
    assert [choice.id for choice in one.message.choices] == [f"contact:{SERVICE}", "another"]
    assert kept(carla) == []
    carla.send(Chose(one.message.choices[0].id))
    assert "059 000 1201" in carla.screen


@pytest.mark.parametrize(
    ("moment", "said", "due", "hour"),
    [
        (datetime(2026, 11, 24, 6, 0, tzinfo=UTC), "oggi alle 9", date(2026, 11, 24), 9),  # before it opens
        (datetime(2026, 11, 24, 11, 0, tzinfo=UTC), "domani alle 9", date(2026, 11, 25), 9),  # open now: another day
        (datetime(2026, 11, 27, 18, 0, tzinfo=UTC), "lunedì alle 9", date(2026, 11, 30), 9),  # a Friday evening
    ],
)
async def test_the_next_opening_is_the_one_that_a_person_means(
    anna: CorePhone, moment: datetime, said: str, due: date, hour: int
) -> None:
    anna.now = moment
    anna.send(Chose(f"ring:{SERVICE}"))
    assert f"ti scrivo {said}" in anna.screen
    assert kept(anna) == [("ring", SERVICE, due, hour)]


async def test_every_service_has_an_hour_in_which_the_bot_may_write(anna: CorePhone) -> None:
    with anna.house.store.read() as tx:
        entries = anna.house.concierge.live.edition(tx).catalogue.entries
    anna.now = EVENING
    for name in entries:
        anna.send(Chose(f"ring:{name}"))
        assert "ti scrivo" in anna.screen or "non risulta un giorno di apertura" in anna.screen
    assert all(due > date(2026, 11, 23) and hour in reminders.WAKING for _, _, due, hour in kept(anna))


async def test_who_asks_again_is_reminded_once_and_as_they_asked_last(carla: CorePhone) -> None:
    carla.now = EVENING
    carla.send(Chose(f"ring:{SERVICE}"))
    carla.now = EVENING + timedelta(days=1)
    carla.send(Chose(f"ring:{SERVICE}"))
    assert kept(carla) == [("ring", SERVICE, date(2026, 11, 26), 9)]


async def test_a_reminder_that_could_not_be_said_is_forgotten_after_a_week(carla: CorePhone) -> None:
    carla.now = EVENING
    carla.send(Chose(f"ring:{SERVICE}"))
    with carla.house.store.read() as tx:
        (wish,) = wishes.kept(tx, carla.house.keys)
    assert not reminders.is_late(wish, date(2026, 11, 25))
    assert reminders.is_late(wish, date(2026, 11, 26))


async def test_a_guest_is_told_when_and_nothing_is_kept(elena: CorePhone) -> None:
    elena.now = EVENING
    elena.send(Chose(f"ring:{SERVICE}"))
    assert "rispondono domani alle 9" in elena.screen
    assert "059 000 1201" in elena.screen
    assert kept(elena) == []


async def test_a_discount_that_begins_later_is_told_on_its_first_day(carla: CorePhone) -> None:
    service, offer, first = coming(carla)
    carla.send(Chose(f"card:{service}"))
    assert "sconto per te dal" in carla.screen
    await carla.press("Avvisami quando parte")
    assert "ti scrivo" in carla.screen
    assert kept(carla) == [("starts", offer, first, None)]
    noon = datetime(first.year, first.month, first.day, 11, tzinfo=UTC)
    assert told(carla, noon - timedelta(days=1)) == []
    (one,) = told(carla, noon)
    assert "è cominciato" in plain(one.message.text)
    carla.now = noon
    carla.send(Chose(one.message.choices[0].id))
    assert carla.voucher
    assert carla.voucher.offer == offer


async def test_of_a_discount_that_is_there_no_reminder_is_needed(anna: CorePhone) -> None:
    anna.send(Chose("starts:casa-sicura-rete"))
    assert "c'è già" in anna.screen
    assert anna.choices[0].id == "take:casa-sicura-rete"
    assert kept(anna) == []


@pytest.mark.parametrize("choice", ["starts:", "starts:nothing", "ring:", "ring:nobody"])
async def test_a_wish_for_nothing_starts_afresh(anna: CorePhone, choice: str) -> None:
    anna.send(Chose(choice))
    assert "Ripartiamo" in anna.screen
    assert kept(anna) == []


async def test_a_guest_is_promised_no_discount(elena: CorePhone) -> None:
    _, offer, _ = coming(elena)
    elena.send(Chose(f"starts:{offer}"))
    assert "Ripartiamo" in elena.screen
    assert kept(elena) == []


async def test_both_are_in_the_file_of_all_that_is_kept(carla: CorePhone) -> None:
    carla.now = EVENING
    _, offer, first = coming(carla)
    carla.send(Chose(f"starts:{offer}"))
    carla.send(Chose(f"ring:{SERVICE}"))
    await carla.say("/imieidati")
    (file,) = [message.attachment for message in carla.messages if message.attachment]
    kept = json.loads(file.content)["promemoria che hai chiesto"]
    assert {one.get("sconto"): one["entro il"] for one in kept} == {offer: first.isoformat(), None: "2026-11-25 9:00"}
    assert [one["servizio"] for one in kept if "sconto" not in one] == ["Casa Sicura"]
